package dev.sayql.engine;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Table;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Metric;
import dev.sayql.core.semantics.Term;
import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of one source: names of tables and columns, the team's terms and metrics, adjectives for true-or-false
 * columns, and stored values by their stems. Built once for a context. Immutable.
 */
final class Lexicon {
    // spotless:off
    private static final Set<String> EVERYDAY_WORDS = Set.of(
            "first", "last", "full", "start", "end", "birth", "home", "order", "product", "customer", "student",
            "course", "member", "club", "item", "city", "country", "state", "company", "team", "player", "game",
            "school", "book", "film", "song", "artist", "album", "flight", "airport", "room", "hotel", "user",
            "phone", "post");
    // spotless:on

    /** What a phrase can stand for. */
    sealed interface Meaning {
        record OfTable(TableName table, boolean link) implements Meaning {}

        /** Something that happened on a date or, while the date is missing, did not: "paid", "unpaid". */
        record OfEvent(ColumnName column, boolean happened, String word) implements Meaning {}

        /** The row that a row of the same table points to: "manager". */
        record OfRole(TableName table) implements Meaning {}

        /** The rows of a table that stand below others: "subcategory". */
        record OfTree(TableName table) implements Meaning {}

        record OfColumn(ColumnName column) implements Meaning {}

        record OfMetric(Metric metric) implements Meaning {}

        record OfFlag(ColumnName column, boolean value) implements Meaning {}

        record OfValue(ColumnName column, String value) implements Meaning {}

        record OfComparison(ColumnName column, Operator operator, BigDecimal number) implements Meaning {}
    }

    /** A phrase, by the stems of its words. */
    record Entry(List<String> stems, Meaning meaning, double score) {}

    private static final Set<String> BEGINNINGS =
            Set.of("is", "has", "first", "last", "full", "start", "end", "min", "max", "number");
    private static final Set<String> GENERIC = Set.of(
            "amount",
            "quantity",
            "number",
            "count",
            "total",
            "value",
            "date",
            "time",
            "name",
            "code",
            "type",
            "level",
            "text");

    private final Map<String, List<Entry>> byFirstStem = new HashMap<>();
    private final Map<String, List<Values.Hit>> valuesByStems = new HashMap<>();
    private final Set<String> words = new LinkedHashSet<>();

    Lexicon(SourceContext context) {
        Set<String> known = knownWords(context);
        for (Table table : context.schema().tables()) {
            if (!table.isView()) {
                addTable(table, known);
                table.columns().forEach(column -> addColumn(table, column, known));
            }
        }
        context.semantics().terms().forEach(this::addTerm);
        context.semantics().metrics().forEach(this::addMetric);
        addValues(context.values());
    }

    /** Every entry that begins with this stem. */
    List<Entry> startingWith(String stem) {
        return byFirstStem.getOrDefault(stem, List.of());
    }

    /** Stored values that read like the words when inflections are ignored. */
    List<Values.Hit> valuesLike(List<String> stems) {
        return valuesByStems.getOrDefault(String.join(" ", stems), List.of());
    }

    /** The phrases of this source, for suggesting the nearest. */
    Set<String> phrases() {
        return words;
    }

    private static Set<String> knownWords(SourceContext context) {
        Set<String> known = new HashSet<>(EVERYDAY_WORDS);
        for (Table table : context.schema().tables()) {
            for (String word : NamePhrases.wordsOf(table.name().name(), Set.of())) {
                known.add(word);
                if (word.endsWith("s") && word.length() > 4) {
                    known.add(word.substring(0, word.length() - 1));
                }
            }
        }
        return known;
    }

