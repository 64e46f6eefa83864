package dev.sayql.core.team;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The keys of teams. Of each only a hash is kept. Several keys of a team are valid at once, so that one can be replaced
 * without a pause. A change of a key is seen on the node that makes it at once, and on every other within five seconds, as is a
 * change of its team. Thread-safe.
 */
public interface Keys {

    /**
     * Makes a key for a team that exists.
     *
     * @param environment 1 to 8 lower-case letters: {@code dev}, {@code prod}
     * @param label for people, 1 to 200 characters
     */
    IssuedKey issue(TeamId team, String environment, String label);

    /** Makes a key unless the team has a valid one; of several nodes that start at once only one makes it. */
    Optional<IssuedKey> issueFirst(TeamId team, String environment, String label);

    /**
     * Makes a key with the label of this one, which stays valid for the overlap and no longer.
     *
     * @return empty when the team has no such valid key
     */
    Optional<IssuedKey> rotate(TeamId team, String keyId, Duration overlap);

    /** The key is not accepted from now on; false when the team has no such key or it is revoked already. */
    boolean revoke(TeamId team, String keyId);

    /** All of the team's keys, the newest first, those of the past too. */
    List<KeyState> list(TeamId team);

    /** Who this valid key of an active team belongs to; empty for every other text, after the same comparison of hashes. */
    Optional<Caller> callerOf(String presented);
}
