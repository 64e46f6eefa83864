package dev.sayql.engine;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads dates and stretches of days: "last month" is the calendar month before this one, "the past 30 days" ends now and
 * begins 30 days ago, "since March" begins with the latest March. Weeks begin on Monday (ISO 8601).
 */
final class Dates {
    private static final Set<String> PREPOSITIONS = Set.of("in", "on", "during", "over", "within", "for", "of");

    /** A stretch of days found at a token, and the token after it. */
    record Found(DateRange range, int end) {}

    private final List<Token> tokens;
    private final LocalDate today;

    Dates(List<Token> tokens, LocalDate today) {
        this.tokens = tokens;
        this.today = today;
    }

    LocalDate today() {
        return today;
    }

    DateRange untilToday() {
        return new DateRange(Optional.empty(), Optional.of(today), "before " + today);
    }

    /** The longest stretch of days that begins at this token, "in", "during", "since" and the like included. */
    Optional<Found> at(int start) {
        if (is(start, "between") || is(start, "from")) {
            Optional<Found> pair = between(start + 1);
            if (pair.isPresent()) {
                return pair;
            }
        }
        if (is(start, "since") || (is(start, "from") && !is(start, "between"))) {
            return point(beginning(skip(start + 1, "the")))
                    .filter(found -> is(start, "since") || onwards(found.end()))
                    .map(found -> new Found(
                            new DateRange(
                                    found.range().from(),
                                    Optional.empty(),
                                    "since " + found.range().words()),
                            is(start, "since") ? found.end() : found.end() + 1));
        }
        if (is(start, "on") && is(start + 1, "or") && isOneOf(start + 2, "after", "before")) {
            return point(skip(start + 3, "the")).map(found -> new Found(including(start, found.range()), found.end()));
        }
        Optional<Found> ago = ago(start);
        if (ago.isPresent()) {
            return ago;
        }
        if (is(start, "after") || is(start, "before") || is(start, "until") || is(start, "till")) {
            return open(start);
        }
        return point(skip(PREPOSITIONS.stream().anyMatch(word -> is(start, word)) ? start + 1 : start, "the"));
    }

    /** "after May", "before 2020", "until yesterday": one end is open. */
    private Optional<Found> open(int start) {
        String word = tokens.get(start).word();
        return point(start + 1).map(found -> {
            DateRange named = found.range();
            String words = " " + named.words();
            DateRange range = switch (word) {
                case "after" -> new DateRange(named.until(), Optional.empty(), "after" + words);
                case "before" -> new DateRange(Optional.empty(), named.from(), "before" + words);
                default -> new DateRange(Optional.empty(), named.until(), "until" + words);
            };
            return new Found(range, found.end());
        });
    }

    /** "on or after May 1". */
    private DateRange including(int start, DateRange named) {
        return is(start + 2, "after")
                ? new DateRange(named.from(), Optional.empty(), "since " + named.words())
                : new DateRange(Optional.empty(), named.until(), "until " + named.words());
    }

    /** "older than 60 days", "more than 2 weeks ago", "year to date". */
    private Optional<Found> ago(int start) {
        boolean older = is(start, "older") && is(start + 1, "than");
        boolean more = is(start, "more") && is(start + 1, "than");
        if (older || more) {
            Optional<Integer> count = count(start + 2);
            Optional<ChronoUnit> unit = unit(start + 3);
            boolean ago = is(start + 4, "ago") || is(start + 4, "old");
            if (count.isPresent() && unit.isPresent() && (older || ago)) {
                return rolling(count.get(), unit.get(), ago ? start + 5 : start + 4)
                        .map(found -> new Found(
                                new DateRange(
                                        Optional.empty(),
                                        found.range().from(),
                                        "before " + found.range().words()),
                                found.end()));
            }
        }
        boolean year = is(start, "year") && is(start + 1, "to") && is(start + 2, "date");
        if (year || is(start, "ytd")) {
            LocalDate first = today.withDayOfYear(1);
            return found(first, today.plusDays(1), "since " + first, year ? start + 3 : start + 1);
        }
        boolean month = is(start, "month") && is(start + 1, "to") && is(start + 2, "date");
        if (month || is(start, "mtd")) {
            LocalDate first = today.withDayOfMonth(1);
            return found(first, today.plusDays(1), "since " + first, month ? start + 3 : start + 1);
        }
        return Optional.empty();
    }

    private Optional<Found> between(int start) {
        Optional<Found> first = point(start);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int joint = first.get().end();
        if (!is(joint, "and") && !is(joint, "to") && !is(joint, "until") && !is(joint, "through")) {
            return Optional.empty();
        }
        return point(joint + 1).flatMap(second -> {
            Optional<LocalDate> until = second.range().until();
            Optional<LocalDate> from =
                    first.get().range().from().map(day -> inYearOf(day, start, joint, second, until));
            String words = first.get().range().words() + " to " + second.range().words();
            // An end before the beginning is no stretch of days.
            boolean backwards =
                    from.isPresent() && until.isPresent() && !from.get().isBefore(until.get());
            return backwards
                    ? Optional.empty()
                    : Optional.of(new Found(new DateRange(from, until, words), second.end()));
        });
    }

