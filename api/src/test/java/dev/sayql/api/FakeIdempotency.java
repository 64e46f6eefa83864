package dev.sayql.api;

import dev.sayql.core.team.Idempotency;
import dev.sayql.core.team.TeamId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Remembers replies in memory. */
final class FakeIdempotency implements Idempotency {

    private record Key(TeamId team, String key) {}

    private record Kept(String request, Optional<Reply> reply) {}

    private final Map<Key, Kept> kept = new HashMap<>();

    @Override
    public synchronized Begun begin(TeamId team, String key, String request) {
        Kept before = kept.putIfAbsent(new Key(team, key), new Kept(request, Optional.empty()));
        if (before == null) {
            return new Begun.Fresh(new Claim(team, key, UUID.randomUUID()));
        }
        if (!before.request().equals(request)) {
            return new Begun.Mismatch();
        }
        return before.reply().<Begun>map(Begun.Replay::new).orElseGet(Begun.Running::new);
    }

    @Override
    public synchronized void complete(Claim claim, Reply reply) {
        kept.computeIfPresent(
                new Key(claim.team(), claim.key()), (key, old) -> new Kept(old.request(), Optional.of(reply)));
    }

    @Override
    public synchronized void abandon(Claim claim) {
        kept.remove(new Key(claim.team(), claim.key()));
    }
}
