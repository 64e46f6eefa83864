package dev.sayql.core.generation;

/**
 * A draft, and what models were paid for it. Immutable.
 *
 * @param spent also when nothing came of it
 */
public record Drafted(Draft draft, Spending spent) {

    /** A draft that cost nothing. */
    static Drafted free(Draft draft) {
        return new Drafted(draft, Spending.none());
    }
}
