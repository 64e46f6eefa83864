package dev.sayql.engine;

import dev.sayql.core.semantics.Metric;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Settles "top customers", "our best products": by the money that they bring in where the team named it, else by how many rows of
 * the only other kind belong to them. The number is shown and named in the restatement. What cannot be settled stays as it is
 * and is declined.
 */
final class TopSettling {
    private TopSettling() {}

    static void settle(List<Piece> pieces, Chart chart, Knowledge knowledge) {
        settleMeasured(pieces);
        boolean plain = pieces.stream()
                .allMatch(piece -> piece instanceof Piece.Filler
                        || piece instanceof Piece.Rank
                        || piece instanceof Piece.Entity
                        || piece instanceof Piece.HasValue
                        || piece instanceof Piece.Flag
                        || piece instanceof Piece.During);
        List<Piece.Rank> ranks = pieces.stream()
                .filter(Piece.Rank.class::isInstance)
                .map(Piece.Rank.class::cast)
                .toList();
        List<Piece.Entity> things = pieces.stream()
                .filter(Piece.Entity.class::isInstance)
                .map(Piece.Entity.class::cast)
                .toList();
        boolean bare = plain
                && ranks.size() == 1
                && ranks.getFirst().target().isEmpty()
                && isSaid(ranks.getFirst(), chart)
                && things.size() == 1
                && !things.getFirst().each()
                && !things.getFirst().table().link();
        if (bare) {
            measure(ranks.getFirst(), things.getFirst().table().best(), chart, knowledge)
                    .ifPresent(target -> pieces.replaceAll(piece -> piece instanceof Piece.Rank rank
                            ? new Piece.Rank(rank.span(), rank.ascending(), rank.count(), Optional.of(target))
                            : piece));
        }
    }

    /** "the most popular dishes by portions sold": by what is said, and not by how often they occur. */
    private static void settleMeasured(List<Piece> pieces) {
        Optional<Piece.Sort> measure = pieces.stream()
                .filter(piece -> piece instanceof Piece.Sort sort && sort.target() instanceof Piece.Target.OfMetric)
                .map(Piece.Sort.class::cast)
                .findFirst();
        boolean popular = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Rank rank
                        && rank.target()
                                .filter(Piece.Target.OfFrequency.class::isInstance)
                                .isPresent());
        if (measure.isPresent() && popular) {
            pieces.replaceAll(piece -> switch (piece) {
                case Piece.Rank rank
                when rank.target()
                        .filter(Piece.Target.OfFrequency.class::isInstance)
                        .isPresent() ->
                    new Piece.Rank(
                            rank.span(),
                            rank.ascending(),
                            rank.count(),
                            Optional.of(measure.get().target()));
                case Piece.Sort sort when sort.equals(measure.get()) -> Normalisation.filler(sort.span());
                default -> piece;
            });
        }
    }

    /** "5 customers" alone ranks nothing; the worst may be those that nothing belongs to, which are not counted. */
    private static boolean isSaid(Piece.Rank rank, Chart chart) {
        for (int at = rank.span().start(); at < rank.span().end(); at++) {
            if (chart.is(at, "top", "best")) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Piece.Target> measure(Piece.Rank rank, TableName thing, Chart chart, Knowledge knowledge) {
        Optional<Piece.Target> money = chart.facts()
                .money(rank.span().start())
                .filter(metric -> metric.metric().forms().stream().anyMatch(form -> belongs(form, thing, knowledge)))
                .map(Piece.Target.OfMetric::new);
        return money.or(() -> rows(rank, thing, knowledge));
    }

    private static boolean belongs(Metric.Form form, TableName thing, Knowledge knowledge) {
        return !form.table().equals(thing)
                && knowledge.keys().reachedToOne(form.table()).contains(thing);
    }

    private static Optional<Piece.Target> rows(Piece.Rank rank, TableName thing, Knowledge knowledge) {
        List<TableName> kinds = knowledge.keys().from(thing).stream()
                .filter(Keys.Edge::toMany)
                .map(Keys.Edge::to)
                .distinct()
                .toList();
        Piece.Span span = rank.span();
        return kinds.size() == 1 && !kinds.getFirst().equals(thing)
                ? Optional.of(new Piece.Target.OfCount(new Mention.OfTable(
                        span.start(), span.end(), List.of(new Mention.Option<>(kinds.getFirst(), 1)), false)))
                : Optional.empty();
    }
}
