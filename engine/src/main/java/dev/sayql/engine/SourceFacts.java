package dev.sayql.engine;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.Table;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the schema and the metrics of a source say about things that questions do not name. Thread-safe. */
final class SourceFacts {
    private static final Set<String> DONE = Set.of(
            "paid", "returned", "completed", "resolved", "finished", "settled", "done", "delivered", "fulfilled");
    private static final Set<String> ENDED =
            Set.of("done", "completed", "finished", "closed", "resolved", "solved", "fixed", "settled");
    private static final Set<String> WEIGHTS = Set.of("weight", "weights", "mass", "lb", "lbs", "pounds");

    private final SourceContext context;
    private final Function<TableName, List<String>> labels;
    private final Once<List<TableName>> names;
    private final Once<List<TableName>> trees;
    private final Once<List<TableName>> people;
    private final Once<List<TableName>> persons;
    private final Once<List<ColumnName>> quantities;
    private final Once<Set<String>> units;
    private final Once<Set<String>> words;
    private final Once<List<String>> pay;
    private final Once<Map<String, List<ColumnName>>> measured;
    private final Once<Map<String, List<ColumnName>>> rated;
    private final Once<Map<ColumnName, ColumnName>> done;
    private final Once<List<ColumnName>> expiring;
    private final Once<List<ColumnName>> births;

    SourceFacts(SourceContext context, Function<TableName, List<String>> labels) {
        this.context = context;
        this.labels = labels;
        this.names = tables(table -> !table.isView());
        this.trees = tables(SourceFacts::isTree);
        this.people = tables(Persons::haveNames);
        this.persons = tables(
                table -> Persons.are(table) && !labels.apply(table.name()).isEmpty());
        this.quantities = new Once<>(this::findQuantities);
        this.units = new Once<>(
                () -> wordsOf(SourceFacts::told).map(NamePhrases::unit).collect(Collectors.toUnmodifiableSet()));
        this.words = new Once<>(() -> wordsOf(Column::name).collect(Collectors.toUnmodifiableSet()));
        this.pay = new Once<>(this::findPay);
        this.measured = new Once<>(this::findMeasured);
        this.rated = new Once<>(this::findRated);
        this.done = new Once<>(this::findDone);
        this.expiring = new Once<>(() -> onlyDates("expires", "expiry", "expiration", "expire"));
        this.births = new Once<>(() -> onlyDates("birth", "born", "birthday", "birthdate", "dob"));
    }

    private Once<List<TableName>> tables(Predicate<Table> wanted) {
        return new Once<>(() -> context.schema().tables().stream()
                .filter(wanted)
                .map(Table::name)
                .toList());
    }

    private Stream<Column> columns() {
        return context.schema().tables().stream().flatMap(table -> table.columns().stream());
    }

    private Stream<String> wordsOf(Function<Column, String> text) {
        return columns().flatMap(column -> NamePhrases.wordsOf(text.apply(column), Set.of()).stream());
    }

    private static String told(Column column) {
        return column.name() + " " + column.comment().orElse("");
    }

    /** Without views: what they show is that of tables. */
    List<TableName> tableNames() {
        return names.get();
    }

    /** The tables whose rows point to rows of their own table. */
    List<TableName> trees() {
        return trees.get();
    }

    private static boolean isTree(Table table) {
        return table.foreignKeys().stream().anyMatch(key -> key.target().equals(table.name()));
    }

    /** The tables whose rows are people that can be told from each other. */
    List<TableName> persons() {
        return persons.get();
    }

    /** Whether the column holds a number of things: {@code bed_qty}, {@code number_of_platforms}. */
    boolean isQuantity(ColumnName name) {
        return context.schema()
                .table(name.table())
                .flatMap(table -> table.column(name.column()))
                .filter(SourceFacts::isQuantity)
                .isPresent();
    }

    private static boolean isQuantity(Column column) {
        List<String> words = NamePhrases.wordsOf(column.name(), Set.of());
        Set<String> quantities = Set.of("quantity", "count", "number", "total");
        boolean itself = words.size() == 1 && words.getFirst().equals("quantity");
        return column.dataType().isNumber()
                && (words.size() > 1 || itself)
                && (quantities.contains(words.getLast()) || quantities.contains(words.getFirst()));
    }

    private List<ColumnName> findQuantities() {
        return context.schema().tables().stream()
                .flatMap(table -> table.columns().stream()
                        .filter(SourceFacts::isQuantity)
                        .map(column -> new ColumnName(table.name(), column.name())))
                .toList();
    }

    /** The column that holds how often something was done: "renewed" beside {@code renewal_count}. */
    Optional<Mention.OfColumn> countOf(String verb, int at) {
        List<Mention.Option<ColumnName>> found = quantities.get().stream()
                .filter(column -> {
                    String first =
                            NamePhrases.wordsOf(column.column(), Set.of()).getFirst();
                    return verb.length() > 3 && first.startsWith(verb) && first.length() <= verb.length() + 4;
                })
                .map(column -> new Mention.Option<>(column, 1.0))
                .toList();
        return found.size() == 1 ? Optional.of(new Mention.OfColumn(at, at + 1, found)) : Optional.empty();
    }

