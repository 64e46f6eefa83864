package dev.sayql.api;

import dev.sayql.api.AnswerObject.CaveatObject;
import dev.sayql.api.AnswerObject.ChangeObject;
import dev.sayql.api.AnswerObject.ClarificationObject;
import dev.sayql.api.AnswerObject.Column;
import dev.sayql.api.AnswerObject.DeclineObject;
import dev.sayql.api.AnswerObject.RevisionObject;
import dev.sayql.api.AnswerObject.Tokens;
import dev.sayql.api.AnswerObject.UnderstoodObject;
import dev.sayql.api.AnswerObject.Validation;
import dev.sayql.core.answer.Answer;
import dev.sayql.core.answer.AnsweredBy;
import dev.sayql.core.answer.Provenance;
import dev.sayql.core.answer.Receipt;
import dev.sayql.core.answer.Trust;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.generation.Clarification;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.generation.Revision;
import dev.sayql.core.generation.Spending;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.question.Question;
import dev.sayql.sql.Problem;
import dev.sayql.sql.ReadOnlySql;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns answers into answer objects. Thread-safe. */
public final class AnswerObjects {

    private static final Validation NOTHING_CHECKED =
            new Validation(false, true, List.of(), List.of(), List.of(), null);

    private AnswerObjects() {}

    /** The answer of this exchange as it goes over the wire. */
    public static AnswerObject of(Exchange exchange, Duration took) {
        return switch (exchange.answer()) {
            case Answer.Result result -> ofResult(exchange, result, took);
            case Answer.NeedsClarification(var clarification) ->
                without(Missing.because(clarification), exchange, took);
            case Answer.Declined(var decline) -> without(Missing.because(decline), exchange, took);
            case Answer.Refused(String sql, List<Problem> problems) ->
                without(Missing.refused(sql, problems), exchange, took);
            case Answer.TooExpensive(ReadOnlySql sql, double _, double _) ->
                without(Missing.of(Sentences.TOO_EXPENSIVE, sql), exchange, took);
            case Answer.TooSlow(ReadOnlySql sql, Duration after) ->
                without(Missing.of(Sentences.tooSlow(after), sql), exchange, took);
            case Answer.SourceFailed(ReadOnlySql sql, var error) ->
                without(Missing.of(Sentences.sourceFailed(error), sql), exchange, took);
            case Answer.Cancelled(ReadOnlySql sql) -> without(Missing.of(Sentences.CANCELLED, sql), exchange, took);
            case Answer.SourceUnavailable(var _, String message) -> without(Missing.of(message), exchange, took);
            case Answer.ModelUnavailable unavailable -> without(Missing.of(unavailable.sentence()), exchange, took);
            case Answer.UnknownSource(var source) ->
                without(Missing.of(Sentences.unknownSource(source)), exchange, took);
            case Answer.UnknownTables(var names, var nearest) ->
                without(Missing.of(Sentences.unknownTables(names, nearest)), exchange, took);
            case Answer.Failed(String errorId) -> without(Missing.of(Sentences.internal(errorId)), exchange, took);
        };
    }

    private static AnswerObject ofResult(Exchange exchange, Answer.Result result, Duration took) {
        Question question = exchange.question();
        Optional<Rows> rows = result.rows();
        Provenance how = result.provenance();
        return new AnswerObject(
                question.id().toString(),
                question.source().value(),
                result.sql().text(),
                how.restatement(),
                rows.map(Results::of).orElseGet(Results::none),
                rows.map(AnswerObjects::columns).orElseGet(List::of),
                true,
                took.toMillis(),
                rows.map(Rows::count).orElse(0),
                rows.filter(Rows::truncated).isPresent(),
                how.answeredBy() == AnsweredBy.CACHE,
                by(how.answeredBy()).orElse(null),
                how.model().orElse(null),
                how.confidence(),
                id(result.trust()),
                caveats(result.receipt()),
                states(result.receipt()),
                understood(how),
                null,
                null,
                parent(question),
                question.attempt(),
                how.revision().map(AnswerObjects::revision).orElse(null),
                exchange.spent().cost(),
                tokens(exchange.spent()),
                warned(checked(result.sql()), exchange),
                null);
    }

