package dev.sayql.api;

import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.answering.Refining;
import dev.sayql.core.connection.CheckedSql;
import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.team.Keys;
import dev.sayql.core.team.ModelPolicies;
import dev.sayql.core.team.Teams;
import dev.sayql.core.team.WorkBoard;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The service's interface without a web server: every route, and the one pipeline all calls go through, authenticate →
 * limit → work once → call → audit. Never throws; an unexpected failure is a problem with an error id. Thread-safe.
 */
public final class Api {

    /** The largest body of a request, in bytes. */
    public static final int MOST_BODY_BYTES = 1_000_000;

    private static final Duration TURN_PATIENCE = Duration.ofSeconds(2);

    private final Reception reception;
    private final Underway underway;
    private final List<Route> routes;

    /**
     * What questions are asked of and answered with.
     *
     * @param board shows what is worked on to other servers
     * @param readiness says which parts work now
     */
    public record Answers(
            Door door,
            Refining refining,
            SourceDesk sources,
            CheckedSql checked,
            Records records,
            WorkBoard board,
            Readiness readiness) {}

    /**
     * What administrators work with.
     *
     * @param environment what new keys say they are for: dev, prod
     */
    public record Administration(Teams teams, Keys keys, ModelPolicies policies, String environment) {}

    public Api(Entrance entrance, Answers answers, Administration administration, Watchers watchers, Clock clock) {
        reception = new Reception(entrance, watchers, clock);
        underway = new Underway(answers.board(), watchers);
        Turns turns = new Turns(TURN_PATIENCE);
        watchers.figures().gauge("sayql_questions_running", "Questions that are worked on now.", turns::running);
        watchers.figures().gauge("sayql_questions_waiting", "Questions that wait for their turn.", turns::waiting);
        Allowance allowance = new Allowance(entrance.quota(), turns, watchers.figures(), clock);
        routes = Stream.of(
                        asking(answers, allowance, clock),
                        keeping(answers, allowance, clock),
                        new MetricsCalls(answers.records(), entrance.quota(), administration.policies(), clock)
                                .routes(reception),
                        new AdminCalls(
                                        administration.teams(),
                                        administration.keys(),
                                        administration.environment(),
                                        clock)
                                .routes(reception),
                        new ModelPolicyCalls(administration.teams(), administration.policies()).routes(reception),
                        new OperationCalls(answers.readiness(), watchers.figures()).routes(reception))
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> asking(Answers answers, Allowance allowance, Clock clock) {
        Records records = answers.records();
        Questions questions = new Questions(answers.sources(), clock);
        QuestionCalls asking =
                new QuestionCalls(answers.door(), answers.refining(), questions, allowance, underway, reception, clock);
        return Stream.of(
                        asking.routes(),
                        new WorkCalls(underway, records.history()).routes(reception),
                        new HistoryCalls(records).routes(reception),
                        new ExportCalls(records.history(), answers.door(), asking, clock).routes(reception),
                        new SuggestCalls(answers.sources(), records, clock).routes(reception),
                        new EgressCalls(records.egress()).routes(reception),
                        new CacheCalls(records.answers()).routes(reception))
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> keeping(Answers answers, Allowance allowance, Clock clock) {
        Records records = answers.records();
        SourceDesk sources = answers.sources();
        Vouching vouching = new Vouching(sources, answers.checked(), records.verified(), clock);
        return Stream.of(
                        new SourceCalls(sources).routes(reception),
                        new UploadCalls(sources, underway, allowance, reception).routes(),
                        new SchemaCalls(sources).routes(reception),
                        new SemanticsCalls(sources, records.history(), answers.door(), allowance, clock)
                                .routes(reception),
                        new PolicyCalls(sources).routes(reception),
                        new FeedbackCalls(records, vouching).routes(reception),
                        new VerifiedCalls(records.verified(), records.history(), sources, vouching).routes(reception),
                        new TestCalls(records.tests(), sources, vouching, clock).routes(reception),
                        new TestRunCalls(records.tests(), sources, answers.checked(), answers.door(), allowance, clock)
                                .routes(reception))
                .flatMap(List::stream)
                .toList();
    }

    /** Every route there is. */
    public List<Route> routes() {
        return routes;
    }

    /** Waits until questions that nobody waits for have ended, so long at most. */
    public void drain(Duration patience) {
        underway.drain(patience);
    }

    /** No route has this path. */
    public static Reply notFound() {
        return ProblemDetails.of(Kind.NOT_FOUND, "There is nothing here.").reply();
    }

    /** A route has this path, with another method. */
    public static Reply methodNotAllowed(List<String> allowed) {
        return ProblemDetails.of(Kind.METHOD_NOT_ALLOWED, "Allowed here: " + String.join(", ", allowed) + ".")
                .reply()
                .withHeader("Allow", String.join(", ", allowed));
    }

    /** The body is larger than {@link #MOST_BODY_BYTES}. */
    public static Reply tooLarge() {
        return ProblemDetails.of(Kind.TOO_LARGE, "A request body has at most 1 MB.")
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
        return reception.replyTo(cause);
    }
}
