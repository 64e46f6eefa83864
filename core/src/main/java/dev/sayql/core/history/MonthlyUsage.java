package dev.sayql.core.history;

import java.time.YearMonth;

/**
 * What a team used in a calendar month (UTC), counted from the exchanges that history holds. Immutable.
 *
 * @param cacheHits answers that cost nothing
 */
public record MonthlyUsage(YearMonth month, long questions, long answered, long cacheHits, DailyMetrics.Spent spent) {}
