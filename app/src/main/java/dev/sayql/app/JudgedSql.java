package dev.sayql.app;

import dev.sayql.core.connection.CheckedSql;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Executor;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.generation.Contexts;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Source;
import dev.sayql.sql.Problem;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.SqlValidator;
import dev.sayql.sql.Verdict;
import java.util.List;

/** SQL of people, judged by the one validator against what is known of its source. Thread-safe. */
final class JudgedSql implements CheckedSql {

    private final SqlValidator validator;
    private final Contexts contexts;
    private final Executor executor;
    private final Limits limits;

    JudgedSql(SqlValidator validator, Contexts contexts, Executor executor, Limits limits) {
        this.validator = validator;
        this.contexts = contexts;
        this.executor = executor;
        this.limits = limits;
    }

    @Override
    public List<Problem> problems(Source source, SqlText sql) {
        return switch (judge(source, sql)) {
            case Verdict.Rejected(List<Problem> problems) -> problems;
            case Verdict.Allowed _ -> List.of();
        };
    }

    @Override
    public Ran run(Source source, SqlText sql) {
        return switch (judge(source, sql)) {
            case Verdict.Rejected(List<Problem> problems) -> new Ran.Refused(problems);
            case Verdict.Allowed(var allowed) ->
                new Ran.Ended(
                        executor.execute(source, allowed, limits.withRows(Question.MAX_ROWS), Cancellation.never()));
        };
    }

    private Verdict judge(Source source, SqlText sql) {
        return validator.validate(sql, contexts.of(source).rules());
    }
}
