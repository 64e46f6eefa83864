package dev.sayql.engine;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Table;
import dev.sayql.core.semantics.Metric;
import dev.sayql.core.semantics.Term;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What people can say of a source, in the words that they would type: what rows are called, what is measured, what sorts rows
 * into groups, what is stored; for each, the tables of which it tells. Thread-safe.
 */
final class Vocabulary {
    private static final int LONGEST_VALUE = 40;
    /** How far from a table its groups may lie, in keys. */
    private static final int FARTHEST = 2;

    /**
     * Words for something.
     *
     * @param folded the same in small letters
     * @param tables of which they tell, the coarsest first
     */
    record Said(String text, String folded, List<TableName> tables) {
        private Said(String text, List<TableName> tables) {
            this(text, text.toLowerCase(Locale.ROOT), tables);
        }

        private static Said of(String text, TableName table) {
            return new Said(text, List.of(table));
        }
    }

    private final Map<TableName, TableWords> words = new LinkedHashMap<>();
    private final Map<TableName, List<Said>> rowsOf = new LinkedHashMap<>();
    private final Map<TableName, List<Said>> measuresOf = new LinkedHashMap<>();
    private final Map<TableName, List<Said>> groupsOf = new ConcurrentHashMap<>();
    private final Map<TableName, List<Said>> valuesOf = new ConcurrentHashMap<>();
    private final List<Said> rows;
    private final List<Said> measures;
    private final List<Said> metrics = new ArrayList<>();
    private final Set<String> counted = new HashSet<>();
    private final Set<String> columns = new HashSet<>();
    private final TreeMap<String, List<Said>> all = new TreeMap<>();
    private final SourceContext context;
    private final Knowledge knowledge;

    Vocabulary(SourceContext context, Knowledge knowledge) {
        this.context = context;
        this.knowledge = knowledge;
        // Those that much points to are asked about most.
        List<Table> tables = context.schema().tables().stream()
                .filter(table -> !table.isView())
                .sorted(Comparator.comparingInt(
                        (Table table) -> -knowledge.keys().from(table.name()).size()))
                .toList();
        for (Table table : tables) {
            TableWords said = new TableWords(table, context, knowledge);
            words.put(table.name(), said);
            rowsOf.put(table.name(), rowsOf(table.name(), said));
            measuresOf.put(
                    table.name(),
                    said.measures().stream()
                            .map(column -> Said.of(TableWords.words(column.name()), table.name()))
                            .toList());
            table.columns().forEach(column -> indexColumn(Said.of(TableWords.words(column.name()), table.name())));
        }
        rows = rowsOf.values().stream().flatMap(List::stream).toList();
        measures = measuresOf.values().stream().flatMap(List::stream).toList();
        for (Metric metric : context.semantics().metrics()) {
            List<TableName> of =
                    metric.forms().stream().map(Metric.Form::table).distinct().toList();
            Stream.concat(Stream.of(metric.name()), metric.synonyms().stream())
                    .forEach(name -> metrics.add(new Said(name, of)));
        }
        Stream.of(rows, metrics).flatMap(List::stream).forEach(this::indexCounted);
        context.semantics()
                .terms()
                .forEach(term -> index(Said.of(term.phrase(), term.target().table())));
        context.values().columns().forEach(this::indexValues);
    }

    /** As the team calls them before as the schema does. */
    private List<Said> rowsOf(TableName table, TableWords said) {
        Stream<String> taught = context.semantics().terms().stream()
                .filter(term -> term.target() instanceof Term.Target.OfTable(TableName named) && named.equals(table))
                .map(term -> TableWords.plural(term.phrase()));
        return Stream.concat(taught, Stream.of(said.rows()))
                .distinct()
                .map(text -> Said.of(text, table))
                .toList();
    }

    private void index(Said said) {
        all.computeIfAbsent(said.folded(), key -> new ArrayList<>()).add(said);
    }

    private void indexColumn(Said said) {
        index(said);
        columns.add(said.folded());
    }

    private void indexCounted(Said said) {
        index(said);
        counted.add(said.folded());
    }

    private void indexValues(ColumnName column) {
        if (words.containsKey(column.table())) {
            stored(column).forEach(this::index);
        }
    }

    private Stream<Said> stored(ColumnName column) {
        return context.values().of(column).orElse(List.of()).stream()
                .filter(value -> !value.isBlank() && value.length() <= LONGEST_VALUE && isSpoken(value))
                .map(value -> Said.of(value, column.table()));
    }

