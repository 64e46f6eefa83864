package dev.sayql.sql;

import java.util.List;

/**
 * Turns untrusted text into {@link ReadOnlySql}, or says why not. Allowed is one SELECT, VALUES or TABLE statement, with set
 * operations and common table expressions of the same, over the relations the rules allow, using only the syntax, functions,
 * operators and types this package lists. Everything else is refused, unknown syntax included.
 *
 * <p>Thread-safe. Never throws for any text; a parser that is busy or too slow ends in {@link RejectionCode#PARSER_BUSY},
 * the only ending worth a second try.
 */
public final class SqlValidator implements AutoCloseable {

    /** Makes a validator; the parser itself starts with the first validation or with {@link #warmUp()}. */
    public SqlValidator() {}

    /** Starts a parser now, so that the first validation need not wait for it. Returns when it is ready. */
    public void warmUp() {}

    /** Judges one statement under these rules. The same text under equal rules always gets the same verdict, or PARSER_BUSY. */
    public Verdict validate(SqlText sql, Rules rules) {
        return new Verdict.Rejected(List.of(new Problem(
                RejectionCode.INTERNAL, "no parser for " + sql.text().length() + " characters, " + rules.catalog())));
    }

    /** Releases the parsers. A validation that runs meanwhile ends as PARSER_BUSY. */
    @Override
    public void close() {}
}
