package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All of it on a Wednesday, 18 March 2026. */
class DatesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);

    private static Optional<Dates.Found> read(String words) {
        return new Dates(Tokens.of(words), TODAY).at(0);
    }

    @ParameterizedTest
    @CsvSource({
        "today,2026-03-18,2026-03-19",
        "yesterday,2026-03-17,2026-03-18",
        "last week,2026-03-09,2026-03-16",
        "this week,2026-03-16,2026-03-23",
        "last month,2026-02-01,2026-03-01",
        "this month,2026-03-01,2026-04-01",
        "last quarter,2025-10-01,2026-01-01",
        "this year,2026-01-01,2027-01-01",
        "last February,2026-02-01,2026-03-01",
        "last March,2025-03-01,2025-04-01",
        "last October,2025-10-01,2025-11-01",
        "this December,2026-12-01,2027-01-01",
        "in 2025,2025-01-01,2026-01-01",
        "in February,2026-02-01,2026-03-01",
        "in November,2025-11-01,2025-12-01",
        "in March 2025,2025-03-01,2025-04-01",
        "on March 5,2026-03-05,2026-03-06",
        "on 5 March 2025,2025-03-05,2025-03-06",
        "on 2025-12-24,2025-12-24,2025-12-25",
        "Q3 2025,2025-07-01,2025-10-01",
        "in the third quarter of 2025,2025-07-01,2025-10-01",
        "between 2025-01-01 and 2025-01-31,2025-01-01,2025-02-01",
        "from January to February,2026-01-01,2026-03-01",
        "next week,2026-03-23,2026-03-30",
        "in the next 60 days,2026-03-18,2026-05-18",
        "within the next two weeks,2026-03-18,2026-04-02"
    })
    void readsStretchesWithBothEnds(String words, LocalDate from, LocalDate until) {
        DateRange range = read(words).orElseThrow().range();
        assertThat(range.from()).contains(from);
        assertThat(range.until()).contains(until);
    }

    @ParameterizedTest
    @CsvSource({"since January,2026-01-01", "after 2025-06-30,2025-07-01"})
    void readsStretchesUpToNow(String words, LocalDate from) {
        DateRange range = read(words).orElseThrow().range();
        assertThat(range.from()).contains(from);
        assertThat(range.until()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"past 30 days,2026-02-16", "in the last two weeks,2026-03-04", "over the past 12 months,2025-03-18"})
    void whatIsPastEndsToday(String words, LocalDate from) {
        DateRange range = read(words).orElseThrow().range();
        assertThat(range.from()).contains(from);
        assertThat(range.until()).contains(LocalDate.of(2026, 3, 19));
    }

    @ParameterizedTest
    @CsvSource({"before 2025-06-30,2025-06-30", "until March 2025,2025-04-01", "older than 10 days,2026-03-08"})
    void readsStretchesWithoutBeginning(String words, LocalDate until) {
        DateRange range = read(words).orElseThrow().range();
        assertThat(range.from()).isEmpty();
        assertThat(range.until()).contains(until);
    }

    @ParameterizedTest
    @CsvSource({"in 12345", "on 2025-02-30", "last customer", "in Germany", "between 10 and 20", "99"})
    void findsNoDateInOtherWords(String words) {
        assertThat(read(words)).isEmpty();
    }

    @Test
    void endsBehindItsLastWord() {
        assertThat(read("in March 2025 by region").orElseThrow().end()).isEqualTo(3);
    }
}
