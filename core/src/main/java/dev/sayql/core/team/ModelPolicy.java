package dev.sayql.core.team;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a team lets language models see, and what it may spend on them. Immutable.
 *
 * @param monthlyBudget in US dollars a calendar month (UTC); empty means as much as the operator lets every team spend
 */
public record ModelPolicy(Sharing sharing, Optional<BigDecimal> monthlyBudget) {

    /** What may leave for a model's provider, beside the question itself. */
    public enum Sharing {
        /** Names, types, keys and comments, samples of stored values, and what the team taught. */
        VALUES,
        /** Names, types, keys and comments; nothing that stands in rows. */
        SCHEMA,
        /** Nothing: no model is asked. */
        NOTHING
    }

    public ModelPolicy {
        if (monthlyBudget.filter(budget -> budget.signum() < 0).isPresent()) {
            throw new IllegalArgumentException("a budget is not negative");
        }
    }

    /** What a team has when nothing else was said. */
    public static ModelPolicy defaults() {
        return new ModelPolicy(Sharing.VALUES, Optional.empty());
    }
}
