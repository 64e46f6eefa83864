package dev.sayql.core.team;

import java.util.regex.Pattern;

/** The stable name of a team; lower-case letters, digits and dashes, at most 63 characters. Immutable. */
public record TeamId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public TeamId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a team id is lower-case letters, digits and dashes, at most 63 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
