package dev.sayql.engine;

import dev.sayql.core.schema.DataType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What is asked for row by row: columns, names, things, and what is shown beside them. */
final class PickRules {
    static final Set<String> DIFFERENT = Set.of("different", "distinct", "unique");

    private PickRules() {}

    /** "names and emails of all customers", "the name of the customer": how people call the rows of a table. */
    static void names(Chart chart, int at, Consumer<Piece> pieces) {
        int name = chart.after(
                at,
                "the full names",
                "the full name",
                "full names",
                "full name",
                "the names",
                "the name",
                "names",
                "name");
        boolean joined = chart.is(at - 1, "and", "with", ",");
        if (name > 0 && namesSomebody(chart, name)) {
            // "names and emails of everyone who …": their names are shown anyway.
            pieces.accept(new Piece.Filler(Rule.span(at, name, 0.95), false));
        }
        if (name > 0) {
            owners(chart, at, name, joined, pieces);
            ownersLater(chart, at, name, pieces);
        }
        for (Mention.OfTable table : chart.tables(at)) {
            if (chart.is(table.end(), "name", "names") && chart.hasLongLabel(table.best())) {
                pieces.accept(new Piece.Pick(
                        Rule.span(at, table.end() + 1, 1.02 * table.score()),
                        new Piece.Target.OfTable(table),
                        false,
                        joined && chart.is(at - 1, "with")));
            }
        }
    }

    private static boolean namesSomebody(Chart chart, int name) {
        boolean kind = chart.is(name, "of", "for") && isKind(chart, chart.skip(name + 1, Set.of("all", "the", "our")));
        return kind
                || IntStream.range(name, Math.min(chart.size(), name + 7))
                        .anyMatch(at -> chart.is(at, "of", "for")
                                && chart.is(
                                        chart.skip(at + 1, Set.of("all", "the")),
                                        "everyone",
                                        "everybody",
                                        "people",
                                        "persons",
                                        "anyone",
                                        "anybody",
                                        "those",
                                        "whoever"));
    }

    /** "names of all apprentices": somebody, by what they are. */
    private static boolean isKind(Chart chart, int at) {
        return at < chart.size()
                && chart.tables(at).isEmpty()
                && chart.values(at).stream()
                        .anyMatch(value -> chart.token(value.end() - 1).word().endsWith("s"));
    }

    private static void owners(Chart chart, int at, int name, boolean joined, Consumer<Piece> pieces) {
        int owner = chart.skip(name, Set.of("of", "the", "all", "each", "every", "our", "a"));
        for (Mention.OfTable table : chart.tables(owner)) {
            if (owner > name && chart.hasLongLabel(table.best())) {
                pieces.accept(new Piece.Pick(Rule.span(at, name, 1.02), new Piece.Target.OfTable(table), false, false));
                if (!chart.is(table.end(), "who", "that", "which", "whose")) {
                    pieces.accept(new Piece.Pick(
                            Rule.span(at, table.end(), joined ? 1.03 : 0.9),
                            new Piece.Target.OfTable(table),
                            false,
                            joined));
                }
            }
        }
    }

    /** "names and emails of all customers". */
    private static void ownersLater(Chart chart, int at, int name, Consumer<Piece> pieces) {
        int of = name;
        while (of < chart.size() && !chart.is(of, "of", "for")) {
            of++;
        }
        for (Mention.OfTable table :
                chart.tables(chart.skip(of, Set.of("of", "for", "the", "all", "each", "every", "our")))) {
            if (of > name && of < name + 8 && chart.hasLongLabel(table.best())) {
                pieces.accept(new Piece.Pick(Rule.span(at, name, 1.02), new Piece.Target.OfTable(table), false, false));
            }
        }
    }

