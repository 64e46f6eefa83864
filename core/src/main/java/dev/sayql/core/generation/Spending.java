package dev.sayql.core.generation;

import java.math.BigDecimal;

/**
 * What an answer cost. Immutable.
 *
 * @param inputTokens what models were given to read
 * @param outputTokens what models wrote
 * @param cost in US dollars
 */
public record Spending(int inputTokens, int outputTokens, BigDecimal cost) {

    public Spending {
        if (inputTokens < 0 || outputTokens < 0 || cost.signum() < 0) {
            throw new IllegalArgumentException("nothing costs less than nothing");
        }
    }

    /** What an answer without a model costs. */
    public static Spending none() {
        return new Spending(0, 0, BigDecimal.ZERO);
    }

    /** Both together. */
    public Spending plus(Spending other) {
        return new Spending(inputTokens + other.inputTokens, outputTokens + other.outputTokens, cost.add(other.cost));
    }
}
