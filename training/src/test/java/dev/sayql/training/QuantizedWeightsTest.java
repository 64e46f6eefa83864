package dev.sayql.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sayql.embedding.CrossEncoderWeights;
import dev.sayql.embedding.OnnxTensors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantizedWeightsTest {
    private static final String MATRIX = "onnx::MatMul_826";
    private static final String BIAS = "encoder.layer.3.output.dense.bias";
    private static final int WIDTH = 384;

    private static OnnxTensors served() throws IOException {
        try (InputStream stream = QuantizedWeightsTest.class.getResourceAsStream("/all-minilm-l6-v2-q.onnx")) {
            return OnnxTensors.of(ByteBuffer.wrap(Objects.requireNonNull(stream).readAllBytes()));
        }
    }

    private static float[] some(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int index = 0; index < count; index++) {
            values[index] = (float) random.nextGaussian();
        }
        return values;
    }

    private static CrossEncoderWeights weights(float[] matrix) throws IOException {
        return QuantizedWeights.of(
                Map.of(MATRIX, matrix, BIAS, some(WIDTH, 2), "head", some(WIDTH, 3)), "head", served());
    }

    private static byte[] tensor(CrossEncoderWeights weights, String name) {
        return Objects.requireNonNull(weights.tensors().get(name), name);
    }

    private static float number(byte[] tensor, int index) {
        return ByteBuffer.wrap(tensor).order(ByteOrder.LITTLE_ENDIAN).getFloat(index * Float.BYTES);
    }

    @Test
    void matricesBecomeWholeNumbersThatSayTheSameWithinHalfAStep() throws IOException {
        float[] matrix = some(WIDTH * WIDTH, 1);
        CrossEncoderWeights weights = weights(matrix);
        byte[] whole = tensor(weights, MATRIX + "_quantized");
        byte[] scales = tensor(weights, MATRIX + "_scale");

        assertThat(whole).hasSize(matrix.length);
        for (int index = 0; index < matrix.length; index++) {
            float scale = number(scales, index % WIDTH);
            assertThat((int) whole[index]).isBetween(-64, 64);
            assertThat(whole[index] * scale).isCloseTo(matrix[index], within(scale * 0.5001f));
        }
    }

    @Test
    void aColumnOfNothingStaysNothing() throws IOException {
        CrossEncoderWeights weights = weights(new float[WIDTH * WIDTH]);

        assertThat(tensor(weights, MATRIX + "_quantized")).containsOnly(0);
    }

    @Test
    void theRestStaysAsItIs() throws IOException {
        CrossEncoderWeights weights = weights(some(WIDTH * WIDTH, 1));

        assertThat(number(tensor(weights, BIAS), 5)).isEqualTo(some(WIDTH, 2)[5]);
        assertThat(weights.head()).isEqualTo(some(WIDTH, 3));
        assertThat(weights.tensors()).containsOnlyKeys(MATRIX + "_quantized", MATRIX + "_scale", BIAS);
    }
}
