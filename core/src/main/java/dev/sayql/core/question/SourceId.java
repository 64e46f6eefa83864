package dev.sayql.core.question;

import java.util.regex.Pattern;

/** The stable name of a source within its team; letters, digits, dashes, underscores and dots. Immutable. */
public record SourceId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    public SourceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a source id is letters, digits, '.', '_' and '-', at most 63 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
