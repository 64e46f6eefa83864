package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows the first rows of every group, with the group before them. For one assembly by one thread. */
final class BestOfEach {
    private final Knowledge knowledge;
    private final ColumnChoice columns;
    private final Draft draft;
    private final Doubts doubts;

    BestOfEach(Knowledge knowledge, ColumnChoice columns, Draft draft, Doubts doubts) {
        this.knowledge = knowledge;
        this.columns = columns;
        this.draft = draft;
        this.doubts = doubts;
    }

    /** The group is shown first; all that narrows the rows narrows those that they are compared with. */
    void add(List<Piece> pieces, Expression.Range subject, List<Condition> where) {
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Best best) {
                Optional<Expression.Column> value = value(best, subject);
                List<Expression> keys = groups(best.group(), subject);
                if (value.isEmpty() || keys.isEmpty() || keys.contains(value.get())) {
                    doubts.problem("the first of what");
                    return;
                }
                where.add(new Condition.BestOf(value.get(), isHighest(best, value.get()), keys, List.copyOf(where)));
            }
        }
    }

    /** The number that makes them the first is shown last, unless the question says which columns it wants. */
    void showValue(List<Piece> pieces, Expression.Range subject, boolean picks) {
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Best best && !picks) {
                value(best, subject).ifPresent(found -> draft.addOutput(found, found.name()));
            }
        }
    }

    private Optional<Expression.Column> value(Piece.Best best, Expression.Range subject) {
        Optional<ColumnName> column = switch (best.by()) {
            case Piece.Target.OfAdjective(English.Adjective adjective) -> knowledge.graded(subject.table(), adjective);
            case Piece.Target.OfColumn(Mention.OfColumn mention) -> columns.choose(mention.exact(), found -> true);
            default -> Optional.empty();
        };
        return column.filter(found -> found.table().equals(subject.table())).map(knowledge::expression);
    }

    private boolean isHighest(Piece.Best best, Expression.Column value) {
        if (best.by() instanceof Piece.Target.OfAdjective(English.Adjective adjective)) {
            boolean dated = (value.type().isDate() || knowledge.isYear(value)) && adjective.date() != 0;
            return dated ? adjective.date() > 0 : !adjective.ascending();
        }
        return !best.ascending();
    }

    private List<Expression> groups(Piece.Target group, Expression.Range subject) {
        return switch (group) {
            case Piece.Target.OfTable(Mention.OfTable table) -> {
                knowledge.label(table.best()).forEach(name -> {
                    Expression.Column label = knowledge.expression(Expression.Range.of(table.best()), name);
                    draft.addOutput(label, name);
                });
                List<Expression> keys = new ArrayList<>();
                knowledge
                        .table(table.best())
                        .map(Table::primaryKey)
                        .ifPresent(key -> key.forEach(
                                name -> keys.add(knowledge.expression(Expression.Range.of(table.best()), name))));
                yield keys;
            }
            case Piece.Target.OfColumn(Mention.OfColumn column) ->
                columns.choose(column, found -> true)
                        .filter(found -> found.table().equals(subject.table()))
                        .map(found -> {
                            draft.addOutput(knowledge.expression(found), found.column());
                            return List.<Expression>of(knowledge.expression(found));
                        })
                        .orElse(List.of());
            default -> List.of();
        };
    }
}
