package dev.sayql.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A question with the query that answers it. Immutable.
 *
 * @param ordered whether the order of the rows matters
 * @param reworded the same question in other words
 */
record BenchQuestion(String id, String database, String text, String sql, boolean ordered, Optional<String> reworded)
        implements KnownAnswer {
    @Override
    public List<String> statements() {
        return List.of(sql);
    }

    @Override
    public boolean mayShowMore() {
        return false;
    }

    /** The question in each of its wordings, every one a question of its own. */
    Stream<BenchQuestion> wordings() {
        BenchQuestion alone = new BenchQuestion(id, database, text, sql, ordered, Optional.empty());
        return Stream.concat(
                Stream.of(alone),
                reworded.filter(other -> !other.equals(text)).stream()
                        .map(other -> new BenchQuestion(id, database, other, sql, ordered, Optional.empty())));
    }

    /**
     * Reads a folder's {@code questions.jsonl}.
     *
     * @throws IOException when there is none, or a line is no question
     */
    static List<BenchQuestion> readAll(Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<BenchQuestion> questions = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("questions.jsonl"))) {
            if (!line.isBlank()) {
                JsonNode node = json.readTree(line);
                questions.add(new BenchQuestion(
                        required(node, "id"),
                        required(node, "db"),
                        required(node, "question"),
                        required(node, "sql"),
                        node.path("ordered").asBoolean(false),
                        Optional.of(node.path("question_syn").asText("")).filter(text -> !text.isBlank())));
            }
        }
        return List.copyOf(questions);
    }

    private static String required(JsonNode node, String field) throws IOException {
        if (!node.path(field).isTextual()) {
            throw new IOException("a line of questions.jsonl lacks " + field);
        }
        return node.path(field).asText();
    }
}
