package dev.sayql.api;

import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.util.Optional;
import java.util.UUID;

/** Reads ids from text; what has not the form of one names nothing. */
final class Ids {

    private Ids() {}

    static Optional<UUID> uuid(String text) {
        return QueryId.parse(text).map(QueryId::value);
    }

    static Optional<SourceId> source(String text) {
        try {
            return Optional.of(new SourceId(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    static Optional<TeamId> team(String text) {
        try {
            return Optional.of(new TeamId(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
