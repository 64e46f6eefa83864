package dev.sayql.sql;

import java.util.Objects;

/** SQL as somebody or something wrote it: untrusted, never executed. It becomes executable only as {@link ReadOnlySql}. */
public record SqlText(String text) {

    public SqlText {
        Objects.requireNonNull(text, "text");
    }
}
