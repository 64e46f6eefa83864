package dev.sayql.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptNumbersTest {
    @TempDir
    private Path folder;

    @Test
    void areReadAsTheyWereWritten() throws IOException {
        Path file = folder.resolve("numbers");
        KeptNumbers.write(Map.of("a", new float[] {1, -0.5f}, "b", new float[0]), file);

        Map<String, float[]> read = KeptNumbers.read(file);

        assertThat(read).containsOnlyKeys("a", "b");
        assertThat(read.get("a")).containsExactly(1, -0.5f);
        assertThat(folder).isDirectoryNotContaining("glob:**.begun");
    }

    @Test
    void twoNetworksMakeOneInTheMiddle() {
        Map<String, float[]> mean = KeptNumbers.mean(Map.of("a", new float[] {1, 2}), Map.of("a", new float[] {3, -2}));

        assertThat(mean.get("a")).containsExactly(2, 0);
    }
}
