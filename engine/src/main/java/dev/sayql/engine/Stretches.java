package dev.sayql.engine;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** Stretches of days seen from today: "last month", "past 30 days", "next two weeks". A quarter is said by {@code FOREVER}. */
final class Stretches {
    private Stretches() {}

    /** A whole week, month, quarter or year: the current one, so many before it, or after it when the number is negative. */
    static DateRange calendar(ChronoUnit unit, int back, LocalDate today) {
        LocalDate start = switch (unit) {
            case DAYS -> today.minusDays(back);
            case WEEKS ->
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(back);
            case MONTHS -> today.withDayOfMonth(1).minusMonths(back);
            case YEARS -> today.withDayOfYear(1).minusYears(back);
            default ->
                today.withDayOfMonth(1)
                        .minusMonths((today.getMonthValue() - 1) % 3)
                        .minusMonths(3L * back);
        };
        LocalDate until = later(start, 1, unit);
        return new DateRange(Optional.of(start), Optional.of(until), start + " to " + until.minusDays(1));
    }

    /** So many units back, and today. */
    static DateRange past(int count, ChronoUnit unit, LocalDate today) {
        LocalDate start = later(today, -count, unit);
        return new DateRange(Optional.of(start), Optional.of(today.plusDays(1)), "since " + start);
    }

    /** Today and so many units from it. */
    static DateRange coming(int count, ChronoUnit unit, LocalDate today) {
        LocalDate last = later(today, count, unit);
        return new DateRange(Optional.of(today), Optional.of(last.plusDays(1)), today + " to " + last);
    }

    private static LocalDate later(LocalDate day, int count, ChronoUnit unit) {
        return unit == ChronoUnit.FOREVER ? day.plusMonths(3L * count) : day.plus(count, unit);
    }

    /** A month, or a day of it; where no year is said the last one that has come. Empty where there is no such day. */
    static Optional<DateRange> ofMonth(int month, Optional<Integer> day, Optional<Integer> year, LocalDate today) {
        try {
            LocalDate first = LocalDate.of(year.orElse(today.getYear()), month, day.orElse(1));
            if (year.isEmpty() && first.isAfter(today)) {
                first = first.minusYears(1);
            }
            LocalDate until = day.isPresent() ? first.plusDays(1) : first.plusMonths(1);
            String name = first.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            String words = day.isPresent() ? first.toString() : name + " " + first.getYear();
            return Optional.of(DateRange.between(first, until, words));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
