package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rows are grouped by. For one assembly by one thread. */
final class Grouping {
    private final List<Piece> pieces;
    private final Knowledge knowledge;
    private final Chart chart;
    private final Roles roles;
    private final ColumnChoice columns;
    private final Draft draft;
    private final Doubts doubts;

    Grouping(Workpiece work, ColumnChoice columns) {
        this.pieces = work.pieces();
        this.chart = work.chart();
        this.knowledge = work.knowledge();
        this.roles = work.roles();
        this.draft = work.draft();
        this.doubts = work.doubts();
        this.columns = columns;
    }

    void addGroups() {
        boolean within = roles.ranksWithin();
        for (Piece piece : pieces) {
            int before = draft.groups.size();
            addGroups(piece);
            if (within && (piece instanceof Piece.Group || piece instanceof Piece.GroupByTime)) {
                draft.partition.addAll(draft.groups.subList(before, draft.groups.size()));
            }
        }
    }

    private void addGroups(Piece piece) {
        switch (piece) {
            case Piece.Group group when isOverAll(group) -> {}
            case Piece.Group group -> group.targets().forEach(this::addGroup);
            case Piece.GroupByTime(Piece.Span _, TimeUnit unit, var column) -> addTimeGroup(unit, column);
            case Piece.Entity entity when roles.isGroup(entity) -> addEntityGroup(entity.table());
            case Piece.Pick(Piece.Span _, Piece.Target.OfTable(Mention.OfTable table), boolean _, boolean beside)
            when roles.picksAreGroups() && !beside -> addEntityGroup(table);
            case Piece.Pick(Piece.Span _, Piece.Target.OfColumn(Mention.OfColumn column), boolean _, boolean _)
            when roles.picksAreGroups() ->
                columns.choose(column, found -> true).ifPresent(found -> {
                    addColumnGroup(found);
                    requireNamed(found);
                });
            default -> {}
        }
    }

    /** "curators with more than one exhibition": where no curator is known, that is none. */
    private void requireNamed(ColumnName column) {
        boolean missing = knowledge.column(column).filter(Column::nullable).isPresent();
        if (missing && !roles.hasMeasure()) {
            draft.required.add(new Condition.IsNull(knowledge.expression(column), true));
        }
    }

    /** "average rate across regions": over all of the rows themselves. */
    private boolean isOverAll(Piece.Group group) {
        boolean itself = group.targets().getFirst() instanceof Piece.Target.OfTable(Mention.OfTable table)
                && roles.rows().filter(table.best()::equals).isPresent();
        boolean means = pieces.stream()
                .filter(Roles::isMeasure)
                .allMatch(piece -> piece instanceof Piece.Folds(Piece.Span _, var aggregations, Piece.Target.OfColumn _)
                        && aggregations.stream().allMatch(Aggregation.AVERAGE::equals));
        // "average seats per hall" is of all halls; "by hall" wants each of them.
        boolean each = group.manner() == Piece.Group.Manner.EACH
                || chart.is(group.span().start(), "by");
        return itself && (group.manner() == Piece.Group.Manner.ACROSS || (means && !each));
    }

    private void addGroup(Piece.Target target) {
        switch (target) {
            case Piece.Target.OfColumn(Mention.OfColumn column) ->
                columns.choose(column, found -> true).ifPresent(this::addColumnGroup);
            case Piece.Target.OfTable(Mention.OfTable table)
            when countsChildrenOf(table.best()) -> addParentGroup(table.best());
            case Piece.Target.OfTable(Mention.OfTable table) -> addEntityGroup(table);
            case Piece.Target.OfMetric _,
                    Piece.Target.OfCount _,
                    Piece.Target.OfFold _,
                    Piece.Target.OfAdjective _,
                    Piece.Target.OfDate _,
                    Piece.Target.OfParent _,
                    Piece.Target.OfFrequency _ -> doubts.problem("grouped by a measure");
        }
    }

    /** "number of subcategories per category". */
    private boolean countsChildrenOf(TableName table) {
        return roles.rows().filter(table::equals).isPresent()
                && pieces.stream()
                        .anyMatch(piece -> piece instanceof Piece.Kin kin
                                && kin.children()
                                && kin.of().isEmpty()
                                && kin.table().best().equals(table));
    }

    private void addParentGroup(TableName table) {
        Optional<Keys.Edge> up = knowledge.keys().toParent(table);
        List<String> label = knowledge.label(table);
        if (up.isEmpty() || label.isEmpty()) {
            doubts.problem("no tree");
            return;
        }
        Expression.Range above = new Expression.Range(table, 1);
        Expression key = knowledge.expression(
                Expression.Range.of(table), up.get().fromColumns().getFirst());
        draft.groups.add(key);
        draft.required.add(new Condition.IsNull(key, true));
        for (String name : label) {
            Expression expression = knowledge.expression(above, name);
            draft.groups.add(expression);
            draft.outputs.add(new Query.Output(expression, name));
        }
    }

    private void addColumnGroup(ColumnName column) {
        List<String> label = knowledge.pointedTo(column).map(knowledge::label).orElse(List.of());
        if (!label.isEmpty() && !saysId(column)) {
            addPointedTo(column, label);
            return;
        }
        Expression.Column expression = knowledge.expression(column);
        boolean moment =
                expression.type() == DataType.TIMESTAMP || expression.type() == DataType.TIMESTAMP_WITH_TIME_ZONE;
        Expression group = moment ? new Expression.Bucket(TimeUnit.DAY, expression) : expression;
        if (!draft.groups.contains(group)) {
            draft.groups.add(group);
            draft.outputs.add(new Query.Output(group, column.column()));
        }
    }

