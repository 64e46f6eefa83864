package dev.sayql.training;

import dev.sayql.embedding.CrossEncoderWeights;
import dev.sayql.embedding.OnnxTensors;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Brings learned numbers to the form of the network that is served: matrices to whole numbers, with a scale for each column, symmetric and of
 * seven bits, as the exporter of ONNX Runtime does it for processors that would overflow with eight.
 */
final class QuantizedWeights {
    private static final String MATRIX = "onnx::MatMul_";
    private static final int LARGEST = 64;

    private QuantizedWeights() {}

    /**
     * @param numbers by the names that they have in the whole network, each matrix row by row
     * @param head the name of what reads the number off
     * @param served the network that they go into
     */
    static CrossEncoderWeights of(Map<String, float[]> numbers, String head, OnnxTensors served) {
        Map<String, byte[]> tensors = new HashMap<>();
        numbers.forEach((name, values) -> {
            if (name.startsWith(MATRIX)) {
                addMatrix(name, values, served.floats(name + "_scale").length, tensors);
            } else if (!name.equals(head)) {
                tensors.put(name, bytes(values));
            }
        });
        return new CrossEncoderWeights(tensors, Objects.requireNonNull(numbers.get(head), head));
    }

    private static void addMatrix(String name, float[] values, int columns, Map<String, byte[]> tensors) {
        float[] scales = new float[columns];
        for (int index = 0; index < values.length; index++) {
            int column = index % columns;
            scales[column] = Math.max(scales[column], Math.abs(values[index]) / LARGEST);
        }
        byte[] whole = new byte[values.length];
        for (int index = 0; index < values.length; index++) {
            float scale = scales[index % columns];
            whole[index] = scale == 0 ? 0 : (byte) Math.round(values[index] / scale);
        }
        tensors.put(name + "_quantized", whole);
        tensors.put(name + "_scale", bytes(scales));
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }
}
