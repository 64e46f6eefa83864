package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.question.ConnectionSecret;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.question.SourceRegistration;
import dev.sayql.core.team.Idempotency;
import dev.sayql.core.team.TeamId;
import dev.sayql.testkit.FixedClock;
import dev.sayql.testkit.TestDatabase;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RewrappingTest {
    private static final TeamId TEAM = new TeamId("team");
    private static final int SOURCES = 250;

    private final TestDatabase test = TestDatabase.create("rewrapping");
    private final SystemDatabase database = SystemDatabases.open(test);
    private final SecureRandom random = new SecureRandom();
    private final FixedClock clock = FixedClock.at("2026-03-15T09:00:00Z");
    private final MasterKey old = key();
    private final MasterKey next = key();

    private MasterKey key() {
        return MasterKey.of(MasterKey.random(random)).orElseThrow();
    }

    @AfterEach
    void close() {
        database.close();
        test.close();
    }

    private StoredSources sources(MasterKeys keys) {
        return new StoredSources(database, keys, random, clock);
    }

    private void fill(MasterKey master) {
        new StoredTeams(database).ensure(TEAM, "Team");
        for (int number = 0; number < SOURCES; number++) {
            Source source = new Source(TEAM, new SourceId("source-" + number), "shop");
            sources(MasterKeys.only(master))
                    .register(new SourceRegistration(
                            source,
                            new ConnectionSecret("postgresql://secret-" + number),
                            false,
                            List.of(),
                            List.of()));
        }
        StoredIdempotency replies = new StoredIdempotency(database, MasterKeys.only(master), random, clock);
        Idempotency.Begun.Fresh begun = (Idempotency.Begun.Fresh) replies.begin(TEAM, "key", "request");
        replies.complete(begun.claim(), new Idempotency.Reply(200, "text/plain", Map.of(), "rows"));
    }

    @Test
    void everythingStandsUnderTheNewKeyAndTheOldOneOpensNothing() {
        fill(old);
        MasterKeys both = new MasterKeys(next, List.of(old));
        assertThat(sources(both).registration(TEAM, new SourceId("source-7"))).isPresent();

        assertThat(new Rewrapping(database, both, random).run()).isEqualTo(new Rewrapping.Done(SOURCES + 1, 0));

        StoredSources later = sources(MasterKeys.only(next));
        for (int number = 0; number < SOURCES; number++) {
            assertThat(later.registration(TEAM, new SourceId("source-" + number))
                            .orElseThrow()
                            .connection()
                            .text())
                    .isEqualTo("postgresql://secret-" + number);
        }
        assertThat(new StoredIdempotency(database, MasterKeys.only(next), random, clock).begin(TEAM, "key", "request"))
                .isInstanceOf(Idempotency.Begun.Replay.class);
        assertThat(new Rewrapping(database, both, random).run()).isEqualTo(new Rewrapping.Done(0, 0));
    }

    @Test
    void whatIsBegunAgainDoesTheRest() {
        fill(old);
        MasterKeys both = new MasterKeys(next, List.of(old));
        TestDatabase.run(
                test.owner(),
                "CREATE TABLE aside AS SELECT * FROM sources WHERE source_id > 'source-2'; DELETE FROM sources WHERE source_id"
                        + " > 'source-2'");
        int first = new Rewrapping(database, both, random).run().rewrapped();
        TestDatabase.run(test.owner(), "INSERT INTO sources SELECT * FROM aside");

        Rewrapping.Done rest = new Rewrapping(database, both, random).run();

        assertThat(first).isBetween(2, SOURCES);
        assertThat(rest).isEqualTo(new Rewrapping.Done(SOURCES + 1 - first, 0));
    }

    @Test
    void whatNoKeyOpensIsCountedAndLeft() {
        fill(key());
        assertThat(new Rewrapping(database, new MasterKeys(next, List.of(old)), random).run())
                .isEqualTo(new Rewrapping.Done(0, SOURCES + 1));
    }
}
