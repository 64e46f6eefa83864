package dev.sayql.llm;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Table;
import dev.sayql.core.team.ModelPolicy.Sharing;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tables as a prompt shows them: in full, or only their names, columns and keys. Immutable. */
final class SchemaText {

    private static final int MOST_COMMENT = 160;
    private static final int MOST_VALUE = 40;
    private static final int MOST_VALUES = 6;

    private final SourceContext context;
    private final boolean values;

    SchemaText(SourceContext context, Sharing sharing) {
        this.context = context;
        this.values = sharing == Sharing.VALUES;
    }

    /** Everything that may be said of a table, a line for each column. */
    String full(Table table) {
        StringBuilder text = new StringBuilder(name(table.name()));
        table.comment().ifPresent(comment -> text.append(' ').append(Quoted.text(comment, MOST_COMMENT)));
        text.append('\n');
        Map<String, String> keys = keys(table);
        for (Column column : table.columns()) {
            text.append("  ").append(Quoted.name(column.name())).append(' ').append(type(column));
            if (table.primaryKey().contains(column.name())) {
                text.append(" key");
            }
            Optional.ofNullable(keys.get(column.name()))
                    .ifPresent(target -> text.append(" → ").append(target));
            column.comment().ifPresent(comment -> text.append(' ').append(Quoted.text(comment, MOST_COMMENT)));
            text.append(samples(table, column)).append('\n');
        }
        composite(table).forEach(key -> text.append("  ").append(key).append('\n'));
        return text.toString();
    }

    /** Names and keys on one line: enough to know that the table is there and to join it. */
    String brief(Table table) {
        Map<String, String> keys = keys(table);
        String columns = table.columns().stream()
                .map(column -> Quoted.name(column.name())
                        + Optional.ofNullable(keys.get(column.name()))
                                .map(target -> " → " + target)
                                .orElse(""))
                .collect(Collectors.joining(", "));
        return name(table.name()) + " (" + columns + ")\n";
    }

    private static String type(Column column) {
        return column.declaredType().replaceAll("[^\\p{L}\\p{N}_ (),.\\[\\]]", "");
    }

    static String name(TableName table) {
        return Quoted.name(table.schema()) + "." + Quoted.name(table.name());
    }

    static String name(ColumnName column) {
        return name(column.table()) + "." + Quoted.name(column.column());
    }

    /** Where each column that alone is a foreign key leads. */
    private static Map<String, String> keys(Table table) {
        Map<String, String> keys = new HashMap<>();
        for (ForeignKey key : table.foreignKeys()) {
            if (key.columns().size() == 1) {
                keys.putIfAbsent(
                        key.columns().getFirst(),
                        name(key.target()) + "."
                                + Quoted.name(key.targetColumns().getFirst()));
            }
        }
        return keys;
    }

    private static List<String> composite(Table table) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().size() > 1)
                .map(key -> "(" + names(key.columns()) + ") → " + name(key.target()) + " (" + names(key.targetColumns())
                        + ")")
                .toList();
    }

    private static String names(List<String> names) {
        return names.stream().map(Quoted::name).collect(Collectors.joining(", "));
    }

    /** Labels of an enum and stored values are what stands in rows, or may: nothing of them where only the schema is shared. */
    private String samples(Table table, Column column) {
        if (!values) {
            return "";
        }
        List<String> samples = new ArrayList<>(column.enumValues());
        if (samples.isEmpty()) {
            context.values().of(new ColumnName(table.name(), column.name())).ifPresent(samples::addAll);
        }
        if (samples.isEmpty()) {
            return "";
        }
        String shown = samples.stream()
                .limit(MOST_VALUES)
                .map(value -> Quoted.text(value, MOST_VALUE))
                .collect(Collectors.joining(", "));
        return " values: " + shown + (samples.size() > MOST_VALUES ? ", …" : "");
    }
}
