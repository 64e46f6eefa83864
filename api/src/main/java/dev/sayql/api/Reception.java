package dev.sayql.api;

import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.history.AuditEntry;
import dev.sayql.core.history.HistoryUnavailableException;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.team.Caller;
import dev.sayql.core.team.RateLimiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one pipeline that every call goes through: authenticate → limit → work once → call → audit. Turns everything
 * unexpected into a reply. Thread-safe.
 */
final class Reception {

    private static final Set<Integer> REFUSALS = Set.of(400, 401, 404, 413, 429);

    private final Entrance entrance;
    private final Once once;
    private final LookLimit looks = new LookLimit();
    private final Watchers watchers;
    private final Clock clock;

    Reception(Entrance entrance, Watchers watchers, Clock clock) {
        this.entrance = entrance;
        this.once = new Once(entrance.idempotency());
        this.watchers = watchers;
        this.clock = clock;
    }

    /** What a call of a team does. */
    @FunctionalInterface
    interface TeamCall {

        Reply reply(Visit visit);
    }

    /** What a call costs a team. */
    enum Cost {
        /** Only shows what is there. */
        LOOK,
        /** Does work: counts against the limit by the minute. */
        WORK
    }

    private sealed interface Admission {

        record In(Caller caller) implements Admission {}

        record Out(Reply reply) implements Admission {}
    }

    /** A reply, and whose key it was when it was anybody's. */
    private record Served(Reply reply, Optional<Caller> caller, Optional<String> adminKey) {

        static Served toNobody(Reply reply) {
            return new Served(reply, Optional.empty(), Optional.empty());
        }
    }

    /** A call that only shows what is there. */
    Route look(String method, String path, TeamCall call) {
        return team(method, path, false, visit -> limited(visit, Cost.LOOK, call));
    }

    /** A call that does work. */
    Route work(String method, String path, TeamCall call) {
        return team(method, path, false, visit -> limited(visit, Cost.WORK, call));
    }

    /** A call that does work, once for each Idempotency-Key. */
    Route workOnce(String method, String path, TeamCall call) {
        return team(method, path, false, visit -> limited(visit, Cost.WORK, onceEach(method + " " + path, call)));
    }

    /** The same, with steps that can be watched. */
    Route ask(String path, TeamCall call) {
        return team("POST", path, true, visit -> limited(visit, Cost.WORK, onceEach("POST " + path, call)));
    }

    /** A call of an administrator; the key's id is handed on. */
    Route administer(String method, String path, Function<Request, Reply> call) {
        return route(method, path, Route.For.ADMINISTRATORS, false, request -> administrator(request, call));
    }

    /** A call that needs no key. */
    Route open(String path, Supplier<Reply> call) {
        return route("GET", path, Route.For.EVERYBODY, false, request -> Served.toNobody(call.get()));
    }

    private TeamCall onceEach(String route, TeamCall call) {
        return visit -> once.reply(visit, route, () -> call.reply(visit));
    }

    private Route team(String method, String path, boolean watchable, TeamCall call) {
        return route(method, path, Route.For.TEAMS, watchable, request -> switch (admit(request)) {
            case Admission.Out(Reply reply) -> Served.toNobody(reply);
            case Admission.In(Caller caller) ->
                new Served(
                        guarded(() -> call.reply(new Visit(caller, request))), Optional.of(caller), Optional.empty());
        });
    }

    private Route route(
            String method, String path, Route.For door, boolean watchable, Function<Request, Served> serving) {
        return new Route(method, path, door, watchable, request -> {
            Instant at = clock.instant();
            long started = System.nanoTime();
            Served served = served(request, serving);
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            AuditEntry entry = entry(method, path, request, served, at, took);
            watchers.figures().replied(entry, isRefusal(served.reply()));
            watchers.accesses().called(entry);
            Reply reply = door == Route.For.EVERYBODY ? served.reply() : audited(entry, served.reply());
            return reply.withHeader("X-Request-Id", entry.request().toString());
        });
    }

    private Served served(Request request, Function<Request, Served> serving) {
        try {
            return serving.apply(request);
        } catch (RuntimeException | StackOverflowError unexpected) {
            return Served.toNobody(replyTo(unexpected));
        }
    }

    private static AuditEntry entry(
            String method, String path, Request request, Served served, Instant at, Duration took) {
        Reply reply = served.reply();
        return new AuditEntry(
                UUID.randomUUID(),
                at,
                served.caller().map(caller -> caller.team().id()),
                served.caller().map(Caller::keyId).or(served::adminKey),
                request.address(),
                method,
                path,
                reply.status(),
                took,
                reply.query(),
                reply.problem());
    }

    /** An unrecorded call of somebody who was let in is not answered; to others nothing is given anyway. */
    private Reply audited(AuditEntry entry, Reply reply) {
        try {
            if (isRefusal(reply)) {
                entrance.audit().recordSoon(entry);
            } else {
                entrance.audit().record(entry);
            }
            return reply;
        } catch (HistoryUnavailableException unavailable) {
            return reply.status() >= 400 ? reply : replyTo(unavailable);
        } catch (RuntimeException unexpected) {
            return watchers.outages().isOutage(unexpected) && reply.status() >= 400 ? reply : replyTo(unexpected);
        }
    }

