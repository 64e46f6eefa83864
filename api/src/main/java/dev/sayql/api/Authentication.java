package dev.sayql.api;

import dev.sayql.core.team.TeamId;
import java.util.Optional;

/** Says whose API key this is. A revoked key is as unknown as one that never was. Thread-safe. */
@FunctionalInterface
public interface Authentication {

    Optional<TeamId> teamOf(String apiKey);
}
