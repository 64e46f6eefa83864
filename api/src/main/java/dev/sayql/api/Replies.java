package dev.sayql.api;

import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.answer.Answer;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.question.Question;
import java.time.Duration;
import java.util.List;

/** Turns answers into replies: answer objects, or problems where the request itself was wrong. Thread-safe. */
public final class Replies {

    private Replies() {}

    /** The reply to this question. */
    public static Reply of(Exchange exchange, Duration took) {
        Question question = exchange.question();
        return switch (exchange.answer()) {
            case Answer.UnknownSource(var source) ->
                ProblemDetails.of(Kind.NOT_FOUND, Sentences.unknownSource(source))
                        .withQueryId(question.id())
                        .reply()
                        .about(question.id());
            case Answer.UnknownTables(var names, var nearest) -> unknownTables(question, names, nearest);
            case Answer.Failed(String errorId) ->
                ProblemDetails.of(Kind.INTERNAL, Sentences.internal(errorId))
                        .withErrorId(errorId)
                        .withQueryId(question.id())
                        .reply()
                        .about(question.id());
            case Answer.Result _,
                    Answer.NeedsClarification _,
                    Answer.Declined _,
                    Answer.Refused _,
                    Answer.TooExpensive _,
                    Answer.TooSlow _,
                    Answer.SourceFailed _,
                    Answer.SourceUnavailable _,
                    Answer.ModelUnavailable _,
                    Answer.Cancelled _ -> answerObject(exchange, took);
        };
    }

    /** A failure that came before there was a question, as the command line ends it. */
    public static Reply problem(int exitCode, String detail) {
        Kind kind = switch (exitCode) {
            case ExitCode.USAGE -> Kind.MALFORMED;
            case ExitCode.FAILED -> Kind.UNAVAILABLE;
            default -> Kind.INTERNAL;
        };
        return ProblemDetails.of(kind, detail).reply();
    }

    private static Reply answerObject(Exchange exchange, Duration took) {
        int status = Outcome.of(exchange.answer()).status();
        Reply reply = Reply.json(status, AnswerObjects.of(exchange, took))
                .about(exchange.question().id());
        return status == 503 || status == 504 ? reply.withHeader("Retry-After", "5") : reply;
    }

    private static Reply unknownTables(Question question, List<String> names, List<String> nearest) {
        List<FieldProblem> problems = names.stream()
                .map(name -> new FieldProblem("selected_tables", Sentences.unknownTables(List.of(name), List.of())))
                .toList();
        return ProblemDetails.of(Kind.UNKNOWN_TABLES, Sentences.unknownTables(names, nearest))
                .withErrors(problems)
                .withQueryId(question.id())
                .reply()
                .about(question.id());
    }
}