    /** "between March 1 and April 15, 2025": the year said last holds for both, or the one before it. */
    private LocalDate inYearOf(LocalDate day, int start, int joint, Found second, Optional<LocalDate> until) {
        Optional<Integer> said = yearIn(joint + 1, second.end());
        if (said.isEmpty() || yearIn(start, joint).isPresent()) {
            return day;
        }
        LocalDate same = day.withYear(said.get());
        return until.filter(same::isAfter).isPresent() ? day.withYear(said.get() - 1) : same;
    }

    /** "since the beginning of 2025" is since 2025. */
    private int beginning(int at) {
        boolean start = is(at, "beginning") || is(at, "start");
        return start && is(at + 1, "of") ? skip(at + 2, "the") : at;
    }

    private Optional<Integer> yearIn(int start, int end) {
        for (int at = start; at < end; at++) {
            Optional<Integer> year = year4(at);
            if (year.isPresent()) {
                return year;
            }
        }
        return Optional.empty();
    }

    private boolean onwards(int at) {
        return is(at, "onwards") || is(at, "onward") || is(at, "on");
    }

    private Optional<Found> point(int at) {
        return relativeDay(at)
                .or(() -> relativeUnit(at))
                .or(() -> isoDate(at))
                .or(() -> monthAndDay(at))
                .or(() -> quarter(at))
                .or(() -> half(at))
                .or(() -> year(at));
    }

    private Optional<Found> relativeDay(int at) {
        if (is(at, "today")) {
            return found(today, today.plusDays(1), "today", at + 1);
        }
        if (is(at, "day") && is(at + 1, "before") && is(at + 2, "yesterday")) {
            return found(today.minusDays(2), today.minusDays(1), "the day before yesterday", at + 3);
        }
        if (is(at, "yesterday")) {
            return found(today.minusDays(1), today, "yesterday", at + 1);
        }
        return Optional.empty();
    }

    /** "last month", "this year", "past 30 days", "last two weeks". */
    private Optional<Found> relativeUnit(int at) {
        if (is(at, "next") || (is(at, "coming") && !is(at - 1, "up"))) {
            Optional<Found> counted = count(at + 1)
                    .flatMap(count ->
                            unit(at + 2).map(found -> new Found(Stretches.coming(count, found, today), at + 3)));
            return counted.or(() -> unit(at + 1).flatMap(found -> calendar(found, -1, at + 2)));
        }
        if (is(at, "tomorrow")) {
            return found(today.plusDays(1), today.plusDays(2), "tomorrow", at + 1);
        }
        boolean last = is(at, "last") || is(at, "past") || is(at, "previous");
        boolean current = is(at, "this") || is(at, "current");
        if (!last && !current) {
            return Optional.empty();
        }
        Optional<ChronoUnit> unit = unit(at + 1);
        if (unit.isPresent()) {
            boolean rolling = is(at, "past");
            return rolling ? rolling(1, unit.get(), at + 2) : calendar(unit.get(), last ? 1 : 0, at + 2);
        }
        // "last October" is over.
        Optional<Integer> month = is(at, "past") || year4(at + 2).isPresent() ? Optional.empty() : month(at + 1);
        if (month.isPresent()) {
            boolean before = last && month.get() >= today.getMonthValue();
            int year = today.getYear() - (before ? 1 : 0);
            return month(month.get(), Optional.empty(), Optional.of(year), at + 2);
        }
        Optional<Integer> count = count(at + 1);
        if (last && count.isPresent()) {
            Optional<ChronoUnit> counted = unit(at + 2);
            return counted.flatMap(found -> rolling(count.get(), found, at + 3));
        }
        return Optional.empty();
    }

    private Optional<Found> calendar(ChronoUnit unit, int back, int end) {
        DateRange range = Stretches.calendar(unit, back, today);
        return Optional.of(new Found(range, end));
    }

    private Optional<Found> rolling(int count, ChronoUnit unit, int end) {
        return Optional.of(new Found(Stretches.past(count, unit, today), end));
    }

