package dev.sayql.sql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns untrusted text into {@link ReadOnlySql}, or says why not. Allowed is one SELECT, VALUES or TABLE statement, with set
 * operations and common table expressions of the same, over the relations the rules allow, using only the syntax, functions,
 * operators and types this package lists. Everything else is refused, unknown syntax included.
 *
 * <p>The steps, each of which can refuse: sizes ({@link SqlLimits}), PostgreSQL's grammar ({@link PgParser}), the syntax
 * ({@link QueryReader}), names, functions, operators, types and sizes in literals ({@link QueryChecker}), printing
 * ({@link QueryPrinter}), and reading the printed text again, which must give the query that was checked.
 *
 * <p>Thread-safe. Never throws for any text; a parser that is busy or too slow ends in {@link RejectionCode#PARSER_BUSY},
 * the only ending worth a second try.
 */
public final class SqlValidator implements AutoCloseable {

    private static final int PARSERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final PgParser parser;

    /** Makes a validator; the parser itself starts with the first validation or with {@link #warmUp()}. */
    public SqlValidator() {
        this(DEADLINE);
    }

    SqlValidator(Duration deadline) {
        this.parser = new PgParser(PARSERS, deadline);
    }

    /** Starts a parser now, so that the first validation need not wait for it. Returns when it is ready. */
    public void warmUp() {
        try {
            read("SELECT 1");
        } catch (Refusal _) {
            // a parser that is slow to start is waited for again by the first validation
        }
    }

    /** Judges one statement under these rules. The same text under equal rules always gets the same verdict, or PARSER_BUSY. */
    public Verdict validate(SqlText sql, Rules rules) {
        StatementCheck statement = new StatementCheck(rules);
        try {
            SqlLimits.check(sql.text());
            Query query = read(sql.text());
            Query checked = new QueryChecker(statement)
                    .check(query, null, CommonTables.NONE)
                    .query();
            return statement.problems().isEmpty()
                    ? new Verdict.Allowed(print(checked, statement))
                    : new Verdict.Rejected(statement.problems());
        } catch (Refusal refusal) {
            return rejected(statement, refusal.problem());
        } catch (StackOverflowError _) {
            return rejected(statement, new Problem(RejectionCode.TOO_LARGE, "the statement is nested too deeply"));
        } catch (RuntimeException e) {
            return rejected(
                    statement, new Problem(RejectionCode.INTERNAL, e.getClass().getSimpleName()));
        }
    }

    private Query read(String text) {
        return switch (parser.parse(text)) {
            case PgInstance.Answer.Tree(String json) -> QueryReader.read(TreeJson.read(json));
            case PgInstance.Answer.SyntaxError(String message, int position) ->
                throw new Refusal(RejectionCode.SYNTAX_ERROR, message + " (character " + position + ")");
        };
    }

    /** What runs is the printed text, so the printed text must read as the query that was checked. */
    private ReadOnlySql print(Query checked, StatementCheck statement) {
        String text = QueryPrinter.print(checked);
        if (!read(text).equals(checked)) {
            throw new Refusal(RejectionCode.INTERNAL, "the printed statement does not read as the checked one");
        }
        return new ReadOnlySql(text, statement.tables(), statement.complexity(), statement.shape());
    }

    private static Verdict rejected(StatementCheck statement, Problem last) {
        List<Problem> problems = new ArrayList<>(statement.problems());
        if (!problems.contains(last)) {
            problems.add(last);
        }
        return new Verdict.Rejected(problems);
    }

    /** Releases the parsers. A validation that runs meanwhile, or comes later, ends as PARSER_BUSY. */
    @Override
    public void close() {
        parser.close();
    }
}
