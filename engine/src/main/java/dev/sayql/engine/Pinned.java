package dev.sayql.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What conditions leave no choice of: columns of one value, rows that are called by their name. */
final class Pinned {
    private Pinned() {}

    static Set<Expression.Column> columns(List<Condition> where) {
        Set<Expression.Column> fixed = new HashSet<>();
        for (Condition condition : where) {
            if (condition instanceof Condition.Comparison(Expression.Column column, Operator operator, var _)
                    && operator == Operator.EQUAL) {
                fixed.add(column);
            }
        }
        return fixed;
    }

    /** Whether the conditions name one row by its label or by a key. */
    static boolean isOneRow(Expression.Range subject, List<Condition> where, Knowledge knowledge) {
        Set<String> fixed = new HashSet<>();
        columns(where).stream()
                .filter(column -> column.range().equals(subject))
                .forEach(column -> fixed.add(column.name()));
        List<String> label = knowledge.label(subject.table());
        boolean own = label.stream().noneMatch(column -> Labels.isNameOfAnother(subject.table(), column));
        return (!label.isEmpty() && own && fixed.containsAll(label))
                || knowledge.isUnique(subject.table(), List.copyOf(fixed));
    }
}