    private Optional<Found> isoDate(int at) {
        if (at >= tokens.size() || !tokens.get(at).text().matches("\\d{4}-\\d{2}-\\d{2}")) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(tokens.get(at).text());
            return found(day, day.plusDays(1), day.toString(), at + 1);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** "March", "March 2025", "March 5", "March 5, 2025", "5 March 2025", "the 5th of March". */
    private Optional<Found> monthAndDay(int at) {
        Optional<Integer> dayFirst = day(at);
        int monthAt = dayFirst.isPresent() ? skip(afterDay(at), "of") : at;
        Optional<Integer> month = month(monthAt);
        if (month.isEmpty()
                || (is(monthAt, "may")
                        && dayFirst.isEmpty()
                        && year4(monthAt + 1).isEmpty()
                        && at > 0
                        && !isOneOf(
                                at - 1, "in", "since", "during", "of", "before", "after", "between", "from", "last",
                                "this", "and"))) {
            return Optional.empty();
        }
        int next = monthAt + 1;
        Optional<Integer> day = dayFirst.isPresent() ? dayFirst : day(next);
        if (dayFirst.isEmpty() && day.isPresent()) {
            next = afterDay(next);
        }
        int yearAt = skip(skip(next, ","), "of");
        Optional<Integer> year = year4(yearAt);
        if (year.isPresent()) {
            next = yearAt + 1;
        }
        return month(month.get(), day, year, next);
    }

    private Optional<Found> month(int month, Optional<Integer> day, Optional<Integer> year, int end) {
        return Stretches.ofMonth(month, day, year, today).map(range -> new Found(range, end));
    }

    /** "Q3 2025", "the third quarter of 2025", "Q1". */
    private Optional<Found> quarter(int at) {
        int number = 0;
        int next = at + 1;
        if (at < tokens.size() && tokens.get(at).word().matches("q[1-4]")) {
            number = tokens.get(at).word().charAt(1) - '0';
        } else if (is(at + 1, "quarter")) {
            number = 1
                    + List.of("first", "second", "third", "fourth")
                            .indexOf(at < tokens.size() ? tokens.get(at).word() : "");
            next = at + 2;
        }
        if (number == 0) {
            return Optional.empty();
        }
        int yearAt = skip(skip(next, "of"), ",");
        Optional<Integer> year = year4(yearAt);
        LocalDate first = LocalDate.of(year.orElse(today.getYear()), 3 * number - 2, 1);
        if (year.isEmpty() && first.isAfter(today)) {
            first = first.minusYears(1);
        }
        return found(
                first, first.plusMonths(3), "Q" + number + " " + first.getYear(), year.isPresent() ? yearAt + 1 : next);
    }

    /** "the first half of 2025", "H1 2025"; the year must be said. */
    private Optional<Found> half(int at) {
        boolean cut = at < tokens.size() && tokens.get(at).word().matches("h[12]");
        int number = cut
                ? tokens.get(at).word().charAt(1) - '0'
                : is(at + 1, "half")
                        ? 1
                                + List.of("first", "second")
                                        .indexOf(
                                                at < tokens.size()
                                                        ? tokens.get(at).word()
                                                        : "")
                        : 0;
        int yearAt = skip(skip(cut ? at + 1 : at + 2, "of"), "the");
        return number == 0
                ? Optional.empty()
                : year4(yearAt).flatMap(year -> {
                    LocalDate first = LocalDate.of(year, 6 * number - 5, 1);
                    String words = (number == 1 ? "the first half of " : "the second half of ") + year;
                    return found(first, first.plusMonths(6), words, yearAt + 1);
                });
    }

    private Optional<Found> year(int at) {
        return year4(at)
                .flatMap(year ->
                        found(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), Integer.toString(year), at + 1));
    }

    private Optional<Integer> year4(int at) {
        return at < tokens.size() && tokens.get(at).text().matches("(19|20)\\d{2}")
                ? Optional.of(Integer.valueOf(tokens.get(at).text()))
                : Optional.empty();
    }

    private Optional<Integer> month(int at) {
        return at < tokens.size() && !tokens.get(at).quoted()
                ? Optional.ofNullable(DateWords.MONTHS.get(tokens.get(at).word()))
                : Optional.empty();
    }

    private Optional<Integer> day(int at) {
        if (at >= tokens.size() || !tokens.get(at).word().matches("\\d{1,2}(st|nd|rd|th)?")) {
            return Optional.empty();
        }
        int value = Integer.parseInt(tokens.get(at).word().replaceAll("\\D", ""));
        return value >= 1 && value <= 31 ? Optional.of(value) : Optional.empty();
    }

    /** "1st" is cut in two. */
    private int afterDay(int at) {
        return isOneOf(at + 1, "st", "nd", "rd", "th") ? at + 2 : at + 1;
    }

    private Optional<Integer> count(int at) {
        if (at >= tokens.size()) {
            return Optional.empty();
        }
        String word = tokens.get(at).word();
        return word.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(word)) : English.number(word);
    }

    private Optional<ChronoUnit> unit(int at) {
        return at < tokens.size()
                ? Optional.ofNullable(DateWords.UNITS.get(tokens.get(at).stem()))
                : Optional.empty();
    }

    private int skip(int at, String word) {
        return is(at, word) ? at + 1 : at;
    }

    private boolean is(int at, String word) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(word);
    }

    private boolean isOneOf(int at, String... words) {
        return at >= 0
                && at < tokens.size()
                && List.of(words).contains(tokens.get(at).word());
    }

    private static Optional<Found> found(LocalDate from, LocalDate until, String words, int end) {
        return Optional.of(new Found(DateRange.between(from, until, words), end));
    }
}
