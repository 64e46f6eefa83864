package dev.sayql.engine;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.Table;
import dev.sayql.core.semantics.Metric;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the schema and the metrics of a source say about things that questions do not name. Immutable. */
final class SourceFacts {
    private static final Set<String> WEIGHTS = Set.of("weight", "weights", "mass", "lb", "lbs", "pounds");

    private final SourceContext context;
    private final Function<TableName, List<String>> labels;
    private final Predicate<ColumnName> quantities;

    /** @param quantities whether a column holds a number of things */
    SourceFacts(SourceContext context, Function<TableName, List<String>> labels, Predicate<ColumnName> quantities) {
        this.context = context;
        this.labels = labels;
        this.quantities = quantities;
    }

    /** The column that holds how often something was done: "renewed" beside {@code renewal_count}. */
    Optional<Mention.OfColumn> countOf(String verb, int at) {
        List<Mention.Option<ColumnName>> found = context.schema().tables().stream()
                .flatMap(table -> table.columns().stream().map(column -> new ColumnName(table.name(), column.name())))
                .filter(column -> quantities.test(column))
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

    /** Whether all pay in the source is for this unit of time: said so by names or comments; for a year when none says anything. */
    boolean isPaidBy(String unit) {
        List<String> said = context.schema().tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> NamePhrases.stemsOf(column.name()).stream()
                        .anyMatch(Set.of("salary", "wag", "wage", "pay", "rat", "rate", "income")::contains))
                .map(column -> String.join(
                        " ",
                        NamePhrases.wordsOf(
                                column.name() + " " + column.comment().orElse(""), Set.of())))
                .toList();
        Map<String, String> units =
                Map.of("hour", "hour", "day", "dai?ly|day", "week", "week", "month", "month", "year", "year|annual");
        boolean any = said.stream()
                .anyMatch(text -> units.values().stream().anyMatch(known -> text.matches(".*(" + known + ").*")));
        boolean own = said.stream().anyMatch(text -> text.matches(".*(" + units.getOrDefault(unit, unit) + ").*"));
        return own || (!any && unit.equals("year") && !said.isEmpty());
    }

    /** Whether some column is measured in the unit, as its name or comment says. */
    boolean hasUnit(String word) {
        String unit = NamePhrases.unit(word);
        return context.schema().tables().stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column ->
                        NamePhrases.wordsOf(
                                        column.name() + " " + column.comment().orElse(""), Set.of())
                                .stream()
                                .map(NamePhrases::unit)
                                .anyMatch(unit::equals));
    }

    /** Whether some column says in its name that it holds a weight: pounds are no money there. */
    boolean weighs() {
        return context.schema().tables().stream()
                .flatMap(table -> table.columns().stream())
                .flatMap(column -> NamePhrases.wordsOf(column.name(), Set.of()).stream())
                .anyMatch(WEIGHTS::contains);
    }

    /** Whether some column says in its name that it holds seconds, minutes or hours. */
    boolean measuresTime() {
        return hasUnit("minute") || hasUnit("hour") || hasUnit("second");
    }

    /** The tables whose rows are people with names of their own, not companies. */
    List<TableName> people() {
        return context.schema().tables().stream()
                .filter(Persons::haveNames)
                .map(Table::name)
                .toList();
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
}
