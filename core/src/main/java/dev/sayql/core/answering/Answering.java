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
import dev.sayql.core.generation.Begun;
import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.Contexts;
import dev.sayql.core.generation.Draft;
import dev.sayql.core.generation.Drafted;
import dev.sayql.core.generation.Drafting;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.generation.Spending;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.history.History;
import dev.sayql.core.history.VerifiedQuery;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.question.Sources;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.ReadOnlySql;
import dev.sayql.sql.Rules;
import dev.sayql.sql.SqlText;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Answers one question, or changes an earlier one as its refinement says, and hands back the exchange as it was recorded.
 * Read {@link #answer} downwards: it is the whole product. Never throws for an expected ending; throws {@link dev.sayql.core.history.HistoryUnavailableException} when the
 * exchange cannot be kept, for an unrecorded answer is not given. Thread-safe.
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
    private final Approvals approvals;
    private final Remembering remembering;

    /** Finds the SQL that a team approved for a question. Thread-safe. */
    @FunctionalInterface
    public interface Approvals {

        /** Nothing was approved. */
        Approvals NONE = (team, source, question) -> Optional.empty();

        Optional<VerifiedQuery> approved(TeamId team, SourceId source, String question);
    }

    /** Without a memory of what models wrote. */
    public Answering(
            Sources sources,
            Contexts contexts,
            Drafting drafting,
            Executor executor,
            History history,
            Limits limits,
            Clock clock,
            Approvals approvals) {
        this(sources, contexts, drafting, executor, history, limits, clock, approvals, Remembering.nothing());
    }

    /**
     * @param approvals the SQL that teams approved for questions; {@link Approvals#NONE} when there is none
     * @param remembering what models wrote before
     */
    public Answering(
            Sources sources,
            Contexts contexts,
            Drafting drafting,
            Executor executor,
            History history,
            Limits limits,
            Clock clock,
            Approvals approvals,
            Remembering remembering) {
        this.sources = sources;
        this.contexts = contexts;
        this.drafting = drafting;
        this.executor = executor;
        this.receipts = new Receipts();
        this.history = history;
        this.refining = new Refining(history);
        this.limits = limits;
        this.clock = clock;
        this.approvals = approvals;
        this.remembering = remembering;
    }

    public Exchange answer(Question question, Progress progress, Cancellation cancellation) {
        return answer(
                question,
                progress,
                cancellation,
                (asked, earlier, context, rules, turn) ->
                        draft(asked, earlier, context, rules, turn, new Watched(progress, cancellation)));
    }

    /** Answers a question with SQL that a person wrote for it: checked, run and recorded like any other. */
    public Exchange run(Question question, SqlText written, Progress progress, Cancellation cancellation) {
        Candidate candidate = new Candidate(written, "The SQL as a person wrote it.", List.of(), 1, List.of());
        return answer(
                question,
                progress,
                cancellation,
                (asked, earlier, context, rules, turn) -> new OwnedDraft(
                        AnsweredBy.PERSON,
                        drafting.prove(candidate, context, rules, limits, cancellation),
                        Spending.none()));
    }

    /** A draft, whose it is, and what models were paid for it. */
    private record OwnedDraft(AnsweredBy by, Draft draft, Spending spent) {}

    /** An answer, and what models were paid for it. */
    private record Paid(Answer answer, Spending spent) {

        static Paid nothing(Answer answer) {
            return new Paid(answer, Spending.none());
        }
    }

    /** Who watches a question and may take it back. */
    private record Watched(Progress progress, Cancellation cancellation) {}

    /** A way to come from a question to proven SQL. */
    private interface Writing {

        OwnedDraft draft(Question question, List<Attempt> earlier, SourceContext context, Rules rules, Turn turn);
    }

    /** An approved answer first, then what needs no model, then what one wrote before, then a model. */
    private OwnedDraft draft(
            Question question, List<Attempt> earlier, SourceContext context, Rules rules, Turn turn, Watched watched) {
        Cancellation cancellation = watched.cancellation();
        return approved(question, context)
                .map(query -> drafting.prove(asApproved(query), context, rules, limits, cancellation))
                .filter(draft -> draft instanceof Draft.Proven || draft instanceof Draft.SourceUnavailable)
                .map(draft -> new OwnedDraft(AnsweredBy.VERIFIED, draft, Spending.none()))
                .orElseGet(() -> switch (drafting.begin(question, earlier, context, rules, limits, cancellation)) {
                    case Begun.Ended(Draft draft) -> new OwnedDraft(AnsweredBy.LOCAL, draft, Spending.none());
                    case Begun.ForModel wanted -> remembered(wanted, rules, turn, watched);
                });
    }

    private OwnedDraft remembered(Begun.ForModel wanted, Rules rules, Turn turn, Watched watched) {
        SourceContext context = wanted.task().context();
        Cancellation cancellation = watched.cancellation();
        return turn.recalled(candidate -> drafting.prove(candidate, context, rules, limits, cancellation), cancellation)
                .map(draft -> new OwnedDraft(AnsweredBy.CACHE, draft, Spending.none()))
                .orElseGet(() -> written(wanted, rules, turn, watched));
    }

    private OwnedDraft written(Begun.ForModel wanted, Rules rules, Turn turn, Watched watched) {
        watched.progress().reached(Progress.Step.ASKING_MODEL);
        Drafted drafted = drafting.ask(wanted, rules, limits, watched.cancellation());
        turn.wrote(drafted);
        boolean byModel = drafted.draft() instanceof Draft.Proven;
        return new OwnedDraft(byModel ? AnsweredBy.MODEL : AnsweredBy.LOCAL, drafted.draft(), drafted.spent());
    }

    /** What was approved for another schema proves nothing on this one. */
    private Optional<VerifiedQuery> approved(Question question, SourceContext context) {
        return question.refinement().isPresent()
                ? Optional.empty()
                : approvals
                        .approved(question.team(), question.source(), question.text())
                        .filter(query -> query.fingerprint()
                                .equals(Optional.of(context.schema().fingerprint())));
    }

    private static Candidate asApproved(VerifiedQuery query) {
        return new Candidate(new SqlText(query.sql()), query.explanation(), List.of(), 1, List.of());
    }

    private Exchange answer(Question question, Progress progress, Cancellation cancellation, Writing writing) {
        Instant started = clock.instant();
        Optional<Source> asked = sources.find(question.team(), question.source());
        Paid paid = asked.map(source -> answerFrom(source, question, progress, cancellation, writing))
                .orElseGet(() -> Paid.nothing(new Answer.UnknownSource(question.source())));
        List<String> warnings = asked.map(contexts::warnings).orElse(List.of());
        Exchange exchange = new Exchange(question, paid.answer(), started, clock.instant(), paid.spent(), warnings);
        history.record(exchange); // failures too
        return exchange;
    }

    private Paid answerFrom(
            Source source, Question question, Progress progress, Cancellation cancellation, Writing writing) {
        try {
            progress.reached(Progress.Step.READING_SCHEMA);
            List<Attempt> earlier = refining.earlier(question);
            if (Refining.doubtsSchema(question, earlier)) {
                contexts.forget(source);
            }
            SourceContext context = contexts.of(source);
            return switch (Selection.of(question.tables(), context)) {
                case Selection.Tables(Rules rules, SourceContext narrowed) -> {
                    progress.reached(Progress.Step.UNDERSTANDING);
                    try (Turn turn = remembering.turn(question, narrowed, rules)) {
                        OwnedDraft draft = writing.draft(question, earlier, narrowed, rules, turn);
                        Answer answer = answerWith(draft, narrowed, question, progress, cancellation);
                        turn.settled(answer);
                        yield new Paid(answer, draft.spent());
                    }
                }
                case Selection.Unknown(var names, var nearest) ->
                    Paid.nothing(new Answer.UnknownTables(names, nearest));
            };
        } catch (SourceUnavailableException unavailable) {
            return Paid.nothing(new Answer.SourceUnavailable(unavailable.reason(), unavailable.sentence()));
        }
    }

    private Answer answerWith(
            OwnedDraft drafted,
            SourceContext context,
            Question question,
            Progress progress,
            Cancellation cancellation) {
        return switch (drafted.draft()) {
            case Draft.Proven(ReadOnlySql sql, Candidate candidate) ->
                run(sql, new Written(drafted.by(), candidate), context, question, progress, cancellation);
            case Draft.Unclear(var clarification) -> new Answer.NeedsClarification(clarification);
            case Draft.Declined(var decline) -> new Answer.Declined(decline);
            case Draft.Refused(String sql, var problems) -> new Answer.Refused(sql, problems);
            case Draft.TooExpensive(ReadOnlySql sql, double cost, double rows) ->
                new Answer.TooExpensive(sql, cost, rows);
            case Draft.Failed(ReadOnlySql sql, var error) -> new Answer.SourceFailed(sql, error);
            case Draft.Cancelled(ReadOnlySql sql) -> new Answer.Cancelled(sql);
            case Draft.SourceUnavailable(var reason, String sentence) -> new Answer.SourceUnavailable(reason, sentence);
            case Draft.ModelUnavailable(var fault, var otherwise) -> new Answer.ModelUnavailable(fault, otherwise);
        };
    }

    /** What was proven, and whose it is. */
    private record Written(AnsweredBy by, Candidate candidate) {}

    private Answer run(
            ReadOnlySql sql,
            Written written,
            SourceContext context,
            Question question,
            Progress progress,
            Cancellation cancellation) {
        if (!question.execute()) {
            return result(sql, Optional.empty(), written, context);
        }
        progress.reached(Progress.Step.RUNNING);
        try {
            return executed(sql, written, context, question, progress, cancellation);
        } catch (SourceUnavailableException unavailable) {
            return new Answer.SourceUnavailable(unavailable.reason(), unavailable.sentence());
        }
    }

    private Answer executed(
            ReadOnlySql sql,
            Written written,
            SourceContext context,
            Question question,
            Progress progress,
            Cancellation cancellation) {
        return switch (executor.execute(context.source(), sql, limits.withRows(question.maxRows()), cancellation)) {
            case Execution.Done(Rows rows) -> {
                progress.reached(Progress.Step.CHECKING);
                yield result(sql, Optional.of(rows), written, context);
            }
            case Execution.TimedOut(var after) -> new Answer.TooSlow(sql, after);
            case Execution.Failed(var error) -> new Answer.SourceFailed(sql, error);
            case Execution.Cancelled() -> new Answer.Cancelled(sql);
        };
    }

    private Answer result(ReadOnlySql sql, Optional<Rows> rows, Written written, SourceContext context) {
        Candidate candidate = written.candidate();
        Provenance how = new Provenance(
                written.by(),
                candidate.restatement(),
                candidate.understoodAs(),
                candidate.confidence(),
                candidate.metrics(),
                candidate.revision(),
                candidate.model());
        return new Answer.Result(sql, rows, how, receipts.write(sql, rows, context));
    }
}
