package dev.sayql.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.history.Ending;
import dev.sayql.core.history.Feedback;
import dev.sayql.core.history.HistoryCursor;
import dev.sayql.core.history.HistoryFilter;
import dev.sayql.core.history.HistoryPages;
import dev.sayql.core.history.Recorded;
import dev.sayql.core.question.QueryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was asked and answered. Thread-safe. */
final class HistoryCalls {

    private static final int USUAL_PAGE = 50;
    private static final int MOST_EXPORTED = 10_000;

    private final Records records;

    HistoryCalls(Records records) {
        this.records = records;
    }

    List<Route> routes(Reception reception) {
        return List.of(
                reception.look("GET", "/query/history", this::page),
                reception.work("GET", "/query/history/export", this::export),
                reception.look("GET", "/query/{id}", this::exchange));
    }

    static Reply unknownQuery() {
        return ProblemDetails.of(Kind.NOT_FOUND, "There is no such query.").reply();
    }

    private Reply exchange(Visit visit) {
        return QueryId.parse(visit.request().pathParameter("id"))
                .flatMap(id -> records.history().find(visit.teamId(), id))
                .map(recorded -> Reply.json(200, ExchangeObject.of(recorded)).about(recorded.id()))
                .orElseGet(HistoryCalls::unknownQuery);
    }

    private enum Format {
        CSV,
        NDJSON
    }

    /** How a thumb goes over the wire. */
    enum ThumbOnTheWire {
        THUMBS_UP(Feedback.Thumb.UP),
        THUMBS_DOWN(Feedback.Thumb.DOWN);

        private final Feedback.Thumb thumb;

        ThumbOnTheWire(Feedback.Thumb thumb) {
            this.thumb = thumb;
        }

        Feedback.Thumb thumb() {
            return thumb;
        }

        static String id(Feedback.Thumb thumb) {
            return AnswerObjects.id(thumb == Feedback.Thumb.UP ? THUMBS_UP : THUMBS_DOWN);
        }
    }

    /** A page of history. */
    record PageObject(
            List<ExchangeObject> exchanges, @Nullable String nextCursor) {}

    private Reply page(Visit visit) {
        QueryFields fields = new QueryFields(visit.request());
        HistoryFilter filter = filter(fields);
        int limit = fields.number("limit", 1, HistoryPages.MOST, USUAL_PAGE);
        Optional<HistoryCursor> after = fields.text("cursor", 200)
                .flatMap(text -> HistoryCursor.parse(text)
                        .or(() -> fields.wrong("cursor", "cursor must be the next_cursor of a page before.")));
        List<FieldProblem> problems = fields.problems();
        return Reception.wrong(problems).orElseGet(() -> {
            HistoryPages.Page page = records.pages().page(visit.teamId(), filter, after, limit);
            return Reply.json(
                    200,
                    new PageObject(
                            page.exchanges().stream().map(ExchangeObject::of).toList(),
                            page.next().map(HistoryCursor::toString).orElse(null)));
        });
    }

    private static HistoryFilter filter(QueryFields fields) {
        return new HistoryFilter(
                fields.text("source", 100)
                        .flatMap(
                                id -> Ids.source(id).or(() -> fields.wrong("source", "source must be a source's id."))),
                fields.moment("from", false),
                fields.moment("until", true),
                fields.choices("ending", Ending.class),
                fields.choice("user_feedback_type", ThumbOnTheWire.class).map(ThumbOnTheWire::thumb),
                fields.id("parent_query_id").map(QueryId::new));
    }

    private Reply export(Visit visit) {
        QueryFields fields = new QueryFields(visit.request());
        HistoryFilter filter = filter(fields);
        Format format = fields.choice("format", Format.class).orElse(Format.CSV);
        List<FieldProblem> problems = fields.problems();
        return Reception.wrong(problems).orElseGet(() -> {
            List<ExchangeObject> exchanges =
                    all(visit, filter).stream().map(ExchangeObject::of).toList();
            return switch (format) {
                case CSV ->
                    Reply.text(200, Csv.TYPE, csv(exchanges))
                            .withHeader("Content-Disposition", "attachment; filename=\"history.csv\"");
                case NDJSON ->
                    Reply.text(200, "application/x-ndjson", lines(exchanges))
                            .withHeader("Content-Disposition", "attachment; filename=\"history.ndjson\"");
            };
        });
    }

    private List<Recorded> all(Visit visit, HistoryFilter filter) {
        List<Recorded> all = new ArrayList<>();
        Optional<HistoryCursor> after = Optional.empty();
        do {
            HistoryPages.Page page = records.pages().page(visit.teamId(), filter, after, HistoryPages.MOST);
            all.addAll(page.exchanges());
            after = page.next();
        } while (after.isPresent() && all.size() < MOST_EXPORTED);
        return all;
    }

    private static String lines(List<ExchangeObject> exchanges) {
        StringBuilder lines = new StringBuilder();
        exchanges.forEach(exchange -> lines.append(Json.write(exchange)).append('\n'));
        return lines.toString();
    }

    private static String csv(List<ExchangeObject> exchanges) {
        StringBuilder csv = new StringBuilder();
        Csv.line(csv, ExchangeObject.fieldNames());
        for (ExchangeObject exchange : exchanges) {
            JsonNode object = Json.tree(exchange);
            Csv.line(
                    csv,
                    object.properties().stream()
                            .map(Map.Entry::getValue)
                            .map(HistoryCalls::field)
                            .toList());
        }
        return csv.toString();
    }

    private static String field(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isNumber() || value.isBoolean()
                ? value.asText()
                : Csv.text(value.isTextual() ? value.textValue() : value.toString());
    }
}
