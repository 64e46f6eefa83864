package dev.sayql.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The note a server leaves under its home, so that it can be found and stopped; each server leaves one of its own. A note
 * whose process is gone, or is another by now, counts as none. Immutable.
 */
public record RunningServer(long pid, Instant processStarted, int port) {

    private static final String NOTES = "server*.run";

    /** The servers that run on this home, by their ports. */
    public static List<RunningServer> all(Path home) {
        return notes(home).stream()
                .map(RunningServer::read)
                .flatMap(Optional::stream)
                .filter(RunningServer::isAlive)
                .sorted(Comparator.comparingInt(RunningServer::port))
                .toList();
    }

    /** Leaves a note of this process, and takes away those of servers that are gone. */
    static RunningServer register(Path home, int port) {
        ProcessHandle self = ProcessHandle.current();
        RunningServer server = new RunningServer(self.pid(), startOf(self), port);
        try {
            Files.createDirectories(home);
            for (Path note : notes(home)) {
                if (read(note).filter(RunningServer::isAlive).isEmpty()) {
                    Files.deleteIfExists(note);
                }
            }
            Path fresh = home.resolve(server.fileName() + ".new");
            Files.write(fresh, List.of("" + server.pid, server.processStarted.toString(), "" + server.port));
            Files.move(fresh, home.resolve(server.fileName()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return server;
    }

    /** Takes the note away. */
    void unregister(Path home) {
        try {
            Files.deleteIfExists(home.resolve(fileName()));
        } catch (IOException e) {
            // A note whose process is gone counts as none.
        }
    }

    private String fileName() {
        return "server-" + pid + "-" + port + ".run";
    }

    private static List<Path> notes(Path home) {
        List<Path> notes = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(home, NOTES)) {
            found.forEach(notes::add);
        } catch (IOException | DirectoryIteratorException noHome) {
            // Nothing runs on a home that is not there.
        }
        return notes;
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
