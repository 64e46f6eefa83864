package dev.sayql.core.history;

import dev.sayql.core.question.QueryId;
import dev.sayql.core.team.TeamId;
import java.util.Optional;

/**
 * Keeps every exchange. An answer is given only after it was recorded: {@link #record} either keeps the exchange
 * durably or throws {@link HistoryUnavailableException}. Thread-safe.
 */
public interface History {

    void record(Exchange exchange);

    /** An exchange of this team; another team's is as unknown as one that does not exist. */
    Optional<Recorded> find(TeamId team, QueryId id);
}