    /** "for each manager": those that the key points to, by their label; what points nowhere belongs to nobody. */
    private void addPointedTo(ColumnName key, List<String> label) {
        Expression.Range range =
                Expression.Range.through(key, knowledge.pointedTo(key).orElseThrow());
        draft.groups.add(knowledge.expression(key));
        draft.required.add(new Condition.IsNull(knowledge.expression(key), true));
        for (String name : label) {
            Expression expression = knowledge.expression(range, name);
            draft.groups.add(expression);
            draft.outputs.add(new Query.Output(expression, name));
        }
    }

    private boolean saysId(ColumnName column) {
        return pieces.stream()
                .flatMap(piece -> columnsOf(piece).stream())
                .filter(mention -> mention.options().getFirst().meaning().equals(column))
                .anyMatch(mention -> chart.tokens().subList(mention.start(), mention.end()).stream()
                        .anyMatch(token ->
                                Set.of("id", "code", "number", "key", "no").contains(token.stem())));
    }

    private static List<Mention.OfColumn> columnsOf(Piece piece) {
        List<Piece.Target> targets = switch (piece) {
            case Piece.Group group -> group.targets();
            case Piece.Pick pick -> List.of(pick.target());
            default -> List.of();
        };
        return targets.stream()
                .filter(Piece.Target.OfColumn.class::isInstance)
                .map(target -> ((Piece.Target.OfColumn) target).column())
                .toList();
    }

    private void addTimeGroup(TimeUnit unit, Optional<Mention.OfColumn> named) {
        Optional<ColumnName> column = named.isPresent()
                ? columns.choose(named.get(), found -> found.dataType().isDate())
                : happened().or(() -> roles.rows().flatMap(knowledge::defaultDate));
        if (column.isEmpty()) {
            doubts.problem("no date to group by");
            return;
        }
        Expression bucket = new Expression.Bucket(unit, knowledge.expression(column.get()));
        draft.groups.add(bucket);
        draft.outputs.add(new Query.Output(bucket, unit.sql()));
        draft.order.add(new Query.Order(bucket, false));
    }

    /** "how many people left each year": the years in which they left. "Paid invoices per month" are of the months that they are of. */
    private Optional<ColumnName> happened() {
        List<ColumnName> dates = new ArrayList<>();
        for (int index = 0; index < pieces.size(); index++) {
            boolean describes = index + 1 < pieces.size()
                    && (pieces.get(index + 1) instanceof Piece.Entity || pieces.get(index + 1) instanceof Piece.Count);
            if (pieces.get(index) instanceof Piece.Missing missing
                    && missing.negated()
                    && !describes
                    && missing.column().options().size() == 1) {
                ColumnName column = missing.column().options().getFirst().meaning();
                if (knowledge.typeOf(column).isDate()
                        && roles.rows().filter(column.table()::equals).isPresent()) {
                    dates.add(column);
                }
            }
        }
        return dates.size() == 1 ? Optional.of(dates.getFirst()) : Optional.empty();
    }

    private void addEntityGroup(Mention.OfTable mention) {
        TableName table = mention.best();
        List<String> label = knowledge.label(table);
        List<String> shown = label.isEmpty()
                ? knowledge.table(table).map(found -> found.primaryKey()).orElse(List.of())
                : label;
        if (shown.isEmpty()) {
            doubts.problem("no name to group by");
        }
        boolean pickedAlready = draft.groups.stream()
                .anyMatch(group -> group instanceof Expression.Column column
                        && column.range().table().equals(table));
        if (!knowledge.isUnique(table, label) && !label.isEmpty() && !isKindOfLine(table)) {
            // Two rows can share a name; they stay two draft.groups.
            knowledge
                    .table(table)
                    .ifPresent(found -> found.primaryKey().forEach(key -> {
                        Expression expression = knowledge.expression(new ColumnName(table, key));
                        if (!draft.groups.contains(expression)) {
                            draft.groups.add(expression);
                        }
                    }));
        }
        for (String name : shown) {
            Expression expression = knowledge.expression(new ColumnName(table, name));
            if (!draft.groups.contains(expression) && !(pickedAlready && roles.picksAreGroups())) {
                draft.groups.add(expression);
                draft.outputs.add(new Query.Output(expression, name));
            }
        }
    }

    /** "fees per treatment", where the treatments are lines of a visit: each kind of them, and not each line by itself. */
    private boolean isKindOfLine(TableName table) {
        return roles.rows().filter(table::equals).isPresent()
                && !knowledge.isPerson(table)
                && knowledge
                        .table(table)
                        .filter(found -> found.primaryKey().size() > 1)
                        .isPresent();
    }

    /** The tables, as they are named in the query, that an expression reads. */
    static List<Expression.Range> ranges(Expression expression) {
        return switch (expression) {
            case Expression.Column column -> List.of(column.range());
            case Expression.Bucket(TimeUnit _, Expression date) -> ranges(date);
            case Expression.DatePart(TimeUnit _, Expression date) -> ranges(date);
            case Expression.Arithmetic(char _, Expression left, Expression right) -> {
                List<Expression.Range> both = new ArrayList<>(ranges(left));
                both.addAll(ranges(right));
                yield both;
            }
            case Expression.Fold fold -> fold.over().map(Grouping::ranges).orElse(List.of(fold.rows()));
            case Expression.Percentage(Expression.Fold part, var _) -> ranges(part);
            case Expression.Ratio(Expression.Fold part, var _) -> ranges(part);
            case Expression.Tally tally -> List.of(tally.path().from());
            case Expression.Constant _ -> List.of();
        };
    }
}
