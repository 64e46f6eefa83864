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
        Optional<Piece.Entity> thing = only(
                pieces.stream()
                        .filter(piece -> piece instanceof Piece.Entity entity
                                && !entity.table().link())
                        .toList(),
                Piece.Entity.class);
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
            pieces.set(
                    pieces.indexOf(rank.get()),
                    new Piece.Best(
                            rank.get().span(),
                            rank.get().ascending(),
                            rank.get().target().orElseThrow(),
                            group.get().targets().getFirst()));
            pieces.set(
                    pieces.indexOf(group.get()),
                    Normalisation.filler(group.get().span()));
        }
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