    static void entities(Chart chart, int at, Consumer<Piece> pieces) {
        if (SortRules.sortsBy(chart, at)) {
            return;
        }
        boolean each = chart.is(at, "each", "every");
        int inner = each ? at + 1 : at;
        boolean opens = at == 0
                && chart.is(0, "show", "list", "report", "present", "name")
                && chart.is(1, "me", "us", "all", "the");
        for (Mention.OfTable table : opens ? List.<Mention.OfTable>of() : chart.tables(inner)) {
            if (isVerb(chart, table)) {
                Mention.OfTable deed = new Mention.OfTable(table.start(), table.end(), table.options(), true);
                pieces.accept(new Piece.Entity(Rule.span(at, table.end(), 1.03 * table.score()), deed, false));
            }
            List<Mention.OfValue> kind = CompoundRules.kinds(chart, table);
            if (!kind.isEmpty()) {
                kind.forEach(value -> pieces.accept(new Piece.HasValue(
                        Rule.span(at, table.end(), table.score()), List.of(value), Optional.empty(), false)));
                continue;
            }
            if (CompoundRules.modifies(chart, table)) {
                CompoundRules.compound(chart, at, table, each, pieces);
                continue;
            }
            pieces.accept(new Piece.Entity(Rule.span(at, table.end(), table.score()), table, each));
            int row = Targets.pastRow(chart, table.end());
            if (row > table.end()) {
                pieces.accept(new Piece.Entity(Rule.span(at, row, table.score()), table, each));
            }
        }
        if (chart.is(at, "different", "distinct", "unique")) {
            for (Mention.OfTable table : chart.tables(at + 1)) {
                pieces.accept(new Piece.Entity(Rule.span(at, table.end(), 0.8 * table.score()), table, false));
            }
        }
    }

    /** "which products did Jane Smith order", "were ordered by Jane Smith": the name of a thing as a verb. */
    private static boolean isVerb(Chart chart, Mention.OfTable table) {
        String word = chart.token(table.end() - 1).word();
        boolean asked = chart.tokens().stream()
                .limit(table.start())
                .anyMatch(token -> token.is("did") || token.is("does") || token.is("do") || token.is("has"));
        boolean past = Stem.isPast(word);
        boolean passive = past && chart.is(table.end(), "by");
        return (asked || passive)
                && table.end() == table.start() + 1
                && (passive || table.start() > 2)
                && (past || (table.end() == chart.size() && !word.endsWith("s")))
                && !chart.is(table.start() - 1, "the", "a", "an", "each", "every", "any", "many", "per", "by", "of");
    }

