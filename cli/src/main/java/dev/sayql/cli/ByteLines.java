package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    private ByteLines(InputStream file) {
        this.file = file;
    }

    static ByteLines of(String path) {
        try {
            return new ByteLines(new BufferedInputStream(Files.newInputStream(Path.of(path)), 1 << 16));
        } catch (IOException | InvalidPathException missing) {
            throw new CommandFailure(ExitCode.USAGE, "The file " + path + " does not exist or cannot be read.");
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
            throw new UncheckedIOException(broken);
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
