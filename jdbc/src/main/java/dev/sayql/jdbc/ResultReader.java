package dev.sayql.jdbc;

import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.execution.Rows;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a result within the limits. A row is taken whole or not at all. A cell that is too long is cut, says so at its
 * end, and makes the result a truncated one; cut JSON becomes text, for it is no JSON any more. Not thread-safe.
 */
final class ResultReader {
    private static final Map<String, String> SQL_NAMES = Map.ofEntries(
            Map.entry("bool", "boolean"),
            Map.entry("int2", "smallint"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("varchar", "character varying"),
            Map.entry("bpchar", "character"),
            Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("time", "time without time zone"),
            Map.entry("timetz", "time with time zone"),
            Map.entry("varbit", "bit varying"));

    // The driver shows generated numbers under these names.
    private static final Map<String, String> SERIALS =
            Map.of("serial", "int4", "bigserial", "int8", "smallserial", "int2");

    private final ResultSet result;
    private final Limits limits;
    private final List<String> types = new ArrayList<>();
    private final List<Rows.Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();
    private long bytes;
    private boolean truncated;

    ResultReader(ResultSet result, Limits limits) throws SQLException {
        this.result = result;
        this.limits = limits;
        ResultSetMetaData meta = result.getMetaData();
        Set<String> taken = new HashSet<>();
        for (int column = 1; column <= meta.getColumnCount(); column++) {
            String type = unquoted(meta.getColumnTypeName(column));
            types.add(type);
            columns.add(new Rows.Column(unique(meta.getColumnLabel(column), taken), sqlName(type)));
        }
    }

    /** Reads the next row; false when there is none, or none that fits. */
    boolean readRow() throws SQLException {
        if (!result.next()) {
            return false;
        }
        if (rows.size() == limits.rows()) {
            truncated = true;
            return false;
        }
        List<Cell> row = new ArrayList<>(types.size());
        for (int column = 1; column <= types.size(); column++) {
            row.add(cell(column));
        }
        if (bytes > limits.resultBytes()) {
            truncated = true;
            return false;
        }
        rows.add(row);
        return true;
    }

    /** There is more than was read. */
    void cutHere() {
        truncated = true;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    List<Rows.Column> columns() {
        return columns;
    }

    List<List<Cell>> rows() {
        return rows;
    }

    boolean isTruncated() {
        return truncated;
    }

    private Cell cell(int column) throws SQLException {
        String text = result.getString(column);
        if (text == null) {
            return new Cell.Null();
        }
        int size = utf8Length(text);
        if (size > limits.cellBytes()) {
            truncated = true;
            Cell cut = new Cell.Text(cut(text));
            bytes += limits.cellBytes();
            return cut;
        }
        bytes += size;
        return Cells.of(types.get(column - 1), text);
    }

    private String cut(String text) {
        int end = 0;
        int size = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            size += utf8Length(codePoint);
            if (size > limits.cellBytes()) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end) + "… [cut: " + String.format(Locale.ROOT, "%,d", text.length())
                + " characters in all]";
    }

    private static int utf8Length(String text) {
        return text.codePoints().map(ResultReader::utf8Length).sum();
    }

    private static int utf8Length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }

    private static String unique(String name, Set<String> taken) {
        String candidate = name;
        for (int number = 2; !taken.add(candidate); number++) {
            candidate = name + "_" + number;
        }
        return candidate;
    }

    /** The driver writes types outside the search path as {@code "public"."mood"}. */
    private static String unquoted(String typeName) {
        String name = SERIALS.getOrDefault(typeName, typeName);
        int last = name.lastIndexOf("\".\"");
        return last < 0 ? name : name.substring(last + 3, name.length() - 1);
    }

    private static String sqlName(String type) {
        return type.startsWith("_")
                ? SQL_NAMES.getOrDefault(type.substring(1), type.substring(1)) + "[]"
                : SQL_NAMES.getOrDefault(type, type);
    }
}