    /** Whether people would type it as it is stored: quotes, commas and the like mean something in a question. */
    private static boolean isSpoken(String value) {
        return value.chars().allMatch(c -> Character.isLetterOrDigit(c) || " -'&.".indexOf(c) >= 0);
    }

    /** What rows are called, those of the most connected tables first. */
    List<Said> rows() {
        return rows;
    }

    /** Whether rows, or a number that the team has named, are called exactly so. */
    boolean isCounted(String text) {
        return counted.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether a column is called exactly so. */
    boolean isColumn(String text) {
        return columns.contains(text.toLowerCase(Locale.ROOT));
    }

    /** What the rows of these tables are called. */
    List<Said> rows(List<TableName> tables) {
        return of(tables, table -> rowsOf.getOrDefault(table, List.of()).stream());
    }

    /** Numbers that rows have. */
    List<Said> measures() {
        return measures;
    }

    List<Said> measures(List<TableName> tables) {
        return of(tables, table -> measuresOf.getOrDefault(table, List.of()).stream());
    }

    /** Numbers that the team has named. */
    List<Said> metrics() {
        return metrics;
    }

    /** What rows of these tables can be counted by: what they point to, what sorts them, when they happened. */
    List<Said> groups(List<TableName> tables) {
        return of(tables, table -> groupsOf.computeIfAbsent(table, this::findGroups).stream());
    }

    private List<Said> findGroups(TableName table) {
        Set<Said> found = new LinkedHashSet<>();
        near(table).forEach((other, steps) -> {
            if (steps > 0 && !knowledge.label(other).isEmpty()) {
                rowsOf.getOrDefault(other, List.of())
                        .forEach(many -> found.add(Said.of(TableWords.singular(many.text()), table)));
            }
            Optional.ofNullable(words.get(other)).stream()
                    .flatMap(said -> said.kinds().stream())
                    .forEach(kind -> found.add(Said.of(TableWords.words(kind.name()), table)));
        });
        if (knowledge.ownDate(table).isPresent()) {
            Stream.of("month", "year").forEach(unit -> found.add(Said.of(unit, table)));
        }
        return List.copyOf(found);
    }

    /** What is stored in short texts of these tables and of those they point to. */
    List<Said> values(List<TableName> tables) {
        return of(tables, table -> valuesOf.computeIfAbsent(table, this::findValues).stream());
    }

    private List<Said> findValues(TableName table) {
        return near(table).keySet().stream()
                .flatMap(other -> Optional.ofNullable(words.get(other)).stream()
                        .flatMap(TableWords::columns)
                        .map(column -> new ColumnName(other, column.name())))
                .flatMap(this::stored)
                .map(said -> Said.of(said.text(), table))
                .distinct()
                .toList();
    }

    /** What the rows are called that point to rows of these tables. */
    List<Said> related(List<TableName> tables) {
        return of(
                tables,
                table -> Optional.ofNullable(words.get(table)).stream()
                        .flatMap(said -> said.sources().stream())
                        .flatMap(source -> rowsOf.getOrDefault(source, List.of()).stream())
                        .map(said -> Said.of(said.text(), table)));
    }

    /** All that is called exactly so. */
    List<Said> called(String text) {
        return all.getOrDefault(text.toLowerCase(Locale.ROOT), List.of());
    }

    /** What begins with the text, whatever its case; in the order of the alphabet. */
    Stream<Said> startingWith(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return all.subMap(folded, folded + Character.MAX_VALUE).values().stream()
                .flatMap(List::stream);
    }

    /** The table and those that its rows point to, with the number of keys between. */
    private Map<TableName, Integer> near(TableName start) {
        Map<TableName, Integer> found = new LinkedHashMap<>(Map.of(start, 0));
        List<TableName> ring = List.of(start);
        for (int steps = 1; steps <= FARTHEST; steps++) {
            int now = steps;
            ring = ring.stream()
                    .flatMap(table -> knowledge.keys().from(table).stream())
                    .filter(edge -> !edge.toMany() && !found.containsKey(edge.to()))
                    .map(Keys.Edge::to)
                    .distinct()
                    .toList();
            ring.forEach(table -> found.put(table, now));
        }
        return found;
    }

    private static List<Said> of(List<TableName> tables, Function<TableName, Stream<Said>> each) {
        return tables.stream().flatMap(each).distinct().toList();
    }
}
