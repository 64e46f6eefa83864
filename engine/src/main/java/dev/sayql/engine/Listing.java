package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is listed row by row. For one assembly by one thread. */
final class Listing {
    private final List<Piece> pieces;
    private final Knowledge knowledge;
    private final Roles roles;
    private final ColumnChoice columns;
    private final Draft draft;
    private final Doubts doubts;
    private final Chart chart;

    Listing(Workpiece work, ColumnChoice columns) {
        this.pieces = work.pieces();
        this.chart = work.chart();
        this.knowledge = work.knowledge();
        this.roles = work.roles();
        this.draft = work.draft();
        this.doubts = work.doubts();
        this.columns = columns;
    }

    /** @param filtered whether conditions on the groups say what they are looked at for */
    void addListing(Expression.Range subject, boolean filtered) {
        if (!draft.groups.isEmpty()) {
            if (roles.rankMeasure().isEmpty() && draft.having.isEmpty() && !filtered) {
                doubts.doubt(0.3);
            }
            return;
        }
        boolean companionsOnly = pieces.stream()
                .filter(Piece.Pick.class::isInstance)
                .findFirst()
                .filter(first -> ((Piece.Pick) first).beside())
                .isPresent();
        boolean each = roles.head().filter(Piece.Entity::each).isPresent() && !showsName(subject);
        if (companionsOnly || each) {
            addLabel(subject);
        }
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Pick pick) {
                int shown = draft.outputs.size();
                addPick(pick, subject);
                if (pick.beside() && draft.outputs.size() == shown) {
                    doubts.problem("shown anyway");
                }
            }
        }
        draft.distinct |= asksForEachOnce();
        boolean flagged = roles.head().isEmpty()
                && draft.outputs.stream()
                        .anyMatch(output -> output.expression() instanceof Expression.Column column
                                && column.type() == DataType.BOOLEAN);
        if (flagged) {
            doubts.problem("asks for those that are so, not for whether");
        }
        boolean groupsOnly = pieces.stream().anyMatch(Piece.Best.class::isInstance) && !roles.hasPicks();
        if (draft.outputs.isEmpty() || groupsOnly) {
            addLabel(subject);
        } else if (roles.head().isEmpty() && !showsKey(subject)) {
            draft.distinct = true;
        }
    }

    private boolean asksForEachOnce() {
        return Cues.anywhere(chart, Set.of("duplicates", "repeats"))
                || (Cues.anywhere(chart, Set.of("once")) && Cues.anywhere(chart, Set.of("each")));
    }

    /** "the name of each customer" shows the name already. */
    private boolean showsName(Expression.Range subject) {
        List<String> label = knowledge.label(subject.table());
        return pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Pick pick
                        && (pick.target() instanceof Piece.Target.OfTable
                                || (pick.target() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                                        && column.options().stream()
                                                .anyMatch(option -> label.contains(
                                                                option.meaning().column())
                                                        && option.meaning()
                                                                .table()
                                                                .equals(subject.table())))));
    }

    private void addPick(Piece.Pick pick, Expression.Range subject) {
        switch (pick.target()) {
            case Piece.Target.OfColumn(Mention.OfColumn column) -> {
                columns.choose(column, found -> true).ifPresent(found -> addColumn(found, column));
                draft.distinct |= pick.distinct();
            }
            case Piece.Target.OfTable(Mention.OfTable table) ->
                addCompanion(Expression.Range.of(table.best()), subject);
            case Piece.Target.OfParent(Mention.OfTable table) ->
                addCompanion(new Expression.Range(table.best(), 1), subject);
            case Piece.Target.OfAdjective(English.Adjective adjective) ->
                knowledge
                        .graded(subject.table(), adjective)
                        .ifPresentOrElse(
                                found -> draft.addOutput(knowledge.expression(found), found.column()),
                                () -> doubts.problem("nothing to grade"));
            case Piece.Target.OfMetric _,
                    Piece.Target.OfCount _,
                    Piece.Target.OfFold _,
                    Piece.Target.OfDate _,
                    Piece.Target.OfFrequency _ -> doubts.problem("a measure among rows");
        }
    }

    /** The number by which a row points to another is shown only to who asks for a number. */
    private void addColumn(ColumnName found, Mention.OfColumn mention) {
        boolean pointer = knowledge.typeOf(found).isNumber()
                && knowledge.table(found.table()).stream()
                        .flatMap(table -> table.foreignKeys().stream())
                        .anyMatch(key -> key.columns().equals(List.of(found.column())));
        boolean asked = chart.tokens().subList(mention.start(), mention.end()).stream()
                .anyMatch(token ->
                        Set.of("id", "code", "number", "key", "no", "reference").contains(token.stem()));
        if (pointer && !asked) {
            addPointedTo(found);
            return;
        }
        draft.addOutput(knowledge.expression(found), found.column());
    }

    /** "who is the head of Physics": the row that the key points to, by its label. */
    private void addPointedTo(ColumnName key) {
        Optional<TableName> target = knowledge.pointedTo(key);
        List<String> label = target.map(knowledge::label).orElse(List.of());
        if (label.isEmpty()) {
            doubts.problem("an id that nobody asked for");
            return;
        }
        Expression.Range range = Expression.Range.through(key, target.orElseThrow());
        label.forEach(name -> draft.addOutput(knowledge.expression(range, name), name));
    }

    /** What each row points to, by its label: "with its category". */
    private void addCompanion(Expression.Range range, Expression.Range subject) {
        boolean parent = range.number() > 0;
        boolean reached = parent
                ? range.table().equals(subject.table())
                        && knowledge.keys().toParent(subject.table()).isPresent()
                : knowledge.keys().reachedToOne(subject.table()).contains(range.table());
        List<String> label = knowledge.label(range.table());
        if (!reached || label.isEmpty()) {
            doubts.problem("a companion that is not one");
            return;
        }
        label.forEach(name -> draft.addOutput(
                knowledge.expression(range, name),
                draft.outputs.stream().anyMatch(output -> output.name().equals(name))
                        ? (parent ? "parent_" : range.table().name() + "_") + name
                        : name));
    }

    private boolean showsKey(Expression.Range subject) {
        List<String> shown = draft.outputs.stream()
                .map(Query.Output::expression)
                .filter(Expression.Column.class::isInstance)
                .map(Expression.Column.class::cast)
                .filter(column -> column.range().equals(subject))
                .map(Expression.Column::name)
                .toList();
        return knowledge.isUnique(subject.table(), shown);
    }

    private void addLabel(Expression.Range subject) {
        List<String> label = knowledge.label(subject.table());
        boolean kin = pieces.stream().anyMatch(Piece.Kin.class::isInstance);
        if (label.isEmpty() && roles.head().isEmpty() && !kin) {
            doubts.problem("lists rows that nobody named");
        }
        List<String> names = label.isEmpty()
                ? knowledge.table(subject.table()).stream()
                        .flatMap(table -> table.columns().stream())
                        .map(Column::name)
                        .toList()
                : label;
        names.forEach(name -> draft.addOutput(knowledge.expression(subject, name), name));
    }
}
