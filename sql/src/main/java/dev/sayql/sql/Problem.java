package dev.sayql.sql;

/**
 * One reason why a statement is refused.
 *
 * @param code the kind of reason, stable over releases
 * @param detail what exactly, for a person or a model that repairs the statement; may quote names from the statement
 */
public record Problem(RejectionCode code, String detail) {}
