package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is suggested to somebody who types, over HTTP, about a shop in which one word was taught. */
@TestInstance(Lifecycle.PER_CLASS)
class SuggestTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Service service;
    private final String team;

    SuggestTest(@TempDir Path home) {
        service = new Service("suggesting", home);
        team = service.team("typing");
        String source = "{\"source\": \"shop\", \"connection_string\": \"" + Service.sampleUrl() + "\"}";
        assertThat(service.call(team, "POST", "/schema/upload", Map.of(), source)
                        .status())
                .isEqualTo(200);
        teach("{\"term\": {\"phrase\": \"client\", \"table\": \"users\"}}");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private void teach(String body) {
        assertThat(service.call(team, "POST", "/semantics/teach", Map.of(), body)
                        .status())
                .isEqualTo(200);
    }

    private List<String> suggested(String prefix) {
        JsonNode reply = service.get(
                        team,
                        "/suggest",
                        Map.of(),
                        "?limit=20&prefix=" + URLEncoder.encode(prefix, StandardCharsets.UTF_8))
                .json();
        List<String> questions = new ArrayList<>();
        reply.get("suggestions")
                .forEach(one -> questions.add(one.get("question").textValue()));
        return questions;
    }

    /** What is not known yet comes with a later key. */
    private List<String> suggestedSoon(String prefix, String wanted) throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        List<String> found = suggested(prefix);
        while (!found.contains(wanted) && Instant.now().isBefore(until)) {
            Thread.sleep(20);
            found = suggested(prefix);
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "how many or, How many orders are there?",
        "how many cli, how many clients are there",
        "number of orders by sta, Number of orders by status",
        "how many products are in ele, how many products are in Electronics",
    })
    void completesFromPatternsNamesTaughtWordsAndValues(String prefix, String question) throws Exception {
        assertThat(suggestedSoon(prefix, question)).contains(question);
    }

    @Test
    void whatIsSuggestedIsAnswered() throws Exception {
        List<String> suggested = suggestedSoon("how many cli", "how many clients are there");

        assertThat(suggested)
                .isNotEmpty()
                .allSatisfy(question -> assertThat(service.call(
                                        team,
                                        "POST",
                                        "/query/generate",
                                        Map.of(),
                                        "{\"natural_language_query\": \"" + question + "\"}")
                                .json()
                                .get("success")
                                .booleanValue())
                        .as(question)
                        .isTrue());
    }

    @Test
    void nothingIsSuggestedForNonsense() {
        assertThat(suggested("xyzzy plugh")).isEmpty();
        assertThat(suggested("' OR 1=1 --")).isEmpty();
    }
}
