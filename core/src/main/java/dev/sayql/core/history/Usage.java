package dev.sayql.core.history;

import dev.sayql.core.team.TeamId;
import java.time.YearMonth;

/** What teams used: never more and never less than what history holds. Thread-safe. */
@FunctionalInterface
public interface Usage {

    MonthlyUsage of(TeamId team, YearMonth month);
}
