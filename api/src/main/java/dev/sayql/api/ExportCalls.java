package dev.sayql.api;

import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.answer.Answer;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.history.History;
import dev.sayql.core.history.Recorded;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.sql.SqlText;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The rows of an exchange as a file. Rows are kept nowhere, so its SQL is checked and run once more. Thread-safe. */
final class ExportCalls {

    private final History history;
    private final Door door;
    private final QuestionCalls asking;
    private final Clock clock;

    ExportCalls(History history, Door door, QuestionCalls asking, Clock clock) {
        this.history = history;
        this.door = door;
        this.asking = asking;
        this.clock = clock;
    }

    List<Route> routes(Reception reception) {
        return List.of(reception.work("GET", "/query/{id}/export", this::export));
    }

    private enum Format {
        CSV,
        JSON
    }

    private Reply export(Visit visit) {
        QueryFields fields = new QueryFields(visit.request());
        Format format = fields.choice("format", Format.class).orElse(Format.CSV);
        int maxRows = fields.number("max_rows", 1, Question.MAX_ROWS, Question.MAX_ROWS);
        List<FieldProblem> problems = fields.problems();
        if (!problems.isEmpty()) {
            return ProblemDetails.fields(problems).reply();
        }
        return QueryId.parse(visit.request().pathParameter("id"))
                .flatMap(id -> history.find(visit.teamId(), id))
                .map(recorded -> export(visit, recorded, maxRows, format))
                .orElseGet(HistoryCalls::unknownQuery);
    }

    private Reply export(Visit visit, Recorded recorded, int maxRows, Format format) {
        Optional<String> sql = recorded.sql();
        if (sql.isEmpty()) {
            return ProblemDetails.of(Kind.CONFLICT, "This exchange brought no SQL, so there are no rows to export.")
                    .withQueryId(recorded.id())
                    .reply()
                    .about(recorded.id());
        }
        Question question = new Question(
                Questions.newId(),
                visit.teamId(),
                recorded.source(),
                recorded.question(),
                recorded.tables(),
                true,
                maxRows,
                clock.instant());
        SqlText text = new SqlText(sql.get());
        // A file is waited for: it is no object that could be fetched later.
        return asking.answered(
                visit.without("prefer"),
                question,
                (progress, cancellation) -> door.run(question, text, progress, cancellation),
                (exchange, took) -> shown(exchange, took, format));
    }

    private static Reply shown(Exchange exchange, Duration took, Format format) {
        Question question = exchange.question();
        if (exchange.answer() instanceof Answer.Result result && result.rows().isPresent()) {
            Rows rows = result.rows().get();
            Reply file = switch (format) {
                case CSV -> Reply.text(200, Csv.TYPE, Csv.of(rows));
                case JSON -> Reply.json(200, Results.of(rows));
            };
            String ending = AnswerObjects.id(format);
            return file.withHeader("X-Truncated", Boolean.toString(rows.truncated()))
                    .withHeader("X-Query-Id", question.id().toString())
                    .withHeader("Content-Disposition", "attachment; filename=\"result." + ending + "\"")
                    .about(question.id());
        }
        return Replies.of(exchange, took);
    }
}
