package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Whether something is known of a row: "with a phone number", "whose phone is missing", "not assigned to anybody". */
final class PresenceRules {
    // spotless:off
    private static final String[] IS_MISSING = {
        "is null", "is missing", "is empty", "is unknown", "is not known", "are missing", "is not given", "is not set",
        "are we missing", "do we lack", "are we lacking", "do we not have", "do we not know"
    };
    // spotless:on
    // spotless:off
    private static final String[] HAVING_ONE = {
        "with a", "with an", "require a", "requires a", "require an", "requires an", "need a", "needs a", "that had a", "who had a", "which had a", "that had an", "had a", "had an", "which have a", "that got a", "who got a", "who have a", "that have a", "have a", "has a", "having a", "who have an", "that have an"
    };
    // spotless:on
    private PresenceRules() {}

    /** "with a phone number", "phone is null", "missing phone". */
    static void present(Chart chart, int at, Consumer<Piece> pieces) {
        int has = chart.after(at, HAVING_ONE);
        if (has > 0) {
            for (Found<Mention.OfColumn> column : Targets.columns(chart, has)) {
                addPresent(chart, at, column, 0.9, pieces);
            }
        }
        int plural = chart.after(at, "that have", "who have", "which have", "having");
        if (plural > 0) {
            for (Found<Mention.OfColumn> column : Targets.columns(chart, plural)) {
                addPresent(chart, at, column, 0.95, pieces);
            }
        }
        stated(chart, at, pieces);
        toNobody(chart, at, pieces);
        int missing = chart.after(at, "missing", "lacking", "missing a", "missing the", "lacking a");
        if (missing > 0) {
            for (Found<Mention.OfColumn> column : Targets.columns(chart, missing)) {
                pieces.accept(new Piece.Missing(Rule.span(at, column.end(), 1.02), column.value(), false));
            }
        }
    }

    /** What is there: a text that is given, a flag that is set, an amount above nothing. */
    private static void addPresent(
            Chart chart, int at, Found<Mention.OfColumn> column, double strength, Consumer<Piece> pieces) {
        boolean compared = chart.is(column.end(), "of")
                && Comparators.withNumber(chart, column.end() + 1).isPresent();
        if (compared || chart.is(column.value().start(), "expired")) {
            // "a capacity of more than ten" says how much; what is expired is past, and not only there.
            return;
        }
        Piece.Span span = Rule.span(at, column.end(), strength * column.quality());
        Optional<Column> best = chart.column(column.value().options().getFirst().meaning());
        if (PickRules.isFlag(chart, column.value())) {
            pieces.accept(flag(at, column, true));
        } else if (best.filter(found -> found.dataType().isNumber() && !found.nullable())
                .isPresent()) {
            pieces.accept(new Piece.Compare(
                    span,
                    Optional.of(new Piece.Target.OfColumn(column.value())),
                    Operator.GREATER,
                    BigDecimal.ZERO,
                    Optional.empty(),
                    Piece.Unit.NONE));
        } else {
            pieces.accept(new Piece.Missing(span, column.value(), true));
        }
    }

    static Piece flag(int at, Found<Mention.OfColumn> column, boolean value) {
        return new Piece.Flag(
                Rule.span(at, column.end(), column.quality()),
                new Mention.OfFlag(
                        column.value().start(),
                        column.end(),
                        column.value().options().stream()
                                .map(Mention.Option::meaning)
                                .toList(),
                        value),
                false);
    }

    /** "whose phone is missing", "email is given": the column, then whether it is filled. */
    private static void stated(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.skip(at, Set.of("with", "whose", "where", "the", "a", "have", "has"));
        int number = chart.after(lead, "number of", "amount of", "count of");
        for (Found<Mention.OfColumn> column : Targets.columns(chart, number > 0 ? number : lead)) {
            int empty = chart.after(column.end(), IS_MISSING);
            if (empty > 0) {
                pieces.accept(new Piece.Missing(Rule.span(at, empty, 1.04), column.value(), false));
            }
            int there = chart.after(
                    column.end(), "is not null", "is known", "is not empty", "is not missing", "is given", "is set");
            if (there > 0) {
                pieces.accept(new Piece.Missing(Rule.span(at, there, 1.05), column.value(), true));
            }
        }
    }

    /** "not assigned to anybody". */
    private static void toNobody(Chart chart, int at, Consumer<Piece> pieces) {
        int not = chart.after(at, "not yet", "not currently", "not");
        for (Found<Mention.OfColumn> column :
                not > 0 ? Targets.columns(chart, not) : List.<Found<Mention.OfColumn>>of()) {
            int whom = chart.skip(column.end(), Set.of("to", "by"));
            if (chart.is(whom, "anybody", "anyone", "anything")
                    && chart.is(whom - 1, "to", "by")
                    && chart.column(column.value().options().getFirst().meaning())
                            .filter(Column::nullable)
                            .isPresent()) {
                pieces.accept(new Piece.Missing(Rule.span(at, whom + 1, 1.05), column.value(), false));
            }
        }
    }
}
