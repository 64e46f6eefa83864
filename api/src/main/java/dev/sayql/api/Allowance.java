package dev.sayql.api;

import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.answer.Answer;
import dev.sayql.core.team.MonthlyQuota;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** How many questions a team may ask: in a month, and at one time. Thread-safe. */
final class Allowance {

    private final MonthlyQuota quota;
    private final Turns turns;
    private final Figures figures;
    private final Clock clock;

    Allowance(MonthlyQuota quota, Turns turns, Figures figures, Clock clock) {
        this.quota = quota;
        this.turns = turns;
        this.figures = figures;
        this.clock = clock;
    }

    /** Counts a question against the month; a reply when there is no room for it. */
    Optional<Reply> count(Visit visit) {
        return switch (quota.count(visit.team())) {
            case MonthlyQuota.Counted.Within _ -> Optional.empty();
            case MonthlyQuota.Counted.Exhausted exhausted ->
                Optional.of(ProblemDetails.of(
                                Kind.QUOTA_EXHAUSTED,
                                "This team has asked its %,d questions of the month; the next begins at %s."
                                        .formatted(exhausted.limit(), exhausted.resets()))
                        .replyAfter(Duration.between(clock.instant(), exhausted.resets())));
        };
    }

    /** Does the work of a counted question when the team's turn comes; one that finds none is not counted. */
    Reply inTurn(Visit visit, Supplier<Reply> work) {
        return inTurn(visit, work, () -> quota.giveBack(visit.team()));
    }

    /** Does work that is no question, when the team's turn comes. */
    Reply oneTurn(Visit visit, Supplier<Reply> work) {
        return inTurn(visit, work, () -> {});
    }

    private Reply inTurn(Visit visit, Supplier<Reply> work, Runnable withoutTurn) {
        return switch (turns.take(visit.team())) {
            case Turns.Turn.Ours turn -> {
                try (turn) {
                    yield work.get();
                }
            }
            case Turns.Turn.TooManyWait() -> {
                withoutTurn.run();
                yield ProblemDetails.of(
                                Kind.TOO_MANY_WAITING,
                                "As many of this team's questions are worked on and wait as may; try again in a moment.")
                        .replyAfter(Duration.ofSeconds(2));
            }
            case Turns.Turn.NoneInTime() -> {
                withoutTurn.run();
                yield ProblemDetails.of(
                                Kind.NO_TURN,
                                "This team's other questions took so long that this one had no turn; try again in a moment.")
                        .replyAfter(Duration.ofSeconds(2));
            }
        };
    }

    /** Counts an ending for the figures. */
    void answered(Answer answer) {
        figures.ended(answer);
    }
}
