package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What should have been done by now and has not been: "overdue invoices", where they say when they are due and when they were paid. */
final class DueRules {
    private static final String[] OVERDUE = {
        "that are overdue", "which are overdue", "overdue", "past due", "past their due date", "past its due date"
    };

    private DueRules() {}

    static void overdue(Chart chart, int at, Consumer<Piece> pieces) {
        int end = chart.after(at, OVERDUE);
        if (end > 0) {
            addPast(chart, at, end, chart.facts().due(), pieces);
        }
        int expired = chart.after(
                at, "that have expired", "which have expired", "that has expired", "has expired", "expired");
        if (expired > 0 && !chart.is(at - 1, "not", "never")) {
            addPast(chart, at, expired, chart.facts().expiring(), pieces);
        }
    }

    /** The rows whose date lies before today. */
    private static void addPast(Chart chart, int at, int end, List<ColumnName> dates, Consumer<Piece> pieces) {
        if (dates.isEmpty()) {
            return;
        }
        // A state or a reason that what is named has by that name says it better.
        boolean stored = chart.values(end - 1).stream()
                .flatMap(value -> value.hits().stream())
                .map(hit -> hit.column().table())
                .anyMatch(table ->
                        dates.stream().anyMatch(column -> column.table().equals(table))
                                || IntStream.range(0, chart.size())
                                        .anyMatch(place -> chart.tables(place).stream()
                                                .anyMatch(named -> named.best().equals(table))));
        List<Mention.Option<ColumnName>> options =
                dates.stream().map(column -> new Mention.Option<>(column, 1)).toList();
        pieces.accept(new Piece.During(
                Rule.span(at, end, stored ? 0.7 : 1.02),
                chart.untilToday(),
                Optional.of(new Mention.OfColumn(at, end, options))));
    }

    /** Whether a stretch of days is one that something was due in. */
    static boolean isOverdue(Chart chart, Piece.During during) {
        return chart.after(during.span().start(), OVERDUE) == during.span().end();
    }
}
