package dev.sayql.engine;

import java.util.List;
import java.util.Optional;

/**
 * Settles "the cheapest product in each category": one row of every group, the first by a column of its own. Anything more,
 * such as the best three, or the best by what other rows add up to, stays as it is and is declined.
 */
final class BestSettling {
    private BestSettling() {}

    static void settle(List<Piece> pieces, Knowledge knowledge) {
        boolean measured = pieces.stream()
                .anyMatch(piece -> Roles.isMeasure(piece)
                        || piece instanceof Piece.Sort
                        || piece instanceof Piece.GroupByTime
                        || piece instanceof Piece.CompareCount);
        Optional<Piece.Rank> rank = only(pieces, Piece.Rank.class);
        Optional<Piece.Group> group = only(pieces, Piece.Group.class);
        List<Piece> named = pieces.stream()
                .filter(piece ->
                        piece instanceof Piece.Entity entity && !entity.table().link())
                .toList();
        Optional<Piece.Entity> thing = named.isEmpty() ? valued(pieces) : only(named, Piece.Entity.class);
        if (measured || rank.isEmpty() || group.isEmpty() || thing.isEmpty()) {
            return;
        }
        boolean one = rank.get().count() == 1
                && !thing.get().each()
                && group.get().targets().size() == 1
                && rank.get()
                        .target()
                        .filter(target -> isOwn(target, thing.get(), knowledge))
                        .isPresent()
                && leadsTo(group.get().targets().getFirst(), thing.get(), knowledge);
        if (one) {
            if (named.isEmpty()) {
                pieces.add(pieces.indexOf(group.get()), thing.get());
            }
            replace(pieces, rank.get(), group.get());
        }
    }

    private static void replace(List<Piece> pieces, Piece.Rank rank, Piece.Group group) {
        pieces.set(
                pieces.indexOf(rank),
                new Piece.Best(
                        rank.span(),
                        rank.ascending(),
                        rank.target().orElseThrow(),
                        group.targets().getFirst()));
        pieces.set(pieces.indexOf(group), Normalisation.filler(group.span()));
    }

    /** "the most expensive house in each city": houses are the rows that are said to be one. */
    private static Optional<Piece.Entity> valued(List<Piece> pieces) {
        return only(pieces, Piece.HasValue.class)
                .filter(value -> value.column().isEmpty() && !value.negated())
                .map(value -> new Piece.Entity(
                        value.span(),
                        new Mention.OfTable(
                                value.span().start(),
                                value.span().end(),
                                List.of(new Mention.Option<>(
                                        value.values()
                                                .getFirst()
                                                .hits()
                                                .getFirst()
                                                .column()
                                                .table(),
                                        1)),
                                false),
                        false));
    }

    private static <P extends Piece> Optional<P> only(List<Piece> pieces, Class<P> kind) {
        List<P> found = pieces.stream().filter(kind::isInstance).map(kind::cast).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean isOwn(Piece.Target target, Piece.Entity thing, Knowledge knowledge) {
        return switch (target) {
            case Piece.Target.OfAdjective(English.Adjective adjective) ->
                knowledge.graded(thing.table().best(), adjective).isPresent();
            case Piece.Target.OfColumn(Mention.OfColumn column) ->
                column.exact().options().stream()
                        .anyMatch(option ->
                                option.meaning().table().equals(thing.table().best()));
            default -> false;
        };
    }

    /** Whether each thing belongs to one group, by one way. */
    private static boolean leadsTo(Piece.Target group, Piece.Entity thing, Knowledge knowledge) {
        return switch (group) {
            case Piece.Target.OfTable(Mention.OfTable table) ->
                knowledge
                        .keys()
                        .pathToOne(thing.table().best(), table.best())
                        .filter(path -> knowledge.keys().alternatives(path) == 0)
                        .isPresent();
            case Piece.Target.OfColumn(Mention.OfColumn column) ->
                column.options().stream()
                        .anyMatch(option ->
                                option.meaning().table().equals(thing.table().best())
                                        && !knowledge.isKey(option.meaning())
                                        && !knowledge.typeOf(option.meaning()).isNumber());
            default -> false;
        };
    }
}
