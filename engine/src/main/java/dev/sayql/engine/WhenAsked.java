package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import java.util.List;

/** What answers "when": of the latest of some rows the day alone. */
final class WhenAsked {
    private WhenAsked() {}

    /** "when was the latest completed payment": the row is found by its date, and that is what is asked for. */
    static void show(Workpiece work) {
        Chart chart = work.chart();
        Draft draft = work.draft();
        boolean when = chart.is(0, "when") && chart.is(1, "was", "were", "is", "did", "does");
        // "what is the purchase date of the oldest server", where the date is what it is the oldest by.
        boolean asked = when
                || (chart.after(0, "what is the", "what was the") > 0
                        && work.pieces().stream()
                                .anyMatch(piece -> piece instanceof Piece.Filler(Piece.Span span, boolean _)
                                        && chart.is(span.end() - 1, "date")
                                        && chart.is(span.end(), "of")));
        boolean one = draft.limit.orElse(0) == 1
                && draft.groups.isEmpty()
                && draft.order.size() == 1
                && draft.outputs.stream()
                        .noneMatch(output -> output.expression().isFolded());
        if (!asked
                || !one
                || !(draft.order.getFirst().expression() instanceof Expression.Column date)
                || !date.type().isDate()) {
            return;
        }
        ColumnName name = new ColumnName(date.range().table(), date.name());
        if (!asksForAnother(work, name)) {
            draft.outputs.clear();
            draft.outputs.addAll(List.of(new Query.Output(date, date.name())));
        } else {
            work.doubts().problem("when, and not what");
        }
    }

    /** "when was the latest order delivered": another date than that by which it is the latest. */
    private static boolean asksForAnother(Workpiece work, ColumnName name) {
        Chart chart = work.chart();
        boolean filled = work.pieces().stream()
                .anyMatch(piece -> piece instanceof Piece.Missing done
                        && done.span().end() == chart.size()
                        && done.column().options().stream()
                                .noneMatch(option -> option.meaning().equals(name)));
        int last = chart.size() - 1;
        boolean verb = chart.columns(last).stream()
                        .anyMatch(column -> column.options().stream()
                                        .anyMatch(option -> isDateBeside(chart, option.meaning(), name))
                                && column.options().stream()
                                        .noneMatch(option -> option.meaning().equals(name)))
                || (!chart.events(last).isEmpty()
                        && chart.events(last).stream()
                                .noneMatch(event -> event.column().equals(name)));
        return filled || verb;
    }

    private static boolean isDateBeside(Chart chart, ColumnName other, ColumnName name) {
        return other.table().equals(name.table())
                && chart.column(other)
                        .filter(found -> found.dataType().isDate())
                        .isPresent();
    }
}
