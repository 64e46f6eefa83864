package dev.sayql.core.team;

import java.time.Instant;

/**
 * Counts questions against a team's limit for the calendar month (UTC), over all nodes together and exactly. Thread-safe.
 */
public interface MonthlyQuota {

    /** Counts one question of this team's, if the month still has room for it. */
    Counted count(Team team);

    /** Takes back one question that was counted and then not worked on, such as one that found the queue full. */
    void giveBack(Team team);

    /** How the month stands; counts nothing. */
    Counted look(Team team);

    /** Where a team stands in its month. */
    sealed interface Counted {

        /** How many were counted this month. */
        int used();

        int limit();

        /** When the next month begins. */
        Instant resets();

        /** There was room. */
        record Within(int used, int limit, Instant resets) implements Counted {}

        /** There is no room; nothing was counted. */
        record Exhausted(int used, int limit, Instant resets) implements Counted {}
    }
}
