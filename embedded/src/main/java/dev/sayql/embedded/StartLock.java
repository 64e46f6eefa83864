package dev.sayql.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread of one process at a time set up, start or stop servers. The operating system gives the file lock back when
 * its holder dies.
 */
final class StartLock implements AutoCloseable {

    /** File locks do not part threads of one process, so threads queue here first. */
    private static final ReentrantLock WITHIN_PROCESS = new ReentrantLock();

    private final FileChannel channel;

    private StartLock(FileChannel channel) {
        this.channel = channel;
    }

    static StartLock take(Home home, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean queued = false;
        try {
            queued = WITHIN_PROCESS.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (!queued) {
                throw busy(home, patience);
            }
            return new StartLock(lockFile(home, patience, deadline));
        } catch (InterruptedException e) {
            throw EmbeddedException.interrupted(e);
        } catch (IOException e) {
            unlock(queued);
            throw EmbeddedException.of(e, home);
        } catch (RuntimeException e) {
            unlock(queued);
            throw e;
        }
    }

    private static FileChannel lockFile(Home home, Duration patience, long deadline)
            throws IOException, InterruptedException {
        var file = home.run().resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            home.own(file);
            while (tryLock(channel) == null) {
                if (System.nanoTime() > deadline) {
                    throw busy(home, patience);
                }
                Thread.sleep(20);
            }
            return channel;
        } catch (IOException | InterruptedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        return channel.tryLock();
    }

    private static void unlock(boolean queued) {
        if (queued) {
            WITHIN_PROCESS.unlock();
        }
    }

    private static EmbeddedException busy(Home home, Duration patience) {
        return new EmbeddedException(
                EmbeddedException.Code.SET_UP_BUSY,
                "Another process has been setting up or stopping the server under " + home.root() + " for more than "
                        + patience.toSeconds() + " seconds. Wait for it or end it, then try again.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock goes with the process at the latest.
        } finally {
            WITHIN_PROCESS.unlock();
        }
    }
}
