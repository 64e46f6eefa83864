package dev.sayql.core.history;

import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A question with SQL that a person vouches for, or is asked to. Immutable.
 *
 * @param question as somebody asked it
 * @param sql checked when it was proposed; checked again whenever it is used
 * @param explanation in English
 * @param from the exchange that it came from
 * @param fingerprint of the schema for which it was approved; proves nothing on another
 * @param reviewer who approved or rejected it: the id of a key
 */
public record VerifiedQuery(
        UUID id,
        TeamId team,
        SourceId source,
        String question,
        String sql,
        String explanation,
        Optional<QueryId> from,
        Optional<String> fingerprint,
        Status status,
        Optional<String> reviewer,
        Instant created,
        Instant updated) {

    /** How far it has come. */
    public enum Status {
        /** Waits for a reviewer. */
        PROPOSED,
        APPROVED,
        REJECTED
    }

    /** The form in which two wordings of a question are the same: case, spaces and the last mark do not count. */
    public static String normalised(String question) {
        return question.strip()
                .replaceAll("\\s+", " ")
                .replaceFirst("[\\s?.!]+$", "")
                .toLowerCase(Locale.ROOT);
    }
}
