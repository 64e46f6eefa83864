package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is there or missing: other rows, values, and places in a tree. For one use by one thread. */
final class RelationReading {
    private final Knowledge knowledge;
    private final Roles roles;
    private final ColumnChoice columns;
    private final Placement placement;
    private final Doubts doubts;

    RelationReading(Knowledge knowledge, Roles roles, ColumnChoice columns, Placement placement, Doubts doubts) {
        this.knowledge = knowledge;
        this.roles = roles;
        this.columns = columns;
        this.placement = placement;
        this.doubts = doubts;
    }

    /**
     * Of a row beyond a step to many, a missing value means that there is no such row with one.
     *
     * @param named the things that stand right beside: "guests with unpaid invoices" have some that are unpaid
     */
    void addMissing(Piece.Missing missing, int index, Set<TableName> named, Expression.Range subject) {
        columns.choose(missing.column(), column -> true).ifPresent(column -> {
            boolean far = placement.isToMany(subject, column.table());
            boolean none = far && !missing.negated() && !named.contains(column.table());
            // The row that is joined would have it: only that row itself can be missing, which is another reading.
            boolean always = !far
                    && !missing.negated()
                    && !column.table().equals(subject.table())
                    && knowledge
                            .column(column)
                            .filter(found -> !found.nullable())
                            .isPresent();
            if (always) {
                doubts.problem("without what every row has");
            }
            placement.attach(
                    new Condition.IsNull(knowledge.expression(column), missing.negated() || none),
                    column.table(),
                    index,
                    none,
                    subject);
        });
    }

    void addWithout(Piece.Without without, Expression.Range subject) {
        if (without.table().best().equals(subject.table())) {
            doubts.problem("the thing itself is missing");
        }
        TableName table = without.table().options().stream()
                .map(Mention.Option::meaning)
                .filter(option -> knowledge.keys().path(subject.table(), option).isPresent())
                .findFirst()
                .orElse(without.table().best());
        placement
                .pathTo(subject, table)
                .ifPresentOrElse(
                        path -> {
                            boolean always = without.values().isEmpty()
                                    && path.steps().stream().allMatch(knowledge.keys()::isCertain);
                            if (always) {
                                doubts.problem("without what every row has");
                            }
                            placement.add(without(path, without));
                        },
                        () -> doubts.problem("something missing that cannot be reached"));
    }

    private Beyond without(Path path, Piece.Without without) {
        Beyond far = new Beyond(path, true, Optional.empty());
        for (Mention.OfValue value : without.values()) {
            value.hits().stream()
                    .filter(hit -> knowledge
                            .keys()
                            .reachedToOne(path.to().table())
                            .contains(hit.column().table()))
                    .findFirst()
                    .ifPresentOrElse(
                            hit -> far.must(new Condition.Comparison(
                                    knowledge.expression(hit.column()),
                                    Operator.EQUAL,
                                    new Condition.Literal.Text(hit.value()))),
                            () -> doubts.problem("a value that cannot be reached"));
        }
        return far;
    }

    void addChildren(Piece.HasChildren children, Expression.Range subject) {
        below(children.table(), subject)
                .ifPresent(path -> placement.add(new Condition.Exists(path, List.of(), children.negated())));
    }

    /** "at least three direct reports". */
    void addChildCount(Piece.CompareChildren children, Expression.Range subject) {
        below(children.table(), subject)
                .ifPresent(path -> placement.add(new Condition.Folded(
                        path, Expression.Fold.countOf(path.to()), children.operator(), children.number(), List.of())));
    }

    /** The way to the rows that point to a row of the same table. */
    private Optional<Path> below(Mention.OfTable tree, Expression.Range subject) {
        Optional<Keys.Edge> up = knowledge.keys().toParent(tree.best());
        if (up.isEmpty() || !tree.best().equals(subject.table())) {
            doubts.problem("no tree");
            return Optional.empty();
        }
        Expression.Range below = new Expression.Range(subject.table(), 1);
        return Optional.of(new Path(List.of(
                new Path.Step(subject, up.get().toColumns(), below, up.get().fromColumns(), true))));
    }

    /** Of a row without one above, nothing can be said. */
    void addParentComparison(Piece.CompareToParent compare, Expression.Range subject) {
        Optional<ColumnName> column = switch (compare.target()) {
            case Piece.Target.OfAdjective(English.Adjective adjective) -> knowledge.graded(subject.table(), adjective);
            case Piece.Target.OfColumn(Mention.OfColumn mention) -> columns.choose(mention, found -> true);
            default -> Optional.empty();
        };
        boolean own = compare.table().best().equals(subject.table())
                && column.filter(found -> found.table().equals(subject.table())).isPresent()
                && knowledge.keys().from(subject.table()).stream()
                                .filter(edge -> edge.to().equals(subject.table()) && !edge.toMany())
                                .count()
                        == 1;
        if (!own) {
            doubts.problem("compared with something else");
            return;
        }
        Expression.Column here = knowledge.expression(column.get());
        // Who is older was born before.
        boolean turned = here.type().isDate() && compare.target() instanceof Piece.Target.OfAdjective;
        Operator operator = turned ? (isLater(compare) ? Operator.GREATER : Operator.LESS) : compare.operator();
        Expression.Range above = new Expression.Range(subject.table(), 1);
        placement.add(new Condition.Columns(here, operator, knowledge.expression(above, here.name())));
    }

    private static boolean isLater(Piece.CompareToParent compare) {
        return compare.target() instanceof Piece.Target.OfAdjective(English.Adjective adjective)
                && adjective.date() > 0;
    }

    void addKin(Piece.Kin kin, Expression.Range subject) {
        TableName tree = kin.table().best();
        Optional<Keys.Edge> up = knowledge.keys().toParent(tree);
        boolean counted = kin.children() && kin.of().isEmpty();
        if (up.isEmpty() || (roles.groupsBy(tree) && !counted)) {
            doubts.problem("no tree");
            return;
        }
        Keys.Edge edge = up.get();
        Expression.Range here = Expression.Range.of(tree);
        if (kin.of().isEmpty()) {
            Expression parent = knowledge.expression(here, edge.fromColumns().getFirst());
            placement.attach(new Condition.IsNull(parent, kin.children()), tree, 0, false, subject);
            return;
        }
        Expression.Range other = new Expression.Range(tree, 1);
        Path path = kin.children()
                ? new Path(List.of(new Path.Step(here, edge.fromColumns(), other, edge.toColumns(), false)))
                : new Path(List.of(new Path.Step(here, edge.toColumns(), other, edge.fromColumns(), true)));
        List<Condition> named = new ArrayList<>();
        for (Mention.OfValue value : kin.of()) {
            value.hits().stream()
                    .filter(found -> found.column().table().equals(tree))
                    .findFirst()
                    .ifPresentOrElse(
                            found -> named.add(new Condition.Comparison(
                                    knowledge.expression(other, found.column().column()),
                                    Operator.EQUAL,
                                    new Condition.Literal.Text(found.value()))),
                            () -> doubts.problem("not one of the tree"));
        }
        placement.attach(new Condition.Exists(path, named, false), tree, 0, false, subject);
    }
}
