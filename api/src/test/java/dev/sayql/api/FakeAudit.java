package dev.sayql.api;

import dev.sayql.core.history.AuditEntry;
import dev.sayql.core.history.AuditLog;
import dev.sayql.core.team.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps entries in memory. */
final class FakeAudit implements AuditLog {

    final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void record(AuditEntry entry) {
        entries.add(entry);
    }

    @Override
    public void recordSoon(AuditEntry entry) {
        record(entry);
    }

    @Override
    public List<AuditEntry> latest(Optional<TeamId> team, int most) {
        return List.copyOf(entries);
    }
}
