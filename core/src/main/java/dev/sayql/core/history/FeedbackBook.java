package dev.sayql.core.history;

import dev.sayql.core.question.QueryId;
import dev.sayql.core.team.TeamId;

/** Keeps what people thought of answers. Thread-safe. */
@FunctionalInterface
public interface FeedbackBook {

    /**
     * Takes over what the feedback says and leaves what it does not mention as it was: a rating today, a text tomorrow. A
     * thumb comes with its reasons and replaces those before it.
     *
     * @return false when this team has no such exchange
     */
    boolean give(TeamId team, QueryId id, Feedback feedback);
}
