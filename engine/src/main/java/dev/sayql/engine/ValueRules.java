package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What narrows the rows by the values in them: names, categories, flags, and what the team taught. */
final class ValueRules {
    private static final Set<String> JOINTS = Set.of(
            "is", "are", "was", "were", "of", "that", "which", "=", "being", "be", "the", "a", "an", "as", "to", "in",
            "has", "have", "had", "equals", "equal", "named", "called", "from");

    // spotless:off
    private static final String[] NEGATIONS = {
        "that are not in the", "that are not in", "that are not from", "who are not from", "that is not",
        "that are not", "that were not", "which are not", "who are not", "were not", "are not", "is not", "was not",
        "not in the", "not in", "not from", "not by", "not with", "not", "except for", "except", "excluding",
        "other than", "but not", "outside of", "outside the", "outside", "apart from", "ignoring", "non",
        "is anything but", "have not been", "has not been", "without", "did not", "do not", "neither in", "neither from", "neither"
    };
    // spotless:on

    private ValueRules() {}

    static void values(Chart chart, int at, Consumer<Piece> pieces) {
        int bare = negation(chart, at);
        boolean negated = bare > at;
        addValues(
                chart,
                at,
                negated ? passLinks(chart, chart.skip(bare, Set.of("the", "any", "all"))) : bare,
                Optional.empty(),
                negated,
                pieces);
        for (Found<Mention.OfColumn> column : Targets.columns(
                chart,
                chart.skip(bare, Set.of("with", "whose", "where", "the", "in", "has", "have", "by", "of", "a")))) {
            boolean done = chart.is(column.end(), "by")
                    && Stem.isPast(chart.token(column.end() - 1).word());
            int next = done ? column.end() + 1 : pastJoints(chart, column.end());
            int inner = negation(chart, next);
            addValues(
                    chart, at, pastJoints(chart, inner), Optional.of(column.value()), negated || inner > next, pieces);
        }
    }

    /** "energy class A": a letter behind a column is no article. */
    private static int pastJoints(Chart chart, int at) {
        boolean letter = at < chart.size() && chart.token(at).text().equals("A");
        return letter ? at : chart.skip(at, JOINTS);
    }

    /** "category Audio": found at the noun. */
    static void kinds(Chart chart, int at, Consumer<Piece> pieces) {
        for (Mention.OfTable kind : chart.tables(at)) {
            boolean singular = !chart.token(kind.end() - 1).word().endsWith("s");
            if (singular && !kind.link() && !chart.is(at - 1, "which", "what")) {
                for (Mention.OfValue value : chart.values(kind.end())) {
                    named(chart, List.of(value), kind)
                            .ifPresent(kept -> pieces.accept(new Piece.HasValue(
                                    Rule.span(at, value.end(), 1.02 * value.score()), kept, Optional.empty(), false)));
                }
            }
        }
    }

    /** Whether a kind of things stands here in the plural: "meeting rooms" are such spaces. */
    static boolean areKinds(Chart chart, int at) {
        return chart.values(at).stream().anyMatch(value -> areKinds(chart, value));
    }

    static boolean areKinds(Chart chart, Mention.OfValue value) {
        String last = chart.token(value.end() - 1).word();
        return last.endsWith("s") && !last.endsWith("ss") && isKind(chart, value);
    }

    /** Whether it is a common word for some things, and no name of one. */
    static boolean isKind(Chart chart, Mention.OfValue value) {
        return Character.isLowerCase(chart.token(value.end() - 1).text().charAt(0))
                && value.hits().stream().map(Values.Hit::column).distinct().count() == 1
                && !chart.names(value.hits().getFirst().column());
    }

    /** "not living in", "not made by": a verb that says only that things belong together, and its preposition. */
    private static int passLinks(Chart chart, int at) {
        boolean verb = at < chart.size()
                && English.LINKING_STEMS.contains(chart.token(at).stem())
                && chart.is(at + 1, "in", "by", "at", "from", "to", "with", "on", "under", "as");
        return verb ? chart.skip(at + 2, Set.of("the")) : at;
    }

    /** The token after "not", "except", "other than" and the like; the same token when there is none. */
    private static int negation(Chart chart, int at) {
        int end = chart.after(at, NEGATIONS);
        return end > 0 ? end : at;
    }

