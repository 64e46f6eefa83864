package dev.sayql.core.generation;

import dev.sayql.core.question.Question;
import java.util.List;
import java.util.Optional;

/** Turns a question into ranked, unchecked candidates. Thread-safe; never throws for a question. */
@FunctionalInterface
public interface Generator {
    /**
     * Ways to answer a question.
     *
     * @param trials what candidates find, when that helps to choose among them
     */
    Proposal propose(Question question, SourceContext context, Trials trials);

    /** The same while nothing may be run. */
    default Proposal propose(Question question, SourceContext context) {
        return propose(question, context, Trials.NONE);
    }

    /**
     * Changes earlier questions by what the question's refinement says.
     *
     * @param earlier the attempts before, the first one first; fewer than the attempt's number says when the beginning
     *     is no longer kept
     */
    default Proposal refine(Question question, List<Attempt> earlier, SourceContext context, Trials trials) {
        return new Proposal.Declined(
                new Decline(
                        Decline.Reason.UNSUPPORTED,
                        "An earlier question cannot be changed here. Please ask the whole question anew.",
                        List.of(),
                        List.of()),
                Optional.empty());
    }
}
