package dev.sayql.embedding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tensors that an ONNX file holds, by name; others can be put in their place. Of its protocol buffer only what holds them is read
 * (ModelProto.graph 7, GraphProto.initializer 5, TensorProto: float_data 4, name 8, raw_data 9). For one thread.
 */
public final class OnnxTensors {
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;
    private static final int FLOATS = 4;
    private static final int NAME = 8;
    private static final int RAW = 9;

    private final Map<String, ByteBuffer> tensors;

    private OnnxTensors(Map<String, ByteBuffer> tensors) {
        this.tensors = Map.copyOf(tensors);
    }

    /**
     * The tensors of a file.
     *
     * @param file from its position to its limit; is not copied
     * @throws IOException when it is no such file
     */
    public static OnnxTensors of(ByteBuffer file) throws IOException {
        Map<String, ByteBuffer> tensors = new HashMap<>();
        try {
            each(file.slice(), (field, graph) -> {
                if (field == GRAPH) {
                    each(graph, (inner, tensor) -> {
                        if (inner == INITIALIZER) {
                            add(tensor, tensors);
                        }
                    });
                }
            });
        } catch (RuntimeException damaged) {
            throw new IOException("not an ONNX file", damaged);
        }
        return new OnnxTensors(tensors);
    }

    private static void add(ByteBuffer tensor, Map<String, ByteBuffer> tensors) {
        StringBuilder name = new StringBuilder();
        ByteBuffer[] numbers = new ByteBuffer[1];
        each(tensor, (field, part) -> {
            switch (field) {
                case NAME -> name.append(StandardCharsets.UTF_8.decode(part));
                case FLOATS, RAW -> numbers[0] = part;
                default -> {}
            }
        });
        if (numbers[0] != null) {
            tensors.put(name.toString(), numbers[0]);
        }
    }

    private interface Field {
        void visit(int number, ByteBuffer part);
    }

    /** Visits the fields of a message that have a length. */
    private static void each(ByteBuffer message, Field visitor) {
        while (message.hasRemaining()) {
            long key = number(message);
            switch ((int) (key & 7)) {
                case 0 -> number(message);
                case 1 -> message.position(message.position() + Long.BYTES);
                case 5 -> message.position(message.position() + Integer.BYTES);
                case 2 -> {
                    int length = (int) number(message);
                    visitor.visit((int) (key >>> 3), message.slice(message.position(), length));
                    message.position(message.position() + length);
                }
                default -> throw new IllegalArgumentException("unknown kind of field");
            }
        }
    }

    /** A number of as many bytes as it needs, seven bits in each, the lowest first. */
    private static long number(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 127) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /**
     * A tensor of floating-point numbers, row by row.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    public float[] floats(String name) {
        FloatBuffer numbers =
                tensor(name).duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        float[] values = new float[numbers.remaining()];
        numbers.get(values);
        return values;
    }

    /**
     * Puts other numbers into some tensors of the file.
     *
     * @param numbers the bytes of each by its name, in the form that the file has
     * @throws IllegalArgumentException when there is none of such a name, or it has another length; the file is not to be used then
     */
    void put(Map<String, byte[]> numbers) {
        numbers.forEach((name, bytes) -> {
            ByteBuffer tensor = tensor(name);
            if (bytes.length != tensor.remaining()) {
                throw new IllegalArgumentException(
                        "the network's " + name + " has " + tensor.remaining() + " bytes, and not " + bytes.length);
            }
            tensor.put(0, bytes);
        });
    }

    private ByteBuffer tensor(String name) {
        return Optional.ofNullable(tensors.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the network has no " + name));
    }
}