    static void picks(Chart chart, int at, Consumer<Piece> pieces) {
        boolean distinct =
                at < chart.size() && DIFFERENT.contains(chart.token(at).word());
        int inner = distinct ? chart.skip(at + 1, Targets.DETERMINERS) : at;
        for (Mention.OfMetric metric : chart.metrics(inner)) {
            if (MetricForms.isThingRather(chart, metric)) {
                continue;
            }
            pieces.accept(new Piece.Pick(
                    Rule.span(at, metric.end(), 1.05), new Piece.Target.OfMetric(metric), distinct, false));
        }
        boolean which = distinct || chart.is(at - 1, "which", "what");
        boolean counts = chart.is(inner, "count", "counts") && chart.is(inner + 1, "of");
        for (Found<Mention.OfColumn> column :
                counts ? List.<Found<Mention.OfColumn>>of() : Targets.columns(chart, inner)) {
            // A true-or-false column rather filters.
            double weight = isFlag(chart, column.value()) ? 0.6 : 1;
            if (!isDoneOrWhen(chart, inner, column) && !isWhere(chart, inner, column)) {
                Piece.Span span = Rule.span(at, column.end(), weight * column.quality());
                pieces.accept(new Piece.Pick(span, new Piece.Target.OfColumn(column.value()), which, false));
            }
        }
        if (chart.is(at, "each") && at + 1 < chart.size()) {
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.1), false));
        }
    }

    /** "the patients registered", "founded after 1990", "did we make": what is done, or when, is not asked for. */
    private static boolean isDoneOrWhen(Chart chart, int inner, Found<Mention.OfColumn> column) {
        // "what revenue did the company make".
        boolean making = chart.is(inner, "make", "take", "place", "process")
                && IntStream.range(Math.max(0, inner - 4), inner).anyMatch(at -> chart.is(at, "did", "does", "do"))
                && !chart.is(inner - 1, "by", "per", "of", "the", "and", "which", "what", "each");
        if (making) {
            return true;
        }
        boolean participle = (!chart.events(inner).isEmpty() && column.end() == inner + 1)
                || chart.isVerb(column.value())
                || isPastParticiple(chart, column.value(), inner);
        boolean dated = chart.token(column.end() - 1).word().endsWith("ed")
                && chart.dates(column.end()).isPresent();
        boolean series = chart.is(inner, "day", "week", "month", "quarter", "year")
                && chart.is(inner + 1, "by")
                && chart.is(inner + 2, chart.token(inner).word());
        boolean done = chart.is(inner - 1, "we", "they", "you", "it")
                && chart.is(inner - 2, "did", "do", "does", "have")
                && column.end() == inner + 1
                && column.quality() < 0.9;
        return (participle && !asksWhen(chart)) || dated || series || done;
    }

    /** "articles sold at the kiosks", "on rainy days", "names of everyone": where, on which and whose, and no column to show. */
    private static boolean isWhere(Chart chart, int inner, Found<Mention.OfColumn> column) {
        boolean where = chart.is(column.end() - 1, "at", "on")
                && column.end() < chart.size()
                && column.end() > inner + 1
                && !chart.is(column.end(), ",", "and");
        return where
                || isOnSuchDays(chart, inner, column.end())
                || (chart.is(inner, "name", "names") && namesSomebody(chart, column.end()));
    }

    /** "on rainy days": on which, and not what to show. */
    private static boolean isOnSuchDays(Chart chart, int noun, int end) {
        boolean things = chart.token(end - 1).word().endsWith("s")
                && chart.tables(noun).stream().anyMatch(table -> table.end() == end && !table.link());
        return things
                && IntStream.range(Math.max(1, noun - 3), noun)
                        .anyMatch(start -> chart.is(start - 1, "on", "in", "at")
                                && chart.values(start).stream().anyMatch(value -> value.end() == noun));
    }

    // spotless:off
    private static final String[] COMPANIONS = {
        "next to its", "next to their", "beside its", "beside their", "including their", "including its", "plus their", "with its", "with their", "and its", "and their", "with the name of their",
        "with the names of their", "and the name of their", "and the names of their", "with the name of its", "and the name of its",
        "together with the name of the", "along with the name of the", "together with the name of their", "together with the name of its",
        "with the name of his or her", "together with the name of his or her", "together with his or her", "with his or her",
        "together with their", "together with its", "along with their", "along with its", "with his", "with her"
    };
    // spotless:on

    static void companions(Chart chart, int at, Consumer<Piece> pieces) {
        int after = chart.after(at, COMPANIONS);
        if (after < 0) {
            return;
        }
        boolean parent = chart.is(after, "parent");
        columnsBeside(chart, at, after, pieces);
        for (Mention.OfTable table : chart.tables(parent ? after + 1 : after)) {
            Piece.Target target = parent ? new Piece.Target.OfParent(table) : new Piece.Target.OfTable(table);
            int end = chart.is(table.end(), "name", "names") ? table.end() + 1 : table.end();
            pieces.accept(new Piece.Pick(Rule.span(at, end, table.score()), target, false, true));
        }
        for (Mention.OfTable role : chart.roles(after)) {
            int end = chart.is(role.end(), "name", "names") ? role.end() + 1 : role.end();
            pieces.accept(new Piece.Pick(Rule.span(at, end, 1), new Piece.Target.OfParent(role), false, true));
        }
    }

    private static void columnsBeside(Chart chart, int at, int after, Consumer<Piece> pieces) {
        // "and their total spending": a fold of what follows, no column of its own.
        boolean folded = chart.is(after, "total", "average", "sum");
        for (Found<Mention.OfColumn> column : Targets.columns(chart, after)) {
            boolean fold = folded
                    && column.end() == after + 1
                    && column.end() < chart.size()
                    && !chart.is(column.end(), "and", ",");
            if (!fold) {
                Piece.Span span = Rule.span(at, column.end(), column.quality());
                pieces.accept(new Piece.Pick(span, new Piece.Target.OfColumn(column.value()), false, true));
            }
        }
    }

    /** "the depots and the country they are in": a column joined to a thing stands beside its name. */
    static void additions(Chart chart, int at, Consumer<Piece> pieces) {
        int after = chart.after(at, "and the", "and");
        boolean thing = after > 0
                && at > 0
                && IntStream.range(Math.max(0, at - 3), at)
                        .anyMatch(start -> chart.tables(start).stream()
                                .anyMatch(table -> table.end() == at && !table.link() && table.score() > 0.9));
        boolean names = after > 0 && at > 0 && chart.is(at - 1, "name", "names") && namesSomebody(chart, at);
        int asked = chart.after(at, "and what", "and which", "and what is their", "and how much", "and at what");
        boolean things = asked > 0
                && IntStream.range(0, Math.min(4, at))
                        .anyMatch(start ->
                                chart.tables(start).stream().anyMatch(table -> !table.link() && table.score() > 0.9));
        if (things) {
            for (Found<Mention.OfColumn> column : Targets.columns(chart, asked)) {
                pieces.accept(new Piece.Pick(
                        Rule.span(at, column.end(), 0.98 * column.quality()),
                        new Piece.Target.OfColumn(column.value()),
                        false,
                        true));
            }
        }
        if (thing || names) {
            for (Found<Mention.OfColumn> column : Targets.columns(chart, after)) {
                pieces.accept(new Piece.Pick(
                        Rule.span(at, column.end(), 0.98 * column.quality()),
                        new Piece.Target.OfColumn(column.value()),
                        false,
                        true));
            }
        }
    }

    private static boolean isPastParticiple(Chart chart, Mention.OfColumn column, int at) {
        // "trucks driven by drivers hired in 2024", where hours are driven too.
        if (chart.is(column.end(), "by") && chart.tables(at).stream().anyMatch(Mention.OfTable::link)) {
            return true;
        }
        String word = chart.token(column.end() - 1).word();
        boolean named = NamePhrases.wordsOf(
                        column.options().getFirst().meaning().column(), Set.of())
                .contains(word);
        boolean dated = chart.column(column.options().getFirst().meaning())
                .filter(found -> found.dataType().isDate())
                .isPresent();
        boolean alone = column.end() == at + 1
                || (column.end() == at + 2 && !chart.tables(at).isEmpty());
        boolean used = chart.is(at - 1, "were", "was", "are", "is", "been")
                && Stem.isPast(word)
                && chart.column(column.options().getFirst().meaning())
                        .filter(found -> found.dataType().isNumber())
                        .isPresent();
        boolean deed = dated
                && !named
                && Stem.isPast(NamePhrases.wordsOf(
                                column.options().getFirst().meaning().column(), Set.of())
                        .getFirst());
        return alone && (used || deed || (Stem.isPast(word) && (dated || !named)));
    }

    private static boolean asksWhen(Chart chart) {
        return chart.is(0, "when")
                && chart.tokens().stream()
                        .noneMatch(token -> Set.of("first", "last", "latest", "earliest", "recent", "newest", "oldest")
                                .contains(token.word()));
    }

    static boolean isFlag(Chart chart, Mention.OfColumn column) {
        return chart.column(column.options().getFirst().meaning())
                .filter(found -> found.dataType() == DataType.BOOLEAN)
                .isPresent();
    }
}
