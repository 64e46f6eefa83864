package dev.sayql.core.history;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.answer.AnsweredBy;
import dev.sayql.core.answer.Trust;
import dev.sayql.core.generation.Spending;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Refinement;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.Problem;
import dev.sayql.sql.ReadOnlySql;
import dev.sayql.sql.RejectionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * An exchange as history keeps it: what was asked, what was done, how it ended. Never holds rows of the customer's
 * data. Immutable.
 *
 * @param question what was asked; of a refinement, the question that it all began with
 * @param maxRows how many rows were wanted at most
 * @param explanation the restatement of an answer, or the reason of another ending, for people
 * @param complexity 1 to 10, of the SQL
 * @param refinement which earlier exchange this changes, and how; empty for a question of its own
 * @param spent on models
 * @param feedback what was thought of it since
 */
public record Recorded(
        QueryId id,
        TeamId team,
        SourceId source,
        String question,
        Optional<List<String>> tables,
        int maxRows,
        Instant started,
        Duration took,
        Ending ending,
        Optional<String> sql,
        String explanation,
        OptionalInt rowsReturned,
        boolean truncated,
        Optional<AnsweredBy> answeredBy,
        OptionalDouble confidence,
        Trust trust,
        List<String> caveats,
        OptionalInt complexity,
        Optional<Refinement> refinement,
        Spending spent,
        Optional<Feedback> feedback) {

    public Recorded {
        tables = tables.map(List::copyOf);
        caveats = List.copyOf(caveats);
    }

    /** Which attempt it was in a chain of refinements; 1 for a question of its own. */
    public int attempt() {
        return refinement.map(Refinement::attempt).orElse(1);
    }

    /** What is kept of an exchange. */
    public static Recorded of(Exchange exchange) {
        return switch (exchange.answer()) {
            case Answer.Result result -> ofResult(exchange, result);
            case Answer.NeedsClarification(var clarification) ->
                without(exchange, Ending.CLARIFICATION, clarification.question());
            case Answer.Declined(var decline) -> without(exchange, Ending.DECLINED, decline.message());
            case Answer.Refused(String sql, List<Problem> problems) ->
                with(exchange, Ending.REFUSED, Optional.of(sql), OptionalInt.empty(), describe(problems));
            case Answer.TooExpensive(ReadOnlySql sql, double _, double _) ->
                with(exchange, Ending.TOO_EXPENSIVE, sql, "The statement is estimated to take too much.");
            case Answer.TooSlow(ReadOnlySql sql, Duration after) ->
                with(exchange, Ending.TOO_SLOW, sql, "The statement was stopped after " + after.toSeconds() + " s.");
            case Answer.SourceFailed(ReadOnlySql sql, var error) ->
                with(exchange, Ending.SOURCE_FAILED, sql, error.sqlState() + ": " + error.message());
            case Answer.SourceUnavailable(var reason, String message) ->
                without(exchange, reason.isRefusal() ? Ending.REFUSED : Ending.SOURCE_UNAVAILABLE, message);
            case Answer.ModelUnavailable unavailable ->
                without(exchange, Ending.MODEL_UNAVAILABLE, unavailable.sentence());
            case Answer.Cancelled(ReadOnlySql sql) -> with(exchange, Ending.CANCELLED, sql, "Cancelled.");
            case Answer.UnknownSource(SourceId unknown) ->
                without(exchange, Ending.UNKNOWN_SOURCE, "There is no source " + unknown + ".");
            case Answer.UnknownTables(List<String> names, var _) ->
                without(exchange, Ending.UNKNOWN_TABLES, "Unknown tables: " + String.join(", ", names) + ".");
            case Answer.Failed(String errorId) -> without(exchange, Ending.FAILED, "Internal error " + errorId + ".");
        };
    }

    /** The codes of a refused statement's problems; empty for every other ending, and when a role was refused. */
    public List<RejectionCode> rejections() {
        if (ending != Ending.REFUSED) {
            return List.of();
        }
        return Arrays.stream(RejectionCode.values())
                .filter(code ->
                        explanation.startsWith(code.id() + ": ") || explanation.contains("; " + code.id() + ": "))
                .toList();
    }

    private static Recorded ofResult(Exchange exchange, Answer.Result result) {
        return new Recorded(
                exchange.question().id(),
                exchange.question().team(),
                exchange.question().source(),
                exchange.question().text(),
                exchange.question().tables(),
                exchange.question().maxRows(),
                exchange.started(),
                Duration.between(exchange.started(), exchange.finished()),
                Ending.ANSWERED,
                Optional.of(result.sql().text()),
                result.provenance().restatement(),
                result.rows().map(rows -> OptionalInt.of(rows.count())).orElse(OptionalInt.empty()),
                result.rows().filter(rows -> rows.truncated()).isPresent(),
                Optional.of(result.provenance().answeredBy()),
                OptionalDouble.of(result.provenance().confidence()),
                result.trust(),
                result.receipt().caveats().stream()
                        .map(caveat -> caveat.message())
                        .toList(),
                OptionalInt.of(result.sql().complexity()),
                exchange.question().refinement(),
                exchange.spent(),
                Optional.empty());
    }

    private static Recorded without(Exchange exchange, Ending ending, String explanation) {
        return with(exchange, ending, Optional.empty(), OptionalInt.empty(), explanation);
    }

    private static Recorded with(Exchange exchange, Ending ending, ReadOnlySql sql, String explanation) {
        return with(exchange, ending, Optional.of(sql.text()), OptionalInt.of(sql.complexity()), explanation);
    }

    private static Recorded with(
            Exchange exchange, Ending ending, Optional<String> sql, OptionalInt complexity, String explanation) {
        return new Recorded(
                exchange.question().id(),
                exchange.question().team(),
                exchange.question().source(),
                exchange.question().text(),
                exchange.question().tables(),
                exchange.question().maxRows(),
                exchange.started(),
                Duration.between(exchange.started(), exchange.finished()),
                ending,
                sql,
                explanation,
                OptionalInt.empty(),
                false,
                Optional.empty(),
                OptionalDouble.empty(),
                Trust.NONE,
                List.of(),
                complexity,
                exchange.question().refinement(),
                exchange.spent(),
                Optional.empty());
    }

    private static String describe(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.code().id() + ": " + problem.detail())
                .collect(Collectors.joining("; "));
    }
}