    private void addTable(Table table, Set<String> known) {
        List<String> name = NamePhrases.wordsOf(table.name().name(), known);
        Meaning meaning = new Meaning.OfTable(table.name(), false);
        add(name, meaning, 1);
        if (name.size() > 1) {
            add(name.subList(name.size() - 1, name.size()), meaning, 0.6);
            if (name.size() > 2) {
                add(name.subList(name.size() - 2, name.size()), meaning, 0.8);
                add(name.subList(0, name.size() - 1), meaning, 0.5);
            }
        }
        addVerb(name.getLast(), table.name());
        for (ForeignKey key : table.foreignKeys()) {
            if (key.target().equals(table.name()) && key.columns().size() == 1) {
                addRole(table, key.columns().getFirst(), known);
            }
        }
        boolean tree = table.foreignKeys().stream().anyMatch(key -> key.target().equals(table.name()));
        if (tree) {
            add(List.of("sub" + name.getLast()), new Meaning.OfTree(table.name()), 1);
        }
    }

    /** "paid" leads through payments, "enrolled" through enrollments. */
    private void addVerb(String noun, TableName table) {
        String singular = noun.endsWith("s") ? noun.substring(0, noun.length() - 1) : noun;
        for (String ending : List.of("ment", "ation", "ion", "al")) {
            boolean linking = English.LINKING_STEMS.contains(Stem.of(
                    singular.substring(0, Math.max(0, singular.length() - ending.length())) + "ed"));
            if (singular.endsWith(ending) && singular.length() - ending.length() >= 3 && !linking) {
                String verb = singular.substring(0, singular.length() - ending.length());
                add(List.of(verb + "ed"), new Meaning.OfTable(table, true), 0.9);
                add(List.of(verb), new Meaning.OfTable(table, true), 0.9);
            }
        }
    }

    /** {@code manager_id} pointing into its own table: a row's manager. */
    private void addRole(Table table, String column, Set<String> known) {
        List<String> words = NamePhrases.wordsOf(column, known).stream()
                .filter(word -> !Set.of("id", "number", "code", "key", "cd").contains(word))
                .toList();
        if (!words.isEmpty()) {
            add(words, new Meaning.OfRole(table.name()), 1);
        }
    }

    private void addColumn(Table table, Column column, Set<String> known) {
        ColumnName columnName = new ColumnName(table.name(), column.name());
        List<String> name = NamePhrases.wordsOf(column.name(), known);
        Meaning meaning = new Meaning.OfColumn(columnName);
        if (column.dataType() == DataType.BOOLEAN) {
            addFlag(columnName, name);
        }
        add(name, meaning, 1);
        List<String> own = withoutTable(name, NamePhrases.wordsOf(table.name().name(), known));
        if (own.size() < name.size()) {
            add(own, meaning, 0.95);
        }
        addParts(own, meaning);
        String last = own.getLast();
        if (column.dataType().isDate()
                && own.size() > 1
                && Set.of("at", "on", "date", "time").contains(last)) {
            add(own.subList(0, own.size() - 1), meaning, last.length() == 2 ? 0.9 : 0.7);
            if (!last.equals("date")) {
                add(replaceLast(own, "date"), meaning, 0.9);
            }
        }
        addEvent(column, columnName, own);
        if (own.size() > 1 && (last.equals("id") || last.equals("code") || last.equals("number"))) {
            add(List.of(last), meaning, 0.6);
        }
    }

    /** {@code paid_on}: "paid" and "unpaid". */
    private void addEvent(Column column, ColumnName name, List<String> own) {
        String word = own.getFirst();
        boolean participle =
                word.endsWith("ed") || (!Stem.of(word).equals(word) && !word.endsWith("s") && !word.endsWith("e"));
        boolean dated = own.size() == 1 || Set.of("at", "on", "date", "time").contains(own.getLast());
        if (column.dataType().isDate() && participle && dated && own.size() <= 2) {
            add(List.of(word), new Meaning.OfEvent(name, true, word), 1);
            add(List.of("un" + word), new Meaning.OfEvent(name, false, "un" + word), 1);
        }
    }

