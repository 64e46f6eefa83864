package dev.sayql.embedding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tensors that an ONNX file holds, by name, and the file with others in their place. Of its protocol buffer only what holds them is read
 * (ModelProto.graph 7, GraphProto.initializer 5, TensorProto: float_data 4, name 8, raw_data 9). Immutable and thread-safe.
 */
public final class OnnxTensors {
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;
    private static final int FLOATS = 4;
    private static final int NAME = 8;
    private static final int RAW = 9;

    private final byte[] file;
    private final Map<String, Place> places;

    /** Where the bytes of a tensor lie in the file. */
    private record Place(int start, int length) {}

    private OnnxTensors(byte[] file, Map<String, Place> places) {
        this.file = file;
        this.places = Map.copyOf(places);
    }

    /**
     * The tensors of a file.
     *
     * @param file is not copied, and must not be changed any more
     * @throws IOException when it is no such file
     */
    public static OnnxTensors of(byte[] file) throws IOException {
        Map<String, Place> places = new HashMap<>();
        try {
            each(ByteBuffer.wrap(file), (field, graph) -> {
                if (field == GRAPH) {
                    each(graph, (inner, tensor) -> {
                        if (inner == INITIALIZER) {
                            add(tensor, places);
                        }
                    });
                }
            });
        } catch (RuntimeException damaged) {
            throw new IOException("not an ONNX file", damaged);
        }
        return new OnnxTensors(file, places);
    }

    private static void add(ByteBuffer tensor, Map<String, Place> places) {
        StringBuilder name = new StringBuilder();
        Place[] place = new Place[1];
        each(tensor, (field, part) -> {
            switch (field) {
                case NAME -> name.append(StandardCharsets.UTF_8.decode(part));
                case FLOATS, RAW -> place[0] = new Place(part.arrayOffset(), part.remaining());
                default -> {}
            }
        });
        if (place[0] != null) {
            places.put(name.toString(), place[0]);
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
        Place place = place(name);
        float[] values = new float[place.length() / Float.BYTES];
        ByteBuffer.wrap(file, place.start(), place.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    /**
     * The file with other numbers in some tensors.
     *
     * @param tensors the bytes of each by its name, in the form that the file has
     * @throws IllegalArgumentException when there is none of such a name, or it has another length
     */
    byte[] with(Map<String, byte[]> tensors) {
        byte[] changed = file.clone();
        tensors.forEach((name, bytes) -> {
            Place place = place(name);
            if (bytes.length != place.length()) {
                throw new IllegalArgumentException(
                        "the network's " + name + " has " + place.length() + " bytes, and not " + bytes.length);
            }
            System.arraycopy(bytes, 0, changed, place.start(), bytes.length);
        });
        return changed;
    }

    private Place place(String name) {
        return Optional.ofNullable(places.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the network has no " + name));
    }
}
