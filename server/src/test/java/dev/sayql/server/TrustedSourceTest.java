package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.embedded.Endpoint;
import dev.sayql.testkit.SampleDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose operator trusts a role that may do more than read. */
class TrustedSourceTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void theOperatorIsToldOnceAndEveryAnswerSaysWhatTheRoleMayDo(@TempDir Path home) throws InterruptedException {
        Endpoint owner = SampleDatabase.owner();
        String url = "postgresql://" + owner.user() + ":" + owner.password() + "@" + owner.host() + ":" + owner.port()
                + "/" + owner.database();
        try (Service service =
                new Service("trusted", home, Map.of("SAYQL_SOURCE_URL", url, "SAYQL_TRUST_SOURCE", "true"))) {
            long deadline = System.nanoTime() + SOON.toNanos();
            while (warnings(service).isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
            assertThat(warnings(service)).singleElement().asString().contains("is a superuser");

            String key = service.key();
            for (String question : new String[] {"How many orders are there?", "How is the weather?"}) {
                JsonNode answer = service.call(
                                key,
                                "POST",
                                "/query/generate",
                                Map.of(),
                                "{\"natural_language_query\": \"" + question + "\"}")
                        .json();

                assertThat(answer.get("validation").get("warnings"))
                        .as(question)
                        .singleElement()
                        .satisfies(warning -> assertThat(warning.textValue()).contains("is a superuser"));
            }
        }
    }

    private static List<String> warnings(Service service) {
        return service.notices().stream()
                .filter(notice -> notice.startsWith("Warning: "))
                .toList();
    }
}
