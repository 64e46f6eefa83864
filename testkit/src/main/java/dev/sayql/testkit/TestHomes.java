package dev.sayql.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The homes of the servers that tests run on: {@code sayql-test-home-1}, {@code -2} and so on in one folder. A process that takes
 * one has it for itself until the process ends, however it ends: it holds a lock on a file beside it. Thread-safe.
 */
final class TestHomes {

    private static final int MOST = 16;
    /** Kept open, or the locks would go with them. */
    private static final List<FileLock> HELD = new ArrayList<>();

    private final Path folder;

    private TestHomes(Path folder) {
        this.folder = folder;
    }

    static TestHomes of(Path folder) {
        return new TestHomes(folder);
    }

    /** The first home that no other process has taken. */
    Path take() {
        try {
            Files.createDirectories(folder);
            for (int number = 1; number <= MOST; number++) {
                FileLock lock = lock(folder.resolve("sayql-test-home-" + number + ".lock"));
                if (lock != null) {
                    synchronized (HELD) {
                        HELD.add(lock);
                    }
                    return folder.resolve("sayql-test-home-" + number);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No home for a test server could be made in " + folder, e);
        }
        throw new IllegalStateException(MOST + " processes run tests in " + folder + " at once; wait for one to end.");
    }

    private static @Nullable FileLock lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock;
    }
}
