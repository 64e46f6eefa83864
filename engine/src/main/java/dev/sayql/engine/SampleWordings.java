package dev.sayql.engine;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Table;
import dev.sayql.engine.SampleQuestions.Wording;
import dev.sayql.sql.SqlQuoting;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words the questions that suit a table. Used once. */
final class SampleWordings {
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
    private final String rows;
    private final Set<String> keyColumns;
    private final List<Wording> wordings = new ArrayList<>();

    SampleWordings(Table table, SourceContext context, Knowledge knowledge) {
        this.table = table;
        this.context = context;
        this.knowledge = knowledge;
        this.rows = plural(words(table.name().name()));
        this.keyColumns = Stream.concat(
                        table.primaryKey().stream(),
                        table.foreignKeys().stream().map(ForeignKey::columns).flatMap(List::stream))
                .collect(Collectors.toSet());
    }

    /** The plainest first; more than are wanted, for some will not be understood. */
    List<Wording> all() {
        add("How many " + rows + " are there?");
        Optional<ColumnName> date = knowledge.ownDate(table.name());
        date.ifPresent(column -> add("Show the 5 newest " + rows, column.column()));
        kinds().stream()
                .limit(2)
                .forEach(column -> add("Number of " + rows + " by " + words(column.name()), column.name()));
        measures().stream().limit(1).forEach(this::addOfMeasure);
        targets().stream().limit(2).forEach(target -> addOfTarget(target, knowledge));
        sources().stream().limit(1).forEach(this::addOfSource);
        date.ifPresent(column -> add("Number of " + rows + " by month", column.column()));
        kinds().stream().limit(1).forEach(this::addOfKind);
        measures().stream().skip(1).limit(2).forEach(this::addOfMeasure);
        add("List all " + rows);
        return wordings;
    }

    private void add(String text, String... names) {
        wordings.add(
                new Wording(text, Stream.of(names).map(SqlQuoting::identifier).toList()));
    }

    private void addOfMeasure(Column measure) {
        String words = words(measure.name());
        add("What is the average " + words + " of " + rows + "?", "avg", measure.name());
        add("Show the 5 " + rows + " with the highest " + words, measure.name());
    }

    private void addOfTarget(TableName target, Knowledge known) {
        if (!known.label(target).isEmpty()) {
            add("Number of " + rows + " by " + singular(words(target.name())), target.name());
        }
    }

    private void addOfSource(TableName source) {
        add("Which 5 " + rows + " have the most " + plural(words(source.name())) + "?", source.name());
    }

    private void addOfKind(Column kind) {
        values(kind).stream()
                .filter(value -> value.chars().allMatch(Character::isLetter))
                .findFirst()
                .ifPresent(value ->
                        add("How many " + rows + " have the " + words(kind.name()) + " " + value + "?", kind.name()));
    }

    /** Columns with few values, which sort the rows into kinds. */
    private List<Column> kinds() {
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

    private List<String> values(Column column) {
        return column.enumValues().isEmpty()
                ? context.values()
                        .of(new ColumnName(table.name(), column.name()))
                        .orElse(List.of())
                : column.enumValues();
    }

    /** Numbers that say how much, the table's main one first. */
    private List<Column> measures() {
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

    private List<TableName> targets() {
        return table.foreignKeys().stream()
                .map(ForeignKey::target)
                .filter(target -> !target.equals(table.name()))
                .distinct()
                .toList();
    }

    private List<TableName> sources() {
        return knowledge.keys().from(table.name()).stream()
                .filter(edge -> edge.toMany() && !edge.to().equals(table.name()))
                .map(Keys.Edge::to)
                .distinct()
                .toList();
    }

    private static String words(String identifier) {
        return String.join(" ", NamePhrases.wordsOf(identifier, Set.of())).toLowerCase(Locale.ROOT);
    }

    /** "order items" of "order item"; what is in the plural already stays, and so does what nobody can pronounce. */
    private static String plural(String words) {
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

    private static String singular(String words) {
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
