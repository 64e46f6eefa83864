package dev.sayql.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sayql.core.generation.EmbedderUnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MiniLmCrossEncoderTest {
    private static final String LAST_NORM = "encoder.layer.5.output.LayerNorm.";

    @TempDir
    private Path folder;

    private Path written(Map<String, byte[]> tensors) throws IOException {
        float[] head = new float[MiniLm.WIDTH];
        head[0] = 1;
        head[1] = -2;
        Path file = folder.resolve("weights");
        try (OutputStream stream = Files.newOutputStream(file)) {
            new CrossEncoderWeights(tensors, head).write(stream);
        }
        return file;
    }

    @Test
    void readsEachTextWithTheQuestionWhateverStandsBesideIt() throws IOException {
        try (MiniLmCrossEncoder encoder = MiniLmCrossEncoder.of(written(Map.of()))) {
            float[] all = encoder.scores("Who is oldest?", List.of("names of people", "number of people", "x"));

            assertThat(all).hasSize(3).doesNotHaveDuplicates();
            assertThat(encoder.scores("Who is oldest?", List.of("number of people")))
                    .containsExactly(all[1]);
            assertThat(encoder.scores("How many are there?", List.of("number of people"))[0])
                    .isNotEqualTo(all[1]);
            assertThat(encoder.scores("Who is oldest?", List.of())).isEmpty();
        }
    }

    @Test
    void readsWithWhatWasLearned() throws IOException {
        // The last layer gives the same whatever it is given: the head's weights times its bias.
        byte[] nothing = new byte[MiniLm.WIDTH * Float.BYTES];
        Map<String, byte[]> learned = Map.of(LAST_NORM + "weight", nothing, LAST_NORM + "bias", nothing);
        try (MiniLmCrossEncoder encoder = MiniLmCrossEncoder.of(written(learned))) {
            assertThat(encoder.scores("Who is oldest?", List.of("names of people"))[0])
                    .isCloseTo(0, within(1e-6f));
        }
    }

    @Test
    void readsWhatIsNoTextAtAll() throws IOException {
        try (MiniLmCrossEncoder encoder = MiniLmCrossEncoder.of(written(Map.of()))) {
            assertThat(encoder.scores("", List.of("", "\uD83D\uDE00 ".repeat(500), "x".repeat(10_000))))
                    .hasSize(3)
                    .doesNotContain(Float.NaN);
            assertThat(encoder.scores("word ".repeat(4_000), List.of("all people")))
                    .hasSize(1);
        }
    }

    @Test
    void saysWhatIsMissingAndLoadsNothingBefore() {
        MiniLmCrossEncoder missing = MiniLmCrossEncoder.of(folder.resolve("nothing"));

        missing.close();
        assertThatThrownBy(() -> missing.scores("Who?", List.of("people")))
                .isInstanceOf(EmbedderUnavailableException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void refusesWeightsOfAnotherNetwork() throws IOException {
        MiniLmCrossEncoder other = MiniLmCrossEncoder.of(written(Map.of("some tensor", new byte[4])));

        assertThatThrownBy(() -> other.scores("Who?", List.of("people")))
                .isInstanceOf(EmbedderUnavailableException.class)
                .hasMessageContaining("some tensor");
    }
}
