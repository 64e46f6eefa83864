package dev.sayql.core.generation;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Executor;
import dev.sayql.core.execution.Explanation;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Refinement;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.sql.Rules;
import dev.sayql.sql.SqlValidator;
import dev.sayql.sql.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one loop in which candidates are proven: checked by the validator, then planned by the server. The first that
 * passes both is taken; when none does, the best candidate's problem is the ending. What is declined goes to a language
 * model, when there is one; what it writes goes the same way, and it is told twice at most what is wrong. Thread-safe.
 */
public final class Drafting {

    private static final int MOST_CANDIDATES = 5;
    private static final int MOST_REPAIRS = 2;
    private static final int MOST_MENDINGS = 3;
    private static final Decline NO_OTHER_WAY = new Decline(
            Decline.Reason.UNSUPPORTED,
            "The statement failed, and I know no other way to answer the question. Please ask it in other words.",
            List.of(),
            List.of());
    private static final Decline UNSURE =
            new Decline(Decline.Reason.TOO_UNSURE, "I am not sure enough what is meant.", List.of(), List.of());

    private final Generator generator;
    private final Optional<ModelWriter> model;
    private final SqlValidator validator;
    private final Executor executor;

    /** Without a language model. */
    public Drafting(Generator generator, SqlValidator validator, Executor executor) {
        this(generator, Optional.empty(), validator, executor);
    }

    public Drafting(Generator generator, Optional<ModelWriter> model, SqlValidator validator, Executor executor) {
        this.generator = generator;
        this.model = model;
        this.validator = validator;
        this.executor = executor;
    }

    /** What SQL for one question is proven with. */
    private record Work(SourceContext context, Rules rules, Limits limits, Cancellation cancellation) {}

    public Drafted draft(
            Question question, SourceContext context, Rules rules, Limits limits, Cancellation cancellation) {
        return draft(question, List.of(), context, rules, limits, cancellation);
    }

    /** The same for a question that may change earlier ones. */
    public Drafted draft(
            Question question,
            List<Attempt> earlier,
            SourceContext context,
            Rules rules,
            Limits limits,
            Cancellation cancellation) {
        return switch (begin(question, earlier, context, rules, limits, cancellation)) {
            case Begun.Ended(Draft draft) -> Drafted.free(draft);
            case Begun.ForModel wanted -> ask(wanted, rules, limits, cancellation);
        };
    }

    /** As far as it goes without a language model. */
    public Begun begin(
            Question question,
            List<Attempt> earlier,
            SourceContext context,
            Rules rules,
            Limits limits,
            Cancellation cancellation) {
        Trials trials = question.execute() ? trials(context, rules, limits, cancellation) : Trials.NONE;
        Proposal proposal = proposal(question, earlier, context, rules, trials);
        // A number that names none of the meanings says nothing to a model either.
        boolean offeredAgain =
                proposal instanceof Proposal.Unclear && NumberReply.of(question).isPresent();
        if (model.isPresent() && !offeredAgain) {
            if (proposal instanceof Proposal.Unclear(Clarification choice, Optional<Candidate> guess)) {
                return new Begun.ForModel(
                        new ModelTask(question, earlier, context, UNSURE, guess, List.of()), Optional.of(choice));
            }
            if (proposal instanceof Proposal.Declined(Decline decline, Optional<Candidate> guess)
                    && decline.reason().leavesRoomForModels()) {
                return new Begun.ForModel(
                        new ModelTask(question, earlier, context, decline, guess, List.of()), Optional.empty());
            }
        }
        return new Begun.Ended(proven(proposal, context, rules, limits, cancellation));
    }

    /**
     * Asks the language model for what was not answered without one.
     *
     * @throws IllegalStateException when there is no model; what {@link #begin} says never leads here then
     */
    public Drafted ask(Begun.ForModel wanted, Rules rules, Limits limits, Cancellation cancellation) {
        ModelTask task = wanted.task();
        Work work = new Work(task.context(), rules, limits, cancellation);
        Drafted drafted =
                asked(model.orElseThrow(() -> new IllegalStateException("there is no language model")), task, work);
        return wanted.otherwise().map(choice -> orChoice(drafted, choice)).orElse(drafted);
    }

