package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.api.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Writes one JSON object a line, each to the disk before the next, so that a run cut short keeps what it has done. */
final class LineWriter implements AutoCloseable {

    private final BufferedWriter writer;
    private final String path;

    private LineWriter(BufferedWriter writer, String path) {
        this.writer = writer;
        this.path = path;
    }

    /** Empties the file, unless it is the one that is read: what would be lost then is the input. */
    static LineWriter to(String path, String input) {
        try {
            Path file = FileFailure.noFolder(path);
            if (Files.exists(file) && Files.isSameFile(file, Path.of(input))) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "--out is the file that is read, " + input + ": name another one. Nothing was written.");
            }
            return new LineWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), path);
        } catch (IOException | InvalidPathException unwritable) {
            throw new CommandFailure(ExitCode.USAGE, "The file " + path + " cannot be written.");
        }
    }

    void write(Object value) {
        try {
            writer.write(Json.write(value));
            writer.write('\n');
            writer.flush();
        } catch (IOException full) {
            throw new CommandFailure(ExitCode.FAILED, "Writing to " + path + " failed; is the disk full?");
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException full) {
            throw new CommandFailure(ExitCode.FAILED, "Writing to " + path + " failed; is the disk full?");
        }
    }
}