    /** The rows of the metric whose name ends with what is done: "produced" beside "units produced". */
    Optional<TableName> doneIn(String verb) {
        List<TableName> found = context.semantics().metrics().stream()
                .filter(metric -> Stream.concat(Stream.of(metric.name()), metric.synonyms().stream())
                        .map(Stem::ofWords)
                        .anyMatch(words -> words.size() == 2 && words.getLast().equals(verb)))
                .map(metric -> metric.forms().getFirst().table())
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The one of several keys of a table to the same other that the word says: "away" of the two teams of a match. */
    Optional<ColumnName> directed(TableName table, String word) {
        return Directions.key(
                        context.schema().table(table).stream()
                                .flatMap(found -> found.foreignKeys().stream())
                                .toList(),
                        word)
                .map(column -> new ColumnName(table, column));
    }

    private List<String> findPay() {
        return columns()
                .filter(column -> NamePhrases.stemsOf(column.name()).stream()
                        .anyMatch(Set.of("salary", "wag", "wage", "pay", "rat", "rate", "income")::contains))
                .map(column -> String.join(" ", NamePhrases.wordsOf(told(column), Set.of())))
                .toList();
    }

    /** Whether all pay in the source is for this unit of time: said so by names or comments; for a year when none says anything. */
    boolean isPaidBy(String unit) {
        List<String> said = pay.get();
        Map<String, String> units =
                Map.of("hour", "hour", "day", "dai?ly|day", "week", "week", "month", "month", "year", "year|annual");
        boolean any = said.stream()
                .anyMatch(text -> units.values().stream().anyMatch(known -> text.matches(".*(" + known + ").*")));
        boolean own = said.stream().anyMatch(text -> text.matches(".*(" + units.getOrDefault(unit, unit) + ").*"));
        return own || (!any && unit.equals("year") && !said.isEmpty());
    }

    /** Whether some column is measured in the unit, as its name or comment says. */
    boolean hasUnit(String word) {
        return units.get().contains(NamePhrases.unit(word));
    }

    /** Whether some column says in its name that it holds a weight: pounds are no money there. */
    boolean weighs() {
        return WEIGHTS.stream().anyMatch(words.get()::contains);
    }

    /** Whether some column says in its name that it holds seconds, minutes or hours. */
    boolean measuresTime() {
        return hasUnit("minute") || hasUnit("hour") || hasUnit("second");
    }

    /** The tables whose rows are people with names of their own, not companies. */
    List<TableName> people() {
        return people.get();
    }

    /** The table of those who work here. */
    Optional<TableName> staff() {
        return context.schema().tables().stream()
                .map(Table::name)
                .filter(name -> Set.of("employee", "staff", "worker", "personnel").stream()
                        .map(Stem::of)
                        .anyMatch(Stem.of(name.name())::equals))
                .findFirst();
    }

    /** Whether what the rows are measured by is money for one of them: not where a quantity multiplies it. */
    boolean pricesOne(TableName table) {
        return context.schema().table(table).stream()
                .flatMap(found -> found.columns().stream())
                .noneMatch(
                        column -> NamePhrases.wordsOf(column.name(), Set.of()).contains("quantity"));
    }

    /** The one metric that counts pieces: "units sold". */
    Optional<Mention.OfMetric> pieces(int at) {
        List<Metric> found = context.semantics().metrics().stream()
                .filter(metric -> Stream.concat(Stream.of(metric.name()), metric.synonyms().stream())
                        .anyMatch(name -> name.startsWith("units ") || name.startsWith("pieces ")))
                .toList();
        return found.size() == 1 ? Optional.of(new Mention.OfMetric(at, at + 1, found.getFirst())) : Optional.empty();
    }

    /** The metric that says how much money comes in. */
    Optional<Mention.OfMetric> money(int at) {
        return context.semantics().metrics().stream()
                .filter(metric -> Stream.concat(Stream.of(metric.name()), metric.synonyms().stream())
                        .anyMatch(Set.of("revenue", "income", "turnover", "sales", "earnings", "takings")::contains))
                .findFirst()
                .map(metric -> new Mention.OfMetric(at, at + 1, metric));
    }

    /** The one kind of thing, no people, that the rows of a table point to. */
    Optional<TableName> thingOf(TableName table) {
        List<TableName> things = context.schema().table(table).stream()
                .flatMap(found -> found.foreignKeys().stream())
                .map(key -> key.target())
                .distinct()
                .filter(target -> !labels.apply(target).isEmpty()
                        && context.schema().table(target).filter(Persons::are).isEmpty())
                .toList();
        return things.size() == 1 ? Optional.of(things.getFirst()) : Optional.empty();
    }

    /** The true-or-false column that says whether a thing is still in use: {@code is_active}. */
    Optional<ColumnName> current(TableName table) {
        Set<String> words = Set.of("active", "available", "current", "listed", "enabled", "offered", "live");
        List<ColumnName> found = context.schema().table(table).stream()
                .flatMap(known -> known.columns().stream())
                .filter(column -> column.dataType() == DataType.BOOLEAN)
                .filter(column ->
                        NamePhrases.wordsOf(column.name(), Set.of()).stream().anyMatch(words::contains))
                .map(column -> new ColumnName(table, column.name()))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Whether the team has taught what rows of the table add up to. */
    boolean addsUp(TableName table) {
        return context.semantics().metrics().stream()
                .flatMap(metric -> metric.forms().stream())
                .anyMatch(form -> form.table().equals(table) && form.aggregation() == Aggregation.SUM);
    }

    /** The dates on which something is due, of rows that also say when it was done. */
    List<ColumnName> due() {
        return List.copyOf(done.get().keySet());
    }

    /** When what was due was done; empty where it is still to be. */
    Optional<ColumnName> doneOf(ColumnName due) {
        return Optional.ofNullable(done.get().get(due));
    }

    /** The numbers of the table that say how many pieces there are. */
    List<ColumnName> stockOf(TableName table) {
        return context.schema().table(table).stream()
                .flatMap(found -> found.columns().stream())
                .filter(StockRules::isStock)
                .map(column -> new ColumnName(table, column.name()))
                .toList();
    }

    /** The dates of the table whose names say this: {@code opened_on} of "open". */
    List<ColumnName> datesCalled(TableName table, String stem) {
        return context.schema().table(table).stream()
                .flatMap(found -> dates(found, word -> Stem.of(word).equals(stem)).stream())
                .map(column -> new ColumnName(table, column.name()))
                .toList();
    }

    /** When rows in this state, which is one of being done, came to it: {@code completed_on} of those that are "done". */
    Optional<ColumnName> endOf(TableName table, String state) {
        List<Column> ended = ENDED.contains(state.toLowerCase(Locale.ROOT))
                ? context.schema().table(table).stream()
                        .flatMap(found -> dates(found, ENDED::contains).stream())
                        .filter(Column::nullable)
                        .toList()
                : List.of();
        return ended.size() == 1
                ? Optional.of(new ColumnName(table, ended.getFirst().name()))
                : Optional.empty();
    }

    /** The dates of birth, one to a table. */
    List<ColumnName> births() {
        return births.get();
    }

    /** The dates on which something expires, one to a table. */
    List<ColumnName> expiring() {
        return expiring.get();
    }

    /** The dates that are called so, of tables that have one such date. */
    private List<ColumnName> onlyDates(String... words) {
        List<ColumnName> found = new ArrayList<>();
        for (Table table : context.schema().tables()) {
            List<Column> dates = dates(table, Set.of(words)::contains);
            if (dates.size() == 1) {
                found.add(new ColumnName(table.name(), dates.getFirst().name()));
            }
        }
        return List.copyOf(found);
    }

    private Map<ColumnName, ColumnName> findDone() {
        Map<ColumnName, ColumnName> found = new LinkedHashMap<>();
        for (Table table : context.schema().tables()) {
            List<Column> due = dates(table, Set.of("due", "deadline")::contains);
            List<Column> ended = dates(table, DONE::contains).stream()
                    .filter(column -> column.nullable() && !due.contains(column))
                    .toList();
            if (due.size() == 1 && ended.size() == 1) {
                found.put(
                        new ColumnName(table.name(), due.getFirst().name()),
                        new ColumnName(table.name(), ended.getFirst().name()));
            }
        }
        return found;
    }

    private static List<Column> dates(Table table, Predicate<String> word) {
        return table.columns().stream()
                .filter(column -> column.dataType().isDate()
                        && NamePhrases.wordsOf(column.name(), Set.of()).stream().anyMatch(word))
                .toList();
    }

    /** The numbers that are measured in a unit, as their names say: {@code size_l} in litres. */
    List<ColumnName> measuredIn(String unit) {
        return measured.get().getOrDefault(unit, List.of());
    }

    private Map<String, List<ColumnName>> findMeasured() {
        Map<String, List<ColumnName>> found = new HashMap<>();
        for (Table table : context.schema().tables()) {
            for (Column column : table.columns()) {
                List<String> words =
                        column.dataType().isNumber() ? NamePhrases.wordsOf(column.name(), Set.of()) : List.of();
                if (words.size() > 1) {
                    NamePhrases.unitAtEnd(words)
                            .ifPresent(said -> found.computeIfAbsent(said, unit -> new ArrayList<>())
                                    .add(new ColumnName(table.name(), column.name())));
                }
            }
        }
        return found;
    }

    /** The prices that are for one of these, as their names say: {@code monthly_fee}. */
    List<ColumnName> ratedBy(String unit) {
        return rated.get().getOrDefault(unit, List.of());
    }

    private Map<String, List<ColumnName>> findRated() {
        Map<String, List<ColumnName>> found = new HashMap<>();
        for (Table table : context.schema().tables()) {
            for (Column column : table.columns()) {
                RateRules.unitsOf(column)
                        .forEach(unit -> found.computeIfAbsent(unit, key -> new ArrayList<>())
                                .add(new ColumnName(table.name(), column.name())));
            }
        }
        return found;
    }
}
