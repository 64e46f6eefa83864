package dev.sayql.core.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A request to stop, made by whoever asked, obeyed by whoever works. Thread-safe. */
public final class Cancellation {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean requested;

    /** A cancellation that nobody will request. */
    public static Cancellation never() {
        return new Cancellation();
    }

    /** Asks the work to stop; runs what was registered. Further calls do nothing. */
    public void request() {
        List<Runnable> due;
        synchronized (this) {
            requested = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    public synchronized boolean isRequested() {
        return requested;
    }

    /** Runs the action at the request, at once when it was made already. Close the registration when the work ends. */
    public Registration onRequest(Runnable action) {
        boolean now;
        synchronized (this) {
            now = requested;
            if (!now) {
                actions.add(action);
            }
        }
        if (now) {
            action.run();
        }
        return () -> {
            synchronized (this) {
                actions.remove(action);
            }
        };
    }

    /** Waits for what somebody else brings; empty when this is requested before. A failure of theirs is thrown. */
    public <T> Optional<T> await(CompletableFuture<T> others) {
        CompletableFuture<Void> requested = new CompletableFuture<>();
        try (Registration _ = onRequest(() -> requested.complete(null))) {
            CompletableFuture.anyOf(others, requested).join();
        }
        return others.isDone() ? Optional.of(others.join()) : Optional.empty();
    }

    /** Takes an action back. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
