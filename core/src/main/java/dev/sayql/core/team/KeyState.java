package dev.sayql.core.team;

import java.time.Instant;
import java.util.Optional;

/**
 * A key as lists show it, without anything secret. Immutable.
 *
 * @param environment the part of the key that says where it is for: {@code dev}, {@code prod}
 * @param label for people
 * @param lastUsed to the minute; empty when it never was
 * @param expires not accepted from then on
 * @param revoked not accepted since
 */
public record KeyState(
        String id,
        String environment,
        String label,
        Instant created,
        Optional<Instant> lastUsed,
        Optional<Instant> expires,
        Optional<Instant> revoked) {

    public boolean isValidAt(Instant moment) {
        return revoked.isEmpty() && expires.filter(end -> !end.isAfter(moment)).isEmpty();
    }
}
