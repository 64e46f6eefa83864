package dev.sayql.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.api.Json;
import java.util.Optional;

/** Reads a file of one JSON object a line. A line that is none is handed out as such and stops nothing. */
final class JsonLines implements AutoCloseable {

    private final ByteLines file;
    private long number;

    private JsonLines(ByteLines file) {
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
        return new JsonLines(ByteLines.of(path));
    }

    /** The next line; empty at the end. */
    Optional<Line> next() {
        while (true) {
            Optional<byte[]> bytes = file.next();
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            number++;
            Optional<String> text = ByteLines.text(bytes.get());
            if (text.filter(String::isBlank).isEmpty()) {
                return Optional.of(new Line(number, text.flatMap(Json::read).filter(JsonNode::isObject)));
            }
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
