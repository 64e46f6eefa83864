package dev.sayql.engine;

import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts questions that nobody has asked to the engine; runs nothing. Thread-safe. */
record SureAnswers(LocalEngine engine, SourceContext context) {
    /** From here on a question may be offered to people. */
    private static final double SURE = 0.8;

    private static final QueryId NO_ONES = new QueryId(new UUID(0, 0));

    /** What the engine would answer and is sure of; empty when it would ask back or decline, or doubts. */
    Optional<Candidate> of(String text, Instant now) {
        Question question = new Question(
                NO_ONES,
                context.source().team(),
                context.source().id(),
                text,
                Optional.empty(),
                true,
                Question.DEFAULT_ROWS,
                now);
        return switch (engine.propose(question, context)) {
            case Proposal.Candidates(List<Candidate> ranked) ->
                Optional.of(ranked.getFirst()).filter(first -> first.confidence() >= SURE);
            case Proposal.Unclear _, Proposal.Declined _ -> Optional.empty();
        };
    }
}
