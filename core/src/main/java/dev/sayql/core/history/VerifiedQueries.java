package dev.sayql.core.history;

import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Questions with approved SQL, and those that wait for a reviewer. Of a question and source at most one is approved.
 * Thread-safe.
 */
public interface VerifiedQueries {

    /** The most that are listed at once. */
    int MOST = 1_000;

    /** Puts one into the reviewer's queue; false when one with this id is there already. */
    boolean propose(VerifiedQuery query);

    Optional<VerifiedQuery> find(TeamId team, UUID id);

    /** Those of a status, the oldest first: the reviewer's queue when it is {@link VerifiedQuery.Status#PROPOSED}. */
    List<VerifiedQuery> list(TeamId team, VerifiedQuery.Status status);

    /** Those of a source in any status: what a changed schema may touch. */
    List<VerifiedQuery> of(TeamId team, SourceId source);

    /** The approved one for this question, in whatever case and spacing it is asked. */
    Optional<VerifiedQuery> approved(TeamId team, SourceId source, String question);

    /**
     * Approves it; the one that was approved for the same question before becomes rejected.
     *
     * @param fingerprint of the schema for which it was looked at
     * @return false when the team has none with this id
     */
    boolean approve(TeamId team, UUID id, String reviewer, String fingerprint);

    /** Rejects it; false when the team has none with this id. */
    boolean reject(TeamId team, UUID id, String reviewer);

    /** Forgets it; false when the team has none with this id. */
    boolean remove(TeamId team, UUID id);
}
