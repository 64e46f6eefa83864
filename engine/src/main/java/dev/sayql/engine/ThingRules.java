package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        undone(chart, at, pieces);
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

    // spotless:off
    /** What is done with things, or by them, in rows of its own. */
    private static final Set<String> DEEDS = Stream.of(
            "buy", "order", "purchase", "sell", "book", "rent", "hire", "fly", "drive", "ship", "show", "play", "perform",
            "borrow", "lend", "read", "watch", "attend", "choose", "pick", "serve", "broadcast", "air", "deliver", "visit")
            .map(Stem::of)
            .collect(Collectors.toUnmodifiableSet());
    // spotless:on

    /** "snacks nobody ever bought", "aircraft that never flew": no row points to them, where only one kind can. */
    private static void undone(Chart chart, int at, Consumer<Piece> pieces) {
        int nobody = chart.after(
                at,
                "that nobody has ever",
                "that nobody ever",
                "that nobody has",
                "nobody has ever",
                "nobody ever",
                "nobody has",
                "that no one has ever",
                "no one has ever",
                "no one ever",
                "no one has",
                "nobody");
        int lead = chart.skip(at, Set.of("that", "which", "who", "have", "has", "were", "was", "did", "are", "is"));
        int never = chart.after(lead, "never been", "never", "not yet been", "not been", "not");
        int verb = nobody > 0 ? nobody : never;
        boolean deed = verb > 0
                && verb < chart.size()
                && !chart.isNamed(verb)
                && DEEDS.contains(chart.token(verb).stem())
                && (nobody > 0 || Stem.isPast(chart.token(verb).word()) || chart.is(lead - 1, "did"));
        int end = deed
                ? chart.skip(verb + 1, Set.of("yet", "anywhere", "before", "ever", "once", "anything", "so", "far"))
                : -1;
        if (deed && end == chart.size()) {
            pieces.accept(new Piece.Unused(Rule.span(at, end, 1)));
        }
    }

    /** "best mark", "highest donation": of what has but one number, the extreme of that. */
    static void extremes(Chart chart, int at, Consumer<Piece> pieces) {
        int word = chart.skip(at, Set.of("the"));
        boolean most = chart.is(word, "best", "highest", "top", "maximum", "max");
        boolean least = chart.is(word, "worst", "lowest", "minimum", "min");
        boolean asked = IntStream.range(0, at)
                .allMatch(before -> English.FILLERS.contains(chart.token(before).word())
                        || English.OPENERS.contains(chart.token(before).word()));
        if (!asked || (!most && !least) || chart.is(at - 1, "with", "has", "have", "which")) {
            return;
        }
        for (Mention.OfTable table : chart.tables(word + 1)) {
            boolean one = !chart.token(table.end() - 1).word().endsWith("s") && !table.link() && table.score() > 0.9;
            if (one) {
                chart.onlyNumber(table.best(), at, table.end())
                        .ifPresent(column -> pieces.accept(new Piece.Folds(
                                Rule.span(at, table.end(), 1),
                                List.of(most ? Aggregation.MAXIMUM : Aggregation.MINIMUM),
                                new Piece.Target.OfColumn(column))));
            }
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
