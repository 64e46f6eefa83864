package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** How many times something was done: "ordered more than twice", "renewed at least once". */
final class TimesRules {
    private TimesRules() {}

    /** "ordered more than twice", "reviewed at least 3 times". */
    static void often(Chart chart, int at, int next, Consumer<Piece> pieces) {
        for (Mention.OfTable table : chart.tables(next)) {
            Comparators.withNumber(chart, table.end()).ifPresent(found -> {
                boolean times = chart.is(found.end(), "times", "time");
                boolean adverb = chart.is(found.end() - 1, "once", "twice");
                if (times || adverb) {
                    pieces.accept(new Piece.CompareCount(
                            Rule.span(at, times ? found.end() + 1 : found.end(), 1.03),
                            table,
                            found.value().operator(),
                            found.value().number().value()));
                }
            });
        }
    }

    /** "made more than 25 times", "used at least twice". */
    static void times(Chart chart, int at, Consumer<Piece> pieces) {
        int next = chart.skip(at, Set.of("that", "which", "who", "were", "was", "have", "been", "has"));
        for (Mention.OfColumn deed : chart.columns(next)) {
            if (chart.isVerb(deed)) {
                deedTimes(chart, at, deed, pieces);
            }
        }
        done(chart, at, next, pieces);
        boolean verb = next < chart.size()
                && English.LINKING_STEMS.contains(chart.token(next).stem());
        Comparators.withNumber(chart, verb ? next + 1 : next).ifPresent(found -> {
            boolean named = chart.is(found.end(), "times");
            if (named || chart.is(found.end() - 1, "once", "twice")) {
                pieces.accept(new Piece.CompareTimes(
                        Rule.span(at, named ? found.end() + 1 : found.end(), 0.95),
                        found.value().operator(),
                        found.value().number().value()));
            }
        });
    }

    /** "renewed at least once" beside {@code renewal_count}. */
    private static void done(Chart chart, int at, int next, Consumer<Piece> pieces) {
        boolean never = chart.is(next, "never", "not");
        int verb = never ? next + 1 : next;
        if (verb >= chart.size() || !Stem.isPast(chart.token(verb).word())) {
            return;
        }
        chart.facts().countOf(chart.token(verb).stem(), verb).ifPresent(column -> {
            Optional<Piece.Target> target = Optional.of(new Piece.Target.OfColumn(column));
            Comparators.withNumber(chart, verb + 1)
                    .ifPresent(found -> pieces.accept(NumberRules.compare(
                            Rule.span(at, chart.is(found.end(), "times", "time") ? found.end() + 1 : found.end(), 1.03),
                            target,
                            found.value().operator(),
                            found.value().number())));
            chart.number(verb + 1)
                    .filter(number -> chart.is(number.end(), "times", "time") || chart.is(verb + 1, "once", "twice"))
                    .ifPresent(number -> pieces.accept(NumberRules.compare(
                            Rule.span(
                                    at,
                                    chart.is(number.end(), "times", "time") ? number.end() + 1 : number.end(),
                                    1.02),
                            target,
                            Operator.EQUAL,
                            number)));
            if (never) {
                pieces.accept(new Piece.Compare(
                        Rule.span(at, verb + 1, 1.02),
                        target,
                        Operator.EQUAL,
                        BigDecimal.ZERO,
                        Optional.empty(),
                        Piece.Unit.NONE));
            }
        });
    }

    /** "checked in more than 25 times", where "check in" was taught for a date. */
    private static void deedTimes(Chart chart, int at, Mention.OfColumn deed, Consumer<Piece> pieces) {
        TableName done = deed.options().getFirst().meaning().table();
        Comparators.withNumber(chart, deed.end())
                .filter(found -> chart.is(found.end(), "times", "time"))
                .ifPresent(found -> pieces.accept(new Piece.CompareCount(
                        Rule.span(at, found.end() + 1, 1.02),
                        new Mention.OfTable(deed.start(), deed.end(), List.of(new Mention.Option<>(done, 1)), true),
                        found.value().operator(),
                        found.value().number().value())));
    }
}
