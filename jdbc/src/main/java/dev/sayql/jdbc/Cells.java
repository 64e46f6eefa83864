package dev.sayql.jdbc;

import dev.sayql.core.execution.Cell;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Turns PostgreSQL's text of a value into a cell. Dates and times become ISO 8601 ({@code 2024-05-01T10:00:00+00:00});
 * {@code infinity} and dates before Christ stay as PostgreSQL writes them. Arrays become JSON, numbers in them stay
 * numbers.
 */
final class Cells {
    private static final Pattern TIMESTAMP = Pattern.compile("\\d{4,6}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?");
    private static final Pattern ZONED = Pattern.compile("(" + TIMESTAMP.pattern() + ")([+-]\\d\\d)(:\\d\\d)?");

    private Cells() {}

    /**
     * Never throws for a text that the server sent.
     *
     * @param type PostgreSQL's short name of the type: {@code int4}, {@code _text}
     */
    static Cell of(String type, String text) {
        return switch (type) {
            case "bool" -> new Cell.Bool(text.equals("t"));
            case "int2", "int4", "int8", "oid", "numeric" -> number(text);
            case "float4", "float8" -> new Cell.Real(Double.parseDouble(text));
            case "json", "jsonb" -> new Cell.Json(text);
            case "timestamp" -> new Cell.Text(isoTimestamp(text));
            case "timestamptz" -> new Cell.Text(isoZoned(text));
            default -> type.startsWith("_") ? array(type.substring(1), text) : new Cell.Text(text);
        };
    }

    private static Cell number(String text) {
        return switch (text) {
            case "NaN", "Infinity", "-Infinity" -> new Cell.Real(Double.parseDouble(text));
            default -> new Cell.Decimal(new BigDecimal(text));
        };
    }

    private static Cell array(String elementType, String text) {
        try {
            // Only boxes are separated by semicolons.
            char delimiter = elementType.equals("box") ? ';' : ',';
            return new Cell.Json(ArrayText.toJson(text, delimiter, element -> json(of(elementType, element))));
        } catch (IllegalArgumentException notAnArray) {
            return new Cell.Text(text);
        }
    }

    private static String json(Cell cell) {
        return switch (cell) {
            case Cell.Null() -> "null";
            case Cell.Bool(boolean value) -> Boolean.toString(value);
            case Cell.Decimal(BigDecimal value) -> value.toPlainString();
            case Cell.Real(double value) -> Double.isFinite(value) ? Double.toString(value) : jsonString("" + value);
            case Cell.Text(String value) -> jsonString(value);
            case Cell.Json(String value) -> value;
        };
    }

    private static final Map<Character, String> ESCAPES =
            Map.of('"', "\\\"", '\\', "\\\\", '\n', "\\n", '\r', "\\r", '\t', "\\t");

    private static String jsonString(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String escaped = ESCAPES.get(c);
            if (escaped != null) {
                json.append(escaped);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private static String isoTimestamp(String text) {
        return TIMESTAMP.matcher(text).matches() ? text.replace(' ', 'T') : text;
    }

    private static String isoZoned(String text) {
        var parts = ZONED.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        String minutes = parts.group(3);
        return parts.group(1).replace(' ', 'T') + parts.group(2) + (minutes == null ? ":00" : minutes);
    }
}
