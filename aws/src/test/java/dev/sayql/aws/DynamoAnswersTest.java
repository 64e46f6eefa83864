package dev.sayql.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.core.history.AnswerCache;
import dev.sayql.core.history.CacheKey;
import dev.sayql.core.history.CacheUnavailableException;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import dev.sayql.testkit.AnswerCacheContract;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoAnswersTest extends AnswerCacheContract {

    private static final CacheKey KEY =
            new CacheKey(new TeamId("sales"), new SourceId("shop"), "basis", "how many orders");

    private static LocalDynamo dynamo;
    private static DynamoDbClient client;
    private final String table = "cache-" + UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        dynamo = LocalDynamo.start();
        client = dynamo.client();
    }

    @AfterAll
    static void stop() {
        client.close();
        dynamo.close();
    }

    @AfterEach
    void drop() {
        if (client.listTables().tableNames().contains(table)) {
            client.deleteTable(request -> request.tableName(table));
        }
    }

    @Override
    protected AnswerCache cache() {
        LocalDynamo.createTable(client, table);
        return new DynamoAnswers(client, table, CLOCK);
    }

    @Test
    void saysThatATableThatIsNotThereCannotBeReached() {
        assertThatThrownBy(() -> new DynamoAnswers(client, table, CLOCK).find(KEY))
                .isInstanceOf(CacheUnavailableException.class);
    }

    @Test
    void givesUpSoonWhereNobodyListens() {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        Instant started = Instant.now();
        try (DynamoAnswers nowhere =
                DynamoAnswers.open(table, "eu-central-1", Optional.of(URI.create("http://127.0.0.1:1")), CLOCK)) {
            assertThatThrownBy(() -> nowhere.find(KEY)).isInstanceOf(CacheUnavailableException.class);
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
        assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void saysWhatIsMissingOfATable() {
        DynamoAnswers answers = new DynamoAnswers(client, table, CLOCK);
        assertThat(answers.problems()).containsExactly("There is no table " + table + ".");

        LocalDynamo.createTable(client, table);
        assertThat(answers.problems()).containsExactly("Its time to live must be switched on for the attribute ttl.");
    }
}
