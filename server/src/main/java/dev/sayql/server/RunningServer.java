package dev.sayql.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The note a server leaves under its home, so that it can be found and stopped. A note whose process is gone, or is
 * another by now, counts as none. Immutable.
 */
public record RunningServer(long pid, Instant processStarted, int port) {

    private static final String FILE = "server.run";

    /** The server that runs on this home. */
    public static Optional<RunningServer> find(Path home) {
        return read(home.resolve(FILE)).filter(RunningServer::isAlive);
    }

    /** Leaves a note of this process. */
    static RunningServer register(Path home, int port) {
        ProcessHandle self = ProcessHandle.current();
        RunningServer server = new RunningServer(self.pid(), startOf(self), port);
        try {
            Files.createDirectories(home);
            Path fresh = home.resolve(FILE + ".new");
            Files.write(fresh, List.of("" + server.pid, server.processStarted.toString(), "" + server.port));
            Files.move(fresh, home.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return server;
    }

    /** Takes the note away, unless another server has left its own meanwhile. */
    void unregister(Path home) {
        if (read(home.resolve(FILE)).filter(this::equals).isPresent()) {
            try {
                Files.deleteIfExists(home.resolve(FILE));
            } catch (IOException e) {
                // A note whose process is gone counts as none.
            }
        }
    }

    /** Asks the server to stop and waits; false when it did not in time. */
    public boolean stop(Duration patience) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isEmpty()) {
            return true;
        }
        process.get().destroy();
        try {
            process.get().onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException late) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(processStarted))
                .isPresent();
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static Optional<RunningServer> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return Optional.of(new RunningServer(
                    Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)), Integer.parseInt(lines.get(2))));
        } catch (IOException | RuntimeException noNote) {
            return Optional.empty();
        }
    }
}
