package dev.sayql.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What a model's reply says. A reply that is not one JSON object in the agreed form says nothing. */
sealed interface ReplyReading {

    /** SQL, as untrusted as it came, and what it takes for granted. */
    record Wrote(String sql, List<String> assumptions) implements ReplyReading {}

    record AsksBack(String question, List<String> options) implements ReplyReading {}

    record Declines(String reason) implements ReplyReading {}

    record Unreadable() implements ReplyReading {}

    /** The fence that many models put around JSON whatever they are told. */
    Pattern FENCED = Pattern.compile("\\A```(?:json)?\\s*\\n(.*)\\n\\s*```\\z", Pattern.DOTALL);

    ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    int MOST_SENTENCE = 500;
    int MOST_ASSUMPTIONS = 5;
    int MOST_OPTIONS = 3;

    static ReplyReading of(String text) {
        String stripped = text.strip();
        Matcher fenced = FENCED.matcher(stripped);
        try {
            JsonNode reply = JSON.readTree(fenced.matches() ? fenced.group(1) : stripped);
            return reply != null && reply.isObject() ? of(reply) : new Unreadable();
        } catch (JsonProcessingException noJson) {
            return new Unreadable();
        }
    }

    /** Doubt comes before SQL: a model that writes both is not sure. */
    private static ReplyReading of(JsonNode reply) {
        Optional<String> question = sentence(reply.path("unclear").path("question"));
        if (question.isPresent()) {
            return new AsksBack(question.get(), sentences(reply.path("unclear").path("options"), MOST_OPTIONS));
        }
        Optional<String> declined = sentence(reply.path("declined"));
        if (declined.isPresent()) {
            return new Declines(declined.get());
        }
        JsonNode sql = reply.path("sql");
        return sql.isTextual() && !sql.textValue().isBlank()
                ? new Wrote(sql.textValue().strip(), sentences(reply.path("assumptions"), MOST_ASSUMPTIONS))
                : new Unreadable();
    }

    private static List<String> sentences(JsonNode array, int most) {
        return StreamSupport.stream(array.spliterator(), false)
                .flatMap(node -> sentence(node).stream())
                .limit(most)
                .toList();
    }

    /** One line of a bearable length; empty when there is nothing in it. */
    private static Optional<String> sentence(JsonNode node) {
        return Optional.ofNullable(node.textValue())
                .map(text -> text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip())
                .filter(text -> !text.isEmpty())
                .map(text -> text.length() <= MOST_SENTENCE ? text : text.substring(0, MOST_SENTENCE) + "…");
    }
}
