package dev.sayql.core.history;

import dev.sayql.core.generation.Spending;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.team.TeamId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Every byte that is sent to a model's provider, kept before it is sent, and what came of it. What cannot be kept is not sent:
 * both {@link #keep} and {@link #ended} throw {@link HistoryUnavailableException} then. Also the book of what models cost:
 * a call is counted when it is kept, with the most it can cost, and with what it did cost when it ended. Thread-safe.
 */
public interface EgressLog {

    /** The most that are listed at once. */
    int MOST = 200;

    /**
     * A request as it is sent. Immutable.
     *
     * @param query the exchange it is for; empty for a test of the access
     * @param head method, address and headers, the key masked
     */
    record Call(UUID id, TeamId team, Optional<QueryId> query, Instant at, String model, String head, String body) {}

    /**
     * What came of a call. Immutable.
     *
     * @param outcome {@code replied}, or the id of a {@link dev.sayql.core.generation.ModelFault}
     * @param status of HTTP, when there was a reply
     * @param spent what the provider counted
     * @param counted what it counts as in the team's budget: more than was spent when the provider may have worked unseen
     */
    record End(String outcome, OptionalInt status, Spending spent, BigDecimal counted, Duration took) {}

    /** A kept call; its end is empty while it runs, and when the server died over it. Immutable. */
    record Entry(Call call, Optional<End> end) {}

    /**
     * Keeps the call, unless what the team spent this month and the most that this call can cost are more than the budget.
     *
     * @return whether it was kept
     */
    boolean keep(Call call, BigDecimal most, BigDecimal budget);

    void ended(UUID call, End end);

    /** The latest calls of a team, or those for one of its exchanges. */
    List<Entry> latest(TeamId team, Optional<QueryId> query, int most);

    /** What the team's calls of a month (UTC) count as in its budget, in US dollars. */
    BigDecimal counted(TeamId team, YearMonth month);
}
