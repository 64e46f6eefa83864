package dev.sayql.engine;

import java.util.List;

/** A way from one table to another along keys; at least one step. */
record Path(List<Step> steps) {

    /**
     * From one row to the rows whose columns equal.
     *
     * @param toMany whether more than one row can match
     */
    record Step(
            Expression.Range from,
            List<String> fromColumns,
            Expression.Range to,
            List<String> toColumns,
            boolean toMany) {}

    public Path {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a path has at least one step");
        }
    }

    /** Up to the last step to many: what lies behind is joined when it is needed. */
    Path withoutTail() {
        int end = steps.size();
        while (end > 1 && !steps.get(end - 1).toMany()) {
            end--;
        }
        return new Path(steps.subList(0, end));
    }

    /** A path that never multiplies rows, the other way round: each step leads to many. */
    Path reversed() {
        return new Path(steps.reversed().stream()
                .map(step -> new Step(step.to(), step.toColumns(), step.from(), step.fromColumns(), true))
                .toList());
    }

    Expression.Range from() {
        return steps.getFirst().from();
    }

    Expression.Range to() {
        return steps.getLast().to();
    }

    boolean isToMany() {
        return steps.stream().anyMatch(Step::toMany);
    }
}
