package dev.sayql.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrossEncoderWeightsTest {
    private static final CrossEncoderWeights WEIGHTS = weights();

    private static CrossEncoderWeights weights() {
        float[] head = new float[MiniLm.WIDTH];
        head[7] = 0.25f;
        return new CrossEncoderWeights(Map.of("b", new byte[] {1, 2, 3}, "a", new byte[0]), head);
    }

    private static byte[] written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WEIGHTS.write(bytes);
        return bytes.toByteArray();
    }

    @Test
    void areReadAsTheyWereWritten() throws IOException {
        CrossEncoderWeights read = CrossEncoderWeights.read(new ByteArrayInputStream(written()));

        assertThat(read.tensors()).containsOnlyKeys("a", "b");
        assertThat(read.tensors().get("b")).containsExactly(1, 2, 3);
        assertThat(read.head()).isEqualTo(WEIGHTS.head());
        assertThat(written()).isEqualTo(written());
    }

    @Test
    void areNotReadWhereAnyByteOfThemIsLost() throws IOException {
        byte[] whole = written();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> CrossEncoderWeights.read(new ByteArrayInputStream(cut)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void areNotReadWhereTheyWereChanged() throws IOException {
        byte[] changed = written();
        changed[changed.length - 6] ^= 1;

        assertThatThrownBy(() -> CrossEncoderWeights.read(new ByteArrayInputStream(changed)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void needAHeadForEveryNumber() {
        assertThatThrownBy(() -> new CrossEncoderWeights(Map.of(), new float[3]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
