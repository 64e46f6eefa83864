package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The query as far as it is built, filled in step by step and finished once. For one assembly by one thread.
 */
final class Draft {
    final List<Query.Output> outputs = new ArrayList<>();
    final List<Expression> groups = new ArrayList<>();
    final List<Query.Having> having = new ArrayList<>();
    final List<Query.Order> order = new ArrayList<>();
    final List<Condition> required = new ArrayList<>();
    final Set<String> metrics = new LinkedHashSet<>();
    OptionalInt limit = OptionalInt.empty();
    boolean distinct;
    int skipped;
    final List<Expression> partition = new ArrayList<>();
    int firsts;

    void addOutput(Expression expression, String name) {
        if (outputs.stream().noneMatch(output -> output.expression().equals(expression))) {
            outputs.add(new Query.Output(expression, name));
        }
    }

    /** Whether what is shown is folded. */
    boolean showsFolds() {
        return outputs.stream().anyMatch(output -> output.expression().isFolded());
    }

    Optional<Expression> lastFold() {
        return outputs.reversed().stream()
                .map(Query.Output::expression)
                .filter(Expression::isFolded)
                .findFirst();
    }

    Query finish(Expression.Range subject, List<Condition> where) {
        List<Condition> all = new ArrayList<>(where);
        required.stream().filter(condition -> !all.contains(condition)).forEach(all::add);
        return new Query(
                subject,
                outputs,
                all,
                groups,
                having,
                order,
                limit,
                distinct,
                List.of(),
                Optional.empty(),
                skipped,
                firsts());
    }

    private Optional<Query.Firsts> firsts() {
        return firsts > 0 ? Optional.of(new Query.Firsts(partition, firsts)) : Optional.empty();
    }

    /** How the column of an aggregate is called, before the name of what is aggregated. */
    static String prefix(Aggregation aggregation) {
        return switch (aggregation) {
            case AVERAGE -> "average_";
            case SUM -> "total_";
            case MINIMUM -> "minimum_";
            case MAXIMUM -> "maximum_";
            case COUNT, COUNT_DISTINCT -> "number_of_";
        };
    }
}
