package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Words that stand together and mean one thing, which is not what each of them means. What is recognised here is declined. */
final class Misnomers {
    private static final Set<String> STATES = Set.of("status", "state", "stage");
    /** A column that is called so by less than this is called so by a part of its name only. */
    private static final double WHOLE_NAME = 0.6;

    private Misnomers() {}

    /** What is wrong. */
    static Optional<String> in(List<Piece> pieces, Chart chart) {
        boolean regular = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.GroupByTime
                        && piece.span().end() == piece.span().start() + 1
                        && chart.is(piece.span().end(), "active", "recurring", "returning", "repeat"));
        if (regular) {
            return Optional.of("active in each month");
        }
        boolean turned = IntStream.range(0, chart.size())
                .filter(at -> chart.is(at, "bottom"))
                .map(at -> chart.number(at + 1).map(Mention.OfNumber::end).orElse(at + 1))
                .anyMatch(next -> next < chart.size()
                        && English.superlative(chart.token(next).word())
                                .filter(adjective -> !adjective.ascending())
                                .isPresent());
        if (turned) {
            // "bottom 5 heaviest animals".
            return Optional.of("the last of the first");
        }
        return IntStream.range(1, pieces.size())
                .mapToObj(index -> between(pieces, index, chart))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> between(List<Piece> pieces, int index, Chart chart) {
        Piece first = pieces.get(index - 1);
        Piece second = pieces.get(index);
        if (isOfOthers(first, second, chart)) {
            return Optional.of("said of one and stored of another");
        }
        if (isCollected(second, pieces, chart)) {
            return Optional.of("how much was collected");
        }
        if (isDoneBySome(pieces, index, chart)) {
            return Optional.of("by whom something else was done");
        }
        boolean measured = pieces.stream().anyMatch(Roles::isMeasure);
        // "average tip by waiter": of each waiter, who is somebody by what is stored of him.
        if (measured
                && second instanceof Piece.HasValue value
                && value.span().start() > 1
                && chart.is(value.span().start() - 1, "by", "per", "across")
                && !Stem.isPast(chart.token(value.span().start() - 2).word())
                && isRole(value.values().getFirst(), chart)) {
            return Optional.of("by each of them");
        }
        // "who took the most vacation": how much of it, and not how often.
        boolean mass = first instanceof Piece.MostOf || first instanceof Piece.Rank;
        if (mass
                && second instanceof Piece.HasValue value
                && index + 1 == pieces.size()
                && chart.is(value.span().start() - 1, "most", "least")
                && !chart.token(value.span().end() - 1).word().endsWith("s")) {
            return Optional.of("how much of it");
        }
        // "the most sick days".
        if (first instanceof Piece.HasValue value
                && second instanceof Piece.Pick
                && chart.is(value.span().start() - 1, "most", "least", "fewest")) {
            return Optional.of("the most of what is narrowed");
        }
        return Optional.empty();
    }

    /** "fees collected per month": how much, and not how many. */
    private static boolean isCollected(Piece second, List<Piece> pieces, Chart chart) {
        return second instanceof Piece.Missing collected
                && chart.is(collected.span().end() - 1, "collected")
                && pieces.stream()
                        .anyMatch(piece -> piece instanceof Piece.Group || piece instanceof Piece.GroupByTime);
    }

    /** "paid for by the council", which is stored of the clients: nobody's payment is meant. */
    private static boolean isDoneBySome(List<Piece> pieces, int index, Chart chart) {
        Optional<Piece> before = pieces.subList(0, index).reversed().stream()
                .filter(piece -> !(piece instanceof Piece.Filler))
                .findFirst();
        return before.isPresent()
                && before.get() instanceof Piece.Entity deed
                && deed.table().link()
                && pieces.get(index) instanceof Piece.HasValue value
                && (chart.is(value.span().start() - 1, "by")
                        || chart.is(value.span().start() - 2, "by"))
                && value.values().getFirst().hits().stream()
                        .allMatch(
                                hit -> !hit.column().table().equals(deed.table().best())
                                        && NamePhrases.wordsOf(hit.column().column(), Set.of())
                                                .contains("by"));
    }

    private static boolean isOfOthers(Piece first, Piece second, Chart chart) {
        return switch (first) {
            // "departments without a manager", where employees have managers.
            case Piece.Entity things
            when second instanceof Piece.Kin kin ->
                !things.table().link()
                        && !kin.children()
                        && kin.of().isEmpty()
                        && !kin.table().best().equals(things.table().best());
            case Piece.Entity things
            when second instanceof Piece.Missing missing -> {
                ColumnName column = missing.column().options().getFirst().meaning();
                yield !things.table().link()
                        && chart.isParentKey(column)
                        && !column.table().equals(things.table().best());
            }
            // "transaction type", where accounts have types.
            case Piece.Entity things ->
                !things.table().link()
                        && second instanceof Piece.Pick pick
                        && pick.target() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                        && column.score() < WHOLE_NAME
                        && column.options().stream()
                                .noneMatch(option -> option.meaning()
                                        .table()
                                        .equals(things.table().best()));
            // "cancelled memberships", where members are cancelled.
            case Piece.HasValue state ->
                things(second).isPresent()
                        && state.values().getFirst().hits().stream()
                                .allMatch(hit -> isState(hit.column())
                                        && !things(second)
                                                .equals(Optional.of(hit.column().table())));
            default -> false;
        };
    }

    private static Optional<TableName> things(Piece piece) {
        return switch (piece) {
            case Piece.Entity entity
            when !entity.table().link() -> Optional.of(entity.table().best());
            case Piece.Count count -> Optional.of(count.table().best());
            default -> Optional.empty();
        };
    }

    private static boolean isRole(Mention.OfValue value, Chart chart) {
        return ValueRules.isKind(chart, value)
                && chart.isPerson(value.hits().getFirst().column().table());
    }

    private static boolean isState(ColumnName column) {
        return STATES.contains(NamePhrases.wordsOf(column.column(), Set.of()).getLast());
    }
}