    /** Where a model brings nothing that can be run, the person chooses, from the meanings that a reply can name. */
    private static Drafted orChoice(Drafted drafted, Clarification choice) {
        return switch (drafted.draft()) {
            case Draft.Proven _, Draft.Cancelled _, Draft.SourceUnavailable _ -> drafted;
            case Draft.Unclear _,
                    Draft.Declined _,
                    Draft.Refused _,
                    Draft.TooExpensive _,
                    Draft.Failed _,
                    Draft.ModelUnavailable _ -> new Drafted(new Draft.Unclear(choice), drafted.spent());
        };
    }

    private Proposal proposal(
            Question question, List<Attempt> earlier, SourceContext context, Rules rules, Trials trials) {
        Proposal proposal = proposal(question, earlier, context, trials);
        if (question.refinement().filter(Refinement::isRepair).isPresent()) {
            return withoutFailed(proposal, earlier, rules);
        }
        return proposal instanceof Proposal.Declined declined
                ? NumberReply.of(question)
                        .map(number -> number.inPlaceOf(
                                declined,
                                question,
                                earlier,
                                (asked, before) -> proposal(asked, before, context, trials)))
                        .orElse(declined)
                : proposal;
    }

    private Proposal proposal(Question question, List<Attempt> earlier, SourceContext context, Trials trials) {
        return question.refinement().isEmpty()
                ? generator.propose(question, context, trials)
                : generator.refine(question, earlier, context, trials);
    }

    /** Runs candidates for one question from now on, through the same validator and executor as answers. */
    public Trials trials(SourceContext context, Rules rules, Limits limits, Cancellation cancellation) {
        return new ExecutedTrials(validator, executor, context.source(), rules, limits, cancellation);
    }

    /** Asks a model, and again with the exact problem while what it wrote does not pass and there is time. */
    private Drafted asked(ModelWriter writer, ModelTask task, Work work) {
        ModelTask current = task;
        Spending spent = Spending.none();
        long begun = System.nanoTime();
        Duration left = writer.patience();
        while (true) {
            ModelReply reply = writer.write(current, left, work.cancellation());
            spent = spent.plus(reply.spent());
            if (!(reply instanceof ModelReply.Wrote(Candidate candidate, Spending _))) {
                return new Drafted(unwritten(reply, task.declined()), spent);
            }
            Draft draft = proveOrMend(candidate, work);
            Optional<String> problem = ModelRepair.problem(draft);
            left = writer.patience().minusNanos(System.nanoTime() - begun);
            boolean last = current.trials().size() == MOST_REPAIRS || !left.isPositive();
            if (problem.isEmpty() || last || repeats(candidate, current)) {
                return new Drafted(draft, spent);
            }
            current = current.after(new ModelTask.Trial(candidate.sql().text(), problem.get()));
        }
    }

    private static boolean repeats(Candidate candidate, ModelTask task) {
        return task.trials().stream()
                .anyMatch(trial -> trial.sql().equals(candidate.sql().text()));
    }

    private static Draft unwritten(ModelReply reply, Decline otherwise) {
        return switch (reply) {
            case ModelReply.Wrote(Candidate candidate, Spending _) ->
                throw new IllegalStateException("was to be proven: " + candidate.confidence());
            case ModelReply.Unclear(Clarification clarification, Spending _) -> new Draft.Unclear(clarification);
            case ModelReply.Declined(Decline decline, Spending _) -> new Draft.Declined(decline);
            case ModelReply.Failed(ModelFault fault, Spending _) ->
                fault.isOutage()
                        ? new Draft.ModelUnavailable(fault, otherwise)
                        : new Draft.Declined(otherwise.adding(fault.sentence()));
        };
    }

