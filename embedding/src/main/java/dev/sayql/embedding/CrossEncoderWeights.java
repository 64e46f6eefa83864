package dev.sayql.embedding;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What was learned on top of the sentence encoder, so that it reads a question together with what a candidate finds. Immutable.
 *
 * @param tensors of the encoder's upper layers, by their names in its file and in its form; not to be changed
 * @param head weighs the mean of what the encoder says of the pieces, one number for each of its {@value MiniLm#WIDTH}
 */
@SuppressWarnings("ArrayRecordComponent") // numbers, read and never changed
public record CrossEncoderWeights(Map<String, byte[]> tensors, float[] head) {
    private static final String KIND = "cross-encoder";
    private static final int VERSION = 1;
    private static final int MOST_TENSORS = 1_000;
    private static final int MOST_BYTES = 1 << 24;

    public CrossEncoderWeights {
        tensors = Map.copyOf(tensors);
        if (head.length != MiniLm.WIDTH) {
            throw new IllegalArgumentException(head.length + " weights for " + MiniLm.WIDTH + " numbers");
        }
    }

    /**
     * Reads what {@link #write} wrote, and does not close the stream.
     *
     * @throws IOException when it is damaged or of another version
     */
    static CrossEncoderWeights read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new GZIPInputStream(stream));
        if (!in.readUTF().equals(KIND) || in.readUnsignedShort() != VERSION) {
            throw new IOException("the weights of the cross-encoder are of another kind or version");
        }
        Map<String, byte[]> tensors = new LinkedHashMap<>();
        int count = counted(in, MOST_TENSORS);
        for (int index = 0; index < count; index++) {
            String name = in.readUTF();
            byte[] bytes = new byte[counted(in, MOST_BYTES)];
            in.readFully(bytes);
            tensors.put(name, bytes);
        }
        float[] head = new float[MiniLm.WIDTH];
        for (int index = 0; index < head.length; index++) {
            head[index] = in.readFloat();
        }
        // Only at its end does the stream compare its checksum.
        if (in.read() >= 0) {
            throw new IOException("more follows the weights of the cross-encoder");
        }
        return new CrossEncoderWeights(tensors, head);
    }

    private static int counted(DataInputStream in, int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException("the weights of the cross-encoder are damaged");
        }
        return count;
    }

    /** The same weights are always the same bytes. Does not close the stream. */
    public void write(OutputStream stream) throws IOException {
        GZIPOutputStream compressed = new GZIPOutputStream(stream);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(compressed));
        out.writeUTF(KIND);
        out.writeShort(VERSION);
        out.writeInt(tensors.size());
        for (String name : tensors.keySet().stream().sorted().toList()) {
            byte[] bytes = tensors.getOrDefault(name, new byte[0]);
            out.writeUTF(name);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        for (float weight : head) {
            out.writeFloat(weight);
        }
        out.flush();
        compressed.finish();
        stream.flush();
    }
}
