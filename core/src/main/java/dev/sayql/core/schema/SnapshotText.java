package dev.sayql.core.schema;

import dev.sayql.core.schema.TableShape.ColumnShape;
import dev.sayql.sql.Catalog;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The written form of a snapshot: a line for each thing, the letter of its kind first, fields apart by tabs. */
final class SnapshotText {
    private static final String HEAD = "sayql-schema 1";

    private SnapshotText() {}

    static String write(SchemaSnapshot snapshot) {
        StringBuilder out = new StringBuilder(HEAD).append('\n');
        snapshot.tables().forEach(table -> write(table, out));
        return out.toString();
    }

    private static void write(TableShape table, StringBuilder out) {
        line(
                out,
                "t",
                List.of(table.name().schema(), table.name().name(), table.kind().name()));
        for (ColumnShape column : table.columns()) {
            line(
                    out,
                    "c",
                    List.of(
                            column.name(),
                            column.declaredType(),
                            column.type(),
                            column.nullable() ? "null" : "not null"));
            if (!column.labels().isEmpty()) {
                line(out, "l", column.labels());
            }
        }
        if (!table.primaryKey().isEmpty()) {
            line(out, "p", table.primaryKey());
        }
        table.uniqueKeys().forEach(key -> line(out, "u", key));
        for (ForeignKey key : table.foreignKeys()) {
            List<String> target = List.of(key.target().schema(), key.target().name());
            line(
                    out,
                    "f",
                    Stream.of(target, key.columns(), key.targetColumns())
                            .flatMap(List::stream)
                            .toList());
        }
        table.checks().forEach(check -> line(out, "k", List.of(check)));
        table.definition().ifPresent(digest -> line(out, "d", List.of(digest)));
    }

    private static void line(StringBuilder out, String letter, List<String> fields) {
        out.append(letter);
        for (String field : fields) {
            out.append('\t')
                    .append(field.replace("\\", "\\\\")
                            .replace("\t", "\\t")
                            .replace("\n", "\\n")
                            .replace("\r", "\\r"));
        }
        out.append('\n');
    }

    static SchemaSnapshot read(String text) {
        if (!text.startsWith(HEAD + "\n")) {
            throw new IllegalArgumentException("this is no snapshot of a schema");
        }
        List<TableShape> tables = new ArrayList<>();
        List<List<String>> lines = new ArrayList<>();
        text.lines().skip(1).map(SnapshotText::fields).forEach(line -> {
            if (line.getFirst().equals("t") && !lines.isEmpty()) {
                tables.add(table(lines));
                lines.clear();
            }
            lines.add(line);
        });
        if (!lines.isEmpty()) {
            tables.add(table(lines));
        }
        return new SchemaSnapshot(tables);
    }

    private static List<String> fields(String line) {
        return Arrays.stream(line.split("\t", -1)).map(SnapshotText::unescaped).toList();
    }

    private static String unescaped(String field) {
        StringBuilder out = new StringBuilder(field.length());
        boolean escaped = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\' && !escaped) {
                escaped = true;
                continue;
            }
            out.append(escaped ? meant(c) : c);
            escaped = false;
        }
        return out.toString();
    }

    private static char meant(char escaped) {
        return switch (escaped) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> escaped;
        };
    }

    private static TableShape table(List<List<String>> lines) {
        List<String> head = expect("t", 4, lines.getFirst());
        List<ColumnShape> columns = new ArrayList<>();
        List<String> primaryKey = new ArrayList<>();
        List<List<String>> uniqueKeys = new ArrayList<>();
        List<ForeignKey> foreignKeys = new ArrayList<>();
        List<String> checks = new ArrayList<>();
        Optional<String> definition = Optional.empty();
        for (List<String> line : lines.subList(1, lines.size())) {
            List<String> rest = line.subList(1, line.size());
            switch (line.getFirst()) {
                case "c" -> columns.add(column(expect("c", 5, line)));
                case "l" -> labelLast(columns, rest);
                case "p" -> primaryKey.addAll(rest);
                case "u" -> uniqueKeys.add(rest);
                case "f" -> foreignKeys.add(foreignKey(rest));
                case "k" -> checks.add(expect("k", 2, line).get(1));
                case "d" -> definition = Optional.of(expect("d", 2, line).get(1));
                default -> throw new IllegalArgumentException("a snapshot has no line " + line.getFirst());
            }
        }
        TableName name = new TableName(head.get(1), head.get(2));
        Catalog.Kind kind = Catalog.Kind.valueOf(head.get(3));
        return new TableShape(name, kind, columns, primaryKey, uniqueKeys, foreignKeys, checks, definition);
    }

    private static List<String> expect(String letter, int fields, List<String> line) {
        if (!line.getFirst().equals(letter) || line.size() != fields) {
            throw new IllegalArgumentException("a snapshot's line " + letter + " has " + fields + " fields");
        }
        return line;
    }

    private static ColumnShape column(List<String> line) {
        return new ColumnShape(
                line.get(1), line.get(2), line.get(3), line.get(4).equals("null"), List.of());
    }

    private static void labelLast(List<ColumnShape> columns, List<String> labels) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a snapshot's line l follows a line c");
        }
        ColumnShape column = columns.removeLast();
        columns.add(new ColumnShape(column.name(), column.declaredType(), column.type(), column.nullable(), labels));
    }

    private static ForeignKey foreignKey(List<String> fields) {
        if (fields.size() < 4 || fields.size() % 2 != 0) {
            throw new IllegalArgumentException("a snapshot's line f has a target and pairs of columns");
        }
        int columns = (fields.size() - 2) / 2;
        return new ForeignKey(
                fields.subList(2, 2 + columns),
                new TableName(fields.get(0), fields.get(1)),
                fields.subList(2 + columns, fields.size()),
                false);
    }
}
