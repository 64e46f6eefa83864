package dev.sayql.store;

import dev.sayql.core.team.BadKeys;
import dev.sayql.core.team.RateLimiter.Taken;
import java.time.Duration;
import java.util.Optional;

/** Bad keys counted in token buckets, one for each address. Thread-safe. */
public final class StoredBadKeys implements BadKeys {
    private final TokenBuckets buckets;

    public StoredBadKeys(TokenBuckets buckets) {
        this.buckets = buckets;
    }

    @Override
    public Optional<Duration> blocked(String address) {
        return buckets.remembered(bucket(address), PER_MINUTE, PER_MINUTE).map(Taken.Refused::retryAfter);
    }

    @Override
    public Optional<Duration> count(String address) {
        return switch (buckets.take(bucket(address), PER_MINUTE, PER_MINUTE)) {
            case Taken.Granted granted -> Optional.empty();
            case Taken.Refused refused -> Optional.of(refused.retryAfter());
        };
    }

    private static String bucket(String address) {
        return "bad keys of " + address;
    }
}
