package dev.sayql.core.team;

import java.time.Duration;
import java.util.Optional;

/**
 * Counts keys that nobody knows by the address they come from, over all nodes together: {@value #PER_MINUTE} a minute, then
 * no key from there is looked at until the wait is over. Thread-safe.
 */
public interface BadKeys {

    int PER_MINUTE = 20;

    /** How long this address must wait before a key of its is looked at; empty when it need not. Does no I/O. */
    Optional<Duration> blocked(String address);

    /** Counts one bad key; says how long the address must wait from now on, empty when that was within the limit. */
    Optional<Duration> count(String address);
}
