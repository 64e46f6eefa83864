package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Values;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads from the lexicon what the words from one token on could name. For one use by one thread. */
final class MentionReading {
    private static final Set<String> AUXILIARIES =
            Set.of("have", "has", "had", "we", "were", "was", "been", "did", "do", "are", "is", "they", "our", "the");

    private static final Set<String> OPENERS =
            Set.of("list", "show", "name", "count", "find", "give", "display", "rank", "order", "sort");

    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final int at;
    private final Map<Integer, Map<ColumnName, Double>> columnsByEnd = new LinkedHashMap<>();
    private final Map<Integer, Map<TableName, Double>> tablesByEnd = new LinkedHashMap<>();
    private final Map<Integer, Map<TableName, Double>> linksByEnd = new LinkedHashMap<>();
    private final Map<String, Mention.OfFlag> flagsHere = new LinkedHashMap<>();
    private final List<Mention.OfTaught> taughtHere = new ArrayList<>();
    private final List<Mention.OfEvent> eventsHere = new ArrayList<>();
    private final List<Mention.OfTable> rolesHere = new ArrayList<>();
    private final List<Mention.OfTable> treesHere = new ArrayList<>();
    private final List<Mention.OfMetric> metricsHere = new ArrayList<>();
    private final List<Mention.OfValue> termsHere = new ArrayList<>();

