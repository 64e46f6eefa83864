package dev.sayql.sql;

import java.nio.charset.StandardCharsets;
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
     * Parses a text that has passed {@link SqlLimits}.
     *
     * @throws Refusal PARSER_BUSY when no answer came in time
     */
    PgInstance.Answer parse(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        Future<PgInstance.Answer> answer;
        try {
            answer = threads.submit(() -> parseHere(utf8));
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
            if (e.getCause() instanceof StackOverflowError) {
                throw new Refusal(RejectionCode.TOO_LARGE, "the statement is nested too deeply");
            }
            throw new IllegalStateException("the parser failed", e.getCause());
        }
    }

    private PgInstance.Answer parseHere(byte[] utf8) {
        @Nullable PgInstance known = idle.pollFirst();
        PgInstance instance = known == null ? new PgInstance() : known;
        PgInstance.Answer answer = instance.parse(utf8);
        if (!Thread.currentThread().isInterrupted() && !instance.isOversized()) {
            idle.addFirst(instance);
        }
        return answer;
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
