package dev.sayql.core.team;

import java.util.List;
import java.util.Optional;

/**
 * Keys that open the calls for administrators and nothing else; of each only a hash is kept. Changes are seen on every node
 * within five seconds. Thread-safe.
 */
public interface AdminKeys {

    /** Makes a key; the label is for people. */
    IssuedKey issue(String label);

    /** Makes a key unless there is a valid one; of several nodes that start at once only one makes it. */
    Optional<IssuedKey> issueFirst(String label);

    /** The key is not accepted from now on; false when there is no such key or it is revoked already. */
    boolean revoke(String keyId);

    /** All of them, the newest first, those of the past too. */
    List<KeyState> list();

    /** The id of this valid key; empty for every other text, keys of teams too. */
    Optional<String> idOf(String presented);
}
