package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.answering.Progress;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.testkit.SampleDatabase;
import dev.sayql.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Every question that is offered for a table is asked through the whole of SayQL. */
class SampleQuestionsTest {

    private static final Path DATASETS = Path.of("..", "datasets");
    private static final Path SHOP_SEMANTICS = Path.of(
            "..", "embedded", "src", "main", "resources", "dev", "sayql", "embedded", "ecommerce", "semantics.yaml");

    @Test
    void ofTheSampleShopAreAnswered() throws IOException {
        try (Asked asked = new Asked(SampleDatabase.reader(), Files.readString(SHOP_SEMANTICS))) {
            assertThat(answered(asked).get("orders"))
                    .contains("How many orders are there?", "Show the 5 newest orders", "Number of orders by status");
        }
    }

    @Test
    void ofAClinicWithShortenedNamesAreAnswered() throws IOException {
        assertAnswered("clinic");
    }

    @Test
    void ofAGymAreAnswered() throws IOException {
        assertAnswered("gym");
    }

    private static void assertAnswered(String set) throws IOException {
        Path folder = DATASETS.resolve(set);
        String script = Files.readString(folder.resolve("schema.sql")) + data(folder);
        try (TestDatabase database = TestDatabase.create(set, script + "; ANALYZE");
                Asked asked = new Asked(database.reader(), Files.readString(folder.resolve("semantics.yaml")))) {
            answered(asked);
        }
    }

    private static String data(Path folder) throws IOException {
        Path packed = folder.resolve("data.sql.gz");
        if (!Files.exists(packed)) {
            return Files.readString(folder.resolve("data.sql"));
        }
        try (InputStream text = new GZIPInputStream(Files.newInputStream(packed))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What is offered, all of it answered, three questions or more for nearly every table. */
    private static Map<String, List<String>> answered(Asked asked) {
        Map<String, List<String>> offered = new LinkedHashMap<>();
        asked.tables().forEach(table -> offered.put(table.name().name(), asked.sampleQuestions(table)));
        assertThat(offered.values().stream().flatMap(List::stream))
                .allSatisfy(text -> assertThat(asked.answering()
                                .answer(asked.question(text), Progress.silent(), Cancellation.never())
                                .answer())
                        .as(text)
                        .isInstanceOf(Answer.Result.class));
        assertThat(offered.values())
                .allSatisfy(questions -> assertThat(questions).hasSizeBetween(1, 6));
        long enough = offered.values().stream()
                .filter(questions -> questions.size() >= 3)
                .count();
        assertThat(enough).as("%s", offered).isGreaterThanOrEqualTo(Math.round(offered.size() * 0.9));
        return offered;
    }
}
