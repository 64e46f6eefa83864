package dev.sayql.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The closed set of error types on the wire; extended over time, never renamed. */
public enum ErrorType {
    SYNTAX,
    EXECUTION,
    TIMEOUT,
    SECURITY,
    VALIDATION;

    /** The name on the wire. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