    /** "total" and "amount" can both mean {@code total_amount}; the last word carries more. */
    private void addParts(List<String> own, Meaning meaning) {
        if (own.size() < 2 || own.getLast().equals("id")) {
            return;
        }
        add(own.subList(own.size() - 1, own.size()), meaning, 0.7);
        if (own.size() > 2) {
            add(own.subList(own.size() - 2, own.size()), meaning, 0.8);
            add(own.subList(0, own.size() - 1), meaning, 0.6);
        }
        String first = own.getFirst();
        if (own.size() == 2 && GENERIC.contains(own.getLast()) && !BEGINNINGS.contains(first)) {
            add(own.subList(0, 1), meaning, 0.55);
        }
    }

    private void addFlag(ColumnName column, List<String> name) {
        List<String> adjective = Set.of("is", "has", "was", "are").contains(name.getFirst()) && name.size() > 1
                ? name.subList(1, name.size())
                : name;
        add(adjective, new Meaning.OfFlag(column, true), 0.95);
        if (adjective.size() == 1) {
            for (String prefix : List.of("in", "un", "non", "dis")) {
                add(List.of(prefix + adjective.getFirst()), new Meaning.OfFlag(column, false), 0.95);
            }
        }
    }

    private void addTerm(Term term) {
        Meaning meaning = switch (term.target()) {
            case Term.Target.OfTable(TableName table) -> new Meaning.OfTable(table, false);
            case Term.Target.Via(TableName table) -> new Meaning.OfTable(table, true);
            case Term.Target.OfColumn(ColumnName column) -> new Meaning.OfColumn(column);
            case Term.Target.OfComparison(ColumnName column, String operator, BigDecimal number) ->
                new Meaning.OfComparison(column, Operator.of(operator), number);
            case Term.Target.OfValue(ColumnName column, String value) -> new Meaning.OfValue(column, value);
        };
        add(List.of(term.phrase().toLowerCase(Locale.ROOT).split("\\s+")), meaning, 1);
    }

    private void addMetric(Metric metric) {
        Meaning meaning = new Meaning.OfMetric(metric);
        add(List.of(metric.name().toLowerCase(Locale.ROOT).split("\\s+")), meaning, 1);
        for (String synonym : metric.synonyms()) {
            add(List.of(synonym.toLowerCase(Locale.ROOT).split("\\s+")), meaning, 1);
        }
    }

    private void addValues(Values values) {
        for (ColumnName column : values.columns().stream().sorted().toList()) {
            for (String value : values.of(column).orElse(List.of())) {
                String text = Values.normalise(value);
                if (!text.isEmpty() && text.length() < 80) {
                    List<Values.Hit> hits = valuesByStems.computeIfAbsent(
                            String.join(" ", Stem.ofWords(text)), key -> new ArrayList<>());
                    hits.add(new Values.Hit(column, value));
                }
            }
        }
    }

    private void add(List<String> phrase, Meaning meaning, double score) {
        if (phrase.size() == 1 && English.FILLERS.contains(phrase.getFirst())) {
            return;
        }
        List<String> stems = phrase.stream().map(Stem::of).toList();
        words.add(String.join(" ", phrase));
        byFirstStem.computeIfAbsent(stems.getFirst(), key -> new ArrayList<>()).add(new Entry(stems, meaning, score));
    }

    private static List<String> withoutTable(List<String> column, List<String> table) {
        List<String> columnStems = column.stream().map(Stem::of).toList();
        List<String> tableStems = table.stream().map(Stem::of).toList();
        for (int from = 0; from < tableStems.size(); from++) {
            List<String> prefix = tableStems.subList(from, tableStems.size());
            if (column.size() > prefix.size()
                    && columnStems.subList(0, prefix.size()).equals(prefix)) {
                return column.subList(prefix.size(), column.size());
            }
        }
        return column;
    }

    private static List<String> replaceLast(List<String> words, String last) {
        List<String> replaced = new ArrayList<>(words.subList(0, words.size() - 1));
        replaced.add(last);
        return replaced;
    }
}
