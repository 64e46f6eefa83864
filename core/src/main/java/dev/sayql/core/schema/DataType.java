package dev.sayql.core.schema;

/** The families of column types that questions distinguish. */
public enum DataType {
    TEXT,
    INTEGER,
    NUMERIC,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    TIMESTAMP_WITH_TIME_ZONE,
    TIME,
    INTERVAL,
    UUID,
    JSON,
    ENUM,
    ARRAY,
    BINARY,
    OTHER;

    /** Whether sums and means make sense. */
    public boolean isNumber() {
        return this == INTEGER || this == NUMERIC;
    }

    /** Whether the type says on which day something happened. */
    public boolean isDate() {
        return this == DATE || this == TIMESTAMP || this == TIMESTAMP_WITH_TIME_ZONE;
    }

    /** Whether values are compared as text. */
    public boolean isText() {
        return this == TEXT || this == ENUM;
    }
}
