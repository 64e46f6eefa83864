package dev.sayql.engine;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Table;
import dev.sayql.core.schema.Values;
import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every mention of something in the source, for every stretch of the question: a chart of possibilities, not one
 * choice. Immutable once built.
 */
final class Chart {
    private static final Set<String> AUXILIARIES =
            Set.of("have", "has", "had", "we", "were", "was", "been", "did", "do", "are", "is", "they", "our", "the");

    private final List<Token> tokens;
    private final List<List<Mention.OfColumn>> columns = new ArrayList<>();
    private final List<List<Mention.OfTable>> tables = new ArrayList<>();
    private final List<List<Mention.OfTable>> trees = new ArrayList<>();
    private final List<List<Mention.OfComparison>> comparisons = new ArrayList<>();
    private final List<List<Mention.OtherThan>> others = new ArrayList<>();
    private final List<List<Mention.OfTable>> roles = new ArrayList<>();
    private final List<List<Mention.OfEvent>> events = new ArrayList<>();
    private final SourceContext context;
    private final Function<TableName, List<String>> labels;
    private final List<List<Mention.OfMetric>> metrics = new ArrayList<>();
    private final List<List<Mention.OfFlag>> flags = new ArrayList<>();
    private final List<List<Mention.OfValue>> values = new ArrayList<>();
    private final Dates dates;
    private final Echoes echoes;
    private final Lexicon lexicon;

    Chart(List<Token> tokens, Knowledge knowledge, LocalDate today) {
        this.lexicon = knowledge.lexicon();
        this.labels = knowledge::label;
        this.tokens = tokens;
        this.context = knowledge.context();
        this.echoes = knowledge.echoes();
        this.dates = new Dates(tokens, today);
        ValueMentions stored = new ValueMentions(tokens, lexicon, context.values());
        for (int at = 0; at < tokens.size(); at++) {
            List<Mention.OfValue> terms = addMentions(at);
            values.add(stored.from(at, terms));
        }
    }

    List<Token> tokens() {
        return tokens;
    }

    int size() {
        return tokens.size();
    }

    Token token(int at) {
        return tokens.get(at);
    }

    /** Columns named from this token on, the longest phrase first. */
    List<Mention.OfColumn> columns(int at) {
        return at < columns.size() ? columns.get(at) : List.of();
    }

    List<Mention.OfTable> tables(int at) {
        return at < tables.size() ? tables.get(at) : List.of();
    }

    /** What the team called any value but one. */
    List<Mention.OtherThan> others(int at) {
        return at < others.size() ? others.get(at) : List.of();
    }

    /** Conditions that the team gave a name. */
    List<Mention.OfComparison> comparisons(int at) {
        return at < comparisons.size() ? comparisons.get(at) : List.of();
    }

    /** The row that a row of the same table points to: "manager". */
    List<Mention.OfTable> roles(int at) {
        return at < roles.size() ? roles.get(at) : List.of();
    }

    List<Mention.OfEvent> events(int at) {
        return at < events.size() ? events.get(at) : List.of();
    }

    /** The column as its database describes it. */
    Optional<Column> column(ColumnName name) {
        return context.schema().table(name.table()).flatMap(table -> table.column(name.column()));
    }

    /** Whether the column holds a number of things: {@code bed_qty}, {@code number_of_platforms}. */
    boolean isQuantity(ColumnName name) {
        List<String> words = NamePhrases.wordsOf(name.column(), Set.of());
        Set<String> quantities = Set.of("quantity", "count", "number", "total");
        boolean itself = words.size() == 1 && words.getFirst().equals("quantity");
        return column(name).filter(found -> found.dataType().isNumber()).isPresent()
                && (words.size() > 1 || itself)
                && (quantities.contains(words.getLast()) || quantities.contains(words.getFirst()));
    }

    /** The columns in whose stored values the word stands among others. */
    Set<ColumnName> columnsContaining(Token token) {
        return lexicon.columnsContaining(token.stem()).keySet();
    }

    /** Whether the words from here on name or mean anything by themselves. */
    boolean isNamed(int at) {
        return !columns(at).isEmpty()
                || !tables(at).isEmpty()
                || !metrics(at).isEmpty()
                || !flags(at).isEmpty()
                || !events(at).isEmpty()
                || !comparisons(at).isEmpty()
                || !roles(at).isEmpty()
                || values(at).stream().anyMatch(value -> value.score() > 0.7);
    }

    /** Whether people call the rows of the table by this column. */
    boolean isLabel(ColumnName column) {
        return labels.apply(column.table()).contains(column.column());
    }

