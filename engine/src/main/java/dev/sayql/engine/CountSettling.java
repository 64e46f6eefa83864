package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settles what is counted: "how many", "the most frequent", "more than five times". Changes the row of pieces that it was given. For one use by one thread. */
final class CountSettling {
    private final Knowledge knowledge;
    private final List<Piece> pieces;

    CountSettling(List<Piece> pieces, Knowledge knowledge) {
        this.pieces = pieces;
        this.knowledge = knowledge;
    }

    /** "how many" counts the thing named next; adjectives and values may stand between. */
    void settleCounts() {
        for (int index = 0; index < pieces.size(); index++) {
            if (!(pieces.get(index) instanceof Piece.Counting counting)) {
                continue;
            }
            if (pieces.stream().skip(index + 1L).allMatch(Piece.Filler.class::isInstance)
                    && countsWhatWasNamed(index, counting)) {
                continue;
            }
            int noun = index + 1;
            while (noun < pieces.size() && Normalisation.isBetween(pieces.get(noun))) {
                noun++;
            }
            Piece named = noun < pieces.size() ? pieces.get(noun) : counting;
            if (named instanceof Piece.Entity entity && !entity.table().link()) {
                pieces.set(noun, new Piece.Count(entity.span(), entity.table(), false));
                pieces.set(index, Normalisation.filler(counting.span()));
            } else if (named instanceof Piece.Pick pick
                    && pick.target() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                    && knowledge.addsUp(column)) {
                pieces.set(noun, new Piece.Folds(pick.span(), List.of(Aggregation.SUM), pick.target()));
                pieces.set(index, Normalisation.filler(counting.span()));
            } else if (named instanceof Piece.Kin kin) {
                pieces.set(index, new Piece.Count(counting.span(), kin.table(), false));
            } else {
                pieces.set(index, countOfValues(index, noun).orElse(new Piece.Quantity(counting.span(), false)));
            }
        }
    }

    /** "incidents in July, count". */
    private boolean countsWhatWasNamed(int last, Piece.Counting counting) {
        for (int index = 0; index < last; index++) {
            if (pieces.get(index) instanceof Piece.Entity entity
                    && !entity.table().link()) {
                pieces.set(index, new Piece.Count(entity.span(), entity.table(), false));
                pieces.set(last, Normalisation.filler(counting.span()));
                return true;
            }
        }
        return false;
    }

    /** "how many freelancers": a value that stands for the rows that have it. */
    private Optional<Piece> countOfValues(int index, int end) {
        boolean measured = pieces.stream().anyMatch(Roles::isMeasure);
        for (int at = index + 1; at < end && !measured; at++) {
            if (pieces.get(at) instanceof Piece.HasValue value) {
                TableName table =
                        value.values().getFirst().hits().getFirst().column().table();
                Mention.OfTable counted = new Mention.OfTable(
                        value.span().start(), value.span().end(), List.of(new Mention.Option<>(table, 1)), false);
                return Optional.of(new Piece.Count(pieces.get(index).span(), counted, false));
            }
        }
        return Optional.empty();
    }

    /** "the most cancelled orders": counts the thing named next; what stands between narrows it. */
    void settleMost() {
        for (int index = 0; index < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.MostOf most) {
                int noun = index + 1;
                while (noun < pieces.size() && isNarrowing(pieces.get(noun))) {
                    noun++;
                }
                boolean counted = noun > index + 1
                        && noun < pieces.size()
                        && pieces.get(noun) instanceof Piece.Entity entity
                        && !entity.table().link();
                if (counted && pieces.get(noun) instanceof Piece.Entity entity) {
                    pieces.set(
                            index,
                            new Piece.Rank(
                                    most.span(),
                                    most.ascending(),
                                    most.count(),
                                    Optional.of(new Piece.Target.OfCount(entity.table()))));
                    pieces.set(noun, Normalisation.filler(entity.span()));
                } else {
                    pieces.set(index, new Piece.Unknown(most.span()));
                }
            }
        }
    }

    private static boolean isNarrowing(Piece piece) {
        return piece instanceof Piece.Flag || piece instanceof Piece.HasValue || piece instanceof Piece.Compare;
    }

    /** "which diagnosis is the most frequent": how many rows point to it, when only one kind does. */
    void settleFrequency() {
        Optional<Piece.Entity> head = pieces.stream()
                .filter(Piece.Entity.class::isInstance)
                .map(Piece.Entity.class::cast)
                .filter(entity -> !entity.table().link())
                .findFirst();
        boolean columns = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Pick
                        || piece instanceof Piece.Group
                        || (piece instanceof Piece.Entity other
                                && !head.filter(other::equals).isPresent()));
        if (head.isEmpty() || columns) {
            return;
        }
        Optional<Mention.OfTable> pointing = pointingTo(head.get());
        if (pointing.isEmpty()) {
            return;
        }
        Mention.OfTable counted = pointing.get();
        pieces.replaceAll(piece -> piece instanceof Piece.Rank rank
                        && rank.target()
                                .filter(Piece.Target.OfFrequency.class::isInstance)
                                .isPresent()
                ? new Piece.Rank(
                        rank.span(), rank.ascending(), rank.count(), Optional.of(new Piece.Target.OfCount(counted)))
                : piece);
    }

    /** The one kind of rows that point to a thing. */
    private Optional<Mention.OfTable> pointingTo(Piece.Entity thing) {
        List<TableName> pointing = knowledge.keys().from(thing.table().best()).stream()
                .filter(Keys.Edge::toMany)
                .map(Keys.Edge::to)
                .distinct()
                .toList();
        return pointing.size() == 1
                ? Optional.of(new Mention.OfTable(
                        thing.span().start(),
                        thing.span().end(),
                        List.of(new Mention.Option<>(pointing.getFirst(), 1)),
                        false))
                : Optional.empty();
    }

    /** "diagnoses made more than 25 times". */
    void settleTimes() {
        Optional<Mention.OfTable> counted = pieces.stream()
                .filter(piece ->
                        piece instanceof Piece.Entity entity && !entity.table().link())
                .findFirst()
                .flatMap(piece -> pointingTo((Piece.Entity) piece));
        pieces.replaceAll(piece -> piece instanceof Piece.CompareTimes times
                ? counted.<Piece>map(
                                table -> new Piece.CompareCount(times.span(), table, times.operator(), times.number()))
                        .orElseGet(() -> new Piece.Unknown(times.span()))
                : piece);
    }

    /** "top 3 courses by enrolments": by how many of them there are. */
    void settleRankedCounts() {
        Optional<Piece.Entity> head = pieces.stream()
                .filter(piece ->
                        piece instanceof Piece.Entity entity && !entity.table().link())
                .map(Piece.Entity.class::cast)
                .findFirst();
        boolean ranked = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Rank rank
                        && rank.target()
                                .filter(target -> !(target instanceof Piece.Target.OfAdjective))
                                .isEmpty());
        boolean measured = pieces.stream().anyMatch(Roles::isMeasure);
        if (head.isEmpty() || !ranked || measured) {
            return;
        }
        Set<TableName> near = knowledge.keys().reachedToOne(head.get().table().best());
        pieces.replaceAll(piece -> piece instanceof Piece.Group group
                        && group.manner() == Piece.Group.Manner.BY
                        && group.targets().size() == 1
                        && group.targets().getFirst() instanceof Piece.Target.OfTable(Mention.OfTable table)
                        && !near.contains(table.best())
                ? new Piece.Sort(group.span(), new Piece.Target.OfCount(table), true)
                : piece);
    }
}
