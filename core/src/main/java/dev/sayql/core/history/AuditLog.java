package dev.sayql.core.history;

import dev.sayql.core.team.TeamId;
import java.util.List;
import java.util.Optional;

/** A row for each request. Thread-safe. */
public interface AuditLog {

    /** The most entries that are listed. */
    int MOST = 1_000;

    /**
     * Keeps the entry: it outlives this process, and is lost only when the database's machine goes down within a second.
     *
     * @throws HistoryUnavailableException when it cannot be kept
     */
    void record(AuditEntry entry);

    /**
     * Keeps the entry of a call to which nothing was given, without making its caller wait: it is written within a second, and
     * with many others at once when there are many. A process that is killed may lose the last ones.
     */
    void recordSoon(AuditEntry entry);

    /** The latest entries, the newest first; of one team when it is given. */
    List<AuditEntry> latest(Optional<TeamId> team, int most);
}
