package dev.sayql.core.question;

/**
 * How a source's database is reached, password and all, as its adapter writes and reads it. Kept encrypted. Immutable;
 * {@link #toString()} hides it.
 */
public record ConnectionSecret(String text) {

    @Override
    public String toString() {
        return "(not shown)";
    }
}
