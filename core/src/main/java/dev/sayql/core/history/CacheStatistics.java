package dev.sayql.core.history;

import java.math.BigDecimal;

/**
 * What a team's remembered answers are good for, since they are counted. Immutable.
 *
 * @param entries how many answers there are now
 * @param hits questions that were answered from them
 * @param misses questions that a model was asked for
 * @param saved what the hits would have cost, in US dollars: for each what was paid for writing its answer
 */
public record CacheStatistics(long entries, long hits, long misses, BigDecimal saved) {

    /** Of a team that never asked a model. */
    public static CacheStatistics none() {
        return new CacheStatistics(0, 0, 0, BigDecimal.ZERO);
    }
}
