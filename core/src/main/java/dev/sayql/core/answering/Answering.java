package dev.sayql.core.answering;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.answer.AnsweredBy;
import dev.sayql.core.answer.Provenance;
import dev.sayql.core.answer.Receipts;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.execution.Executor;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.generation.Attempt;
import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.Contexts;
import dev.sayql.core.generation.Draft;
import dev.sayql.core.generation.Drafting;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.history.History;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.Sources;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.sql.ReadOnlySql;
import dev.sayql.sql.Rules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Answers one question, or changes an earlier one as its refinement says. Read {@link #answer} downwards: it is the whole product. Never throws for an expected ending;
 * throws {@link dev.sayql.core.history.HistoryUnavailableException} when the exchange cannot be kept, for an
 * unrecorded answer is not given. Thread-safe.
 */
public final class Answering {
    private final Sources sources;
    private final Contexts contexts;
    private final Drafting drafting;
    private final Executor executor;
    private final Receipts receipts;
    private final History history;
    private final Refining refining;
    private final Limits limits;
    private final Clock clock;

    public Answering(
            Sources sources,
            Contexts contexts,
            Drafting drafting,
            Executor executor,
            History history,
            Limits limits,
            Clock clock) {
        this.sources = sources;
        this.contexts = contexts;
        this.drafting = drafting;
        this.executor = executor;
        this.receipts = new Receipts();
        this.history = history;
        this.refining = new Refining(history);
        this.limits = limits;
        this.clock = clock;
    }

    public Answer answer(Question question, Progress progress, Cancellation cancellation) {
        Instant started = clock.instant();
        Answer answer = sources.find(question.team(), question.source())
                .map(source -> answerFrom(source, question, progress, cancellation))
                .orElseGet(() -> new Answer.UnknownSource(question.source()));
        history.record(new Exchange(question, answer, started, clock.instant())); // failures too
        return answer;
    }

    private Answer answerFrom(Source source, Question question, Progress progress, Cancellation cancellation) {
        try {
            progress.reached(Progress.Step.READING_SCHEMA);
            List<Attempt> earlier = refining.earlier(question);
            if (Refining.doubtsSchema(question, earlier)) {
                contexts.forget(source);
            }
            SourceContext context = contexts.of(source);
            return switch (Selection.of(question.tables(), context)) {
                case Selection.Tables(Rules rules, SourceContext narrowed) ->
                    answerWithin(rules, narrowed, question, earlier, progress, cancellation);
                case Selection.Unknown(var names, var nearest) -> new Answer.UnknownTables(names, nearest);
            };
        } catch (SourceUnavailableException unavailable) {
            return new Answer.SourceUnavailable(unavailable.reason(), unavailable.sentence());
        }
    }

    private Answer answerWithin(
            Rules rules,
            SourceContext context,
            Question question,
            List<Attempt> earlier,
            Progress progress,
            Cancellation cancellation) {
        progress.reached(Progress.Step.UNDERSTANDING);
        return switch (drafting.draft(question, earlier, context, rules, limits)) {
            case Draft.Proven(ReadOnlySql sql, Candidate candidate) ->
                run(sql, candidate, context, question, progress, cancellation);
            case Draft.Unclear(var clarification) -> new Answer.NeedsClarification(clarification);
            case Draft.Declined(var decline) -> new Answer.Declined(decline);
            case Draft.Refused(String sql, var problems) -> new Answer.Refused(sql, problems);
            case Draft.TooExpensive(ReadOnlySql sql, double cost, double rows) ->
                new Answer.TooExpensive(sql, cost, rows);
            case Draft.Failed(ReadOnlySql sql, var error) -> new Answer.SourceFailed(sql, error);
        };
    }

    private Answer run(
            ReadOnlySql sql,
            Candidate candidate,
            SourceContext context,
            Question question,
            Progress progress,
            Cancellation cancellation) {
        if (!question.execute()) {
            return result(sql, Optional.empty(), candidate, context);
        }
        progress.reached(Progress.Step.RUNNING);
        return switch (executor.execute(context.source(), sql, limits.withRows(question.maxRows()), cancellation)) {
            case Execution.Done(Rows rows) -> {
                progress.reached(Progress.Step.CHECKING);
                yield result(sql, Optional.of(rows), candidate, context);
            }
            case Execution.TimedOut(var after) -> new Answer.TooSlow(sql, after);
            case Execution.Failed(var error) -> new Answer.SourceFailed(sql, error);
            case Execution.Cancelled() -> new Answer.Cancelled(sql);
        };
    }

    private Answer result(ReadOnlySql sql, Optional<Rows> rows, Candidate candidate, SourceContext context) {
        Provenance how = new Provenance(
                AnsweredBy.LOCAL,
                candidate.restatement(),
                candidate.understoodAs(),
                candidate.confidence(),
                candidate.metrics(),
                candidate.revision());
        return new Answer.Result(sql, rows, how, receipts.write(sql, rows, context));
    }
}