    private static AnswerObject without(Missing missing, Exchange exchange, Duration took) {
        Question question = exchange.question();
        Outcome outcome = Outcome.of(exchange.answer());
        return new AnswerObject(
                question.id().toString(),
                question.source().value(),
                missing.sql,
                missing.explanation,
                Results.none(),
                List.of(),
                outcome.success(),
                took.toMillis(),
                0,
                false,
                false,
                null,
                null,
                null,
                id(Trust.NONE),
                List.of(),
                states(Receipt.nothingChecked()),
                List.of(),
                missing.clarification,
                missing.declined,
                parent(question),
                question.attempt(),
                null,
                exchange.spent().cost(),
                tokens(exchange.spent()),
                warned(missing.validation, exchange),
                outcome.errorType().orElse(null));
    }

    private static Tokens tokens(Spending spent) {
        return new Tokens(spent.inputTokens(), spent.outputTokens());
    }

    /** Who answered, on the wire; nobody when a person wrote the SQL. */
    static Optional<String> by(AnsweredBy by) {
        return by == AnsweredBy.PERSON ? Optional.empty() : Optional.of(id(by));
    }

    private static @Nullable String parent(Question question) {
        return question.refinement()
                .map(refinement -> refinement.parent().toString())
                .orElse(null);
    }

    private static RevisionObject revision(Revision revision) {
        return new RevisionObject(
                id(revision.manner()),
                revision.sentence(),
                revision.changes().stream()
                        .map(change -> new ChangeObject(
                                id(change.part()),
                                id(change.kind()),
                                change.before().orElse(null),
                                change.after().orElse(null)))
                        .toList());
    }

    /** What an answer object says when there is no answer. */
    private record Missing(
            String explanation,
            @Nullable String sql,
            Validation validation,
            @Nullable ClarificationObject clarification,
            @Nullable DeclineObject declined) {

        static Missing of(String explanation) {
            return new Missing(explanation, null, NOTHING_CHECKED, null, null);
        }

        static Missing of(String explanation, ReadOnlySql sql) {
            return new Missing(explanation, sql.text(), checked(sql), null, null);
        }

        static Missing because(Clarification asked) {
            ClarificationObject clarification = new ClarificationObject(asked.question(), asked.options());
            return new Missing(asked.question(), null, NOTHING_CHECKED, clarification, null);
        }

        static Missing because(Decline decline) {
            DeclineObject declined = new DeclineObject(
                    id(decline.reason()), decline.message(), decline.unknownWords(), decline.nearest());
            return new Missing(decline.message(), null, NOTHING_CHECKED, null, declined);
        }

        static Missing refused(String sql, List<Problem> problems) {
            return new Missing(Sentences.refused(problems), sql, unsafe(problems), null, null);
        }
    }

    private static List<Column> columns(Rows rows) {
        return rows.columns().stream()
                .map(column -> new Column(column.name(), column.type()))
                .toList();
    }

    private static List<CaveatObject> caveats(Receipt receipt) {
        return receipt.caveats().stream()
                .map(caveat -> new CaveatObject(id(caveat.check()), caveat.message()))
                .toList();
    }

    private static List<UnderstoodObject> understood(Provenance how) {
        return how.understoodAs().stream()
                .map(phrase -> new UnderstoodObject(phrase.phrase(), phrase.start(), phrase.end(), phrase.meaning()))
                .toList();
    }

    private static Validation checked(ReadOnlySql sql) {
        return new Validation(true, true, List.of(), List.of(), List.of(), sql.complexity());
    }

    private static Validation unsafe(List<Problem> problems) {
        List<String> security = problems.stream()
                .filter(problem -> Outcome.errorTypeOf(problem.code()) == ErrorType.SECURITY)
                .map(Sentences::problem)
                .toList();
        List<String> errors = problems.stream()
                .filter(problem -> Outcome.errorTypeOf(problem.code()) != ErrorType.SECURITY)
                .map(Sentences::problem)
                .toList();
        return new Validation(false, security.isEmpty(), errors, List.of(), security, null);
    }

    /** What is to be known of how the source is reached stands beside what was found in the SQL. */
    private static Validation warned(Validation validation, Exchange exchange) {
        return new Validation(
                validation.isValid(),
                validation.isSafe(),
                validation.errors(),
                exchange.warnings(),
                validation.securityIssues(),
                validation.complexityScore());
    }

    private static Map<String, String> states(Receipt receipt) {
        Map<String, String> states = new LinkedHashMap<>();
        receipt.states().forEach((check, state) -> states.put(id(check), id(state)));
        return states;
    }

    /** The constant that the wire spells so. */
    static <E extends Enum<E>> E constant(Class<E> type, String id) {
        return Enum.valueOf(type, id.toUpperCase(Locale.ROOT));
    }

    /** An enum constant as the wire spells it. */
    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
