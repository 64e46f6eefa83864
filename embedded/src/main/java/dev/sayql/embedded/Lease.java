package dev.sayql.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * Says that the server is in use, and keeps the small shell process that stops it once nobody says so any more.
 *
 * <p>Users create the lease file again and again; the watchdog takes it away at each tick and counts the ticks that found none.
 * No clock is compared, so sleep and clock changes do no harm. Before it stops the server the watchdog puts up the stopping
 * mark and looks for a lease once more; a user first leaves a lease and then looks for the mark. So at least one of the two
 * sees the other, and nobody is handed a server that is going down.
 */
final class Lease implements AutoCloseable {

    private static final Duration LONGEST_RENEWAL = Duration.ofMinutes(1);
    private static final Duration LONGEST_TICK = Duration.ofSeconds(30);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(70);

    private final Home home;
    private final Thread renewal;

    private Lease(Home home, Duration idleTimeout) {
        this.home = home;
        Duration quarter = idleTimeout.dividedBy(4);
        Duration every = quarter.compareTo(LONGEST_RENEWAL) < 0 ? quarter : LONGEST_RENEWAL;
        this.renewal = Thread.ofVirtual().name("sayql-embedded-lease").start(() -> renew(every));
    }

    /** Leaves a lease, and waits when a watchdog is just stopping the server. The caller holds the start-up lock. */
    static void leave(Home home) {
        try {
            renewOnce(home);
            long deadline = System.nanoTime() + LONGEST_STOP.toNanos();
            while (Files.exists(stoppingMark(home))) {
                if (!watchdogLives(home) || System.nanoTime() > deadline) {
                    Files.deleteIfExists(stoppingMark(home));
                }
                Thread.sleep(20);
            }
        } catch (IOException e) {
            throw EmbeddedException.of(e, home);
        } catch (InterruptedException e) {
            throw EmbeddedException.interrupted(e);
        }
    }

    /** Renews the lease until closed. */
    static Lease hold(Home home, Duration idleTimeout) {
        return new Lease(home, idleTimeout);
    }

    /** Sees to it that a watchdog runs. The caller holds the start-up lock. */
    static void watch(Home home, Duration idleTimeout, boolean justStarted) {
        try {
            // After a fresh start, an old watchdog may be about to leave because it found no server.
            if (!justStarted && watchdogLives(home)) {
                return;
            }
            Path script = installScript(home);
            long seconds = idleTimeout.toSeconds();
            long tick = Math.clamp(seconds / 10, 1, LONGEST_TICK.toSeconds());
            long ticks = Math.max((seconds + tick - 1) / tick, 1);
            Command.leaveRunning(List.of(
                    "/bin/sh",
                    script.toString(),
                    home.cluster().toString(),
                    home.run().toString(),
                    Long.toString(tick),
                    Long.toString(ticks)));
        } catch (IOException e) {
            throw EmbeddedException.of(e, home);
        }
    }

    private static Path installScript(Home home) throws IOException {
        Path script = home.run().resolve("watchdog.sh");
        Path fresh = home.run().resolve("watchdog.sh.new");
        try (InputStream text = Lease.class.getResourceAsStream("watchdog.sh")) {
            if (text == null) {
                throw new IllegalStateException("watchdog.sh is missing from the build");
            }
            Files.copy(text, fresh, StandardCopyOption.REPLACE_EXISTING);
        }
        home.own(fresh);
        Files.move(fresh, script, StandardCopyOption.ATOMIC_MOVE);
        return script;
    }

    private static boolean watchdogLives(Home home) {
        try {
            long pid = Long.parseLong(
                    Files.readString(home.run().resolve("watchdog.pid")).strip());
            Path commandLine = Path.of("/proc/" + pid + "/cmdline");
            String script = home.run().resolve("watchdog.sh").toString();
            if (Files.isReadable(commandLine)) {
                return new String(Files.readAllBytes(commandLine), StandardCharsets.UTF_8).contains(script);
            }
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().commandLine())
                    .filter(line -> line.contains(script))
                    .isPresent();
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    private void renew(Duration every) {
        try {
            while (true) {
                Thread.sleep(every);
                renewOnce(home);
            }
        } catch (InterruptedException | IOException e) {
            // Closed; or the home is gone, and with it what the lease was for.
        }
    }

    private static void renewOnce(Home home) throws IOException {
        try {
            home.own(Files.createFile(home.run().resolve("lease")));
        } catch (FileAlreadyExistsException e) {
            // Not yet taken away: still good.
        }
    }

    private static Path stoppingMark(Home home) {
        return home.run().resolve("stopping");
    }

    /** Leaves one last lease, so that the idle time counts from now. */
    @Override
    public void close() {
        renewal.interrupt();
        try {
            renewOnce(home);
        } catch (IOException e) {
            // The server then stops a little sooner.
        }
    }
}
