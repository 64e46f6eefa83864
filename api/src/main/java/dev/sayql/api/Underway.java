package dev.sayql.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.core.answering.Progress;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.schema.InspectionProgress;
import dev.sayql.core.team.Idempotency;
import dev.sayql.core.team.TeamId;
import dev.sayql.core.team.WorkBoard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What this process works on, so that teams can look after it and take it back; and for five minutes the replies to what was not
 * waited for. What a caller may know the id of before its end stands on the board too, for the other servers. Thread-safe.
 */
final class Underway {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final WorkBoard board;
    private final BoardReports reports;
    private final Watchers watchers;
    private final ConcurrentMap<UUID, Work> works = new ConcurrentHashMap<>();

    Underway(WorkBoard board, Watchers watchers) {
        this.board = board;
        this.reports = new BoardReports(board, watchers);
        this.watchers = watchers;
    }

    /** How far work has come. */
    enum State {
        WAITING,
        RUNNING,
        STOPPING,
        ENDED,
        /** The server that worked on it has not been heard of for a while. */
        LOST
    }

    /**
     * A step and when it was reached, since the call came in.
     *
     * @param rows so many things were read in this step by now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reached(String step, @Nullable Integer rows, long atMs) {}

    /** How far a piece of work has come, wherever it is worked on. */
    record Sight(UUID id, State state, List<Reached> steps, Optional<JsonNode> reply) {}

    /** One piece of work, or what is left of it. Thread-safe. */
    final class Work implements Progress, InspectionProgress {

        private final TeamId team;
        private final WorkBoard.Kind kind;
        private final UUID id;
        private final boolean kept;
        private final boolean posted;
        private final Cancellation cancellation;
        private final Onlooker onlooker;
        private final long begun = System.nanoTime();
        private final List<Reached> steps = new ArrayList<>();
        private State state = State.WAITING;
        private @Nullable Reply reply;
        private long ended;

        private Work(Visit visit, WorkBoard.Kind kind, UUID id, boolean kept) {
            this.team = visit.teamId();
            this.kind = kind;
            this.id = id;
            this.kept = kept;
            this.onlooker = visit.request().onlooker();
            this.posted = kept || onlooker.watches();
            // Whoever does not wait is not gone when the connection is.
            this.cancellation = kept ? Cancellation.never() : visit.request().cancellation();
        }

        UUID id() {
            return id;
        }

        Cancellation cancellation() {
            return cancellation;
        }

        synchronized State state() {
            return state;
        }

        synchronized Sight sight() {
            return new Sight(
                    id,
                    state,
                    List.copyOf(steps),
                    Optional.ofNullable(reply).flatMap(known -> Json.read(known.body())));
        }

        synchronized WorkBoard.Report report() {
            return new WorkBoard.Report(AnswerObjects.id(state), Json.write(steps));
        }

        /** Its turn has come. */
        void run() {
            synchronized (this) {
                state = state == State.WAITING ? State.RUNNING : state;
            }
            onlooker.begun(Json.write(Map.of(kind == WorkBoard.Kind.UPLOAD ? "upload_id" : "query_id", id)));
        }

        @Override
        public void reached(Progress.Step step) {
            add(new Reached(AnswerObjects.id(step), null, sinceBegun()));
        }

        @Override
        public void reached(InspectionProgress.Step step, int rows) {
            add(new Reached(AnswerObjects.id(step), rows, sinceBegun()));
        }

        private long sinceBegun() {
            return (System.nanoTime() - begun) / 1_000_000;
        }

        /** A step that is told again stays where it is; what is no news is told to nobody. */
        private void add(Reached reached) {
            synchronized (this) {
                int known = steps.stream().map(Reached::step).toList().indexOf(reached.step());
                if (known >= 0 && !isMore(reached, steps.get(known))) {
                    return;
                }
                if (known >= 0) {
                    steps.set(known, reached);
                } else {
                    steps.add(reached);
                }
            }
            onlooker.reached(Json.write(reached));
        }

        private static boolean isMore(Reached reached, Reached known) {
            return reached.rows() != null && known.rows() != null && reached.rows() > known.rows();
        }

        /** Takes it back. */
        void stop() {
            synchronized (this) {
                state = state == State.ENDED ? state : State.STOPPING;
            }
            cancellation.request();
        }

        /** It is over. */
        void end(Reply how) {
            synchronized (this) {
                state = State.ENDED;
                reply = kept ? how : null;
                ended = System.nanoTime();
            }
            if (!kept) {
                works.remove(id, this);
            }
            if (posted) {
                reports.leave(id);
                takeDown(how);
            }
        }

