package dev.sayql.engine.learned;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/** The frame of every model: compressed, its kind and version first, and a checksum over all of it (gzip's own). */
final class ModelFile {

    private static final int MAGIC = 0x53_51_4C_4D; // SQLM
    private static final int MOST_NAMES = 1 << 16;

    private ModelFile() {}

    /** Reads what comes after the frame's head. */
    @FunctionalInterface
    interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    /** Writes what comes after the frame's head. */
    @FunctionalInterface
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads the stream to its end, and does not close it. */
    static <T> T read(InputStream stream, String kind, int version, Reading<T> reading) {
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream)));
            if (in.readInt() != MAGIC) {
                throw new UnreadableModelException(kind, "it does not begin as a model does");
            }
            String foundKind = in.readUTF();
            if (!foundKind.equals(kind)) {
                throw new UnreadableModelException(kind, "it holds: " + foundKind);
            }
            int foundVersion = in.readUnsignedShort();
            if (foundVersion != version) {
                throw new UnreadableModelException(
                        kind, "it has version " + foundVersion + " of the format; version " + version + " is read");
            }
            T model = reading.from(in);
            if (in.read() >= 0) {
                throw new UnreadableModelException(kind, "more follows where it should end");
            }
            return model;
        } catch (EOFException cut) {
            throw new UnreadableModelException(kind, "it is cut off", cut);
        } catch (ZipException damaged) {
            throw new UnreadableModelException(kind, "it is damaged or not compressed", damaged);
        } catch (IOException | IllegalArgumentException wrong) {
            throw new UnreadableModelException(kind, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** The same model is always the same bytes. Does not close the stream. */
    static void write(OutputStream stream, String kind, int version, Writing writing) throws IOException {
        GZIPOutputStream compressed = new GZIPOutputStream(stream);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(compressed));
        out.writeInt(MAGIC);
        out.writeUTF(kind);
        out.writeShort(version);
        writing.to(out);
        out.flush();
        compressed.finish();
        stream.flush();
    }

    /** A number of zero or more, small ones in one byte. */
    static void writeCount(DataOutputStream out, int count) throws IOException {
        int rest = count;
        while (rest > 0x7F) {
            out.writeByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    /** What {@link #writeCount} wrote; a larger number than {@code most} is not believed, so that no damage fills the memory. */
    static int readCount(DataInputStream in, int most) throws IOException {
        long count = 0;
        int part = 0x80;
        for (int shift = 0; (part & 0x80) != 0 && shift < 35; shift += 7) {
            part = in.readUnsignedByte();
            count |= (long) (part & 0x7F) << shift;
        }
        if (count > most) {
            throw new IllegalArgumentException("a count of " + count + " where at most " + most + " are possible");
        }
        return (int) count;
    }

    static void writeNames(DataOutputStream out, List<String> names) throws IOException {
        writeCount(out, names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
    }

    static List<String> readNames(DataInputStream in) throws IOException {
        int count = readCount(in, MOST_NAMES);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(in.readUTF());
        }
        return names;
    }
}
