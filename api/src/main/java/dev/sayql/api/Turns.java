package dev.sayql.api;

import dev.sayql.core.team.Team;
import dev.sayql.core.team.TeamId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets at most so many of a team's questions be worked on at one time in this process, and so many wait, in the order they
 * came, for two seconds at most: one team cannot take the machine from the others. Thread-safe.
 */
final class Turns {

    private final Duration patience;
    private final Map<TeamId, Line> lines = new HashMap<>();
    private long tickets;

    private static final class Line {

        private int running;
        private final Deque<Long> waiting = new ArrayDeque<>();
    }

    Turns(Duration patience) {
        this.patience = patience;
    }

    /** How asking for a turn ended. */
    sealed interface Turn {

        /** It is ours until it is closed. */
        record Ours(Runnable giveBack) implements Turn, AutoCloseable {

            @Override
            public void close() {
                giveBack.run();
            }
        }

        /** As many wait as may. */
        record TooManyWait() implements Turn {}

        /** None came in time. */
        record NoneInTime() implements Turn {}
    }

    synchronized Turn take(Team team) {
        Line line = lines.computeIfAbsent(team.id(), id -> new Line());
        int most = team.limits().running();
        if (line.running < most && line.waiting.isEmpty()) {
            return begin(team.id(), line);
        }
        if (line.waiting.size() >= team.limits().queued()) {
            return new Turn.TooManyWait();
        }
        Long ticket = ++tickets;
        line.waiting.addLast(ticket);
        try {
            long until = System.nanoTime() + patience.toNanos();
            long left = patience.toMillis();
            while ((line.running >= most || !ticket.equals(line.waiting.peekFirst())) && left > 0) {
                wait(left);
                left = (until - System.nanoTime()) / 1_000_000;
            }
            boolean ours = line.running < most && ticket.equals(line.waiting.peekFirst());
            return ours ? begin(team.id(), line) : new Turn.NoneInTime();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Turn.NoneInTime();
        } finally {
            line.waiting.remove(ticket);
            notifyAll();
        }
    }

    private Turn begin(TeamId team, Line line) {
        line.running++;
        return new Turn.Ours(() -> end(team, line));
    }

    private synchronized void end(TeamId team, Line line) {
        line.running--;
        if (line.running == 0 && line.waiting.isEmpty()) {
            lines.remove(team, line);
        }
        notifyAll();
    }

    /** How many questions of all teams are worked on now. */
    synchronized int running() {
        return lines.values().stream().mapToInt(line -> line.running).sum();
    }

    /** How many questions of all teams wait now. */
    synchronized int waiting() {
        return lines.values().stream().mapToInt(line -> line.waiting.size()).sum();
    }
}