    private static void addValues(
            Chart chart,
            int start,
            int at,
            Optional<Mention.OfColumn> column,
            boolean negated,
            Consumer<Piece> pieces) {
        for (Mention.OfValue first : chart.values(at)) {
            restricted(first, column).ifPresent(value -> {
                List<Mention.OfValue> all = new ArrayList<>(List.of(value));
                emit(chart, start, all, column, negated, pieces);
                int joint = joint(chart, value.end());
                while (joint > 0) {
                    Optional<Mention.OfValue> next = sameColumn(chart, joint, all, column);
                    if (next.isEmpty()) {
                        break;
                    }
                    all.add(next.get());
                    emit(chart, start, all, column, negated, pieces);
                    joint = joint(chart, next.get().end());
                }
            });
        }
    }

    private static int joint(Chart chart, int at) {
        int end = chart.after(at, ", or", ", and", "or", "and", ",", "nor");
        return end > 0 ? chart.skip(end, Set.of("the", "in", "from", "by", "to")) : -1;
    }

    private static Optional<Mention.OfValue> restricted(Mention.OfValue value, Optional<Mention.OfColumn> column) {
        if (column.isEmpty()) {
            return Optional.of(value);
        }
        Set<ColumnName> wanted = new HashSet<>();
        column.get().options().forEach(option -> wanted.add(option.meaning()));
        List<Values.Hit> hits = value.hits().stream()
                .filter(hit -> wanted.contains(hit.column()))
                .toList();
        return hits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mention.OfValue(value.start(), value.end(), hits, value.score()));
    }

    private static Optional<Mention.OfValue> sameColumn(
            Chart chart, int at, List<Mention.OfValue> before, Optional<Mention.OfColumn> column) {
        Set<ColumnName> columns = new HashSet<>();
        before.getFirst().hits().forEach(hit -> columns.add(hit.column()));
        for (Mention.OfValue next : chart.values(at)) {
            List<Values.Hit> hits = next.hits().stream()
                    .filter(hit -> columns.contains(hit.column()))
                    .toList();
            if (!hits.isEmpty()) {
                return restricted(new Mention.OfValue(next.start(), next.end(), hits, next.score()), column);
            }
        }
        return Optional.empty();
    }

    private static void emit(
            Chart chart,
            int start,
            List<Mention.OfValue> values,
            Optional<Mention.OfColumn> column,
            boolean negated,
            Consumer<Piece> pieces) {
        int end = chart.is(values.getLast().end(), "ones", "one")
                ? values.getLast().end() + 1
                : values.getLast().end();
        double quality =
                values.stream().mapToDouble(Mention.OfValue::score).min().orElse(1);
        double bonus = column.isPresent() ? 1.04 : 1.01;
        pieces.accept(new Piece.HasValue(Rule.span(start, end, bonus * quality), List.copyOf(values), column, negated));
        int left = negated ? -1 : chart.after(end, "excluded", "left out", "not included");
        if (left > 0) {
            pieces.accept(
                    new Piece.HasValue(Rule.span(start, left, bonus * quality), List.copyOf(values), column, true));
        }
        if (column.isEmpty()) {
            withKind(chart, start, end, values, quality, negated, pieces);
            withGrade(chart, start, end, values, quality, negated, pieces);
        }
        // "cancelled status", "paypal payment method": the column's name behind.
        if (column.isEmpty()) {
            int name = chart.is(end, "as") ? chart.skip(end + 1, Set.of("a", "an", "the", "its", "their")) : end;
            for (Found<Mention.OfColumn> behind : Targets.columns(chart, name)) {
                List<Mention.OfValue> kept = new ArrayList<>();
                values.forEach(
                        value -> restricted(value, Optional.of(behind.value())).ifPresent(kept::add));
                if (kept.size() == values.size()) {
                    pieces.accept(new Piece.HasValue(
                            Rule.span(start, behind.end(), 1.03 * quality * Math.min(1, behind.quality() + 0.1)),
                            List.copyOf(kept),
                            Optional.of(behind.value()),
                            negated));
                }
            }
        }
    }

    /** "the Physics department", "category Audio": a name and the kind of thing that is called so. */
    private static void withKind(
            Chart chart,
            int start,
            int end,
            List<Mention.OfValue> values,
            double quality,
            boolean negated,
            Consumer<Piece> pieces) {
        for (Mention.OfTable kind : chart.tables(end)) {
            named(chart, values, kind)
                    .ifPresent(kept -> pieces.accept(new Piece.HasValue(
                            Rule.span(start, kind.end(), 1.02 * quality), kept, Optional.empty(), negated)));
        }
    }

    /** "gold status" of a column {@code loyalty_level}: another word for what the value is, where the rows have no such column. */
    private static void withGrade(
            Chart chart,
            int start,
            int end,
            List<Mention.OfValue> values,
            double quality,
            boolean negated,
            Consumer<Piece> pieces) {
        boolean graded = values.stream()
                .flatMap(value -> value.hits().stream())
                .anyMatch(hit -> NamePhrases.wordsOf(hit.column().column(), Set.of()).stream()
                        .anyMatch(GRADES::contains));
        boolean said = end < chart.size()
                && GRADES.contains(chart.token(end).word())
                && values.stream()
                        .flatMap(value -> value.hits().stream())
                        .allMatch(hit -> chart.columns(end).stream()
                                .flatMap(other -> other.options().stream())
                                .noneMatch(other -> other.meaning()
                                        .table()
                                        .equals(hit.column().table())));
        if (graded && said) {
            pieces.accept(new Piece.HasValue(
                    Rule.span(start, end + 1, 1.02 * quality), List.copyOf(values), Optional.empty(), negated));
        }
    }

    private static final Set<String> GRADES =
            Set.of("status", "level", "tier", "class", "grade", "rank", "category", "type", "kind", "membership");

    /** "by the author Italo Calvino": a kind of thing whose name follows is one thing, no group. */
    static boolean isNamed(Chart chart, Mention.OfTable kind) {
        return chart.values(kind.end()).stream()
                .anyMatch(value -> named(chart, List.of(value), kind).isPresent());
    }

    /** The values as names of things of this kind, when all of them are. */
    private static Optional<List<Mention.OfValue>> named(
            Chart chart, List<Mention.OfValue> values, Mention.OfTable kind) {
        List<Mention.OfValue> kept = new ArrayList<>();
        for (Mention.OfValue value : values) {
            List<Values.Hit> hits = value.hits().stream()
                    .filter(hit -> hit.column().table().equals(kind.best()) && chart.isLabel(hit.column()))
                    .toList();
            if (!hits.isEmpty()) {
                kept.add(new Mention.OfValue(value.start(), value.end(), hits, value.score()));
            }
        }
        return !kind.link() && kept.size() == values.size() ? Optional.of(List.copyOf(kept)) : Optional.empty();
    }

    static void flags(Chart chart, int at, Consumer<Piece> pieces) {
        if (isThing(chart, at)) {
            return;
        }
        int bare = negation(chart, at);
        for (Mention.OfFlag flag : chart.flags(chart.skip(bare, Set.of("longer", "currently", "yet")))) {
            pieces.accept(new Piece.Flag(Rule.span(at, flag.end(), 1.03), flag, bare > at));
            int left = bare > at ? -1 : chart.after(flag.end(), "excluded", "left out", "not included");
            if (left > 0) {
                pieces.accept(new Piece.Flag(Rule.span(at, left, 1.03), flag, true));
            }
        }
    }

    /** "black runs", where a run is a slope and lifts are running. */
    private static boolean isThing(Chart chart, int at) {
        return chart.tables(at).stream()
                .anyMatch(table -> !table.link()
                        && table.end() == at + 1
                        && table.score() > 0.95
                        && chart.token(at).word().endsWith("s"));
    }

    /** "captains", "headliners of Polder Pulse": those of whom it is so. */
    static void bearers(Chart chart, int at, Consumer<Piece> pieces) {
        if (isThing(chart, at)) {
            return;
        }
        for (Mention.OfFlag flag : chart.flags(at)) {
            String word = chart.token(flag.end() - 1).word();
            boolean many = word.endsWith("s")
                    && !word.endsWith("ss")
                    && chart.tables(flag.end()).isEmpty();
            if (many && flag.value() && at < 4 && !chart.is(at - 1, "with", "have", "has", "having")) {
                pieces.accept(new Piece.Bearers(Rule.span(at, flag.end(), 1.02), flag));
            }
        }
    }

    // spotless:off
    private static final Set<String> KEPT = Set.of(
        "offer", "offered", "offering", "sell", "selling", "sold", "carry", "carrying",
        "stock", "stocking", "list", "listed", "available", "use", "used", "using",
        "employ", "employed", "active");
    // spotless:on

    /** "everything that we still offer". */
    static void current(Chart chart, int at, Consumer<Piece> pieces) {
        int still = chart.after(
                at, "that we still", "which we still", "we still", "that are still", "still being", "we currently");
        boolean kept = still > 0
                && still < chart.size()
                && KEPT.contains(chart.token(still).word())
                && !chart.is(still, "sold", "sell", "selling", "stock", "use", "used");
        List<ColumnName> columns = kept
                ? chart.tableNames().stream()
                        .flatMap(table -> chart.facts().current(table).stream())
                        .filter(column -> !chart.isPerson(column.table()))
                        .toList()
                : List.of();
        if (columns.size() == 1) {
            pieces.accept(new Piece.Flag(
                    Rule.span(at, still + 1, 1.02), new Mention.OfFlag(at, still + 1, columns, true), false));
        }
    }

    /** "products we no longer offer", where one column says whether a thing is still in use. */
    static void former(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.skip(at, Set.of("that", "which", "are", "is", "we", "do", "they", "have"));
        int longer = chart.after(lead, "no longer", "not", "stopped", "have stopped");
        if (longer < 0 || longer >= chart.size()) {
            return;
        }
        boolean more = chart.after(longer + 1, "any more", "anymore", "any longer") > 0;
        boolean said = chart.is(longer - 1, "longer", "stopped") || more;
        boolean kept = KEPT.contains(chart.token(longer).word());
        int end = more ? chart.after(longer + 1, "any more", "anymore", "any longer") : longer + 1;
        for (int before = at - 1; said && kept && before >= 0; before--) {
            for (Mention.OfTable table : chart.tables(before)) {
                if (!table.link()) {
                    chart.facts()
                            .current(table.best())
                            .ifPresent(column -> pieces.accept(new Piece.Flag(
                                    Rule.span(at, end, 1.02),
                                    new Mention.OfFlag(at, end, List.of(column), false),
                                    false)));
                }
            }
        }
    }

    /** "in stock", where the team said what that is; "not in stock" is its opposite. */
    static void taught(Chart chart, int at, Consumer<Piece> pieces) {
        int bare = negation(chart, at);
        int noun = chart.skip(bare, Set.of("that", "are", "is", "which", "were", "was", "with"));
        for (Mention.OfTaught said : chart.taught(noun)) {
            pieces.accept(taught(said, Rule.span(at, said.end(), 1.05), bare > at));
        }
    }

    private static Piece taught(Mention.OfTaught said, Piece.Span span, boolean negated) {
        Mention.OfColumn column =
                new Mention.OfColumn(said.start(), said.end(), List.of(new Mention.Option<>(said.column(), 1)));
        return switch (said.taught()) {
            case Taught.OtherThan(String value) ->
                new Piece.HasValue(span, List.of(stored(said, value)), Optional.empty(), !negated);
            case Taught.OneOf(List<String> values) ->
                new Piece.HasValue(
                        span, values.stream().map(value -> stored(said, value)).toList(), Optional.empty(), negated);
            case Taught.Missing(boolean turned) -> new Piece.Missing(span, column, turned != negated);
            case Taught.Compared(Operator operator, BigDecimal number) ->
                new Piece.Compare(
                        span,
                        Optional.of(new Piece.Target.OfColumn(column)),
                        negated ? operator.negated() : operator,
                        number,
                        Optional.empty(),
                        Piece.Unit.NONE);
        };
    }

    private static Mention.OfValue stored(Mention.OfTaught said, String value) {
        return new Mention.OfValue(said.start(), said.end(), List.of(new Values.Hit(said.column(), value)), 1);
    }
}
