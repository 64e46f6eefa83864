package dev.sayql.core.question;

import dev.sayql.core.team.TeamId;
import java.util.Optional;

/** Finds the sources of a team. Another team's source is as unknown as one that does not exist. Thread-safe. */
@FunctionalInterface
public interface Sources {
    Optional<Source> find(TeamId team, SourceId id);
}
