package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What narrows the rows by a date. */
final class DateRules {
    private DateRules() {}

    static void dates(Chart chart, int at, Consumer<Piece> pieces) {
        chart.dates(at)
                .ifPresent(found -> pieces.accept(
                        new Piece.During(Rule.span(at, found.end(), 1.05), found.range(), Optional.empty())));
        int but = chart.after(at, "but not", "and not", "but never", "yet not", "though not");
        chart.dates(but > 0 ? but : chart.size())
                .ifPresent(
                        found -> pieces.accept(new Piece.NotDuring(Rule.span(at, found.end(), 1.08), found.range())));
        int lead = chart.skip(at, Set.of("with", "whose", "an", "a", "the", "that", "were", "was", "have", "who"));
        for (Found<Mention.OfColumn> column : Targets.introduced(chart, at, lead)) {
            if (column.end() == lead + 1 && chart.is(lead, "since") && !chart.is(lead + 1, "before", "after")) {
                // A column that is called so is not meant by "since January".
                continue;
            }
            oldYears(chart, at, column, pieces);
            boolean dated = chart.column(column.value().options().getFirst().meaning())
                    .filter(found -> found.dataType().isDate() || Knowledge.isYear(found))
                    .isPresent();
            chart.dates(dated ? chart.skip(column.end(), Set.of("is", "are", "was", "were", "date")) : chart.size())
                    .ifPresent(found -> pieces.accept(new Piece.During(
                            Rule.span(at, found.end(), 1.04 * Math.min(1, column.quality() + 0.1)),
                            found.range(),
                            Optional.of(column.value()))));
        }
    }

    /** "instructors with the day they were hired", "learners and when they enrolled": the date stands beside them. */
    static void whens(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.skip(at, Set.of("and", "with", "plus", ",", "the"));
        int day = chart.after(lead, "date", "day", "dates", "days");
        int when = day > 0 ? chart.skip(day, Set.of("when", "on", "which", "that")) : chart.after(lead, "when");
        int they = when > 0 ? chart.after(when, "they", "it", "he", "she", "each") : -1;
        if (at == 0 || lead == at || they < 0) {
            return;
        }
        int verb = chart.skip(they, Set.of("was", "were", "been", "had", "have", "has", "did", "got", "is", "are"));
        for (Mention.OfEvent event : chart.events(verb)) {
            addWhen(chart, at, event.end(), event.column(), pieces);
        }
        for (Mention.OfColumn column : chart.columns(verb)) {
            addWhen(chart, at, column.end(), column.options().getFirst().meaning(), pieces);
        }
        if (verb < chart.size()) {
            chart.echo(chart.token(verb))
                    .filter(echo -> echo.columns().size() == 1)
                    .ifPresent(echo -> addWhen(
                            chart, at, verb + 1, echo.columns().iterator().next(), pieces));
        }
    }

    private static void addWhen(Chart chart, int at, int end, ColumnName column, Consumer<Piece> pieces) {
        if (chart.column(column).filter(found -> found.dataType().isDate()).isPresent()) {
            pieces.accept(new Piece.Pick(
                    Rule.span(at, end, 0.98),
                    new Piece.Target.OfColumn(new Mention.OfColumn(at, end, List.of(new Mention.Option<>(column, 1)))),
                    false,
                    true));
        }
    }

    /** "born before 1880": years too long ago to be taken for dates wherever they stand. */
    private static void oldYears(Chart chart, int at, Found<Mention.OfColumn> column, Consumer<Piece> pieces) {
        boolean years = chart.column(column.value().options().getFirst().meaning())
                .filter(Knowledge::isYear)
                .isPresent();
        int word = chart.skip(column.end(), Set.of("is", "are", "was", "were"));
        Operator operator = chart.is(word, "before")
                ? Operator.LESS
                : chart.is(word, "after")
                        ? Operator.GREATER
                        : chart.is(word, "since", "from") ? Operator.GREATER_OR_EQUAL : Operator.EQUAL;
        int year = chart.skip(word, Set.of("before", "after", "since", "in", "from"));
        boolean old = years && year < chart.size() && chart.token(year).text().matches("1[0-8]\\d\\d");
        if (old && year > word) {
            pieces.accept(new Piece.Compare(
                    Rule.span(at, year + 1, 1.03),
                    Optional.of(new Piece.Target.OfColumn(column.value())),
                    operator,
                    new BigDecimal(chart.token(year).text()),
                    Optional.empty(),
                    Piece.Unit.NONE));
        }
    }
}