    MentionReading(List<Token> tokens, Lexicon lexicon, int at) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.at = at;
    }

    Mentions mentions() {
        for (Lexicon.Entry entry : lexicon.startingWith(tokens.get(at).stem())) {
            int end = endOf(entry);
            if (end > 0) {
                add(entry, end);
            }
        }
        columnsByEnd.forEach((end, found) -> found.keySet().removeIf(column -> isThingRather(column, end)));
        List<Mention.OfColumn> columns = columnsByEnd.entrySet().stream()
                .filter(found -> !found.getValue().isEmpty())
                .map(found -> new Mention.OfColumn(at, found.getKey(), options(found.getValue())))
                .sorted((first, second) -> second.end() - first.end())
                .toList();
        List<Mention.OfTable> tables = new ArrayList<>();
        tablesByEnd.forEach(
                (end, found) -> tables.add(new Mention.OfTable(at, end, options(spelled(found, end)), false)));
        linksByEnd.forEach((end, found) -> tables.add(new Mention.OfTable(at, end, options(found), true)));
        // "List everyone" speaks of no waiting list.
        boolean opens = at == 0
                && tokens.size() > 1
                && OPENERS.contains(tokens.getFirst().word());
        tables.removeIf(table -> opens && table.end() == 1 && table.score() < 0.9);
        return new Mentions(
                columns,
                sortedByLength(tables),
                List.copyOf(treesHere),
                List.copyOf(rolesHere),
                List.copyOf(eventsHere),
                List.copyOf(taughtHere),
                sortedByLength(metricsHere),
                sortedByLength(List.copyOf(flagsHere.values())),
                ValueMentions.merged(termsHere));
    }

    /** "screens" are no screenings, though the words share their stem, where something is called just so. */
    private Map<TableName, Double> spelled(Map<TableName, Double> found, int end) {
        String word = singular(tokens.get(end - 1).word());
        boolean some = found.keySet().stream()
                .anyMatch(table -> singular(lastWord(table)).equals(word));
        Map<TableName, Double> scores = new HashMap<>(found);
        scores.replaceAll((table, score) -> some
                        && !singular(lastWord(table)).equals(word)
                        && Stem.of(lastWord(table)).equals(tokens.get(end - 1).stem())
                ? score - 0.3
                : score);
        return scores;
    }

    /** "claims" are such, and not what was claimed, where rows are called so. */
    private boolean isThingRather(ColumnName column, int end) {
        String word = tokens.get(end - 1).word();
        return word.endsWith("s")
                && Stem.isPast(NamePhrases.wordsOf(column.column(), Set.of()).getLast())
                && tablesByEnd.getOrDefault(end, Map.of()).keySet().stream()
                        .anyMatch(table -> singular(lastWord(table)).equals(singular(word)));
    }

    private static String lastWord(TableName table) {
        return NamePhrases.wordsOf(table.name(), Set.of()).getLast();
    }

    private static String singular(String word) {
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }

    /** What was "held" are no holds: a verb that changes inside is no noun. */
    private boolean isDeed(int end) {
        Token token = tokens.get(end - 1);
        return Stem.isPast(token.word())
                && !token.word()
                        .startsWith(token.stem()
                                .substring(0, Math.min(2, token.stem().length())));
    }

    private void add(Lexicon.Entry entry, int end) {
        switch (entry.meaning()) {
            case Lexicon.Meaning.OfColumn(ColumnName column) ->
                columnsByEnd.computeIfAbsent(end, key -> new HashMap<>()).merge(column, entry.score(), Math::max);
            case Lexicon.Meaning.OfTable(TableName table, boolean link)
            when link || !isDeed(end) ->
                (link ? linksByEnd : tablesByEnd)
                        .computeIfAbsent(end, key -> new HashMap<>())
                        .merge(table, entry.score(), Math::max);
            case Lexicon.Meaning.OfTable _ -> {}
            case Lexicon.Meaning.OfEvent(ColumnName column, boolean happened, String word) -> {
                if (tokens.get(at).is(word)) {
                    eventsHere.add(new Mention.OfEvent(at, end, column, happened));
                }
            }
            case Lexicon.Meaning.OfRole(TableName table) ->
                rolesHere.add(new Mention.OfTable(at, end, List.of(new Mention.Option<>(table, 1)), false));
            case Lexicon.Meaning.OfTree(TableName table) ->
                treesHere.add(new Mention.OfTable(at, end, List.of(new Mention.Option<>(table, 1)), false));
            case Lexicon.Meaning.OfMetric(var metric, String exactly) ->
                addMetric(entry, end, new Mention.OfMetric(at, end, metric), exactly);
            case Lexicon.Meaning.OfFlag(ColumnName column, boolean value) ->
                flagsHere.merge(
                        end + (value ? "+" : "-"),
                        new Mention.OfFlag(at, end, List.of(column), value),
                        MentionReading::both);
            case Lexicon.Meaning.OfTaught(ColumnName column, Taught taught, String exactly) -> {
                Token last = tokens.get(end - 1);
                if (exactly.isEmpty() || last.is(exactly) || last.is(exactly + "s")) {
                    taughtHere.add(new Mention.OfTaught(at, end, column, taught));
                }
            }
            case Lexicon.Meaning.OfValue(ColumnName column, String value, boolean exact) -> {
                if (!exact || tokens.get(at).isCapitals()) {
                    termsHere.add(new Mention.OfValue(
                            at, end, List.of(new Values.Hit(column, value)), Math.min(1, entry.score() + 0.05)));
                }
            }
        }
    }

    /** "average orders" per month are no "average order". */
    private void addMetric(Lexicon.Entry entry, int end, Mention.OfMetric metric, String exactly) {
        boolean plural = end > at + 1
                && Set.of("averag", "mean").contains(entry.stems().getFirst())
                && tokens.get(end - 1).word().endsWith("s")
                && !entry.stems().getLast().endsWith("s");
        // "payments by cash in October" are no "cash in".
        boolean broken = end > at + 1
                && end < tokens.size()
                && Set.of("in", "on", "from", "since")
                        .contains(tokens.get(end - 1).word())
                && (DateWords.MONTHS.containsKey(tokens.get(end).word())
                        || tokens.get(end).text().matches("\\d{4}")
                        || Set.of("last", "this", "the")
                                .contains(tokens.get(end).word()));
        if (!plural && !broken && (exactly.isEmpty() || tokens.get(at).is(exactly))) {
            metricsHere.add(metric);
        }
    }

    /** The token after the phrase, -1 when it does not stand here. "units have we sold" is the metric "units sold". */
    private int endOf(Lexicon.Entry entry) {
        int next = at;
        for (String stem : entry.stems()) {
            if (next > at && entry.meaning() instanceof Lexicon.Meaning.OfMetric) {
                while (next < tokens.size()
                        && AUXILIARIES.contains(tokens.get(next).word())
                        && !tokens.get(next).quoted()) {
                    next++;
                }
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
