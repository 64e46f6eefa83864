package dev.sayql.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file line by line as bytes, whatever they are. A line is cut after 16 MiB. */
final class ByteLines implements AutoCloseable {

    private static final int LONGEST_LINE = 16 * 1024 * 1024;

    private final InputStream file;
    private final String name;

    private ByteLines(InputStream file, String name) {
        this.file = file;
        this.name = name;
    }

    static ByteLines of(String path) {
        try {
            Path file = FileFailure.noFolder(path);
            return new ByteLines(new BufferedInputStream(Files.newInputStream(file), 1 << 16), path);
        } catch (IOException | InvalidPathException missing) {
            throw FileFailure.ofReading(path, missing);
        }
    }

    /** The next line without its end; empty after the last. */
    Optional<byte[]> next() {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int read = file.read();
            if (read < 0) {
                return Optional.empty();
            }
            while (read >= 0 && read != '\n') {
                if (line.size() < LONGEST_LINE) {
                    line.write(read);
                }
                read = file.read();
            }
            return Optional.of(line.toByteArray());
        } catch (IOException broken) {
            throw FileFailure.ofReading(name, broken);
        }
    }

    /** The text of a line; empty when it is not UTF-8. */
    static Optional<String> text(byte[] line) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException ignored) {
            // It was only read.
        }
    }
}
