package dev.sayql.core.question;

import dev.sayql.core.team.TeamId;
import dev.sayql.sql.TableName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The sources that teams connected, kept. How to reach one is encrypted for its team and source. Another team's source is as
 * unknown as one that does not exist. Thread-safe.
 */
public interface SourceRegistry extends Sources {

    /** Adds the source, or takes over another connection for one that is there; what was read of it stays until it is read again. */
    void register(SourceRegistration registration);

    /** The source with the way to reach it: for the adapter alone. */
    Optional<SourceRegistration> registration(TeamId team, SourceId id);

    /** The team's sources, by id. */
    List<SourceState> list(TeamId team);

    Optional<SourceState> state(TeamId team, SourceId id);

    /** Takes over what was read in place of what was known; false when the source is gone. */
    boolean introspected(TeamId team, SourceId id, Introspection found);

    /** Keeps why the source could not be read, in a sentence for its owner; false when the source is gone. */
    boolean failed(TeamId team, SourceId id, String problem);

    /** What was read of the source's tables last, by schema and name. */
    List<TableMetadata> tables(TeamId team, SourceId id);

    /** What was read of one table last. */
    Optional<TableMetadata> table(TeamId team, SourceId id, TableName table);

    /** Keeps questions about a table for people to begin with; does nothing when the table is not known. */
    void suggest(TeamId team, SourceId id, TableName table, List<String> questions);

    /** The source is forgotten, with everything that was read of it; false when there is none. */
    boolean remove(TeamId team, SourceId id);

    /**
     * Sources that nobody looked at for so long, for this node to read again: no other node is given them for ten minutes.
     *
     * @param most how many at once
     */
    List<Source> claimDue(Duration age, int most);
}
