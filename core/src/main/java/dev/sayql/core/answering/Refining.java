package dev.sayql.core.answering;

import dev.sayql.core.answer.AnsweredBy;
import dev.sayql.core.generation.Attempt;
import dev.sayql.core.history.Ending;
import dev.sayql.core.history.History;
import dev.sayql.core.history.Recorded;
import dev.sayql.core.question.FollowUp;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Refinement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ties a follow-up to the exchange that it changes. {@link #question} makes a question of it, which {@link Answering}
 * answers like any other; {@link #earlier} reads the chain of attempts before it. History holds what was said and shown,
 * nothing of how a generator works. Thread-safe.
 */
public final class Refining {
    /** More attempts than this are not read; whoever needs them asks anew. */
    static final int LONGEST_CHAIN = 50;

    private final History history;

    public Refining(History history) {
        this.history = history;
    }

    /** The question that a follow-up asks: of its parent's source, tables and number of rows, one attempt later. */
    public Refined question(FollowUp followUp) {
        Optional<Recorded> parent = history.find(followUp.team(), followUp.parent());
        if (parent.isEmpty()) {
            return new Refined.UnknownParent(followUp.parent());
        }
        boolean answered = parent.get().ending() == Ending.ANSWERED;
        return answered && followUp.text().isBlank()
                ? new Refined.NothingToRepair(followUp.parent())
                : new Refined.Asks(refined(parent.get(), followUp));
    }

    private static Question refined(Recorded parent, FollowUp followUp) {
        return new Question(
                followUp.id(),
                followUp.team(),
                parent.source(),
                parent.question(),
                parent.tables(),
                followUp.execute(),
                parent.maxRows(),
                followUp.askedAt(),
                Optional.of(new Refinement(parent.id(), parent.attempt() + 1, followUp.text())));
    }

    /**
     * The attempts before a question, the first one first; none for a question of its own. Fewer than its number says
     * when the beginning is no longer kept or the chain is longer than any that is read.
     */
    List<Attempt> earlier(Question question) {
        List<Attempt> attempts = new ArrayList<>();
        Optional<Refinement> next = question.refinement();
        while (next.isPresent() && attempts.size() < LONGEST_CHAIN) {
            Optional<Recorded> found = history.find(question.team(), next.get().parent());
            found.map(Refining::attempt).ifPresent(attempts::addFirst);
            next = found.flatMap(Recorded::refinement);
        }
        return List.copyOf(attempts);
    }

    /** Whether the source may have changed under a question: its statement failed, and nothing else was said. */
    static boolean doubtsSchema(Question question, List<Attempt> earlier) {
        return question.refinement().filter(Refinement::isRepair).isPresent()
                && !earlier.isEmpty()
                && earlier.getLast().outcome() == Attempt.Outcome.NOT_RUN;
    }

    private static Attempt attempt(Recorded recorded) {
        boolean answered = recorded.ending() == Ending.ANSWERED;
        return new Attempt(
                recorded.refinement().map(Refinement::text).orElse(recorded.question()),
                recorded.started(),
                outcome(recorded.ending()),
                answered ? Optional.of(recorded.explanation()) : Optional.empty(),
                recorded.sql(),
                recorded.answeredBy().filter(by -> by != AnsweredBy.LOCAL).isEmpty());
    }

    private static Attempt.Outcome outcome(Ending ending) {
        return switch (ending) {
            case ANSWERED -> Attempt.Outcome.ANSWERED;
            case CLARIFICATION, DECLINED, UNKNOWN_SOURCE, UNKNOWN_TABLES -> Attempt.Outcome.NOT_UNDERSTOOD;
            case TOO_EXPENSIVE, TOO_SLOW -> Attempt.Outcome.TOO_MUCH;
            case REFUSED, SOURCE_FAILED -> Attempt.Outcome.NOT_RUN;
            case SOURCE_UNAVAILABLE, MODEL_UNAVAILABLE, CANCELLED, FAILED -> Attempt.Outcome.INTERRUPTED;
        };
    }
}
