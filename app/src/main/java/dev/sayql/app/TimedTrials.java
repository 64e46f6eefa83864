package dev.sayql.app;

import dev.sayql.core.generation.Finding;
import dev.sayql.core.generation.Trials;
import dev.sayql.sql.SqlText;
import java.util.List;

/** Trials that know how long they took, for telling that apart from how long a question takes to read. Not thread-safe. */
public final class TimedTrials implements Trials {
    private final Trials trials;
    private long nanos;

    TimedTrials(Trials trials) {
        this.trials = trials;
    }

    @Override
    public List<Finding> of(List<SqlText> candidates) {
        long started = System.nanoTime();
        try {
            return trials.of(candidates);
        } finally {
            nanos += System.nanoTime() - started;
        }
    }

    /** What all of them took, in milliseconds. */
    public double millis() {
        return nanos / 1e6;
    }
}
