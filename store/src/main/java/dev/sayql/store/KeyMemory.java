package dev.sayql.store;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys that were found valid a moment ago, by their hashes: what is revoked on another node is refused here when this is
 * forgotten. Thread-safe.
 */
final class KeyMemory<T> {
    /** With the look-up itself well within the five seconds that a revocation may take. */
    static final Duration BELIEVED = Duration.ofSeconds(4);

    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<ByteBuffer, Kept<T>> kept = new ConcurrentHashMap<>();

    private record Kept<T>(String keyId, T holder, Instant until) {}

    KeyMemory(Clock clock) {
        this.clock = clock;
    }

    Optional<T> recall(ApiKey key) {
        return Optional.ofNullable(kept.get(ByteBuffer.wrap(key.hash())))
                .filter(entry -> clock.instant().isBefore(entry.until()))
                .map(Kept::holder);
    }

    /** Believes the key for a while, never longer than it is valid. */
    void keep(ApiKey key, T holder, Optional<Instant> expires) {
        if (kept.size() >= MOST) {
            kept.clear();
        }
        Instant until = clock.instant().plus(BELIEVED);
        Instant end = expires.filter(moment -> moment.isBefore(until)).orElse(until);
        kept.put(ByteBuffer.wrap(key.hash()), new Kept<>(key.id(), holder, end));
    }

    void forget(String keyId) {
        kept.values().removeIf(entry -> entry.keyId().equals(keyId));
    }
}
