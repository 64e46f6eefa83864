package dev.sayql.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Two things said in one phrase: conditions of which one must hold, and columns compared with each other. */
final class AlternativeRules {
    private static final List<Rule> NARROWING =
            List.of(ValueRules::values, ValueRules::flags, NumberRules::numbers, DateRules::dates, TextRules::texts);
    private static final Set<String> COPULAS =
            Set.of("is", "are", "was", "were", "has", "have", "had", "with", "that", "the", "a", "an");
    private static final Set<String> LEADS =
            Set.of("with", "whose", "where", "that", "who", "which", "has", "have", "had", "having", "a", "an", "the");

    private AlternativeRules() {}

    /** "a height greater than 200 or less than 190", "from France or over 100 dollars". */
    static void alternatives(Chart chart, int at, Consumer<Piece> pieces) {
        boolean any = false;
        for (int index = at + 1; index < chart.size() && !any; index++) {
            any = chart.is(index, "or");
        }
        if (!any) {
            return;
        }
        int lead = chart.is(at, "either") ? at + 1 : at;
        for (Piece left : narrowing(chart, lead)) {
            int or = chart.after(left.span().end(), "or", ", or");
            if (or > 0) {
                for (Piece right : narrowing(chart, or)) {
                    either(at, left, right).ifPresent(pieces);
                }
            }
        }
    }

    private static Optional<Piece> either(int start, Piece left, Piece right) {
        Piece second = right;
        if (right instanceof Piece.Compare compare
                && compare.target().isEmpty()
                && left instanceof Piece.Compare first) {
            second = new Piece.Compare(
                    compare.span(),
                    first.target(),
                    compare.operator(),
                    compare.number(),
                    compare.upTo(),
                    compare.unit());
        }
        // Two values of one column are one piece already.
        boolean values = left instanceof Piece.HasValue && right instanceof Piece.HasValue;
        if (values) {
            return Optional.empty();
        }
        double score = left.span().score() + right.span().score() + 0.9;
        return Optional.of(new Piece.Either(new Piece.Span(start, right.span().end(), score), List.of(left, second)));
    }

    private static Set<Piece> narrowing(Chart chart, int at) {
        Set<Piece> found = new LinkedHashSet<>();
        if (at < chart.size()) {
            NARROWING.forEach(rule -> rule.find(chart, at, piece -> {
                boolean narrows = piece instanceof Piece.Compare
                        || piece instanceof Piece.HasValue
                        || piece instanceof Piece.Flag
                        || piece instanceof Piece.During
                        || piece instanceof Piece.HasText;
                if (narrows) {
                    found.add(piece);
                }
            }));
        }
        return found;
    }

    /** "support rate is lower than the oppose rate", "a lower support rate than oppose rate". */
    static void columns(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.skip(at, LEADS);
        for (Found<Mention.OfColumn> left : Targets.columns(chart, lead)) {
            int next = chart.skip(left.end(), COPULAS);
            Comparators.operator(chart, next)
                    .ifPresent(operator -> addRight(chart, at, left, operator.value(), operator.end(), pieces));
        }
        happened(chart, at, pieces);
        Optional<Operator> graded = comparative(chart, lead);
        if (graded.isPresent()) {
            for (Found<Mention.OfColumn> left : Targets.columns(chart, chart.skip(lead + 1, Targets.DETERMINERS))) {
                if (chart.is(left.end(), "than")) {
                    addRight(chart, at, left, graded.get(), left.end() + 1, pieces);
                }
            }
        }
    }

    /** "dispatched after their due date". */
    private static void happened(Chart chart, int at, Consumer<Piece> pieces) {
        int verb = chart.skip(at, LEADS);
        for (Mention.OfEvent event : chart.events(verb)) {
            int after = chart.after(event.end(), "after", "later than");
            int before = chart.after(event.end(), "before", "earlier than", "ahead of");
            if (Math.max(after, before) > 0) {
                Mention.OfColumn left =
                        new Mention.OfColumn(verb, event.end(), List.of(new Mention.Option<>(event.column(), 1)));
                addRight(
                        chart,
                        at,
                        new Found<>(left, event.end(), 1),
                        after > 0 ? Operator.GREATER : Operator.LESS,
                        Math.max(after, before),
                        pieces);
            }
        }
    }

