package dev.sayql.sql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the JSON text of the parser into maps, lists, strings, integers and booleans; leaves out positions in the text. */
final class TreeJson {

    /** Deeper trees are refused, so that no later step can run out of stack. */
    static final int MAXIMUM_DEPTH = 900;

    private static final Set<String> POSITIONS = Set.of(
            "location", "stmt_location", "stmt_len", "rexpr_list_start", "rexpr_list_end", "list_start", "list_end");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAXIMUM_DEPTH)
                    .maxStringLength(SqlLimits.MAXIMUM_BYTES * 2)
                    .build())
            .build();

    private TreeJson() {}

    /**
     * Reads the whole document.
     *
     * @throws Refusal TOO_LARGE when it is nested too deeply
     */
    static Map<String, Object> read(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalStateException("the parser's tree is not an object");
            }
            return object(parser);
        } catch (com.fasterxml.jackson.core.exc.StreamConstraintsException _) {
            throw new Refusal(RejectionCode.TOO_LARGE, "expressions or subqueries are nested too deeply");
        } catch (IOException e) {
            throw new IllegalStateException("the parser's tree cannot be read", e);
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> fields = new HashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            Object value = value(parser);
            if (!(value instanceof Integer && POSITIONS.contains(name)) && fields.put(name, value) != null) {
                throw new IllegalStateException("the parser's tree holds a field twice: " + name);
            }
        }
        return fields;
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return items;
    }

    private static Object value(JsonParser parser) throws IOException {
        @Nullable JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getIntValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case null, default -> throw new IllegalStateException("unexpected " + token + " in the parser's tree");
        };
    }
}
