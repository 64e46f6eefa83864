package dev.sayql.core.generation;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.execution.Executor;
import dev.sayql.core.execution.Explanation;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.question.Source;
import dev.sayql.sql.ReadOnlySql;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Answers as it was told, and remembers what it was asked. */
public final class ScriptedExecutor implements Executor {
    public static final Rows ONE_ROW = new Rows(
            List.of(new Rows.Column("count", "int8")),
            List.of(List.of(new Cell.Decimal(BigDecimal.ONE))),
            false,
            Duration.ofMillis(3));

    private final List<String> explained = Collections.synchronizedList(new ArrayList<>());
    private final List<String> executed = Collections.synchronizedList(new ArrayList<>());
    private Explanation explanation = new Explanation.Affordable(1, 1);
    private String onlyFor = "";
    private Execution execution = new Execution.Done(ONE_ROW);
    private int rowLimit;

    public ScriptedExecutor explaining(Explanation next) {
        explanation = next;
        return this;
    }

    /** Explains so only what contains this text; everything else is affordable. */
    public ScriptedExecutor explaining(Explanation next, String text) {
        onlyFor = text;
        return explaining(next);
    }

    public ScriptedExecutor executing(Execution next) {
        execution = next;
        return this;
    }

    public List<String> explained() {
        return explained;
    }

    public List<String> executed() {
        return executed;
    }

    /** The limit of rows of the last execution. */
    public int rowLimit() {
        return rowLimit;
    }

    @Override
    public Explanation explain(Source source, ReadOnlySql sql, Limits limits, Cancellation cancellation) {
        explained.add(sql.text());
        return sql.text().contains(onlyFor) ? explanation : new Explanation.Affordable(1, 1);
    }

    @Override
    public Execution execute(Source source, ReadOnlySql sql, Limits limits, Cancellation cancellation) {
        executed.add(sql.text());
        rowLimit = limits.rows();
        return execution;
    }
}
