package dev.sayql.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold for rows along a path to many. */
final class Beyond {
    private Path path;
    private final List<Condition> inner = new ArrayList<>();
    private final boolean negated;
    private final Optional<Query.Having> counted;
    private final Optional<Expression.Fold> tallied;

    Beyond(Path path, boolean negated, Optional<Query.Having> counted) {
        this(path, negated, counted, Optional.empty());
    }

    private Beyond(Path path, boolean negated, Optional<Query.Having> counted, Optional<Expression.Fold> tallied) {
        this.path = path;
        this.negated = negated;
        this.counted = counted;
        this.tallied = tallied;
    }

    /** Rows that are counted for each row of the subject, and forbid none. */
    static Beyond tallied(Path path, Expression.Fold fold) {
        return new Beyond(path, false, Optional.empty(), Optional.of(fold));
    }

    Path path() {
        return path;
    }

    /** Leads farther: what must hold is said of rows behind. */
    void goAlong(Path longer) {
        path = longer;
    }

    List<Condition> inner() {
        return List.copyOf(inner);
    }

    Optional<Expression.Fold> tallied() {
        return tallied;
    }

    void must(Condition condition) {
        inner.add(condition);
    }

    boolean isNegated() {
        return negated;
    }

    boolean isPlain() {
        return !negated && counted.isEmpty() && tallied.isEmpty();
    }

    Condition condition() {
        return counted.<Condition>map(
                        having -> new Condition.Folded(path, having.fold(), having.operator(), having.number(), inner))
                .orElseGet(() -> new Condition.Exists(path, inner, negated));
    }
}
