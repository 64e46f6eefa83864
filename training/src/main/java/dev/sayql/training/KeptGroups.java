package dev.sayql.training;

import dev.sayql.core.generation.Finding;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Candidates that are made once and kept: making them takes most of the time of a run, and one that is broken off goes on with
 * what it finds. They hold questions, and are no part of any artifact.
 *
 * @param folder where they are; nothing is kept without one
 */
record KeptGroups(Optional<Path> folder) {
    private static final int VERSION = 2;

    static final String OWN = "own";
    static final String TUNE = "tune";
    static final String CALIBRATE = "calibrate";

    /** Makes what is not there yet. */
    interface Maker {
        Groups make() throws IOException, SQLException;
    }

    /** The name of the candidates for what the databases of one half did not teach. */
    static String half(int taught) {
        return "half-" + taught;
    }

    /** @throws IllegalArgumentException when they were never kept */
    Groups known(String name) throws IOException, SQLException {
        return of(name, () -> {
            throw new IllegalArgumentException(
                    "No candidates are kept under " + name + "; './sayql train --kept' makes them.");
        });
    }

    /**
     * @param name of the file, which tells one set of candidates from another
     * @throws IOException when what is kept is of another version, or cannot be read or written
     */
    Groups of(String name, Maker maker) throws IOException, SQLException {
        if (folder.isEmpty()) {
            return maker.make();
        }
        Path file = folder.get().resolve(name + ".groups.gz");
        if (Files.exists(file)) {
            return read(file);
        }
        Groups made = maker.make();
        Files.createDirectories(folder.get());
        // Half a file is never taken for a whole one.
        Path begun = folder.get().resolve(name + ".begun");
        write(made, begun);
        Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }

    private static void write(Groups groups, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), 1 << 16))) {
            out.writeInt(VERSION);
            out.writeInt(groups.width());
            out.writeInt(groups.spans().size());
            for (Groups.Span span : groups.spans()) {
                out.writeUTF(span.of());
                out.writeUTF(span.question());
                out.writeInt(span.end() - span.start());
                for (Groups.Line line : groups.lines(span)) {
                    write(line, out);
                }
            }
        }
    }

    private static void write(Groups.Line line, DataOutputStream out) throws IOException {
        for (float feature : line.features()) {
            out.writeFloat(feature);
        }
        out.writeBoolean(line.right());
        out.writeUTF(line.said());
        switch (line.found()) {
            case Finding.Untried() -> out.writeByte(0);
            case Finding.Broken() -> out.writeByte(1);
            case Finding.Found(int rows, int columns, int missing, long digest) -> {
                out.writeByte(2);
                out.writeInt(rows);
                out.writeInt(columns);
                out.writeInt(missing);
                out.writeLong(digest);
            }
        }
    }

    private static Groups read(Path file) throws IOException {
        Groups groups = new Groups();
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file)), 1 << 16))) {
            if (in.readInt() != VERSION) {
                throw new IOException(file + " was kept by another version; delete it");
            }
            int width = in.readInt();
            int count = in.readInt();
            for (int group = 0; group < count; group++) {
                String database = in.readUTF();
                String question = in.readUTF();
                int size = in.readInt();
                List<Groups.Line> lines = new ArrayList<>(size);
                for (int line = 0; line < size; line++) {
                    lines.add(line(width, in));
                }
                groups.addLines(lines, database, question);
            }
        }
        return groups;
    }

    private static Groups.Line line(int width, DataInputStream in) throws IOException {
        float[] features = new float[width];
        for (int feature = 0; feature < width; feature++) {
            features[feature] = in.readFloat();
        }
        boolean right = in.readBoolean();
        String said = in.readUTF();
        Finding found = switch (in.readByte()) {
            case 0 -> new Finding.Untried();
            case 1 -> new Finding.Broken();
            default -> new Finding.Found(in.readInt(), in.readInt(), in.readInt(), in.readLong());
        };
        return new Groups.Line(features, right, found, said);
    }
}
