package dev.sayql.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a network learned, kept so that a run that was broken off goes on with it: numbers by their names. */
final class KeptNumbers {
    private KeptNumbers() {}

    static void write(Map<String, float[]> numbers, Path file) throws IOException {
        Path begun = file.resolveSibling(file.getFileName() + ".begun");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(begun)))) {
            out.writeInt(numbers.size());
            for (Map.Entry<String, float[]> one : numbers.entrySet()) {
                out.writeUTF(one.getKey());
                out.writeInt(one.getValue().length);
                for (float value : one.getValue()) {
                    out.writeFloat(value);
                }
            }
        }
        // Half a file is never taken for a whole one.
        Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** @throws IOException when it cannot be read or is no such file */
    static Map<String, float[]> read(Path file) throws IOException {
        Map<String, float[]> numbers = new LinkedHashMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int count = in.readInt();
            for (int index = 0; index < count; index++) {
                String name = in.readUTF();
                float[] values = new float[in.readInt()];
                for (int at = 0; at < values.length; at++) {
                    values[at] = in.readFloat();
                }
                numbers.put(name, values);
            }
        }
        return numbers;
    }

    /** The mean of what two networks of one kind learned. */
    static Map<String, float[]> mean(Map<String, float[]> one, Map<String, float[]> other) {
        Map<String, float[]> mean = new LinkedHashMap<>();
        one.forEach((name, values) -> {
            float[] others = other.getOrDefault(name, values);
            float[] both = new float[values.length];
            for (int index = 0; index < both.length; index++) {
                both[index] = (values[index] + others[index]) / 2;
            }
            mean.put(name, both);
        });
        return mean;
    }
}
