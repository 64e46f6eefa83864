package dev.sayql.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnnxTensorsTest {
    private static final String BIAS = "encoder.layer.5.output.dense.bias";

    static OnnxTensors bundled() throws IOException {
        try (InputStream stream = LoadedOnce.open(SentenceEncoder.MODEL)) {
            return OnnxTensors.of(ByteBuffer.wrap(stream.readAllBytes()));
        }
    }

    @Test
    void readsNumbersByTheirNames() throws IOException {
        assertThat(bundled().floats(BIAS)).hasSize(MiniLm.WIDTH).doesNotContain(Float.NaN);
        assertThat(bundled().floats("onnx::MatMul_826_scale")).hasSize(MiniLm.WIDTH);
    }

    @Test
    void putsOthersInTheirPlaceAndChangesNothingElse() throws IOException {
        OnnxTensors before = bundled();
        byte[] zeros = new byte[MiniLm.WIDTH * Float.BYTES];

        OnnxTensors after = bundled();
        after.put(Map.of(BIAS, zeros));

        assertThat(before.floats(BIAS)).doesNotContain(0);
        assertThat(after.floats(BIAS)).containsOnly(0);
        assertThat(after.floats("encoder.layer.4.output.dense.bias"))
                .isEqualTo(before.floats("encoder.layer.4.output.dense.bias"));
    }

    @Test
    void refusesWhatIsNotThereOrOfAnotherLength() throws IOException {
        OnnxTensors tensors = bundled();

        assertThatThrownBy(() -> tensors.floats("nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing");
        assertThatThrownBy(() -> tensors.put(Map.of(BIAS, new byte[3])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(BIAS);
    }

    @Test
    void refusesAnotherFile() {
        byte[] text = "no network at all".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> OnnxTensors.of(ByteBuffer.wrap(text))).isInstanceOf(IOException.class);
    }
}
