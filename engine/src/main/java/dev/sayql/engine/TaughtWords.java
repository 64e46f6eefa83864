package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.semantics.Metric;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.semantics.Term;
import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** What a team has taught: its terms and metrics as phrases of the lexicon. For one use by one thread. */
final class TaughtWords {
    /** What rows that point to another one of their table are called, though the key names the other one. */
    private static final Set<String> BELOW = Set.of(
            "subsidiary",
            "subsidiaries",
            "subordinate",
            "subordinates",
            "child",
            "children",
            "descendant",
            "daughter",
            "mentee",
            "mentees",
            "report",
            "reports",
            "referral",
            "referrals",
            "trainee",
            "protege",
            "apprentice",
            "offspring",
            "variant",
            "variation",
            "version",
            "derivative",
            "spin",
            "sequel",
            "subcategory",
            "subtask");

    private final Schema schema;
    private final EventWords.Sink sink;
    private final Predicate<String> names;

    /** @param names whether a word alone is what a table is called */
    TaughtWords(Schema schema, EventWords.Sink sink, Predicate<String> names) {
        this.schema = schema;
        this.sink = sink;
        this.names = names;
    }

    void add(Semantics semantics) {
        semantics.terms().forEach(this::addTerm);
        semantics.metrics().forEach(this::addMetric);
    }

    private void addTerm(Term term) {
        List<String> phrase = List.of(term.phrase().toLowerCase(Locale.ROOT).split("[\\s-]+"));
        // "paying listeners" are not those who were paid.
        String exactly = phrase.getLast().endsWith("ing") ? phrase.getLast() : "";
        Lexicon.Meaning meaning = switch (term.target()) {
            case Term.Target.OfTable(TableName table) -> new Lexicon.Meaning.OfTable(table, false);
            case Term.Target.Via(TableName table) -> new Lexicon.Meaning.OfTable(table, true);
            case Term.Target.OfColumn(ColumnName column) -> new Lexicon.Meaning.OfColumn(column);
            case Term.Target.OfComparison(ColumnName column, String operator, BigDecimal number) ->
                new Lexicon.Meaning.OfTaught(column, new Taught.Compared(Operator.of(operator), number), exactly);
            case Term.Target.OfTruth(ColumnName column, boolean value) -> new Lexicon.Meaning.OfFlag(column, value);
            case Term.Target.OtherThan(ColumnName column, String value) ->
                new Lexicon.Meaning.OfTaught(column, new Taught.OtherThan(value), exactly);
            case Term.Target.OneOf(ColumnName column, List<String> values) ->
                new Lexicon.Meaning.OfTaught(column, new Taught.OneOf(values), exactly);
            case Term.Target.OfMissing(ColumnName column, boolean missing) ->
                new Lexicon.Meaning.OfTaught(column, new Taught.Missing(!missing), exactly);
            case Term.Target.OfValue(ColumnName column, String value) ->
                new Lexicon.Meaning.OfValue(column, value, false);
        };
        if (meaning instanceof Lexicon.Meaning.OfColumn(ColumnName key) && isBelow(phrase, key)) {
            sink.add(phrase, new Lexicon.Meaning.OfTree(key.table()), 1);
            return;
        }
        sink.add(phrase, meaning, 1);
        if (phrase.size() == 2 && Set.of("in", "up", "out", "off").contains(phrase.getLast())) {
            // "check-ins" where "check in" was taught.
            sink.add(List.of(phrase.getFirst(), phrase.getLast() + "s"), meaning, 1);
        }
        if (term.target() instanceof Term.Target.OfColumn(ColumnName column)) {
            addColumn(phrase, column, meaning);
        }
    }

    /** "subsidiary", taught for the key to the parent: the companies below, not the one above. */
    private boolean isBelow(List<String> phrase, ColumnName key) {
        boolean above = Set.of("previous", "original", "prior", "parent", "earlier", "base", "old")
                .contains(phrase.getFirst());
        return !above
                && (BELOW.contains(phrase.getLast()) || phrase.getFirst().equals("sub"))
                && Keys.isOnlyParent(schema, key);
    }

    private void addColumn(List<String> phrase, ColumnName column, Lexicon.Meaning meaning) {
        if (Keys.isOnlyParent(schema, column)) {
            sink.add(phrase, new Lexicon.Meaning.OfRole(column.table()), 1);
        }
        String first = NamePhrases.wordsOf(column.column(), Set.of()).getFirst();
        if (Set.of("last", "first").contains(first)) {
            // "last logged in" where "log in" was taught for the column last_login.
            List<String> longer = new ArrayList<>(List.of(first));
            longer.addAll(phrase);
            sink.add(longer, meaning, 1);
        }
    }

    private void addMetric(Metric metric) {
        addMetric(metric, metric.name());
        metric.synonyms().forEach(synonym -> addMetric(metric, synonym));
    }

    private void addMetric(Metric metric, String phrase) {
        List<String> words = List.of(phrase.toLowerCase(Locale.ROOT).split("[\\s-]+"));
        // "takings" are nothing that somebody takes.
        boolean thing = words.size() == 1
                && (names.test(words.getFirst()) || words.getFirst().endsWith("ings"));
        sink.add(words, new Lexicon.Meaning.OfMetric(metric, thing ? words.getFirst() : ""), 1);
        if (words.size() == 2) {
            // "stock value" is the "value of our stock".
            sink.add(List.of(words.getLast(), "of", words.getFirst()), new Lexicon.Meaning.OfMetric(metric, ""), 0.95);
        }
    }
}
