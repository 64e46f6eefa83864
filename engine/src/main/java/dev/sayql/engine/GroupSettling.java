package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settles what groups without a measure mean: "orders per month" counts, "hours by project" adds up. Changes the row of pieces that it was given. For one use by one thread. */
final class GroupSettling {
    /** Rows that are amounts of money, when they are called so. */
    private static final Set<String> SPENT =
            Set.copyOf(Stem.ofWords("costs expenses expenditure expenditures spending outlays"));

    private final Knowledge knowledge;
    private final Chart chart;
    private final List<Piece> pieces;

    GroupSettling(List<Piece> pieces, Chart chart, Knowledge knowledge) {
        this.pieces = pieces;
        this.chart = chart;
        this.knowledge = knowledge;
    }

    /** What the words around groups mean, before groups without a measure are settled. */
    void settleSaid() {
        settleStretches();
        settlePairs();
    }

    /** "orders and revenue by country" counts the orders. */
    private void settlePairs() {
        boolean grouped =
                pieces.stream().anyMatch(piece -> piece instanceof Piece.Group || piece instanceof Piece.GroupByTime);
        for (int index = 0; grouped && index + 2 < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.Entity entity
                    && !entity.table().link()
                    && pieces.get(index + 1) instanceof Piece.Filler(Piece.Span _, boolean joint)
                    && joint
                    && Roles.isMeasure(pieces.get(index + 2))) {
                pieces.set(index, new Piece.Count(entity.span(), entity.table(), false));
            }
        }
    }

    /** "monthly revenue, month by month" says it twice; "monthly, by dispatch date" says of which day. */
    private void settleStretches() {
        List<Piece.GroupByTime> said = pieces.stream()
                .filter(Piece.GroupByTime.class::isInstance)
                .map(Piece.GroupByTime.class::cast)
                .toList();
        List<Piece.GroupByTime> dated =
                said.stream().filter(group -> group.column().isPresent()).toList();
        List<TimeUnit> units = said.stream()
                .filter(group -> group.column().isEmpty() || group.unit() != TimeUnit.DAY)
                .map(Piece.GroupByTime::unit)
                .distinct()
                .toList();
        if (said.size() < 2 || units.size() != 1 || dated.size() > 1) {
            return;
        }
        int first = pieces.indexOf(said.getFirst());
        Optional<Mention.OfColumn> column = dated.stream().findFirst().flatMap(Piece.GroupByTime::column);
        pieces.replaceAll(
                piece -> piece instanceof Piece.GroupByTime again ? Normalisation.filler(again.span()) : piece);
        pieces.set(first, new Piece.GroupByTime(said.getFirst().span(), units.getFirst(), column));
    }

    void settleGroups() {
        boolean measured = pieces.stream().anyMatch(piece -> Roles.isMeasure(piece) || Roles.ranksByMeasure(piece));
        boolean grouped =
                pieces.stream().anyMatch(piece -> piece instanceof Piece.Group || piece instanceof Piece.GroupByTime);
        boolean folded = pieces.stream().anyMatch(piece -> piece instanceof Piece.CompareCount);
        if (measured || !grouped || folded) {
            return;
        }
        boolean picks = pieces.stream().anyMatch(Piece.Pick.class::isInstance);
        if (picks && foldsPicks()) {
            return;
        }
        countKinds();
        if (settlesBelow() || listsBeside()) {
            return;
        }
        boolean picked = picks || pieces.stream().anyMatch(this::groupsByNumber);
        for (int index = 0; index < pieces.size(); index++) {
            Piece piece = pieces.get(index);
            if (piece instanceof Piece.Group group && group.manner() == Piece.Group.Manner.EACH) {
                listEach(group, index);
            } else if (piece instanceof Piece.Entity entity && !entity.table().link() && !picked) {
                // "orders per customer", "new users per year": the thing named is counted.
                pieces.set(index, spent(entity).orElseGet(() -> new Piece.Count(entity.span(), entity.table(), false)));
                return;
            }
        }
    }

    /** "subcategories per category" counts those below each, "the subcategories of each category" names the one above beside them. */
    private boolean settlesBelow() {
        for (int index = 1; index < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.Group group
                    && group.targets().size() == 1
                    && group.targets().getFirst() instanceof Piece.Target.OfTable(Mention.OfTable above)
                    && pieces.get(index - 1) instanceof Piece.Kin kin
                    && kin.children()
                    && kin.of().isEmpty()
                    && kin.table().best().equals(above.best())) {
                if (group.manner() == Piece.Group.Manner.EACH) {
                    pieces.set(index, new Piece.Pick(group.span(), new Piece.Target.OfParent(above), false, true));
                } else {
                    pieces.add(index - 1, new Piece.Count(kin.span(), kin.table(), false));
                }
                return true;
            }
        }
        return false;
    }

    /** "expenses per month", "fuel costs by car": how much, and not how often. */
    private Optional<Piece> spent(Piece.Entity entity) {
        return SPENT.contains(chart.token(entity.table().end() - 1).stem())
                ? knowledge
                        .ownMeasure(entity.table().best())
                        .map(column -> new Mention.OfColumn(
                                entity.span().start(), entity.span().end(), List.of(new Mention.Option<>(column, 1))))
                        .map(column -> new Piece.Folds(
                                entity.span(), List.of(Aggregation.SUM), new Piece.Target.OfColumn(column)))
                : Optional.empty();
    }

    /** "list the products of each category": who wants a list is shown the category beside each product. */
    private boolean listsBeside() {
        boolean rows = pieces.stream()
                .anyMatch(piece ->
                        piece instanceof Piece.Entity entity && !entity.table().link());
        if (!rows
                || !chart.is(0, "list", "show", "display")
                || Cues.anywhere(chart, Set.of("many", "number", "count"))) {
            return false;
        }
        for (int index = 0; index < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.Group group
                    && group.manner() == Piece.Group.Manner.EACH
                    && group.targets().size() == 1
                    && group.targets().getFirst() instanceof Piece.Target.OfTable) {
                pieces.set(index, new Piece.Pick(group.span(), group.targets().getFirst(), false, true));
                return true;
            }
        }
        return false;
    }

    /** "weddings per client", where weddings are a kind of events: those are counted. */
    private void countKinds() {
        int first = 0;
        while (pieces.get(first) instanceof Piece.Filler) {
            first++;
        }
        Piece.Span span = pieces.get(first).span();
        boolean many = chart.token(span.end() - 1).word().endsWith("s")
                && pieces.stream()
                        .noneMatch(piece -> piece instanceof Piece.Entity
                                || piece instanceof Piece.Pick
                                // "captains of each team" are wanted by name.
                                || (piece instanceof Piece.Group group && group.manner() == Piece.Group.Manner.EACH));
        Optional<ColumnName> kind = switch (pieces.get(first)) {
            case Piece.HasValue value
            when !value.negated() ->
                Optional.of(value.values().getFirst().hits().getFirst().column());
            case Piece.Flag flag
            when !flag.negated() -> Optional.of(flag.flag().columns().getFirst());
            default -> Optional.empty();
        };
        if (many) {
            kind.filter(column -> !knowledge.label(column.table()).contains(column.column()))
                    .map(column -> new Mention.OfTable(
                            span.start(), span.end(), List.of(new Mention.Option<>(column.table(), 1)), false))
                    .ifPresent(rows -> pieces.add(0, new Piece.Count(span, rows, false)));
        }
    }

    /** "regions by shipping cost" is an order, no grouping. */
    private boolean groupsByNumber(Piece piece) {
        return piece instanceof Piece.Group group
                && group.manner() == Piece.Group.Manner.BY
                && group.targets().stream()
                        .anyMatch(target -> target instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                                && isOrder(column.options().getFirst().meaning()));
    }

    /** Few have the same price or capacity, many the same rating or year. */
    private boolean isOrder(ColumnName column) {
        DataType type = knowledge.typeOf(column);
        boolean measured = type.isNumber()
                && NamePhrases.wordsOf(column.column(), Set.of()).stream().anyMatch(MEASURED::contains);
        return type == DataType.NUMERIC || type.isDate() || measured;
    }

    private static final Set<String> MEASURED = Set.of(
            "capacity",
            "population",
            "size",
            "area",
            "length",
            "height",
            "weight",
            "distance",
            "salary",
            "price",
            "cost",
            "amount",
            "stock",
            "mileage");

    /** "hours by project": the total of an amount within each group. */
    private boolean foldsPicks() {
        boolean amounts = pieces.stream()
                .filter(Piece.Pick.class::isInstance)
                .allMatch(
                        piece -> ((Piece.Pick) piece).target() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                                && (knowledge.addsUp(column) || (isCost(column) && groupsElsewhere(column))));
        boolean by = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.GroupByTime
                        || (piece instanceof Piece.Group group
                                && (group.manner() != Piece.Group.Manner.EACH
                                        || group.targets().getFirst() instanceof Piece.Target.OfColumn)));
        boolean alone = pieces.stream().noneMatch(Piece.Rank.class::isInstance);
        if (amounts && by && alone) {
            pieces.replaceAll(piece -> piece instanceof Piece.Pick pick
                    ? new Piece.Folds(pick.span(), List.of(Aggregation.SUM), pick.target())
                    : piece);
        }
        return amounts && by && alone;
    }

    private static boolean isCost(Mention.OfColumn column) {
        return NamePhrases.wordsOf(column.options().getFirst().meaning().column(), Set.of()).stream()
                .anyMatch(Set.of("cost", "fee", "charge")::contains);
    }

    /** Whether many rows fall into a group, so that their costs add up: not "shipping cost by region" of the regions. */
    private boolean groupsElsewhere(Mention.OfColumn column) {
        TableName owner = column.options().getFirst().meaning().table();
        return pieces.stream()
                .filter(Piece.Group.class::isInstance)
                .flatMap(piece -> ((Piece.Group) piece).targets().stream())
                .allMatch(target -> switch (target) {
                    case Piece.Target.OfTable(Mention.OfTable table) ->
                        !table.best().equals(owner);
                    case Piece.Target.OfColumn(Mention.OfColumn by) -> {
                        ColumnName name = by.options().getFirst().meaning();
                        yield !knowledge.label(name.table()).contains(name.column())
                                || !name.table().equals(owner);
                    }
                    default -> false;
                });
    }

    /** "the name of each customer" lists customers. */
    private void listEach(Piece.Group group, int index) {
        boolean such = pieces.subList(0, index).stream().anyMatch(Piece.HasValue.class::isInstance)
                && pieces.stream().noneMatch(Piece.Pick.class::isInstance);
        if (!such
                && group.targets().size() == 1
                && group.targets().getFirst() instanceof Piece.Target.OfTable(Mention.OfTable table)) {
            pieces.set(index, new Piece.Entity(group.span(), table, true));
        }
    }
}