        /** The work is done and recorded: that the board cannot be told so takes nothing from its reply. */
        private void takeDown(Reply how) {
            try {
                // Whoever left does not know how it ended; that it was taken back is all there is to know.
                boolean told = kept || ProblemDetails.is(how, ProblemDetails.Kind.CANCELLED);
                board.end(team, id, report(), told ? Optional.of(onTheBoard(how)) : Optional.empty());
            } catch (RuntimeException failure) {
                watchers.failures().failed(Door.newErrorId(), failure);
            }
        }

        private synchronized boolean isStale() {
            return state == State.ENDED && System.nanoTime() - ended > KEPT.toNanos();
        }
    }

    private static Idempotency.Reply onTheBoard(Reply reply) {
        return new Idempotency.Reply(reply.status(), reply.contentType(), reply.headers(), reply.body());
    }

    /**
     * Works and replies, or replies at once that it has begun when the caller does not want to wait.
     *
     * @param path where to look after it
     * @param working must not throw
     */
    Reply work(Visit visit, WorkBoard.Kind kind, UUID id, String path, Function<Work, Reply> working) {
        boolean kept = wantsNotToWait(visit.request());
        Work work = begin(visit, kind, id, kept);
        if (!kept) {
            return worked(work, working);
        }
        Thread.ofVirtual().name("detached").start(() -> worked(work, working));
        return Reply.json(202, WorkCalls.shown(kind, work.sight()))
                .withHeader("Location", path)
                .withHeader("Preference-Applied", "respond-async");
    }

    private static Reply worked(Work work, Function<Work, Reply> working) {
        Reply reply = working.apply(work);
        work.end(reply);
        return reply;
    }

    private static boolean wantsNotToWait(Request request) {
        return Stream.of(request.header("prefer").orElse("").split("[,;]"))
                .anyMatch(preference ->
                        preference.strip().toLowerCase(Locale.ROOT).equals("respond-async"));
    }

    private Work begin(Visit visit, WorkBoard.Kind kind, UUID id, boolean kept) {
        works.values().removeIf(Work::isStale);
        Work work = new Work(visit, kind, id, kept);
        if (work.posted) {
            board.post(work.team, kind, id);
        }
        works.put(id, work);
        if (work.posted) {
            reports.join(work);
        }
        return work;
    }

    /** Work of this team, here or on another server; another team's is as unknown as one that does not exist. */
    Optional<Sight> find(TeamId team, WorkBoard.Kind kind, UUID id) {
        return here(team, kind, id)
                .map(Work::sight)
                .or(() -> board.find(team, kind, id).map(posted -> sight(id, posted)));
    }

    /** Takes work back, wherever it is worked on; empty when there is none or it has ended. */
    Optional<Sight> stop(TeamId team, WorkBoard.Kind kind, UUID id) {
        Optional<Work> running = here(team, kind, id);
        if (running.isPresent()) {
            Sight before = running.get().sight();
            running.get().stop();
            // It may be over before it is looked at again; it was this call that ended it all the same.
            return before.state() == State.ENDED
                    ? Optional.empty()
                    : Optional.of(new Sight(id, State.STOPPING, before.steps(), Optional.empty()));
        }
        return board.askToStop(team, kind, id)
                ? board.find(team, kind, id)
                        .map(posted -> sight(id, posted))
                        .map(sight -> new Sight(id, State.STOPPING, sight.steps(), sight.reply()))
                : Optional.empty();
    }

    private Optional<Work> here(TeamId team, WorkBoard.Kind kind, UUID id) {
        return Optional.ofNullable(works.get(id)).filter(work -> work.team.equals(team) && work.kind == kind);
    }

    private static Sight sight(UUID id, WorkBoard.Posted posted) {
        List<Reached> steps = new ArrayList<>();
        Json.read(posted.report().steps())
                .ifPresent(list -> list.forEach(step -> steps.add(new Reached(
                        step.path("step").asText(),
                        step.has("rows") ? (Integer) step.get("rows").intValue() : null,
                        step.path("at_ms").longValue()))));
        State state = posted.lost()
                ? State.LOST
                : AnswerObjects.constant(State.class, posted.report().state());
        return new Sight(id, state, steps, posted.reply().flatMap(reply -> Json.read(reply.body())));
    }

    /** Waits until everything has ended, so long at most. */
    void drain(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        try {
            while (works.values().stream().anyMatch(work -> work.state() != State.ENDED) && System.nanoTime() < until) {
                Thread.sleep(20);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
