package dev.sayql.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnQuestionsTest {
    private static final String QUESTION = """
            {"id": "a", "question": "How many?", "kind": "count", "sql": "select 1", "expect": "answer", "ordered": false}
            """;

    @Test
    void putsSetsToTheSchemaOfTheirName(@TempDir Path folder) throws IOException {
        for (String set : List.of("ecommerce", "ecommerce-10", "charity", "charity-2", "charity-hunted")) {
            Files.writeString(folder.resolve(set + ".jsonl"), QUESTION);
        }
        Files.writeString(folder.resolve("ecommerce-refinements.jsonl"), QUESTION);

        Map<String, List<OwnQuestions.Own>> read = OwnQuestions.read(folder);

        assertThat(read).containsOnlyKeys("ecommerce", "charity");
        assertThat(read.get("ecommerce")).hasSize(2);
        assertThat(read.get("charity")).hasSize(3);
    }
}