    /** What a word that names nothing recalls. */
    Optional<Echoes.Echo> echo(Token token) {
        return echoes.of(token);
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

    /** Whether the words are a verb that a team tied to a date: "signed up". */
    boolean isVerb(Mention.OfColumn mention) {
        ColumnName best = mention.options().getFirst().meaning();
        return column(best).filter(found -> found.dataType().isDate()).isPresent()
                && NamePhrases.wordsOf(best.column(), Set.of()).stream()
                        .map(Stem::of)
                        .noneMatch(word -> tokens.subList(mention.start(), mention.end()).stream()
                                .anyMatch(token -> token.stem().equals(word)));
    }

    /** Whether the column holds amounts that can be added up, no keys, years or codes. */
    boolean isAmount(Mention.OfColumn mention) {
        ColumnName best = mention.options().getFirst().meaning();
        Set<String> others = Set.of("id", "number", "code", "year", "key", "rank", "level", "grade", "age");
        return column(best).filter(found -> found.dataType().isNumber()).isPresent()
                && NamePhrases.wordsOf(best.column(), Set.of()).stream().noneMatch(others::contains);
    }

    /** Whether the adjective speaks of this column: the longest distance, the cheapest fare. */
    boolean grades(English.Adjective adjective, Mention.OfColumn mention) {
        ColumnName best = mention.options().getFirst().meaning();
        List<String> words = NamePhrases.wordsOf(best.column(), Set.of());
        boolean extent = Set.of("long", "short").contains(adjective.word())
                && words.size() > 1
                && Set.of("km", "minute", "hour", "day", "m", "mile").contains(NamePhrases.unit(words.getLast()));
        return column(best).filter(found -> found.dataType().isNumber()).isPresent()
                && (extent
                        || words.stream()
                                .map(Stem::of)
                                .anyMatch(word ->
                                        adjective.nouns().stream().map(Stem::of).anyMatch(word::equals)));
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

    /** Whether people call the rows of this table by several columns: first and last name. */
    boolean hasLongLabel(TableName table) {
        return labels.apply(table).size() > 1;
    }

    /** The tables whose rows point to rows of their own table. */
    List<TableName> trees() {
        return context.schema().tables().stream()
                .map(Table::name)
                .filter(this::hasTree)
                .toList();
    }

    /** Whether the rows of the table point to rows of their own table. */
    boolean hasTree(TableName table) {
        return context.schema().table(table).stream()
                .flatMap(found -> found.foreignKeys().stream())
                .anyMatch(key -> key.target().equals(table));
    }

    /** Rows below others in a tree: "subcategories". */
    List<Mention.OfTable> trees(int at) {
        return at < trees.size() ? trees.get(at) : List.of();
    }

    List<Mention.OfMetric> metrics(int at) {
        return at < metrics.size() ? metrics.get(at) : List.of();
    }

    List<Mention.OfFlag> flags(int at) {
        return at < flags.size() ? flags.get(at) : List.of();
    }

    List<Mention.OfValue> values(int at) {
        return at < values.size() ? values.get(at) : List.of();
    }

    Optional<Dates.Found> dates(int at) {
        return at < tokens.size() ? dates.at(at) : Optional.empty();
    }

    boolean is(int at, String... words) {
        if (at < 0 || at >= tokens.size()) {
            return false;
        }
        for (String word : words) {
            if (tokens.get(at).is(word)) {
                return true;
            }
        }
        return false;
    }

    /** The token after the first of the phrases that stands here; -1 when none does. */
    int after(int at, String... phrases) {
        for (String phrase : phrases) {
            String[] words = phrase.split(" ");
            int end = at;
            while (end - at < words.length && is(end, words[end - at])) {
                end++;
            }
            if (end - at == words.length) {
                return end;
            }
        }
        return -1;
    }

    /** The first token from here on that is none of the words. */
    int skip(int at, Set<String> words) {
        int next = at;
        while (next < tokens.size()
                && !tokens.get(next).quoted()
                && words.contains(tokens.get(next).word())) {
            next++;
        }
        return next;
    }

    /** A number from this token on, with its unit: "3", "three", "$1,200.50", "5k", "20 %", "100 dollars". */
    Optional<Mention.OfNumber> number(int at) {
        return NumberMention.at(this, at);
    }

    /** What was typed between two tokens. */
    String text(int start, int end) {
        return tokens.subList(start, end).stream().map(Token::text).collect(Collectors.joining(" "));
    }

    /** Adds the mentions of names; gives back those terms of the team that stand for stored values. */
    private List<Mention.OfValue> addMentions(int at) {
        Map<Integer, Map<ColumnName, Double>> columnsByEnd = new LinkedHashMap<>();
        Map<Integer, Map<TableName, Double>> tablesByEnd = new LinkedHashMap<>();
        Map<Integer, Map<TableName, Double>> linksByEnd = new LinkedHashMap<>();
        Map<String, Mention.OfFlag> flagsHere = new LinkedHashMap<>();
        List<Mention.OfComparison> comparisonsHere = new ArrayList<>();
        List<Mention.OtherThan> othersHere = new ArrayList<>();
        List<Mention.OfEvent> eventsHere = new ArrayList<>();
        List<Mention.OfTable> rolesHere = new ArrayList<>();
        List<Mention.OfTable> treesHere = new ArrayList<>();
        List<Mention.OfMetric> metricsHere = new ArrayList<>();
        List<Mention.OfValue> termsHere = new ArrayList<>();
        for (Lexicon.Entry entry : lexicon.startingWith(tokens.get(at).stem())) {
            int end = endOf(entry, at);
            if (end < 0) {
                continue;
            }
            switch (entry.meaning()) {
                case Lexicon.Meaning.OfColumn(ColumnName column) ->
                    columnsByEnd.computeIfAbsent(end, key -> new HashMap<>()).merge(column, entry.score(), Math::max);
                case Lexicon.Meaning.OfTable(TableName table, boolean link) ->
                    (link ? linksByEnd : tablesByEnd)
                            .computeIfAbsent(end, key -> new HashMap<>())
                            .merge(table, entry.score(), Math::max);
                case Lexicon.Meaning.OfEvent(ColumnName column, boolean happened, String word) -> {
                    if (tokens.get(at).is(word)) {
                        eventsHere.add(new Mention.OfEvent(at, end, column, happened));
                    }
                }
                case Lexicon.Meaning.OfRole(TableName table) ->
                    rolesHere.add(new Mention.OfTable(at, end, List.of(new Mention.Option<>(table, 1)), false));
                case Lexicon.Meaning.OfTree(TableName table) ->
                    treesHere.add(new Mention.OfTable(at, end, List.of(new Mention.Option<>(table, 1)), false));
                case Lexicon.Meaning.OfMetric(var metric, String exactly) -> {
                    // "average orders" per month are no "average order".
                    boolean plural = end > at + 1
                            && Set.of("averag", "mean").contains(entry.stems().getFirst())
                            && tokens.get(end - 1).word().endsWith("s")
                            && !entry.stems().getLast().endsWith("s");
                    if (!plural && (exactly.isEmpty() || tokens.get(at).is(exactly))) {
                        metricsHere.add(new Mention.OfMetric(at, end, metric));
                    }
                }
                case Lexicon.Meaning.OfFlag(ColumnName column, boolean value) ->
                    flagsHere.merge(
                            end + (value ? "+" : "-"),
                            new Mention.OfFlag(at, end, List.of(column), value),
                            Chart::both);
                case Lexicon.Meaning.OtherThan(ColumnName column, String value) ->
                    othersHere.add(new Mention.OtherThan(at, end, column, value));
                case Lexicon.Meaning.OfComparison(ColumnName column, Operator operator, BigDecimal number) ->
                    comparisonsHere.add(new Mention.OfComparison(at, end, column, operator, number));
                case Lexicon.Meaning.OfValue(ColumnName column, String value, boolean exact) -> {
                    if (!exact || tokens.get(at).isCapitals()) {
                        termsHere.add(new Mention.OfValue(
                                at, end, List.of(new Values.Hit(column, value)), Math.min(1, entry.score() + 0.05)));
                    }
                }
            }
        }
        columns.add(columnsByEnd.entrySet().stream()
                .map(found -> new Mention.OfColumn(at, found.getKey(), options(found.getValue())))
                .sorted((first, second) -> second.end() - first.end())
                .toList());
        List<Mention.OfTable> tablesHere = new ArrayList<>();
        tablesByEnd.forEach((end, found) -> tablesHere.add(new Mention.OfTable(at, end, options(found), false)));
        linksByEnd.forEach((end, found) -> tablesHere.add(new Mention.OfTable(at, end, options(found), true)));
        tables.add(sortedByLength(tablesHere));
        trees.add(treesHere);
        roles.add(rolesHere);
        events.add(eventsHere);
        comparisons.add(comparisonsHere);
        others.add(othersHere);
        metrics.add(sortedByLength(metricsHere));
        flags.add(sortedByLength(List.copyOf(flagsHere.values())));
        return ValueMentions.merged(termsHere);
    }

    /** The token after the phrase, -1 when it does not stand here. "units have we sold" is the metric "units sold". */
    private int endOf(Lexicon.Entry entry, int at) {
        int next = at;
        for (String stem : entry.stems()) {
            if (next > at && entry.meaning() instanceof Lexicon.Meaning.OfMetric) {
                next = skip(next, AUXILIARIES);
            }
            if (next >= tokens.size()
                    || tokens.get(next).quoted()
                    || !tokens.get(next).stem().equals(stem)) {
                return -1;
            }
            next++;
        }
        return next;
    }

    private static Mention.OfFlag both(Mention.OfFlag first, Mention.OfFlag second) {
        List<ColumnName> columns = new ArrayList<>(first.columns());
        columns.addAll(second.columns());
        return new Mention.OfFlag(first.start(), first.end(), List.copyOf(columns), first.value());
    }

    private static <T> List<Mention.Option<T>> options(Map<T, Double> scores) {
        return scores.entrySet().stream()
                .map(entry -> new Mention.Option<>(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static <M extends Mention> List<M> sortedByLength(List<M> mentions) {
        return mentions.stream()
                .sorted((first, second) -> second.end() - first.end())
                .toList();
    }
}
