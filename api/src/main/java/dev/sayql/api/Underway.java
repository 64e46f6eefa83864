package dev.sayql.api;

import dev.sayql.core.answering.Progress;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.team.TeamId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The questions that this process works on, so that their teams can look after them and take them back; and for five
 * minutes the replies to those that were not waited for. Thread-safe.
 */
final class Underway {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final ConcurrentMap<QueryId, Work> works = new ConcurrentHashMap<>();

    /** How far a question has come. */
    enum State {
        WAITING,
        RUNNING,
        STOPPING,
        ENDED
    }

    /** A step and when it was reached, since the question came in. */
    record Reached(String step, long atMs) {}

    /** One question that is worked on, or was until a moment ago. Thread-safe. */
    final class Work implements Progress {

        private final TeamId team;
        private final QueryId id;
        private final boolean kept;
        private final Cancellation cancellation;
        private final Onlooker onlooker;
        private final long begun = System.nanoTime();
        private final List<Reached> steps = new ArrayList<>();
        private State state = State.WAITING;
        private @Nullable Reply reply;
        private long ended;

        private Work(Visit visit, QueryId id, boolean kept, Cancellation cancellation) {
            this.team = visit.teamId();
            this.id = id;
            this.kept = kept;
            this.cancellation = cancellation;
            this.onlooker = visit.request().onlooker();
        }

        QueryId id() {
            return id;
        }

        Cancellation cancellation() {
            return cancellation;
        }

        synchronized State state() {
            return state;
        }

        synchronized List<Reached> steps() {
            return List.copyOf(steps);
        }

        /** What the question brought, when it has ended and was not waited for. */
        synchronized Optional<Reply> reply() {
            return Optional.ofNullable(reply);
        }

        /** Its turn has come. */
        void run() {
            synchronized (this) {
                state = state == State.WAITING ? State.RUNNING : state;
            }
            onlooker.begun(id.toString());
        }

        @Override
        public void reached(Step step) {
            Reached reached = new Reached(AnswerObjects.id(step), (System.nanoTime() - begun) / 1_000_000);
            synchronized (this) {
                steps.add(reached);
            }
            onlooker.reached(reached.step(), reached.atMs());
        }

        /** Takes the question back. */
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
        }

        private synchronized boolean isStale() {
            return state == State.ENDED && System.nanoTime() - ended > KEPT.toNanos();
        }
    }

    /** Begins to look after a question; {@link Work#end} must follow. */
    Work begin(Visit visit, QueryId id, boolean kept) {
        works.values().removeIf(Work::isStale);
        // Whoever does not wait is not gone when the connection is.
        Cancellation cancellation =
                kept ? Cancellation.never() : visit.request().cancellation();
        Work work = new Work(visit, id, kept, cancellation);
        works.put(id, work);
        return work;
    }

    /** A question of this team; another team's is as unknown as one that does not exist. */
    Optional<Work> find(TeamId team, QueryId id) {
        return Optional.ofNullable(works.get(id)).filter(work -> work.team.equals(team));
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
