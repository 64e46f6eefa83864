package dev.sayql.core.team;

import java.time.Instant;
import java.util.Optional;

/**
 * Who asks: the unit of keys, limits and visibility. Immutable.
 *
 * @param name for people, 1 to {@value #MOST_CHARACTERS} characters
 * @param contact an e-mail address or whatever else reaches its people
 * @param active a team that is not may do nothing: its keys are as unknown ones
 */
public record Team(
        TeamId id, String name, Optional<String> contact, TeamLimits limits, boolean active, Instant created) {

    public static final int MOST_CHARACTERS = 200;

    public Team {
        if (name.isBlank() || name.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("a team's name has 1 to 200 characters");
        }
        if (contact.filter(text -> text.isBlank() || text.length() > MOST_CHARACTERS)
                .isPresent()) {
            throw new IllegalArgumentException("a team's contact has 1 to 200 characters, or is left out");
        }
    }

    /** The same with other limits. */
    public Team withLimits(TeamLimits newLimits) {
        return new Team(id, name, contact, newLimits, active, created);
    }

    /** The same, allowed to ask or not. */
    public Team withActive(boolean newActive) {
        return new Team(id, name, contact, limits, newActive, created);
    }
}
