package dev.sayql.core.history;

import dev.sayql.core.team.TeamId;
import java.time.LocalDate;
import java.util.List;

/** How questions went, day by day. Thread-safe. */
public interface EvaluationMetrics {

    /** The longest span that can be asked for, in days. */
    int MOST_DAYS = 3_660;

    /**
     * The days on which the team asked something, in order; days that are not over yet, or were not aggregated yet, as they
     * stand now.
     *
     * @param first and {@code last} are both included, and at most {@value #MOST_DAYS} days apart
     */
    List<DailyMetrics> daily(TeamId team, LocalDate first, LocalDate last);

    /** All of those days together. */
    DailyMetrics totals(TeamId team, LocalDate first, LocalDate last);

    /**
     * Works the day out anew for every team and keeps it; can be repeated, as feedback comes in late.
     *
     * @return how many teams asked something
     */
    int aggregate(LocalDate day);
}
