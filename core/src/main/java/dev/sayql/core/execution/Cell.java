package dev.sayql.core.execution;

import java.math.BigDecimal;

/** One value of a result. Immutable; numbers keep every digit the database gave. */
public sealed interface Cell {

    /** SQL's NULL. */
    record Null() implements Cell {}

    record Bool(boolean value) implements Cell {}

    /** smallint, integer, bigint and numeric. */
    record Decimal(BigDecimal value) implements Cell {}

    /** real and double precision; NaN and the infinities among them. */
    record Real(double value) implements Cell {}

    /** Text, and every type without a form of its own, dates in ISO 8601. */
    record Text(String value) implements Cell {}

    /** json, jsonb and arrays, as JSON text. */
    record Json(String value) implements Cell {}
}
