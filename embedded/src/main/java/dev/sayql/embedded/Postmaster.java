package dev.sayql.embedded;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The running server, as its {@code postmaster.pid} tells. That file outlives a killed server, and its process id may since
 * belong to another program, so it is believed only when that process was started on this data.
 */
record Postmaster(long pid, int port, boolean ready) {

    private static final InetAddress LOOPBACK = Inet4Address.ofLiteral("127.0.0.1");
    /** Larger than any process id of Linux and macOS: PostgreSQL takes a file with it as left behind. */
    private static final String NOBODYS_PID = "4194304";

    private static final Duration RETRY = Duration.ofMillis(200);
    private static final long LOG_LIMIT_BYTES = 1 << 20;

    /** The server that runs on the home's data, whether or not it takes connections yet. */
    static Optional<Postmaster> find(Home home) throws IOException {
        List<String> lines = pidFile(home);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        long pid = number(lines, 0);
        if (pid <= 0 || !runsOn(pid, home.cluster())) {
            return Optional.empty();
        }
        boolean ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
        return Optional.of(new Postmaster(pid, (int) number(lines, 3), ready));
    }

    /** The server that takes connections, once it has finished starting; empty when none runs or it has just stopped. */
    static Optional<Postmaster> findReady(Home home, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            Optional<Postmaster> found = find(home);
            while (found.isPresent() && !found.get().ready()) {
                if (System.nanoTime() > deadline) {
                    throw failed(home, "The server has been starting or stopping for too long");
                }
                Thread.sleep(20);
                found = find(home);
            }
            return found;
        } catch (IOException e) {
            throw EmbeddedException.of(e, home);
        } catch (InterruptedException e) {
            throw EmbeddedException.interrupted(e);
        }
    }

    /** Starts a server and waits until it takes connections. None runs; the caller holds the start-up lock. */
    static Postmaster start(Home home, Binaries binaries, RunAs account, EmbeddedSettings settings) {
        try {
            disownPidFile(home);
            account.adopt(home.data());
            DataDirectory.configure(home.cluster(), account, settings.durable());
            return start(
                    home,
                    binaries,
                    account,
                    System.nanoTime() + settings.patience().toNanos());
        } catch (IOException e) {
            throw EmbeddedException.of(e, home);
        } catch (InterruptedException e) {
            throw EmbeddedException.interrupted(e);
        }
    }

    private static Postmaster start(Home home, Binaries binaries, RunAs account, long deadline)
            throws IOException, InterruptedException {
        int port = usualPort(home);
        while (true) {
            Files.deleteIfExists(home.log());
            Duration left = Duration.ofNanos(Math.max(deadline - System.nanoTime(), 1_000_000_000));
            List<String> command = account.command(startCommand(home, binaries, port, left));
            Command.Outcome outcome = Command.run(command, left.plusSeconds(5));
            Optional<Postmaster> started = find(home).filter(Postmaster::ready);
            if (outcome.wentWell() && started.isPresent()) {
                rememberPort(home, port);
                return started.get();
            }
            String log = logText(home);
            if (log.contains("Address already in use")) {
                port = freePort();
            } else if (!log.contains("is still in use")) {
                String said = log.isBlank() ? outcome.output() : log;
                throw EmbeddedException.ofOutput(
                        said, "PostgreSQL did not start", home, new IOException("pg_ctl failed"));
            }
            if (System.nanoTime() > deadline) {
                throw failed(home, "The server could not be started in time");
            }
            // The children of a killed server need a moment to notice and go.
            Thread.sleep(RETRY);
        }
    }

    private static List<String> startCommand(Home home, Binaries binaries, int port, Duration patience) {
        return List.of(
                binaries.program("pg_ctl").toString(),
                "start",
                "--silent",
                "--wait",
                "--timeout=" + Math.max(patience.toSeconds(), 1),
                "--pgdata=" + home.cluster(),
                "--log=" + home.log(),
                "--options=-p " + port);
    }

    /** Ends the server at once: open transactions are rolled back. True when one was running. */
    static boolean stop(Home home, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            Optional<Postmaster> running = find(home);
            if (running.isEmpty()) {
                return false;
            }
            String pid = Long.toString(running.get().pid());
            Command.run(List.of("/bin/sh", "-c", "kill -INT \"$1\"", "sh", pid), Duration.ofSeconds(10));
            while (find(home).isPresent()) {
                if (System.nanoTime() > deadline) {
                    throw failed(home, "The server did not stop in time");
                }
                Thread.sleep(20);
            }
            return true;
        } catch (IOException e) {
            throw EmbeddedException.of(e, home);
        } catch (InterruptedException e) {
            throw EmbeddedException.interrupted(e);
        }
    }

    /** When the file names a living process that is not our server, PostgreSQL would wait for it for ever. */
    private static void disownPidFile(Home home) throws IOException {
        List<String> lines = pidFile(home);
        if (lines.isEmpty() || ProcessHandle.of(number(lines, 0)).isEmpty()) {
            return;
        }
        Path file = home.cluster().resolve("postmaster.pid");
        Files.writeString(file, NOBODYS_PID + "\n" + String.join("\n", lines.subList(1, lines.size())) + "\n");
    }

    private static List<String> pidFile(Home home) throws IOException {
        try {
            return Files.readAllLines(home.cluster().resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static long number(List<String> lines, int index) {
        try {
            return lines.size() > index ? Long.parseLong(lines.get(index).strip()) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The server's command line names its data; that of a dead process not yet reaped is empty. */
    private static boolean runsOn(long pid, Path cluster) throws IOException {
        Path commandLine = Path.of("/proc/" + pid + "/cmdline");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            try {
                return List.of(new String(Files.readAllBytes(commandLine), StandardCharsets.UTF_8).split("\0"))
                        .contains(cluster.toString());
            } catch (IOException e) {
                // Ended meanwhile, or hidden from us because another account's: not a server we could use.
                return false;
            }
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().commandLine())
                .filter(line -> line.contains(cluster.toString()))
                .isPresent();
    }

    /** The port of last time when it is still free, so that pools of long-lived processes find a restarted server again. */
    private static int usualPort(Home home) throws IOException {
        try {
            int last = Integer.parseInt(Files.readString(portFile(home)).strip());
            try (ServerSocket probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress(LOOPBACK, last));
            }
            return last;
        } catch (IOException | IllegalArgumentException e) {
            return freePort();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, LOOPBACK)) {
            return probe.getLocalPort();
        }
    }

    private static void rememberPort(Home home, int port) throws IOException {
        Files.writeString(portFile(home), Integer.toString(port));
        home.own(portFile(home));
    }

    private static Path portFile(Home home) {
        return home.run().resolve("port");
    }

    private static String logText(Home home) throws IOException {
        if (!Files.exists(home.log()) || Files.size(home.log()) > LOG_LIMIT_BYTES) {
            return "";
        }
        return Files.readString(home.log());
    }

    private static EmbeddedException failed(Home home, String what) {
        return new EmbeddedException(
                EmbeddedException.Code.SERVER_FAILED,
                what + " (" + home.root() + "). Its log is " + home.log()
                        + "; stop SayQL's other processes and try again.");
    }
}