    /** Refused before any work was begun, so that many of them must cost little. */
    static boolean isRefusal(Reply reply) {
        return reply.query().isEmpty() && REFUSALS.contains(reply.status());
    }

    private Admission admit(Request request) {
        Optional<Reply> blocked = blocked(request);
        if (blocked.isPresent()) {
            return new Admission.Out(blocked.get());
        }
        Optional<String> key = request.header("x-api-key");
        Optional<Caller> caller = key.flatMap(text -> entrance.keys().callerOf(text));
        return caller.<Admission>map(Admission.In::new)
                .orElseGet(() -> new Admission.Out(unauthenticated(request, key, "x-api-key")));
    }

    private Served administrator(Request request, Function<Request, Reply> call) {
        Optional<Reply> blocked = blocked(request);
        if (blocked.isPresent()) {
            return Served.toNobody(blocked.get());
        }
        Optional<String> key = request.header("x-admin-key");
        Optional<String> id = key.flatMap(text -> entrance.adminKeys().idOf(text));
        return id.isPresent()
                ? new Served(guarded(() -> call.apply(request)), Optional.empty(), id)
                : Served.toNobody(unauthenticated(request, key, "x-admin-key"));
    }

    private Optional<Reply> blocked(Request request) {
        return entrance.badKeys().blocked(request.address()).map(Reception::tooManyBadKeys);
    }

    private Reply unauthenticated(Request request, Optional<String> key, String header) {
        // No key is no guess.
        Optional<Duration> wait = key.flatMap(text -> entrance.badKeys().count(request.address()));
        return wait.map(Reception::tooManyBadKeys)
                .orElseGet(() -> ProblemDetails.of(
                                Kind.UNAUTHENTICATED, "Send a known API key in the header " + header + ".")
                        .reply());
    }

    private static Reply tooManyBadKeys(Duration wait) {
        return ProblemDetails.of(
                        Kind.TOO_MANY_BAD_KEYS, "Too many unknown keys came from this address; none is looked at now.")
                .replyAfter(wait);
    }

    private Reply limited(Visit visit, Cost cost, TeamCall call) {
        return switch (cost) {
            case LOOK -> looks.take(visit.team()).map(wait -> rateLimited(wait)).orElseGet(() -> call.reply(visit));
            case WORK ->
                switch (entrance.limiter().take(visit.team())) {
                    case RateLimiter.Taken.Granted granted ->
                        guarded(() -> call.reply(visit)).withHeaders(headers(granted));
                    case RateLimiter.Taken.Refused refused ->
                        rateLimited(refused.retryAfter()).withHeaders(headers(refused));
                };
        };
    }

    private static Reply rateLimited(Duration wait) {
        return ProblemDetails.of(
                        Kind.RATE_LIMITED, "This team sends more requests than its limit by the minute allows.")
                .replyAfter(wait);
    }

    private static Map<String, String> headers(RateLimiter.Taken taken) {
        long reset = taken.reset().plusMillis(999).toSeconds();
        return Map.of(
                "RateLimit-Limit", Integer.toString(taken.limit()),
                "RateLimit-Remaining", Integer.toString(taken.remaining()),
                "RateLimit-Reset", Long.toString(reset));
    }

    /** What comes of this, a failure too. */
    Reply guarded(Supplier<Reply> call) {
        try {
            return call.get();
        } catch (RuntimeException | StackOverflowError unexpected) {
            return replyTo(unexpected);
        }
    }

    /** The reply to a failure; what is our fault is logged with its id. */
    Reply replyTo(Throwable failure) {
        return switch (failure) {
            case HistoryUnavailableException unavailable ->
                ProblemDetails.of(Kind.HISTORY_UNAVAILABLE, String.valueOf(unavailable.getMessage()))
                        .reply();
            case SourceUnavailableException unavailable -> ofSource(unavailable);
            case Throwable outage
            when watchers.outages().isOutage(outage) -> {
                watchers.failures().failed(Door.newErrorId(), outage);
                yield ProblemDetails.of(Kind.UNAVAILABLE, "Our own database cannot be used now. Try again in a moment.")
                        .reply();
            }
            default -> {
                String errorId = Door.newErrorId();
                watchers.failures().failed(errorId, failure);
                yield ProblemDetails.of(Kind.INTERNAL, Sentences.internal(errorId))
                        .withErrorId(errorId)
                        .reply();
            }
        };
    }

    private static Reply ofSource(SourceUnavailableException unavailable) {
        Kind kind = unavailable.reason().isRefusal() ? Kind.FORBIDDEN : Kind.UNAVAILABLE;
        return ProblemDetails.of(kind, unavailable.sentence()).reply();
    }

    /** A problem for every field of a list; empty when there is none. */
    static Optional<Reply> wrong(List<ProblemDetails.FieldProblem> problems) {
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(ProblemDetails.fields(problems).reply());
    }
}
