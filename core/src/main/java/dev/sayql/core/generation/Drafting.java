package dev.sayql.core.generation;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Executor;
import dev.sayql.core.execution.Explanation;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.question.Question;
import dev.sayql.sql.Rules;
import dev.sayql.sql.SqlValidator;
import dev.sayql.sql.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one loop in which candidates are proven: checked by the validator, then planned by the server. The first that
 * passes both is taken; when none does, the best candidate's problem is the ending. Thread-safe.
 */
public final class Drafting {
    private static final int MOST_CANDIDATES = 5;
    private static final Decline NO_OTHER_WAY = new Decline(
            Decline.Reason.UNSUPPORTED,
            "The statement failed, and I know no other way to answer the question. Please ask it in other words.",
            List.of(),
            List.of());

    private final Generator generator;
    private final SqlValidator validator;
    private final Executor executor;

    public Drafting(Generator generator, SqlValidator validator, Executor executor) {
        this.generator = generator;
        this.validator = validator;
        this.executor = executor;
    }

    public Draft draft(
            Question question, SourceContext context, Rules rules, Limits limits, Cancellation cancellation) {
        return proven(generator.propose(question, context), context, rules, limits, cancellation);
    }

    /** The same for a question that may change earlier ones. */
    public Draft draft(
            Question question,
            List<Attempt> earlier,
            SourceContext context,
            Rules rules,
            Limits limits,
            Cancellation cancellation) {
        if (question.refinement().isEmpty()) {
            return draft(question, context, rules, limits, cancellation);
        }
        Proposal proposal = generator.refine(question, earlier, context);
        return proven(
                question.refinement().get().isRepair() ? withoutFailed(proposal, earlier, rules) : proposal,
                context,
                rules,
                limits,
                cancellation);
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
        return draft instanceof Draft.Proven || draft instanceof Draft.Cancelled;
    }

    /** One candidate, checked and planned. */
    public Draft prove(
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
