package dev.sayql.sql;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A small pool of parser instances, each used by one thread at a time. Threads and instances are made when first needed. An
 * instance that ended in anything but an answer, or grew large, is thrown away.
 *
 * <p>Thread-safe.
 */
final class PgParser implements AutoCloseable {

    private static final int WAITING = 256;
    /** PostgreSQL's parser recurses over nested syntax, so its threads have room to spare. */
    private static final long STACK_BYTES = 16L << 20;

    private final Duration deadline;
    private final LinkedBlockingDeque<PgInstance> idle = new LinkedBlockingDeque<>();
    private final ThreadPoolExecutor threads;

    PgParser(int parallel, Duration deadline) {
        this.deadline = deadline;
        BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(WAITING);
        this.threads = new ThreadPoolExecutor(parallel, parallel, 30, TimeUnit.SECONDS, waiting, task -> {
            Thread thread = new Thread(null, task, "sayql-sql-parser", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Does work that needs an instance, on a thread of the pool.
     *
     * @throws Refusal PARSER_BUSY when it did not end in time, or any that the work throws
     */
    <T> T with(Function<PgInstance, T> work) {
        Future<T> answer;
        try {
            answer = threads.submit(() -> workHere(work));
        } catch (RejectedExecutionException _) {
            throw busy("too many statements are waiting");
        }
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            answer.cancel(true);
            throw busy("no answer within " + deadline.toMillis() + " ms");
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw busy("interrupted");
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case StackOverflowError _ -> new Refusal(RejectionCode.TOO_LARGE, "the statement is nested too deeply");
                case Refusal refusal -> refusal;
                case null, default -> new IllegalStateException("the parser failed", e.getCause());
            };
        }
    }

    private <T> T workHere(Function<PgInstance, T> work) {
        @Nullable PgInstance known = idle.pollFirst();
        PgInstance instance = known == null ? new PgInstance() : known;
        try {
            return work.apply(instance);
        } finally {
            if (!Thread.currentThread().isInterrupted() && instance.isReusable()) {
                idle.addFirst(instance);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        idle.clear();
    }

    private static Refusal busy(String detail) {
        return new Refusal(RejectionCode.PARSER_BUSY, detail);
    }
}
