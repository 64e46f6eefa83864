package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Values;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which words of a question could stand for which column, table or value of the source. Immutable once built. */
final class Linking {

    /** Words that could name something, and how well they do, 0 to 1. */
    record Link(int start, int end, double score) {

        boolean overlaps(int otherStart, int otherEnd) {
            return start < otherEnd && otherStart < end;
        }
    }

    /** Words that read like a stored value, or could be one. */
    record Value(int start, int end, String text, double score, boolean quoted) {}

    private static final Set<String> TEXT_CUES = Set.of(
            "contain",
            "contains",
            "containing",
            "substring",
            "letter",
            "word",
            "string",
            "phrase",
            "with",
            "starting",
            "starts",
            "ends",
            "ending",
            "prefix",
            "suffix",
            "like",
            "has",
            "have",
            "includes",
            "including");

    private final Chart chart;
    private final Map<ColumnName, List<Link>> columns = new HashMap<>();
    private final Map<TableName, List<Link>> tables = new HashMap<>();
    private final Map<ColumnName, List<Value>> stored = new HashMap<>();
    private final List<Value> numbers = new ArrayList<>();
    private final List<Value> texts = new ArrayList<>();
    private final Set<Integer> named = new HashSet<>();

    Linking(Chart chart) {
        this.chart = chart;
        for (int at = 0; at < chart.size(); at++) {
            addNames(at);
            addValues(at);
            addText(at);
        }
    }

    private void addNames(int at) {
        for (Mention.OfColumn mention : chart.columns(at)) {
            for (Mention.Option<ColumnName> option : mention.options()) {
                columns.computeIfAbsent(option.meaning(), key -> new ArrayList<>())
                        .add(new Link(mention.start(), mention.end(), option.score()));
                mark(mention.start(), mention.end());
            }
        }
        for (Mention.OfFlag flag : chart.flags(at)) {
            for (ColumnName column : flag.columns()) {
                columns.computeIfAbsent(column, key -> new ArrayList<>()).add(new Link(flag.start(), flag.end(), 0.9));
                stored.computeIfAbsent(column, key -> new ArrayList<>())
                        .add(new Value(flag.start(), flag.end(), Boolean.toString(flag.value()), 0.9, false));
                mark(flag.start(), flag.end());
            }
        }
        for (Mention.OfTable mention : chart.tables(at)) {
            for (Mention.Option<TableName> option : mention.options()) {
                tables.computeIfAbsent(option.meaning(), key -> new ArrayList<>())
                        .add(new Link(mention.start(), mention.end(), option.score() * (mention.link() ? 0.7 : 1)));
                mark(mention.start(), mention.end());
            }
        }
    }

    private void addValues(int at) {
        for (Mention.OfValue mention : chart.values(at)) {
            boolean quoted = chart.token(at).quoted();
            for (Values.Hit hit : mention.hits()) {
                stored.computeIfAbsent(hit.column(), key -> new ArrayList<>())
                        .add(new Value(mention.start(), mention.end(), hit.value(), mention.score(), quoted));
            }
            mark(mention.start(), mention.end());
        }
        chart.number(at).ifPresent(number -> {
            numbers.add(new Value(number.start(), number.end(), number.value().toPlainString(), 1, false));
            mark(number.start(), number.end());
        });
    }

    /** Text that is looked for need not be stored: what is quoted, written with a capital, or follows a cue. */
    private void addText(int at) {
        Token token = chart.token(at);
        boolean capital = at > 0 && Character.isUpperCase(token.text().charAt(0));
        boolean cued = at > 0 && TEXT_CUES.contains(chart.token(at - 1).word());
        if (token.quoted() || capital || (cued && !English.FILLERS.contains(token.word()))) {
            texts.add(new Value(at, at + 1, token.text(), token.quoted() ? 0.9 : capital ? 0.5 : 0.3, token.quoted()));
        }
    }

    private void mark(int start, int end) {
        for (int at = start; at < end; at++) {
            named.add(at);
        }
    }

    Chart chart() {
        return chart;
    }

    List<Link> of(ColumnName column) {
        return columns.getOrDefault(column, List.of());
    }

    List<Link> of(TableName table) {
        return tables.getOrDefault(table, List.of());
    }

    double best(TableName table) {
        return of(table).stream().mapToDouble(Link::score).max().orElse(0);
    }

    double best(ColumnName column) {
        return of(column).stream().mapToDouble(Link::score).max().orElse(0);
    }

    /** Values stored in the column that stand in the question. */
    List<Value> valuesOf(ColumnName column) {
        return stored.getOrDefault(column, List.of());
    }

    Set<ColumnName> columnsWithValues() {
        return stored.keySet();
    }

    Set<ColumnName> linkedColumns() {
        return columns.keySet();
    }

    Set<TableName> linkedTables() {
        return tables.keySet();
    }

    List<Value> numbers() {
        return numbers;
    }

    List<Value> texts() {
        return texts;
    }

    /** Whether the word at the token names or means something of the source. */
    boolean isNamed(int at) {
        return named.contains(at);
    }

    /** The question's words, those that name something replaced by what kind of thing it is. */
    List<String> masked() {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < chart.size()) {
            Mask mask = maskAt(at);
            words.add(mask.word());
            at = mask.end();
        }
        return words;
    }

    private record Mask(String word, int end) {}

    private Mask maskAt(int at) {
        Token token = chart.token(at);
        if (token.quoted()) {
            return new Mask("«value»", at + 1);
        }
        Mask best = new Mask(token.word().toLowerCase(Locale.ROOT), at + 1);
        double most = 0;
        for (Mention.OfValue value : chart.values(at)) {
            double weight = value.score() * (value.end() - at) + (value.score() > 0.9 ? 0.3 : 0);
            if (value.score() >= 0.8 && weight > most) {
                most = weight;
                best = new Mask("«value»", value.end());
            }
        }
        for (Mention.OfColumn column : chart.columns(at)) {
            double weight = column.score() * (column.end() - at) + 0.05;
            if (column.score() >= 0.6 && weight > most) {
                most = weight;
                best = new Mask("«column»", column.end());
            }
        }
        for (Mention.OfTable table : chart.tables(at)) {
            double weight = table.score() * (table.end() - at);
            if (table.score() >= 0.55 && weight > most) {
                most = weight;
                best = new Mask("«table»", table.end());
            }
        }
        return most > 0
                ? best
                : chart.number(at)
                        .map(number -> new Mask("«number»", number.end()))
                        .orElse(best);
    }
}
