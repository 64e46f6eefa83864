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

    /** What is only passed through on the way to what narrows the rows. */
    private final Set<TableName> passed = new HashSet<>();

    /** What each row has one of. */
    private final Set<TableName> owned = new HashSet<>();

    /** What no row is without, along one key. */
    private final Set<TableName> certain = new HashSet<>();

    private final Optional<Keys> keys;

    private Uses(Optional<Keys> keys) {
        this.keys = keys;
    }

    private void addOwned(Keys known, TableName start) {
        owned.addAll(known.reachedToOne(start));
        owned.stream()
                .filter(table -> known.pathToOne(start, table)
                        .filter(way -> way.steps().size() == 1
                                && known.isCertain(way.steps().getFirst()))
                        .isPresent())
                .forEach(certain::add);
    }

    /** What is passed through on the way to what is named: "clients whose advisor works at the branch". */
    private void addBetween(TableName start) {
        for (TableName table : List.copyOf(tables)) {
            keys.flatMap(known -> known.pathToOne(start, table)).ifPresent(this::addPath);
        }
    }

    private void addBeyond(Path path, List<Condition> conditions) {
        Uses inner = new Uses(keys);
        conditions.forEach(inner::add);
        inner.addPath(path);
        inner.addBetween(path.steps().getFirst().to().table());
        tables.addAll(inner.tables);
        columns.addAll(inner.columns);
    }

    /** Only what the query names. */
    static Uses of(Query query) {
        return of(query, Optional.empty());
    }

    /** The tables of what is shown. */
    static Set<TableName> tablesOf(List<Query.Output> outputs) {
        Uses uses = new Uses(Optional.empty());
        outputs.forEach(output -> uses.add(output.expression()));
        return uses.tables;
    }

    /** The columns that conditions name. */
    static Set<ColumnName> columnsOf(List<Condition> conditions) {
        Uses uses = new Uses(Optional.empty());
        conditions.forEach(uses::add);
        return uses.columns;
    }

    /** What the query names, and what it passes through. */
    static Uses of(Query query, Keys keys) {
        return of(query, Optional.of(keys));
    }

    private static Uses of(Query query, Optional<Keys> keys) {
        Uses uses = new Uses(keys);
        uses.tables.add(query.subject().table());
        query.outputs().forEach(output -> uses.add(output.expression()));
        query.groups().forEach(uses::add);
        query.order().forEach(key -> uses.add(key.expression()));
        query.having().forEach(having -> uses.add(having.fold()));
        keys.ifPresent(known -> uses.addOwned(known, query.subject().table()));
        Uses narrowed = new Uses(keys);
        query.where().forEach(narrowed::add);
        uses.tables.addAll(narrowed.tables);
        narrowed.addBetween(query.subject().table());
        uses.columns.addAll(narrowed.columns);
        uses.passed.addAll(narrowed.tables);
        query.joins().forEach(uses::addStep);
        query.combined().ifPresent(combination -> uses.addAll(Uses.of(combination.other())));
        return uses;
    }

    private void addAll(Uses others) {
        tables.addAll(others.tables);
        columns.addAll(others.columns);
    }

    Set<TableName> tables() {
        return tables;
    }

    Set<ColumnName> columns() {
        return columns;
    }

    boolean names(TableName table) {
        return tables.contains(table);
    }

    /** What was said of the source and has no part in the query: nothing that was understood may be lost. */
    List<String> unused(List<Piece> pieces, Chart chart) {
        return pieces.stream()
                .filter(piece -> !has(piece))
                .filter(piece -> pieces.stream().noneMatch(other -> goesWith(piece, other)))
                .filter(piece -> !isCarrier(piece, pieces))
                .filter(piece -> !isPassed(piece, pieces))
                .filter(piece -> !isOwner(piece, pieces))
                .filter(piece -> !isEveryones(piece, pieces, chart))
                .filter(piece -> !isMeasured(piece, pieces))
                .map(piece -> "said, but not used: " + piece.getClass().getSimpleName())
                .toList();
    }

    /** "clients whose advisor works at the branch": behind what is asked for, a thing on the way to what narrows it. */
    private boolean isPassed(Piece piece, List<Piece> pieces) {
        int index = pieces.indexOf(piece);
        boolean behind = index > 0
                && pieces.subList(0, index).stream()
                        .anyMatch(other -> Roles.isMeasure(other) || other instanceof Piece.Entity)
                && !(pieces.get(index - 1) instanceof Piece.Folds);
        return behind
                && piece instanceof Piece.Entity entity
                && entity.table().options().stream().anyMatch(option -> passed.contains(option.meaning()));
    }

    /** "orders of customers from Germany", where the order says the country and each has its customer anyway. */
    private boolean isOwner(Piece piece, List<Piece> pieces) {
        int next = pieces.indexOf(piece) + 1;
        while (next < pieces.size() && pieces.get(next) instanceof Piece.Filler) {
            next++;
        }
        return piece instanceof Piece.Entity entity
                && next < pieces.size()
                && pieces.get(next) instanceof Piece.HasValue value
                && !value.negated()
                && owned.contains(entity.table().best())
                && value.values().getFirst().hits().stream()
                        .noneMatch(hit ->
                                hit.column().table().equals(entity.table().best()))
                && value.values().getFirst().hits().stream()
                        .filter(hit -> columns.contains(hit.column())
                                && Knowledge.isPlace(hit.column().column())
                                && !Knowledge.isOfPeople(hit.column().column()))
                        .anyMatch(hit -> keys.filter(known -> !known.reachedToOne(
                                                entity.table().best())
                                        .contains(hit.column().table()))
                                .isPresent());
    }

    /** "how much was paid to translators", where nothing is paid to anybody else. */
    private boolean isEveryones(Piece piece, List<Piece> pieces, Chart chart) {
        int index = pieces.indexOf(piece);
        boolean folded = pieces.stream().anyMatch(one -> Roles.isMeasure(one) || one instanceof Piece.Counting)
                && pieces.stream()
                        .noneMatch(one -> one instanceof Piece.OnAverage
                                || one instanceof Piece.Group
                                || one instanceof Piece.GroupByTime
                                || one instanceof Piece.Rank
                                || one instanceof Piece.Sort);
        // "how many orders did customers place".
        boolean doers = chart.is(piece.span().start() - 1, "did", "have", "do")
                && chart.token(piece.span().end() - 1).word().endsWith("s")
                && index + 1 < pieces.size()
                && pieces.get(index + 1) instanceof Piece.Filler;
        return folded
                && index > 1
                && pieces.get(index - 1) instanceof Piece.Filler
                && (doers || chart.is(piece.span().start() - 1, "to", "from", "of", "for", "with"))
                && piece instanceof Piece.Entity entity
                && !entity.table().link()
                && certain.contains(entity.table().best())
                && (!chart.isPerson(entity.table().best())
                        || owned.stream().filter(chart::isPerson).count() == 1);
    }

    /** "kilos of grapes", where a metric is called kilos and whatever was picked is a grape. */
    private boolean isMeasured(Piece piece, List<Piece> pieces) {
        int index = pieces.indexOf(piece);
        return piece instanceof Piece.Entity entity
                && index > 1
                && pieces.get(index - 1) instanceof Piece.Filler of
                && of.span().end() == of.span().start() + 1
                && pieces.get(index - 2) instanceof Piece.Pick(var _, Piece.Target.OfMetric _, var _, var _)
                && owned.contains(entity.table().best());
    }

    /** "compensation for damaged parcels", where the claim says that they are damaged: each claim has its parcel anyway. */
    private boolean isCarrier(Piece piece, List<Piece> pieces) {
        int index = pieces.indexOf(piece);
        return piece instanceof Piece.Entity entity
                && index > 0
                && pieces.get(index - 1) instanceof Piece.HasValue value
                && !value.negated()
                && value.span().end() == entity.span().start()
                && value.values().getFirst().hits().stream()
                        .filter(hit -> columns.contains(hit.column()))
                        .anyMatch(hit -> keys.flatMap(known -> known.pathToOne(
                                        hit.column().table(), entity.table().best()))
                                .filter(path -> path.steps().size() == 1)
                                .isPresent());
    }

    /** "who never borrowed a book": what every loan is of anyway. */
    private boolean goesWith(Piece piece, Piece relation) {
        Optional<TableName> far = switch (relation) {
            case Piece.Without without -> Optional.of(without.table().best());
            case Piece.CompareCount count -> Optional.of(count.table().best());
            default -> Optional.empty();
        };
        return piece instanceof Piece.Entity entity
                && far.flatMap(table -> keys.map(known -> known.reachedToOne(table)))
                        .filter(reached -> reached.contains(entity.table().best()))
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
            case Piece.CompareChildren children -> has(children.table());
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
            case Condition.InTree(Condition named, var _) -> add(named);
            case Condition.Exists(Path path, List<Condition> conditions, boolean _) -> {
                addBeyond(path, conditions);
            }
            case Condition.FoldedAgainstMean mean -> {
                addPath(mean.path());
                add(mean.fold());
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
