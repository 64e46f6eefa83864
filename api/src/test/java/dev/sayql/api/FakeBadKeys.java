package dev.sayql.api;

import dev.sayql.core.team.BadKeys;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Counts without end: a minute never passes. */
final class FakeBadKeys implements BadKeys {

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    @Override
    public Optional<Duration> blocked(String address) {
        return counts.getOrDefault(address, 0) > PER_MINUTE ? Optional.of(Duration.ofSeconds(3)) : Optional.empty();
    }

    @Override
    public Optional<Duration> count(String address) {
        counts.merge(address, 1, Integer::sum);
        return blocked(address);
    }
}
