package dev.sayql.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.app.AnswerCacheConfig.Home;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CacheVariablesTest {

    private static AnswerCacheConfig read(Map<String, String> environment) {
        return AppConfig.from(environment).cache();
    }

    @Test
    void remembersInTheSystemDatabaseForAWeek() {
        assertThat(read(Map.of()))
                .isEqualTo(new AnswerCacheConfig(Home.DATABASE, Duration.ofDays(7), Optional.empty()));
    }

    @Test
    void takesATableOfDynamoDbWhereOneIsNamed() {
        assertThat(read(Map.of(
                                "CACHE_TABLE_NAME",
                                "answers",
                                "AWS_REGION",
                                "eu-central-1",
                                "SAYQL_CACHE_ENDPOINT",
                                "http://localhost:8000"))
                        .table())
                .contains(new AnswerCacheConfig.Table(
                        "answers", "eu-central-1", Optional.of(URI.create("http://localhost:8000"))));
    }

    @Test
    void takesWhatIsSaidBeforeATable() {
        assertThat(read(Map.of("CACHE_TABLE_NAME", "answers", "SAYQL_CACHE", "memory", "SAYQL_CACHE_SECONDS", "3600")))
                .isEqualTo(new AnswerCacheConfig(Home.MEMORY, Duration.ofHours(1), Optional.empty()));
        assertThat(read(Map.of("SAYQL_CACHE", "none")).home()).isEqualTo(Home.NONE);
    }

    @Test
    void saysAllThatIsWrong() {
        assertThatThrownBy(() -> read(Map.of("SAYQL_CACHE", "redis", "SAYQL_CACHE_SECONDS", "1")))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        wrong -> assertThat(wrong.problems()).hasSize(2));
        assertThatThrownBy(() -> read(Map.of("SAYQL_CACHE", "dynamodb"))).hasMessageContaining("CACHE_TABLE_NAME");
        assertThatThrownBy(() -> read(Map.of("CACHE_TABLE_NAME", "answers"))).hasMessageContaining("AWS_REGION");
        assertThatThrownBy(() -> read(Map.of(
                        "CACHE_TABLE_NAME",
                        "answers",
                        "AWS_REGION",
                        "eu-central-1",
                        "SAYQL_CACHE_ENDPOINT",
                        "localhost")))
                .hasMessageContaining("SAYQL_CACHE_ENDPOINT");
    }
}
