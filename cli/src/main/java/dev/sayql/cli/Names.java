package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.core.team.TeamId;

/** Names that were typed, as what they name. */
final class Names {

    private Names() {}

    static TeamId team(String typed) {
        try {
            return new TeamId(typed);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(
                    ExitCode.USAGE, "A team's id is lower-case letters, digits and dashes, at most 63 characters.");
        }
    }

    static CommandFailure noTeam(TeamId id) {
        return new CommandFailure(ExitCode.USAGE, "There is no team " + id + ".");
    }
}
