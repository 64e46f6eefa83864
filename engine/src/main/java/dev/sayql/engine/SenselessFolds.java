package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Aggregation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Folds that say nothing whatever was asked. For one use by one thread. */
final class SenselessFolds {
    private final Draft draft;
    private final Knowledge knowledge;

    SenselessFolds(Draft draft, Knowledge knowledge) {
        this.draft = draft;
        this.knowledge = knowledge;
    }

    /** What is senseless about what is shown; empty where nothing is. */
    Optional<String> problem() {
        if (folds().anyMatch(this::addsUpKeys)) {
            return Optional.of("a sum of keys");
        }
        if (folds().anyMatch(this::isOfItsGroup)) {
            return Optional.of("folded by what it is grouped by");
        }
        if (isCutTwice()) {
            return Optional.of("a month and its days");
        }
        return folds().anyMatch(this::countsOneEach) ? Optional.of("one of each is counted") : Optional.empty();
    }

    private Stream<Expression.Fold> folds() {
        return draft.outputs.stream()
                .map(Query.Output::expression)
                .filter(Expression.Fold.class::isInstance)
                .map(Expression.Fold.class::cast);
    }

    /** What only tells rows apart adds up to nothing. */
    private boolean addsUpKeys(Expression.Fold fold) {
        return (fold.aggregation() == Aggregation.SUM || fold.aggregation() == Aggregation.AVERAGE)
                && fold.over()
                        .filter(over -> over instanceof Expression.Column column
                                && knowledge.isKey(new ColumnName(column.range().table(), column.name())))
                        .isPresent();
    }

    /** "month by month, by pay date": the months are those of that date, and not each day beside its month. */
    private boolean isCutTwice() {
        return draft.groups.stream()
                .anyMatch(group -> group instanceof Expression.Bucket(TimeUnit unit, Expression date)
                        && unit != TimeUnit.DAY
                        && (draft.groups.contains(date)
                                || draft.groups.contains(new Expression.Bucket(TimeUnit.DAY, date))));
    }

    /** Each row is counted by what only one row has. */
    private boolean countsOneEach(Expression.Fold fold) {
        return Query.isCount(fold)
                && draft.groups.stream()
                        .anyMatch(group -> group instanceof Expression.Column column
                                && column.range().equals(fold.rows())
                                && knowledge.isUnique(column.range().table(), List.of(column.name())));
    }

    /** The highest price of each price is that price. */
    private boolean isOfItsGroup(Expression.Fold fold) {
        return fold.aggregation() != Aggregation.COUNT
                && fold.over().filter(draft.groups::contains).isPresent();
    }
}
