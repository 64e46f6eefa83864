package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.sql.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables and columns that a query names or passes through. For one use by one thread. */
final class Uses {
    private final Set<TableName> tables = new HashSet<>();
    private final Set<ColumnName> columns = new HashSet<>();

    private Uses() {}

    static Uses of(Query query) {
        Uses uses = new Uses();
        uses.tables.add(query.subject().table());
        query.outputs().forEach(output -> uses.add(output.expression()));
        query.groups().forEach(uses::add);
        query.order().forEach(key -> uses.add(key.expression()));
        query.having().forEach(having -> uses.add(having.fold()));
        query.where().forEach(uses::add);
        query.joins().forEach(uses::addStep);
        query.combined().ifPresent(combination -> uses.addAll(Uses.of(combination.other())));
        return uses;
    }

    private void addAll(Uses others) {
        tables.addAll(others.tables);
        columns.addAll(others.columns);
    }

    boolean names(TableName table) {
        return tables.contains(table);
    }

    /** What was said of the source and has no part in the query: nothing that was understood may be lost. */
    List<String> unused(List<Piece> pieces, Keys keys) {
        return pieces.stream()
                .filter(piece -> !has(piece))
                .filter(piece -> pieces.stream().noneMatch(other -> goesWith(piece, other, keys)))
                .map(piece -> "said, but not used: " + piece.getClass().getSimpleName())
                .toList();
    }

    /** "who never borrowed a book": what every loan is of anyway. */
    private static boolean goesWith(Piece piece, Piece relation, Keys keys) {
        Optional<TableName> far = switch (relation) {
            case Piece.Without without -> Optional.of(without.table().best());
            case Piece.CompareCount count -> Optional.of(count.table().best());
            default -> Optional.empty();
        };
        return piece instanceof Piece.Entity entity
                && far.filter(table ->
                                keys.reachedToOne(table).contains(entity.table().best()))
                        .isPresent();
    }

    private boolean has(Piece piece) {
        return switch (piece) {
            case Piece.Entity entity -> entity.table().link() || has(entity.table());
            case Piece.Pick pick -> has(pick.target());
            case Piece.Group group -> group.targets().stream().allMatch(this::has);
            case Piece.HasValue value ->
                value.values().stream()
                        .allMatch(one -> one.hits().stream().anyMatch(hit -> columns.contains(hit.column())));
            case Piece.Compare compare ->
                compare.target().filter(target -> !has(target)).isEmpty();
            case Piece.Echo echo ->
                echo.tables().stream().anyMatch(tables::contains)
                        || echo.columns().stream().anyMatch(columns::contains);
            case Piece.Flag flag -> flag.flag().columns().stream().anyMatch(columns::contains);
            default -> true;
        };
    }

    private boolean has(Mention.OfTable table) {
        return table.options().stream().anyMatch(option -> tables.contains(option.meaning()));
    }

    private boolean has(Piece.Target target) {
        return switch (target) {
            case Piece.Target.OfColumn(Mention.OfColumn column) ->
                column.options().stream().anyMatch(option -> columns.contains(option.meaning()));
            case Piece.Target.OfTable(Mention.OfTable table) -> has(table);
            default -> true;
        };
    }

    private void add(Expression expression) {
        switch (expression) {
            case Expression.Column column -> {
                tables.add(column.range().table());
                columns.add(new ColumnName(column.range().table(), column.name()));
                column.range().through().ifPresent(columns::add);
            }
            case Expression.Constant _ -> {}
            case Expression.Arithmetic(char _, Expression left, Expression right) -> {
                add(left);
                add(right);
            }
            case Expression.Bucket(TimeUnit _, Expression date) -> add(date);
            case Expression.DatePart(TimeUnit _, Expression date) -> add(date);
            case Expression.Fold fold -> {
                tables.add(fold.rows().table());
                fold.over().ifPresent(this::add);
                fold.only().forEach(this::add);
            }
            case Expression.Tally tally -> {
                addPath(tally.path());
                add(tally.fold());
                tally.only().forEach(this::add);
            }
            case Expression.Ratio(Expression.Fold part, Expression.Fold each) -> {
                add(part);
                add(each);
            }
            case Expression.Percentage(Expression.Fold part, var whole) -> {
                add(part);
                whole.ifPresent(this::add);
            }
        }
    }

    private void add(Condition condition) {
        switch (condition) {
            case Condition.Comparison(Expression left, var _, var _) -> add(left);
            case Condition.Columns(Expression left, var _, Expression right) -> {
                add(left);
                add(right);
            }
            case Condition.OneOf(Expression left, var _, boolean _) -> add(left);
            case Condition.Between(Expression left, var _, var _) -> add(left);
            case Condition.During(Expression date, var _) -> add(date);
            case Condition.IsNull(Expression left, boolean _) -> add(left);
            case Condition.Matches(Expression left, var _, var _, boolean _) -> add(left);
            case Condition.AgainstAll(Expression left, var _, var _) -> add(left);
            case Condition.AgainstQuery(Expression left, var _, Query query) -> {
                add(left);
                addAll(Uses.of(query));
            }
            case Condition.InQuery(Expression left, Query query, boolean _) -> {
                add(left);
                addAll(Uses.of(query));
            }
            case Condition.BestOf best -> {
                add(best.value());
                best.groups().forEach(this::add);
            }
            case Condition.AnyOf(List<Condition> conditions) -> conditions.forEach(this::add);
            case Condition.AllOf(List<Condition> conditions) -> conditions.forEach(this::add);
            case Condition.Exists(Path path, List<Condition> conditions, boolean _) -> {
                addPath(path);
                conditions.forEach(this::add);
            }
            case Condition.Folded folded -> {
                addPath(folded.path());
                add(folded.fold());
                folded.conditions().forEach(this::add);
            }
        }
    }

    /** The keys followed count as used: "supplied from" is about the key that says so. */
    private void addPath(Path path) {
        path.steps().forEach(this::addStep);
    }

    private void addStep(Path.Step step) {
        tables.add(step.to().table());
        step.fromColumns()
                .forEach(name -> columns.add(new ColumnName(step.from().table(), name)));
        step.toColumns().forEach(name -> columns.add(new ColumnName(step.to().table(), name)));
    }
}
