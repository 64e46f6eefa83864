package dev.sayql.engine;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A stretch of days.
 *
 * @param from its first day; empty when it has no beginning
 * @param until the day after its last; empty when it has no end
 * @param words what it is called, for people: "October 2026"
 */
record DateRange(Optional<LocalDate> from, Optional<LocalDate> until, String words) {

    static DateRange between(LocalDate from, LocalDate until, String words) {
        return new DateRange(Optional.of(from), Optional.of(until), words);
    }

    /** Whether all of its days are among those of the other. */
    boolean isWithin(DateRange other) {
        boolean begins = other.from().isEmpty()
                || from.filter(day -> !day.isBefore(other.from().get())).isPresent();
        boolean ends = other.until().isEmpty()
                || until.filter(day -> !day.isAfter(other.until().get())).isPresent();
        return begins && ends;
    }
}
