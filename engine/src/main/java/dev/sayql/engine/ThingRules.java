package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Things that are spoken of without their names: "everything we sell", "models that are not used", "average ozone reading". */
final class ThingRules {
    private static final Map<String, Aggregation> FOLDS = Map.of(
            "average", Aggregation.AVERAGE,
            "mean", Aggregation.AVERAGE,
            "avg", Aggregation.AVERAGE,
            "total", Aggregation.SUM,
            "highest", Aggregation.MAXIMUM,
            "maximum", Aggregation.MAXIMUM,
            "max", Aggregation.MAXIMUM,
            "lowest", Aggregation.MINIMUM,
            "minimum", Aggregation.MINIMUM,
            "min", Aggregation.MINIMUM);

    private ThingRules() {}

    static void things(Chart chart, int at, Consumer<Piece> pieces) {
        boolean any = chart.is(at, "everything", "anything", "things", "thing", "stuff", "something");
        if (any && chart.tables(at).isEmpty() && chart.values(at).isEmpty()) {
            pieces.accept(new Piece.Anything(new Piece.Span(at, at + 1, 0.55)));
        }
    }

    static void unused(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.skip(
                at, Set.of("that", "which", "are", "is", "we", "were", "have", "been", "do", "nobody", "no", "one"));
        int not = chart.after(lead, "not", "never");
        boolean nobody = chart.after(at, "nobody uses", "no one uses", "nobody ever used") > 0;
        int used = not > 0
                ? chart.after(chart.skip(not, Set.of("been", "yet", "currently")), "used", "use", "in use")
                : -1;
        int end = nobody ? at + 2 + (chart.is(at, "no") ? 1 : 0) : chart.is(at, "unused") ? at + 1 : used;
        if (end > 0 && !chart.isNamed(end - 1)) {
            int rest = chart.after(end, "anywhere", "at all", "yet", "by anyone", "by anybody");
            pieces.accept(new Piece.Unused(Rule.span(at, rest > 0 ? rest : end, 1)));
        }
    }

    static void folding(Chart chart, int at, Consumer<Piece> pieces) {
        Aggregation aggregation =
                chart.token(at).quoted() ? null : FOLDS.get(chart.token(at).word());
        if (aggregation != null
                && !(chart.values(at + 1).isEmpty() && chart.flags(at + 1).isEmpty())) {
            pieces.accept(new Piece.Folding(Rule.span(at, at + 1, 0.95), aggregation));
        }
    }
}
