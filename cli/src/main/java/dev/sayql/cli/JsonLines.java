package dev.sayql.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.api.ExitCode;
import dev.sayql.api.Json;
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

/** Reads a file of one JSON object a line. A line that is none is handed out as such and stops nothing. */
final class JsonLines implements AutoCloseable {

    private static final int LONGEST_LINE = 16 * 1024 * 1024;

    private final InputStream file;
    private long number;

    private JsonLines(InputStream file) {
        this.file = file;
    }

    /**
     * One line that is not empty.
     *
     * @param number counts from 1
     * @param object empty when the line is not one JSON object in UTF-8
     */
    record Line(long number, Optional<JsonNode> object) {

        /** A field's text; empty when there is none. */
        Optional<String> text(String field) {
            return object.map(node -> node.get(field))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue);
        }

        /** The line's id as it stands, its number when it has none. */
        Object id() {
            return object.map(node -> node.get("id"))
                    .filter(JsonNode::isValueNode)
                    .filter(id -> !id.isNull())
                    .<Object>map(id -> id)
                    .orElse("line " + number);
        }
    }

    static JsonLines of(String path) {
        try {
            return new JsonLines(new BufferedInputStream(Files.newInputStream(Path.of(path)), 1 << 16));
        } catch (IOException | InvalidPathException missing) {
            throw new CommandFailure(ExitCode.USAGE, "The file " + path + " does not exist or cannot be read.");
        }
    }

    /** The next line; empty at the end. */
    Optional<Line> next() {
        try {
            while (true) {
                Optional<byte[]> bytes = nextBytes();
                if (bytes.isEmpty()) {
                    return Optional.empty();
                }
                number++;
                Optional<String> text = utf8(bytes.get());
                if (text.filter(String::isBlank).isEmpty()) {
                    return Optional.of(new Line(number, text.flatMap(Json::read).filter(JsonNode::isObject)));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Optional<byte[]> nextBytes() throws IOException {
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
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
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
