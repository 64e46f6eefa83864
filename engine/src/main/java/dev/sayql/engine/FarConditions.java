package dev.sayql.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts conditions on rows beyond a step to many where groups join the same rows: "how many patients did each doctor see last month"
 * is about the visits of last month to that doctor, not about patients who had some visit then.
 */
final class FarConditions {
    private FarConditions() {}

    /** The conditions, those of rows that the groups join said of these rows. */
    static List<Condition> joined(List<Condition> where, List<Expression> groups, Expression.Range subject, Keys keys) {
        List<Path> ways = new ArrayList<>();
        for (Expression group : groups) {
            for (Expression.Range range : Grouping.ranges(group)) {
                boolean plain = range.number() == 0 && range.through().isEmpty();
                Optional<Path> way =
                        plain && !keys.reachedToOne(subject.table()).contains(range.table())
                                ? keys.path(subject.table(), range.table())
                                : Optional.empty();
                way.ifPresent(ways::add);
            }
        }
        List<Condition> all = new ArrayList<>();
        for (Condition condition : where) {
            boolean same = condition instanceof Condition.Exists exists
                    && !exists.negated()
                    && ways.stream().anyMatch(way -> begins(way, exists.path()));
            if (same && condition instanceof Condition.Exists exists) {
                all.addAll(exists.conditions());
            } else {
                all.add(condition);
            }
        }
        return all;
    }

    private static boolean begins(Path way, Path path) {
        return path.steps().size() <= way.steps().size()
                && way.steps().subList(0, path.steps().size()).equals(path.steps());
    }
}
