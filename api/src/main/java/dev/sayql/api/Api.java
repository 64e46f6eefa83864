package dev.sayql.api;

import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.answer.Answer;
import dev.sayql.core.answering.Progress;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.history.History;
import dev.sayql.core.history.HistoryUnavailableException;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The service's interface without a web server: every route, and the one pipeline all calls go through, authenticate →
 * call. Never throws; an unexpected failure is a problem with an error id. Thread-safe.
 */
public final class Api {

    /** The largest body of a request, in bytes. */
    public static final int MOST_BODY_BYTES = 64 * 1024;

    private final Authentication authentication;
    private final Door door;
    private final History history;
    private final Readiness readiness;
    private final FailureLog failures;
    private final Questions questions;
    private final Clock clock;

    public Api(
            Authentication authentication,
            Door door,
            History history,
            Readiness readiness,
            FailureLog failures,
            SourceId defaultSource,
            Clock clock) {
        this.authentication = authentication;
        this.door = door;
        this.history = history;
        this.readiness = readiness;
        this.failures = failures;
        this.questions = new Questions(defaultSource, clock);
        this.clock = clock;
    }

    /** Every route there is. */
    public List<Route> routes() {
        return List.of(
                forTeams("POST", "/query/generate", this::generate),
                forTeams("GET", "/query/{id}", this::exchange),
                open("GET", "/health/live", request -> Reply.json(200, Map.of("status", "live"))),
                open("GET", "/health/ready", request -> ready()),
                open("GET", "/openapi.yaml", request -> openApi()));
    }

    /** No route has this path. */
    public static Reply notFound() {
        return ProblemDetails.of(Kind.NOT_FOUND, "There is nothing here.").reply();
    }

    /** A route has this path, with another method. */
    public static Reply methodNotAllowed(List<String> allowed) {
        return ProblemDetails.of(Kind.METHOD_NOT_ALLOWED, "Allowed here: " + String.join(", ", allowed) + ".")
                .reply()
                .withHeaders(Map.of("Allow", String.join(", ", allowed)));
    }

    /** The body is larger than {@link #MOST_BODY_BYTES}. */
    public static Reply tooLarge() {
        return ProblemDetails.of(Kind.TOO_LARGE, "A request body has at most 64 KB.")
                .reply();
    }

    /** The Host header is not one this server goes by. */
    public static Reply misdirected() {
        return ProblemDetails.of(Kind.MISDIRECTED, "This server does not go by the name in the Host header.")
                .reply();
    }

    /** The server is about to stop. */
    public static Reply stopping() {
        return ProblemDetails.of(Kind.STOPPING, "The server is stopping. Try again in a moment.")
                .reply();
    }

    /** The request could not even be read. */
    public static Reply malformed(String detail) {
        return ProblemDetails.of(Kind.MALFORMED, detail).reply();
    }

    /** Something unexpected happened; logs it. */
    public Reply failed(Throwable cause) {
        String errorId = Door.newErrorId();
        failures.failed(errorId, cause);
        return ProblemDetails.of(Kind.INTERNAL, Sentences.internal(errorId))
                .withErrorId(errorId)
                .reply();
    }

    private interface TeamEndpoint {

        Reply reply(TeamId team, Request request);
    }

    private Route forTeams(String method, String path, TeamEndpoint endpoint) {
        return new Route(method, path, false, request -> guarded(() -> authenticated(request, endpoint)));
    }

    private Route open(String method, String path, Route.Endpoint endpoint) {
        return new Route(method, path, true, request -> guarded(() -> endpoint.reply(request)));
    }

    private interface Call {

        Reply reply();
    }

    private Reply guarded(Call call) {
        try {
            return call.reply();
        } catch (HistoryUnavailableException unavailable) {
            return ProblemDetails.of(Kind.HISTORY_UNAVAILABLE, String.valueOf(unavailable.getMessage()))
                    .reply();
        } catch (RuntimeException | StackOverflowError unexpected) {
            return failed(unexpected);
        }
    }

    private Reply authenticated(Request request, TeamEndpoint endpoint) {
        Optional<TeamId> team = request.apiKey().flatMap(authentication::teamOf);
        if (team.isEmpty()) {
            return ProblemDetails.of(Kind.UNAUTHENTICATED, "Send a known API key in the header x-api-key.")
                    .reply();
        }
        return endpoint.reply(team.get(), request);
    }

    private Reply generate(TeamId team, Request request) {
        return switch (questions.read(team, request.body())) {
            case Questions.Reading.Good(Question question) -> ask(question);
            case Questions.Reading.NotAnObject() -> malformed("The body must be one JSON object.");
            case Questions.Reading.Wrong(List<FieldProblem> problems) ->
                ProblemDetails.fields(problems).reply();
        };
    }

    private Reply ask(Question question) {
        Instant started = clock.instant();
        Answer answer = door.ask(question, Progress.silent(), Cancellation.never());
        return Replies.of(question, answer, Duration.between(started, clock.instant()));
    }

    private Reply exchange(TeamId team, Request request) {
        return QueryId.parse(request.pathParameter("id"))
                .flatMap(id -> history.find(team, id))
                .map(recorded -> Reply.json(200, ExchangeObject.of(recorded)))
                .orElseGet(() -> ProblemDetails.of(Kind.NOT_FOUND, "There is no such query.")
                        .reply());
    }

    private Reply ready() {
        Map<String, Boolean> parts = readiness.parts();
        boolean all = parts.values().stream().allMatch(works -> works);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", all ? "ready" : "not_ready");
        Map<String, String> states = new LinkedHashMap<>();
        parts.forEach((part, works) -> states.put(part, works ? "up" : "down"));
        body.put("parts", states);
        return Reply.json(all ? 200 : 503, body).withHeaders(all ? Map.of() : Map.of("Retry-After", "5"));
    }

    private static Reply openApi() {
        try (InputStream file = Api.class.getResourceAsStream("openapi.yaml")) {
            if (file == null) {
                throw new IllegalStateException("openapi.yaml is not packed");
            }
            return new Reply(
                    200,
                    "application/yaml",
                    new String(file.readAllBytes(), StandardCharsets.UTF_8),
                    Map.of(),
                    Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
