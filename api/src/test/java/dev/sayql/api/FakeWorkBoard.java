package dev.sayql.api;

import dev.sayql.core.team.Idempotency;
import dev.sayql.core.team.TeamId;
import dev.sayql.core.team.WorkBoard;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A board that only this process sees. */
final class FakeWorkBoard implements WorkBoard {

    private final Map<UUID, Entry> entries = new ConcurrentHashMap<>();

    private record Entry(TeamId team, Kind kind, Posted posted) {}

    @Override
    public void post(TeamId team, Kind kind, UUID id) {
        entries.put(id, new Entry(team, kind, new Posted(new Report("waiting", "[]"), false, Optional.empty())));
    }

    @Override
    public Set<UUID> report(Map<UUID, Report> reports) {
        return Set.of();
    }

    @Override
    public void end(TeamId team, UUID id, Report last, Optional<Idempotency.Reply> reply) {
        entries.computeIfPresent(id, (key, old) -> new Entry(old.team(), old.kind(), new Posted(last, false, reply)));
    }

    @Override
    public Optional<Posted> find(TeamId team, Kind kind, UUID id) {
        return Optional.ofNullable(entries.get(id))
                .filter(entry -> entry.team().equals(team) && entry.kind() == kind)
                .map(Entry::posted);
    }

    @Override
    public boolean askToStop(TeamId team, Kind kind, UUID id) {
        return false;
    }
}
