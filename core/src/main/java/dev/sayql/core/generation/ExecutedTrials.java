package dev.sayql.core.generation;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.execution.Executor;
import dev.sayql.core.execution.Explanation;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.question.Source;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.sql.ReadOnlySql;
import dev.sayql.sql.Rules;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.SqlValidator;
import dev.sayql.sql.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Tries the candidates for one question, one after the other, until the time is over. For one question by one thread. */
final class ExecutedTrials implements Trials {
    private static final Duration TIME = Duration.ofMillis(300);

    /** Below this the server would hardly have begun. */
    private static final Duration LEAST_TIME = Duration.ofMillis(10);

    /** A plan that costs more takes longer than there is time; in the planner's unit, about a thousand a millisecond. */
    private static final double MOST_COST = 300_000;

    private static final int MOST_BYTES = 1_000_000;

    private final SqlValidator validator;
    private final Executor executor;
    private final Source source;
    private final Rules rules;
    private final Limits limits;
    private final Cancellation cancellation;
    private final LongSupplier clock;
    private final long started;

    ExecutedTrials(
            SqlValidator validator,
            Executor executor,
            Source source,
            Rules rules,
            Limits limits,
            Cancellation cancellation) {
        this(validator, executor, source, rules, limits, cancellation, System::nanoTime);
    }

    /** @param clock nanoseconds from any beginning */
    ExecutedTrials(
            SqlValidator validator,
            Executor executor,
            Source source,
            Rules rules,
            Limits limits,
            Cancellation cancellation,
            LongSupplier clock) {
        this.validator = validator;
        this.executor = executor;
        this.source = source;
        this.rules = rules;
        this.limits = limits;
        this.cancellation = cancellation;
        this.clock = clock;
        this.started = clock.getAsLong();
    }

    @Override
    public List<Finding> of(List<SqlText> candidates) {
        List<Finding> found = new ArrayList<>();
        for (SqlText candidate : candidates) {
            found.add(tried(candidate));
        }
        return found;
    }

    private Finding tried(SqlText candidate) {
        try {
            return isOver() ? new Finding.Untried() : checkedAndRun(candidate);
        } catch (SourceUnavailableException _) {
            // The answer itself will say so.
            return new Finding.Untried();
        }
    }

    private Finding checkedAndRun(SqlText candidate) {
        return switch (validator.validate(candidate, rules)) {
            case Verdict.Rejected(var problems) ->
                problems.stream().anyMatch(problem -> problem.code().isRetryable())
                        ? new Finding.Untried()
                        : new Finding.Broken();
            case Verdict.Allowed(ReadOnlySql sql) ->
                switch (executor.explain(source, sql, shortened(), cancellation)) {
                    case Explanation.Affordable _ -> isOver() ? new Finding.Untried() : run(sql);
                    case Explanation.Failed _ -> new Finding.Broken();
                    case Explanation.TooExpensive _, Explanation.Cancelled _ -> new Finding.Untried();
                };
        };
    }

    private Finding run(ReadOnlySql sql) {
        return switch (executor.execute(source, sql, shortened(), cancellation)) {
            case Execution.Done(Rows rows) -> Finding.of(rows);
            case Execution.Failed _ -> new Finding.Broken();
            case Execution.TimedOut _, Execution.Cancelled _ -> new Finding.Untried();
        };
    }

    private Duration left() {
        return TIME.minusNanos(clock.getAsLong() - started);
    }

    private boolean isOver() {
        return left().compareTo(LEAST_TIME) < 0;
    }

    /** The time may have run out just now; the server is given a moment all the same, and the next one is not tried. */
    private Limits shortened() {
        Duration left = left();
        return new Limits(
                Math.min(limits.rows(), Finding.MOST_ROWS),
                left.compareTo(LEAST_TIME) < 0 ? LEAST_TIME : left,
                Math.min(limits.resultBytes(), MOST_BYTES),
                limits.cellBytes(),
                limits.columns(),
                Math.min(limits.planCost(), MOST_COST),
                limits.planRows());
    }
}
