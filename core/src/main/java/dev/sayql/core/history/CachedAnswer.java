package dev.sayql.core.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a language model wrote for a question, kept to be used again: the statement and its explanation, never rows. Immutable.
 *
 * @param meaning by which questions are found that may mean the same; see {@link dev.sayql.core.generation.Meaning#of}
 * @param sql as it was checked and run; checked again whenever it is used
 * @param explanation in English
 * @param confidence 0 to 1, as it was when it was written
 * @param model that wrote it
 * @param onlyOn the only day (UTC) on which it answers the question; empty when the day does not matter
 * @param cost of writing it, in US dollars: what each use saves
 * @param expires from then on it counts for nothing
 * @param hits how often it was used
 */
public record CachedAnswer(
        CacheKey key,
        Optional<String> meaning,
        String sql,
        String explanation,
        double confidence,
        String model,
        Optional<LocalDate> onlyOn,
        BigDecimal cost,
        Instant created,
        Instant expires,
        long hits) {

    public CachedAnswer {
        if (!(confidence >= 0 && confidence <= 1) || cost.signum() < 0 || hits < 0) {
            throw new IllegalArgumentException("confidence is between 0 and 1, and nothing costs less than nothing");
        }
        if (!expires.isAfter(created)) {
            throw new IllegalArgumentException("an answer is kept for a while");
        }
    }

    /** Whether it answers the question on this day (UTC). */
    public boolean isFor(LocalDate day) {
        return onlyOn.isEmpty() || onlyOn.get().equals(day);
    }

    /** Whether it no longer counts. */
    public boolean isOver(Instant now) {
        return !expires.isAfter(now);
    }

    /** The same, used so often. */
    public CachedAnswer withHits(long used) {
        return new CachedAnswer(
                key, meaning, sql, explanation, confidence, model, onlyOn, cost, created, expires, used);
    }
}
