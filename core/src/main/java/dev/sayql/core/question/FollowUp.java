package dev.sayql.core.question;

import dev.sayql.core.team.TeamId;
import java.time.Instant;

/**
 * A request to change an earlier question, before it is known whether there is such a question. Immutable.
 *
 * @param id of the exchange that this will become
 * @param text what shall change, in plain English; empty to repair what failed
 * @param execute whether the SQL shall be run or only written
 */
public record FollowUp(QueryId id, TeamId team, QueryId parent, String text, boolean execute, Instant askedAt) {

    public FollowUp {
        if (text.length() > Question.MAX_CHARACTERS) {
            throw new IllegalArgumentException("the refinement is longer than 4,000 characters");
        }
    }
}
