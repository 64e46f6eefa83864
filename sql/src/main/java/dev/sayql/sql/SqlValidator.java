package dev.sayql.sql;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** Judges a statement now, so that the first real one need not wait for the parser and its classes. Returns when ready. */
    public void warmUp() {
        // a parser that is slow to start is waited for again by the first validation
        validate(WarmUp.STATEMENT, WarmUp.RULES);
    }

    /** Judges one statement under these rules. The same text under equal rules always gets the same verdict, or PARSER_BUSY. */
    public Verdict validate(SqlText sql, Rules rules) {
        try {
            SqlLimits.check(sql.text());
            return parser.with(instance -> judge(sql.text(), rules, instance));
        } catch (Refusal refusal) {
            return new Verdict.Rejected(List.of(refusal.problem()));
        } catch (RuntimeException e) {
            return new Verdict.Rejected(List.of(internal(e)));
        }
    }

    private static Verdict judge(String text, Rules rules, PgInstance parser) {
        StatementCheck statement = new StatementCheck(rules);
        try {
            Query query = read(text, parser);
            Query checked = checked(query, statement);
            Optional<StatementCheck> settled = statement.settled();
            if (settled.isPresent()) {
                statement = settled.get();
                checked = checked(query, statement);
            }
            return statement.problems().isEmpty()
                    ? new Verdict.Allowed(print(checked, statement, parser))
                    : new Verdict.Rejected(statement.problems());
        } catch (Refusal refusal) {
            return rejected(statement, refusal.problem());
        } catch (StackOverflowError _) {
            return rejected(statement, new Problem(RejectionCode.TOO_LARGE, "the statement is nested too deeply"));
        } catch (RuntimeException e) {
            return rejected(statement, internal(e));
        }
    }

    private static Query checked(Query query, StatementCheck statement) {
        return new QueryChecker(statement).check(query, null, CommonTables.NONE).query();
    }

    private static Problem internal(RuntimeException e) {
        return new Problem(RejectionCode.INTERNAL, e.getClass().getSimpleName());
    }

    private static Query read(String text, PgInstance parser) {
        return switch (parser.parse(text.getBytes(StandardCharsets.UTF_8))) {
            case PgInstance.Answer.Tree(String json) -> QueryReader.read(TreeJson.read(json));
            case PgInstance.Answer.SyntaxError(String message, int position) ->
                throw new Refusal(RejectionCode.SYNTAX_ERROR, message + " (character " + position + ")");
        };
    }

    /** What runs is the printed text, so the printed text must read as the query that was checked. */
    private static ReadOnlySql print(Query checked, StatementCheck statement, PgInstance parser) {
        String text = QueryPrinter.print(checked);
        if (!read(text, parser).equals(checked)) {
            throw new Refusal(RejectionCode.INTERNAL, "the printed statement does not read as the checked one");
        }
        return new ReadOnlySql(
                text, checked, statement.tables(), statement.columns(), statement.complexity(), statement.shape());
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
