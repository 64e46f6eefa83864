package dev.sayql.store;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Refinement;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Exchanges of one source and team that ended without an answer, for whatever moment a test wants. */
record PastExchanges(TeamId team, SourceId source) {

    static PastExchanges of(String team) {
        return new PastExchanges(new TeamId(team), new SourceId("shop"));
    }

    PastExchanges withSource(String other) {
        return new PastExchanges(team, new SourceId(other));
    }

    Exchange at(String moment) {
        return at(Instant.parse(moment), declined(), Optional.empty());
    }

    Exchange at(Instant moment, Answer answer, Optional<Refinement> refinement) {
        Question question = new Question(
                new QueryId(UUID.randomUUID()),
                team,
                source,
                "How many orders?",
                Optional.empty(),
                true,
                100,
                moment,
                refinement);
        return new Exchange(question, answer, moment, moment.plus(Duration.ofMillis(10)));
    }

    static Answer declined() {
        return new Answer.Declined(
                new Decline(Decline.Reason.UNKNOWN_WORDS, "Unknown: foo", List.of("foo"), List.of()));
    }
}
