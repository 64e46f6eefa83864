package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.core.history.AnswerCache;
import dev.sayql.core.history.CacheKey;
import dev.sayql.core.history.CacheUnavailableException;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import dev.sayql.testkit.AnswerCacheContract;
import dev.sayql.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredAnswersTest extends AnswerCacheContract {

    private static TestDatabase database;
    private static SystemDatabase system;

    @BeforeAll
    static void open() {
        database = TestDatabase.create("stored answers");
        system = SystemDatabases.open(database);
    }

    @AfterAll
    static void close() {
        system.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        TestDatabase.run(database.owner(), "TRUNCATE answer_cache, answer_cache_counts");
    }

    @Override
    protected AnswerCache cache() {
        return new StoredAnswers(system, CLOCK);
    }

    @Test
    void saysThatItCannotBeReached() {
        CacheKey key = new CacheKey(new TeamId("sales"), new SourceId("shop"), "basis", "how many orders");
        TestDatabase.run(database.owner(), "ALTER TABLE answer_cache RENAME TO away");
        try {
            assertThatThrownBy(() -> cache().find(key)).isInstanceOf(CacheUnavailableException.class);
        } finally {
            TestDatabase.run(database.owner(), "ALTER TABLE away RENAME TO answer_cache");
        }
    }
}
