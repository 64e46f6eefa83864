package dev.sayql.engine;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people can say of a table: what its rows are called, what sorts them, what they measure. Thread-safe. */
final class TableWords {
    private static final int MOST_KINDS = 20;
    private static final int LONGEST_VALUE = 30;

    /** What ends the names of columns that tell of one row, and sort none. */
    private static final Set<String> OF_ONE_ROW = Set.of(
            "description",
            "text",
            "note",
            "notes",
            "remark",
            "remarks",
            "comment",
            "comments",
            "address",
            "phone",
            "email",
            "title",
            "name",
            "url",
            "id");

    private final Table table;
    private final SourceContext context;
    private final Knowledge knowledge;
    private final Set<String> keyColumns;

    TableWords(Table table, SourceContext context, Knowledge knowledge) {
        this.table = table;
        this.context = context;
        this.knowledge = knowledge;
        this.keyColumns = Stream.concat(
                        table.primaryKey().stream(),
                        table.foreignKeys().stream().map(ForeignKey::columns).flatMap(List::stream))
                .collect(Collectors.toSet());
    }

    /** The rows, many of them. */
    String rows() {
        return plural(words(table.name().name()));
    }

    Stream<Column> columns() {
        return table.columns().stream();
    }

    /** Columns with few values, which sort the rows into kinds. */
    List<Column> kinds() {
        return table.columns().stream()
                .filter(column -> column.dataType().isText() && !keyColumns.contains(column.name()))
                .filter(column -> !table.isUniqueOver(Set.of(column.name())))
                .filter(column -> !knowledge.label(table.name()).contains(column.name()))
                .filter(column -> !OF_ONE_ROW.contains(lastWord(column)))
                .filter(column -> {
                    List<String> values = values(column);
                    return values.size() >= 2
                            && values.size() <= MOST_KINDS
                            && values.stream().allMatch(value -> value.length() <= LONGEST_VALUE);
                })
                .toList();
    }

    /** What is known to be stored in the column. */
    List<String> values(Column column) {
        return column.enumValues().isEmpty()
                ? context.values()
                        .of(new ColumnName(table.name(), column.name()))
                        .orElse(List.of())
                : column.enumValues();
    }

    /** Numbers that say how much, the table's main one first. */
    List<Column> measures() {
        Optional<String> own = knowledge.ownMeasure(table.name()).map(ColumnName::column);
        List<Column> measures = new ArrayList<>(table.columns().stream()
                .filter(column -> column.dataType().isNumber() && !keyColumns.contains(column.name()))
                .filter(column -> !Knowledge.isYear(column) && !isName(column))
                .toList());
        measures.sort((first, second) -> Boolean.compare(
                own.filter(second.name()::equals).isPresent(),
                own.filter(first.name()::equals).isPresent()));
        return measures;
    }

    /** A number that stands for something, and says nothing of how much. */
    private static boolean isName(Column column) {
        return Set.of("id", "number", "code", "key", "phone", "zip", "latitude", "longitude")
                .contains(lastWord(column));
    }

    private static String lastWord(Column column) {
        List<String> words = NamePhrases.wordsOf(column.name(), Set.of());
        return words.isEmpty() ? "" : words.getLast();
    }

    /** What its rows point to. */
    List<TableName> targets() {
        return table.foreignKeys().stream()
                .map(ForeignKey::target)
                .filter(target -> !target.equals(table.name()))
                .distinct()
                .toList();
    }

    /** Whose rows point to it. */
    List<TableName> sources() {
        return knowledge.keys().from(table.name()).stream()
                .filter(edge -> edge.toMany() && !edge.to().equals(table.name()))
                .map(Keys.Edge::to)
                .distinct()
                .toList();
    }

    /** A name as people say it. */
    static String words(String identifier) {
        return String.join(" ", NamePhrases.wordsOf(identifier, Set.of())).toLowerCase(Locale.ROOT);
    }

    /** "order items" of "order item"; what is in the plural already stays, and so does what nobody can pronounce. */
    static String plural(String words) {
        boolean cut = words.substring(words.lastIndexOf(' ') + 1).matches("[^aeiouy]*");
        boolean already = words.endsWith("s") && !words.endsWith("ss") && !words.endsWith("us");
        if (cut || already) {
            return words;
        }
        if (words.endsWith("y") && !words.matches(".*[aeiou]y")) {
            return words.substring(0, words.length() - 1) + "ies";
        }
        boolean hissing = Stream.of("s", "x", "z", "ch", "sh").anyMatch(words::endsWith);
        return words + (hissing ? "es" : "s");
    }

    static String singular(String words) {
        if (words.endsWith("ies") && words.length() > 4) {
            return words.substring(0, words.length() - 3) + "y";
        }
        if (Stream.of("sses", "xes", "ches", "shes").anyMatch(words::endsWith)) {
            return words.substring(0, words.length() - 2);
        }
        boolean plain = words.endsWith("s") && !words.endsWith("ss") && !words.endsWith("us");
        return plain ? words.substring(0, words.length() - 1) : words;
    }
}
