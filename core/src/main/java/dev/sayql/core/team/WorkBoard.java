package dev.sayql.core.team;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What servers work on for teams, posted where all servers of a system database see it: so that whoever asks any of them can
 * look after a piece of work and take it back. Kept for some minutes after its end. Another team's work is as unknown as
 * one that does not exist. Thread-safe.
 */
public interface WorkBoard {

    /** What is worked on. */
    enum Kind {
        QUESTION,
        UPLOAD
    }

    /** Posts a piece of work that this server has taken on; {@link #end} must follow. */
    void post(TeamId team, Kind kind, UUID id);

    /**
     * Says how far works of this server have come, and that they are looked after.
     *
     * @return those that somebody asked to stop, now or before
     */
    Set<UUID> report(Map<UUID, Report> reports);

    /** Says how a piece of work ended, and what came of it when somebody may still fetch that. */
    void end(TeamId team, UUID id, Report last, Optional<Idempotency.Reply> reply);

    Optional<Posted> find(TeamId team, Kind kind, UUID id);

    /** Asks whichever server works on it to stop; false when there is nothing that could be stopped. */
    boolean askToStop(TeamId team, Kind kind, UUID id);

    /**
     * How far a piece of work has come, in words of the interface.
     *
     * @param steps a JSON list
     */
    record Report(String state, String steps) {}

    /**
     * A piece of work as it was last posted. Immutable.
     *
     * @param lost whether its server has not been heard of for a while
     * @param reply what came of it
     */
    record Posted(Report report, boolean lost, Optional<Idempotency.Reply> reply) {}
}
