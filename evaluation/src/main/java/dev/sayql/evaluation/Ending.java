package dev.sayql.evaluation;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.execution.Rows;
import dev.sayql.sql.Problem;
import dev.sayql.sql.ReadOnlySql;
import java.util.Optional;
import java.util.stream.Collectors;

/** What scoring distinguishes about an answer. */
sealed interface Ending {

    /** Rows were shown. */
    record Shown(String sql, Rows rows) implements Ending {}

    /** The question was declined, or its SQL refused. */
    record Declined(String reason) implements Ending {}

    /** A question came back. */
    record AskedBack(String question) implements Ending {}

    /** Neither an answer nor a decision. */
    record Failed(String reason, Optional<String> sql) implements Ending {}

    static Ending of(Answer answer) {
        return switch (answer) {
            case Answer.Result result -> of(result);
            case Answer.NeedsClarification(var clarification) -> new AskedBack(clarification.question());
            case Answer.Declined(var decline) -> new Declined(decline.reason() + ": " + decline.message());
            case Answer.Refused refused ->
                new Declined("refused: "
                        + refused.problems().stream().map(Problem::detail).collect(Collectors.joining("; ")));
            case Answer.TooExpensive expensive -> failed("too expensive", expensive.sql());
            case Answer.TooSlow(ReadOnlySql sql, var after) -> failed("stopped after " + after, sql);
            case Answer.SourceFailed(ReadOnlySql sql, var error) ->
                failed(error.sqlState() + " " + error.message(), sql);
            case Answer.Cancelled(ReadOnlySql sql) -> failed("cancelled", sql);
            case Answer.SourceUnavailable unavailable -> new Failed(unavailable.message(), Optional.empty());
            case Answer.ModelUnavailable unavailable -> new Failed(unavailable.sentence(), Optional.empty());
            case Answer.UnknownSource(var source) -> new Failed("unknown source " + source, Optional.empty());
            case Answer.UnknownTables unknown -> new Failed("unknown tables " + unknown.names(), Optional.empty());
            case Answer.Failed(String errorId) -> new Failed("internal error " + errorId, Optional.empty());
        };
    }

    private static Ending of(Answer.Result result) {
        String sql = result.sql().text();
        return result.rows()
                .<Ending>map(rows -> new Shown(sql, rows))
                .orElseGet(() -> new Failed("the SQL was only written, not run", Optional.of(sql)));
    }

    private static Ending failed(String reason, ReadOnlySql sql) {
        return new Failed(reason, Optional.of(sql.text()));
    }
}
