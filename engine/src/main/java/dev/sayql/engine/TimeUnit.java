package dev.sayql.engine;

import java.util.Locale;

/** Stretches of the calendar that results can be grouped by. */
enum TimeUnit {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    String sql() {
        return name().toLowerCase(Locale.ROOT);
    }
}
