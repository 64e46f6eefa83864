package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.server.Service.Answered;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Teaching the word that a question was missing, over HTTP, and taking it back; each test has a team of its own. */
@TestInstance(Lifecycle.PER_CLASS)
class TeachTest {

    private final Service service;

    TeachTest(@TempDir Path home) {
        service = new Service("teaching", home);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private String team(String id) {
        String key = service.team(id);
        String source = "{\"source\": \"shop\", \"connection_string\": \"" + Service.sampleUrl() + "\"}";
        assertThat(post(key, "/schema/upload", source).status()).isEqualTo(200);
        return key;
    }

    private Answered post(String key, String path, String body) {
        return service.call(key, "POST", path, Map.of(), body);
    }

    private JsonNode ask(String key, String question) {
        return post(key, "/query/generate", "{\"natural_language_query\": \"" + question + "\"}")
                .json();
    }

    private Answered takeBack(String key) {
        return service.call(key, "POST", "/sources/{id}/semantics/undo", Map.of("id", "shop"), "");
    }

    private static List<String> phrases(Answered taught) {
        return taught.json().get("terms").findValuesAsText("phrase");
    }

    @Test
    void theMissingWordOfAQuestionIsTaughtAndTheQuestionAnswered() {
        String key = team("taught");
        JsonNode declined = ask(key, "How many patrons are there?");
        assertThat(declined.get("success").booleanValue()).isFalse();

        Answered taught = post(
                key,
                "/semantics/teach",
                "{\"term\": {\"phrase\": \"patron\", \"table\": \"users\"}, \"query_id\": " + declined.get("query_id")
                        + "}");

        assertThat(taught.status()).as(taught.body()).isEqualTo(200);
        JsonNode answer = taught.json().get("answer");
        assertThat(answer.get("success").booleanValue()).as(taught.body()).isTrue();
        assertThat(answer.get("generated_sql").textValue()).contains("users");
        assertThat(answer.get("query_id")).isNotEqualTo(declined.get("query_id"));
    }

    @Test
    void aQuestionThatStillCannotBeAnsweredSaysSo() {
        String key = team("untaught");
        JsonNode declined = ask(key, "How many xyzzies are there?");

        Answered taught = post(
                key,
                "/semantics/teach",
                "{\"term\": {\"phrase\": \"patron\", \"table\": \"users\"}, \"query_id\": " + declined.get("query_id")
                        + "}");

        assertThat(taught.status()).as(taught.body()).isEqualTo(200);
        assertThat(taught.json().get("answer").get("success").booleanValue()).isFalse();
        assertThat(phrases(taught)).containsExactly("patron");
    }

    @Test
    void theQuestionOfAnotherTeamIsUnknownAndNothingIsTaught() {
        String theirs = ask(team("asking"), "How many patrons are there?")
                .get("query_id")
                .toString();
        String key = team("prying");

        Answered refused = post(
                key,
                "/semantics/teach",
                "{\"term\": {\"phrase\": \"patron\", \"table\": \"users\"}, \"query_id\": " + theirs + "}");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(phrases(service.get(key, "/sources/{id}/semantics", Map.of("id", "shop"), "")))
                .isEmpty();
    }

    @Test
    void aWrongTermIsRefusedAndTheQuestionNotAskedAgain() {
        String key = team("wrong");
        String id = ask(key, "How many patrons are there?").get("query_id").toString();

        Answered refused = post(
                key,
                "/semantics/teach",
                "{\"term\": {\"phrase\": \"patron\", \"table\": \"nowhere\"}, \"query_id\": " + id + "}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(service.get(key, "/query/history", Map.of(), "").body()).containsOnlyOnce("How many patrons");
    }

    @Test
    void whatWasTaughtIsTakenBackOneChangeAfterTheOther() {
        String key = team("undoing");
        post(key, "/semantics/teach", "{\"term\": {\"phrase\": \"patron\", \"table\": \"users\"}}");
        post(key, "/semantics/teach", "{\"term\": {\"phrase\": \"purchase\", \"table\": \"orders\"}}");

        assertThat(phrases(takeBack(key))).containsExactly("patron");
        assertThat(ask(key, "How many patrons are there?").get("success").booleanValue())
                .isTrue();
        Answered empty = takeBack(key);
        assertThat(phrases(empty)).isEmpty();
        assertThat(empty.json().get("version").intValue()).isEqualTo(4);
        assertThat(takeBack(key).status()).isEqualTo(404);
        assertThat(ask(key, "How many patrons are there?").get("success").booleanValue())
                .isFalse();
    }
}