    private static Optional<Operator> comparative(Chart chart, int at) {
        if (chart.is(at, "lower", "smaller", "fewer", "less", "shorter", "earlier")) {
            return Optional.of(Operator.LESS);
        }
        return chart.is(at, "higher", "larger", "greater", "more", "bigger", "longer", "later")
                ? Optional.of(Operator.GREATER)
                : Optional.empty();
    }

    private static void addRight(
            Chart chart, int start, Found<Mention.OfColumn> left, Operator operator, int at, Consumer<Piece> pieces) {
        List<Found<Mention.OfColumn>> rights = new ArrayList<>(Targets.columns(
                chart, chart.skip(at, Set.of("the", "their", "its", "his", "her", "that", "in", "of"))));
        for (Found<Mention.OfColumn> right : rights) {
            double quality = Math.min(left.quality(), right.quality());
            if (quality > 0.65) {
                pieces.accept(new Piece.CompareColumns(
                        Rule.span(start, right.end(), 1.02 * quality), left.value(), operator, right.value()));
            }
        }
    }

    /** "a triage level of 1 or 2". */
    private static void pairsBehind(Chart chart, int at, Consumer<Piece> pieces) {
        int noun = chart.skip(at, Set.of("with", "a", "an", "have", "has", "had", "whose", "where", "the"));
        for (Found<Mention.OfColumn> column : Targets.columns(chart, noun)) {
            Optional<Mention.OfNumber> low =
                    chart.number(chart.skip(column.end(), Set.of("of", "is", "was", "are", "either")));
            int or = low.map(number -> chart.after(number.end(), "or", ", or")).orElse(-1);
            Optional<Mention.OfNumber> high = or > 0 ? chart.number(or) : Optional.empty();
            boolean number = chart.column(column.value().options().getFirst().meaning())
                    .filter(found -> found.dataType().isNumber())
                    .isPresent();
            if (high.isPresent() && number && column.quality() > 0.9) {
                pieces.accept(
                        either(at, column, low.get(), high.get(), high.get().end()));
            }
        }
    }

    /** "4 and 5 star reviews", "1 or 2 stars": either number of the same column. */
    static void pairs(Chart chart, int at, Consumer<Piece> pieces) {
        pairsBehind(chart, at, pieces);
        int first = chart.skip(at, Set.of("with", "a", "an", "have", "has", "of", "that", "either", "the"));
        Optional<Mention.OfNumber> low = chart.number(first);
        int joint = low.map(
                        number -> chart.after(chart.skip(number.end(), Set.of("star", "stars")), "and", "or", ", or"))
                .orElse(-1);
        Optional<Mention.OfNumber> high = joint > 0 ? chart.number(joint) : Optional.empty();
        if (high.isEmpty()) {
            return;
        }
        for (Found<Mention.OfColumn> column : Targets.columns(chart, high.get().end())) {
            boolean number = chart.column(column.value().options().getFirst().meaning())
                    .filter(found -> found.dataType().isNumber())
                    .isPresent();
            if (column.quality() > 0.9 && number) {
                pieces.accept(either(at, column, low.get(), high.get(), column.end()));
            }
        }
    }

    private static Piece either(
            int start, Found<Mention.OfColumn> column, Mention.OfNumber low, Mention.OfNumber high, int end) {
        Optional<Piece.Target> target = Optional.of(new Piece.Target.OfColumn(column.value()));
        Piece.Span span = Rule.span(start, end, 1.04);
        return new Piece.Either(
                span,
                List.of(
                        NumberRules.compare(span, target, Operator.EQUAL, low),
                        NumberRules.compare(span, target, Operator.EQUAL, high)));
    }
}
