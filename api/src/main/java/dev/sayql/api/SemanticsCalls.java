package dev.sayql.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.answering.Progress;
import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.history.History;
import dev.sayql.core.history.Recorded;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What words mean in a source. Thread-safe. */
final class SemanticsCalls {

    private static final int LONGEST_PHRASE = 200;

    private final SourceDesk sources;
    private final Teaching teaching;
    private final History history;
    private final Door door;
    private final Allowance allowance;
    private final Clock clock;

    SemanticsCalls(SourceDesk sources, History history, Door door, Allowance allowance, Clock clock) {
        this.sources = sources;
        this.teaching = new Teaching(sources);
        this.history = history;
        this.door = door;
        this.allowance = allowance;
        this.clock = clock;
    }

    List<Route> routes(Reception reception) {
        return List.of(
                reception.look("GET", "/sources/{id}/semantics", visit -> of(visit, this::show)),
                reception.work("PUT", "/sources/{id}/semantics", visit -> of(visit, source -> replace(visit, source))),
                reception.work("POST", "/sources/{id}/semantics/undo", visit -> of(visit, this::takeBack)),
                reception.work("POST", "/semantics/teach", this::teach));
    }

    private Reply of(Visit visit, Function<Source, Reply> call) {
        return Ids.source(visit.request().pathParameter("id"))
                .flatMap(id -> sources.find(visit.teamId(), id))
                .map(call)
                .orElseGet(SourceCalls::unknownSource);
    }

    private Reply show(Source source) {
        return Reply.json(200, taught(source));
    }

    private SemanticsObject.Taught taught(Source source) {
        var semantics = sources.context(source).semantics();
        return SemanticsObject.of(semantics).taught(source.id().value(), semantics.version());
    }

    private Reply replace(Visit visit, Source source) {
        Optional<JsonNode> body = Json.read(visit.request().body()).filter(JsonNode::isObject);
        if (body.isEmpty()) {
            return Api.malformed("The body must be one JSON object.");
        }
        return switch (sources.teach(source, Json.write(body.get()))) {
            case SourceDesk.Taught.Stored _ -> show(source);
            case SourceDesk.Taught.Faulty(List<String> problems) -> faulty(problems, "");
        };
    }

    private Reply takeBack(Source source) {
        return sources.takeBack(source)
                ? show(source)
                : ProblemDetails.of(Kind.NOT_FOUND, "Nothing was taught about this source that could be taken back.")
                        .reply();
    }

    private static Reply faulty(List<String> problems, String field) {
        return ProblemDetails.fields(problems.stream()
                        .map(problem -> fieldProblem(field, problem))
                        .toList())
                .reply();
    }

    /** Problems come as {@code place: what}. */
    private static FieldProblem fieldProblem(String prefix, String problem) {
        int colon = problem.indexOf(": ");
        String place = colon < 0 ? "body" : problem.substring(0, colon);
        return new FieldProblem(prefix.isEmpty() ? place : prefix, problem);
    }

    /** What a call teaches. */
    private record Lesson(Teaching.Kind kind, JsonNode one) {}

    private Reply teach(Visit visit) {
        Optional<Fields> parsed = Fields.of(visit.request().body());
        if (parsed.isEmpty()) {
            return Api.malformed("The body must be one JSON object.");
        }
        Fields fields = parsed.get();
        Optional<SourceId> named = Questions.source(fields);
        Optional<Lesson> term = named(fields, "term", "phrase").map(one -> new Lesson(Teaching.Kind.TERM, one));
        Optional<Lesson> metric = named(fields, "metric", "name").map(one -> new Lesson(Teaching.Kind.METRIC, one));
        if (fields.has("term") == fields.has("metric")) {
            fields.wrong("term", "Exactly one of term and metric is required.");
        }
        Optional<QueryId> failed = fields.optionalId("query_id").map(QueryId::new);
        List<FieldProblem> problems = fields.problems();
        if (!problems.isEmpty()) {
            return ProblemDetails.fields(problems).reply();
        }
        Lesson lesson = term.or(() -> metric).orElseThrow();
        return failed.isPresent()
                ? fromQuestion(visit, lesson, named, failed.get())
                : teach(visit, lesson, named.or(() -> sources.usual(visit.teamId())));
    }

    private static Optional<JsonNode> named(Fields fields, String field, String name) {
        Optional<JsonNode> object = fields.json(field);
        boolean good = object.filter(JsonNode::isObject)
                .map(one -> one.path(name))
                .filter(text -> text.isTextual()
                        && !text.textValue().isBlank()
                        && text.textValue().length() <= LONGEST_PHRASE
                        && Fields.isPlain(text.textValue()))
                .isPresent();
        return object.isEmpty() || good
                ? object
                : fields.wrong(field, field + " must be an object with a " + name + " of 1 to 200 characters.");
    }

    private Reply teach(Visit visit, Lesson lesson, Optional<SourceId> id) {
        if (id.isEmpty()) {
            return QuestionCalls.noSource();
        }
        return sources.find(visit.teamId(), id.get())
                .map(source -> teach(source, lesson, () -> show(source)))
                .orElseGet(SourceCalls::unknownSource);
    }

    private Reply teach(Source source, Lesson lesson, Supplier<Reply> then) {
        return switch (teaching.add(source, lesson.kind(), lesson.one())) {
            case SourceDesk.Taught.Stored _ -> then.get();
            case SourceDesk.Taught.Faulty(List<String> problems) ->
                faulty(problems, lesson.kind() == Teaching.Kind.TERM ? "term" : "metric");
        };
    }

    /** Teaches what a question was missing, and asks it again. */
    private Reply fromQuestion(Visit visit, Lesson lesson, Optional<SourceId> named, QueryId id) {
        Optional<Recorded> found = history.find(visit.teamId(), id);
        if (found.isEmpty()) {
            return HistoryCalls.unknownQuery();
        }
        Recorded asked = found.get();
        if (asked.refinement().isPresent()) {
            return wrong("query_id", "query_id must be a question of its own: a follow-up is not asked again.");
        }
        if (named.filter(source -> !source.equals(asked.source())).isPresent()) {
            return wrong("source", "source must be left out, or be the source that was asked.");
        }
        return sources.find(visit.teamId(), asked.source())
                .map(source -> teach(source, lesson, () -> withAnswer(visit, source, asked)))
                .orElseGet(SourceCalls::unknownSource);
    }

    private static Reply wrong(String field, String sentence) {
        return ProblemDetails.fields(List.of(new FieldProblem(field, sentence))).reply();
    }

    /** What is taught now, and what the question gives: an answer object, or the problem why it was not asked. */
    private Reply withAnswer(Visit visit, Source source, Recorded asked) {
        Reply again = allowance.count(visit).orElseGet(() -> allowance.inTurn(visit, () -> ask(visit, asked)));
        ObjectNode body = (ObjectNode) Json.tree(taught(source));
        body.set("answer", Json.read(again.body()).orElseThrow());
        return Reply.json(200, body);
    }

    private Reply ask(Visit visit, Recorded asked) {
        Instant started = clock.instant();
        Question question = new Question(
                Questions.newId(),
                visit.teamId(),
                asked.source(),
                asked.question(),
                asked.tables(),
                true,
                asked.maxRows(),
                started);
        Exchange exchange =
                door.ask(question, Progress.silent(), visit.request().cancellation());
        allowance.answered(exchange.answer());
        return Replies.of(exchange, Duration.between(started, clock.instant()));
    }
}
