package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What somebody did most of: "missed the most lessons" beside "lessons missed", "drove the most hours" beside hours_driven. */
final class DeedRules {
    private DeedRules() {}

    /** "how much energy did Chiller CH-1 use" beside "energy use": the noun first, the verb at the end. */
    static void parted(Chart chart, int at, Consumer<Piece> pieces) {
        int noun = chart.after(at, "how much", "how many");
        if (noun > 0 && noun < chart.size()) {
            for (int verb = noun + 2; verb < chart.size(); verb++) {
                int end = noun + 1;
                boolean deed = isDeed(chart, end, verb);
                chart.doneTo(noun, chart.token(verb).stem())
                        .filter(target -> deed && !countsThings(chart, noun, target))
                        .ifPresent(target -> pieces.accept(
                                target instanceof Piece.Target.OfMetric
                                        ? new Piece.Pick(Rule.span(at, end, 1.05), target, false, false)
                                        : new Piece.Folds(Rule.span(at, end, 1), List.of(Aggregation.SUM), target)));
            }
        }
        soldOf(chart, at, pieces);
        for (int much = 0; much + 3 < at; much++) {
            int thing = chart.after(much, "how much", "how many");
            if (thing > 0
                    && thing + 1 < at
                    && isDeed(chart, thing + 1, at)
                    && chart.doneTo(thing, chart.token(at).stem()).isPresent()) {
                pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.6), false));
            }
        }
    }

    /** "how many fines did we issue" is no amount of fines. */
    private static boolean countsThings(Chart chart, int noun, Piece.Target target) {
        return chart.is(noun - 1, "many")
                && target instanceof Piece.Target.OfMetric(Mention.OfMetric metric)
                && MoneyRules.isThing(chart, noun, metric);
    }

    /** "units of the Yoga Mat sold each month" beside "units sold". */
    private static void soldOf(Chart chart, int at, Consumer<Piece> pieces) {
        if (chart.is(at + 1, "of") && at < 3) {
            for (int verb = at + 3; verb < chart.size(); verb++) {
                if (Stem.isPast(chart.token(verb).word())) {
                    chart.doneTo(at, chart.token(verb).stem())
                            .filter(Piece.Target.OfMetric.class::isInstance)
                            .ifPresent(target ->
                                    pieces.accept(new Piece.Pick(Rule.span(at, at + 2, 1.05), target, false, false)));
                }
            }
        }
        for (int noun = 0; noun < Math.min(3, at - 2); noun++) {
            boolean said = chart.is(noun + 1, "of")
                    && Stem.isPast(chart.token(at).word())
                    && chart.doneTo(noun, chart.token(at).stem())
                            .filter(Piece.Target.OfMetric.class::isInstance)
                            .isPresent();
            if (said) {
                pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.6), false));
            }
        }
    }

    /** "memberships with an unpaid fee" beside "membership fees": the second word is no verb there. */
    private static boolean isDeed(Chart chart, int from, int verb) {
        boolean asked = IntStream.range(from, verb)
                .anyMatch(at -> chart.is(at, "did", "do", "does", "have", "has", "were", "was", "been", "we", "they"));
        // "how many invoices have a net amount above 100": the column ends there.
        boolean partOfColumn = IntStream.range(from, verb)
                .anyMatch(at -> chart.columns(at).stream().anyMatch(column -> column.end() > verb));
        return asked
                && !partOfColumn
                && !chart.is(verb - 1, "a", "an", "the", "unpaid", "paid", "of", "open", "outstanding");
    }

    static void deeds(Chart chart, int at, Consumer<Piece> pieces) {
        recently(chart, at, pieces);
        int verb = chart.skip(at, Set.of("who", "that", "has", "have"));
        int extreme = chart.after(verb + 1, "the most", "the fewest", "the least", "most", "fewest", "least");
        if (verb >= chart.size() || extreme < 0 || extreme >= chart.size()) {
            return;
        }
        boolean least = chart.is(extreme - 1, "fewest", "least");
        chart.doneTo(extreme, chart.token(verb).stem())
                .ifPresent(target ->
                        pieces.accept(new Piece.Rank(Rule.span(at, extreme + 1, 1.06), least, 1, Optional.of(target))));
    }

    /** "the 3 most recently published courses": by when they were. */
    private static void recently(Chart chart, int at, Consumer<Piece> pieces) {
        int first = chart.skip(at, Set.of("the"));
        Optional<Mention.OfNumber> number = chart.number(first);
        int most = number.map(Mention.OfNumber::end).orElse(first);
        int deed = chart.after(most, "most recently", "least recently", "last", "latest");
        boolean said = deed > 0 && (number.isPresent() || chart.is(deed - 1, "recently"));
        for (Mention.OfEvent event : said ? chart.events(deed) : List.<Mention.OfEvent>of()) {
            if (event.happened()) {
                pieces.accept(new Piece.Rank(
                        Rule.span(at, event.end(), 1.04),
                        chart.is(deed - 2, "least"),
                        number.map(RankingRules::many).orElse(1),
                        Optional.of(new Piece.Target.OfColumn(new Mention.OfColumn(
                                deed, event.end(), List.of(new Mention.Option<>(event.column(), 1)))))));
            }
        }
    }
}