    /** What passes is never touched; a name that does not exist becomes the nearest one, where only one is near. */
    private Draft proveOrMend(Candidate candidate, Work work) {
        Draft asWritten = prove(candidate, work);
        Draft draft = asWritten;
        Optional<Candidate> current = Optional.of(candidate);
        // A misspelt table hides what is wrong with its columns.
        for (int round = 0; round < MOST_MENDINGS && draft instanceof Draft.Refused refused; round++) {
            current = current.flatMap(last -> NameRepair.of(last, refused.problems(), work.context()));
            draft = current.map(mended -> prove(mended, work)).orElse(asWritten);
        }
        return draft instanceof Draft.Refused ? asWritten : draft;
    }

    private Draft prove(Candidate candidate, Work work) {
        return prove(candidate, work.context(), work.rules(), work.limits(), work.cancellation());
    }

    /** What did not run is not tried again. */
    private Proposal withoutFailed(Proposal proposal, List<Attempt> earlier, Rules rules) {
        Set<String> failed = earlier.stream()
                .filter(attempt -> attempt.outcome() == Attempt.Outcome.NOT_RUN)
                .flatMap(attempt -> attempt.sql().stream())
                .collect(Collectors.toSet());
        if (!(proposal instanceof Proposal.Candidates(List<Candidate> ranked)) || failed.isEmpty()) {
            return proposal;
        }
        List<Candidate> others = ranked.stream()
                .filter(candidate -> !failed.contains(printed(candidate, rules)))
                .toList();
        return others.isEmpty()
                ? new Proposal.Declined(NO_OTHER_WAY, Optional.empty())
                : new Proposal.Candidates(others);
    }

    private String printed(Candidate candidate, Rules rules) {
        return switch (validator.validate(candidate.sql(), rules)) {
            case Verdict.Allowed(var sql) -> sql.text();
            case Verdict.Rejected _ -> candidate.sql().text();
        };
    }

    private Draft proven(
            Proposal proposal, SourceContext context, Rules rules, Limits limits, Cancellation cancellation) {
        return switch (proposal) {
            case Proposal.Candidates(List<Candidate> ranked) ->
                firstProven(ranked, context, rules, limits, cancellation);
            case Proposal.Unclear(Clarification clarification, var _) -> new Draft.Unclear(clarification);
            case Proposal.Declined(Decline decline, var _) -> new Draft.Declined(decline);
        };
    }

    private Draft firstProven(
            List<Candidate> ranked, SourceContext context, Rules rules, Limits limits, Cancellation cancellation) {
        Draft best = prove(ranked.getFirst(), context, rules, limits, cancellation);
        Draft current = best;
        for (int next = 1; !isOver(current) && next < Math.min(ranked.size(), MOST_CANDIDATES); next++) {
            current = prove(ranked.get(next), context, rules, limits, cancellation);
        }
        return isOver(current) ? current : best;
    }

    /** Whether no other candidate is looked at after this. */
    private static boolean isOver(Draft draft) {
        return draft instanceof Draft.Proven
                || draft instanceof Draft.Cancelled
                || draft instanceof Draft.SourceUnavailable;
    }

    /** One candidate, checked and planned. */
    public Draft prove(
            Candidate candidate, SourceContext context, Rules rules, Limits limits, Cancellation cancellation) {
        try {
            return checkedAndPlanned(candidate, context, rules, limits, cancellation);
        } catch (SourceUnavailableException unavailable) {
            return new Draft.SourceUnavailable(unavailable.reason(), unavailable.sentence());
        }
    }

    private Draft checkedAndPlanned(
            Candidate candidate, SourceContext context, Rules rules, Limits limits, Cancellation cancellation) {
        return switch (validator.validate(candidate.sql(), rules)) {
            case Verdict.Rejected(var problems) ->
                new Draft.Refused(candidate.sql().text(), problems);
            case Verdict.Allowed(var sql) ->
                switch (executor.explain(context.source(), sql, limits, cancellation)) {
                    case Explanation.Affordable(double _, double _) -> new Draft.Proven(sql, candidate);
                    case Explanation.TooExpensive(double cost, double rows) -> new Draft.TooExpensive(sql, cost, rows);
                    case Explanation.Failed(var error) -> new Draft.Failed(sql, error);
                    case Explanation.Cancelled() -> new Draft.Cancelled(sql);
                };
        };
    }
}
