package dev.sayql.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A PostgreSQL server of our own, in use from {@link #start} until {@link #close()}. It holds the system database {@code sayql}
 * and the sample shop {@code ecommerce}.
 *
 * <p>The server is a process of its own and shared: a second process that names the same home gets the same server. Closing
 * gives up the use, it does not stop the server; that happens by itself when nobody has used it for the idle time-out, or at
 * once with {@link #stop}. Whatever is killed at whatever moment, the next start repairs. Thread-safe.
 *
 * <p>A home belongs to one machine or container at a time: two that share its disk do not see each other's processes.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedSettings settings;
    private final Home home;
    private final Databases databases;
    private final Lease lease;

    private EmbeddedPostgres(EmbeddedSettings settings, Home home, Databases databases) {
        this.settings = settings;
        this.home = home;
        this.databases = databases;
        this.lease = Lease.hold(home, settings.idleTimeout());
    }

    /** {@link #start(EmbeddedSettings)} with the ordinary settings. */
    public static EmbeddedPostgres start(Path home) {
        return start(EmbeddedSettings.of(home));
    }

    /**
     * Finds the running server or starts it, after setting up what is missing. Waits while another process does the same.
     *
     * @throws EmbeddedException when that is impossible; its code and message say why and what to do
     */
    public static EmbeddedPostgres start(EmbeddedSettings settings) {
        Home home = Home.create(settings.home());
        try (StartLock _ = StartLock.take(home, settings.patience())) {
            Lease.leave(home);
            Optional<Postmaster> running = Postmaster.findReady(home, settings.patience());
            Postmaster server = running.orElseGet(() -> startServer(home, settings));
            Lease.watch(home, settings.idleTimeout(), running.isEmpty());
            Databases databases = new Databases(home, server.port(), settings);
            databases.prepare();
            return new EmbeddedPostgres(settings, home, databases);
        }
    }

    /**
     * Starts the server again when it is gone, as after it was killed; costs next to nothing while it runs. It comes back on
     * its old port unless another program has taken that meanwhile.
     *
     * @return whether it had to be started
     * @throws EmbeddedException when that is impossible
     */
    public boolean revive() {
        if (find(home).isPresent()) {
            return false;
        }
        try (StartLock _ = StartLock.take(home, settings.patience())) {
            Lease.leave(home);
            Optional<Postmaster> running = Postmaster.findReady(home, settings.patience());
            if (running.isEmpty()) {
                startServer(home, settings);
            }
            Lease.watch(home, settings.idleTimeout(), running.isEmpty());
            return running.isEmpty();
        }
    }

    private static Postmaster startServer(Home home, EmbeddedSettings settings) {
        RunAs account = RunAs.find(home);
        Binaries binaries = Binaries.unpack(home, settings.progress());
        DataDirectory.prepare(home, binaries, account, settings);
        return Postmaster.start(home, binaries, account, settings);
    }

    /** Stops the server under this home at once, also under those who still use it. True when one was running. */
    public static boolean stop(Path path) {
        if (!Files.isDirectory(Home.at(path).data())) {
            return false;
        }
        Home home = Home.create(path);
        try (StartLock _ = StartLock.take(home, STOP_PATIENCE)) {
            return Postmaster.stop(home, STOP_PATIENCE);
        }
    }

    /** What is under this home; changes nothing. */
    public static EmbeddedStatus status(Path path) {
        Home named = Home.at(path);
        try {
            if (!named.hasData()) {
                return new EmbeddedStatus.NotSetUp();
            }
        } catch (IOException e) {
            throw EmbeddedException.of(e, named);
        }
        return find(Home.create(path))
                .<EmbeddedStatus>map(server -> new EmbeddedStatus.Running(server.pid(), server.port()))
                .orElseGet(EmbeddedStatus.Stopped::new);
    }

    private static Optional<Postmaster> find(Home home) {
        try {
            return Postmaster.find(home);
        } catch (IOException e) {
            throw EmbeddedException.of(e, home);
        }
    }

    /** The system database, as the role that owns it and nothing else. Empty when set up; its tables are the store's. */
    public Endpoint system() {
        return databases.system();
    }

    /** The sample shop, as a role that can only read it. */
    public Endpoint sample() {
        return databases.sample();
    }

    /** The server itself, as its superuser: for tests and repair, never for answering questions. */
    public Endpoint administration() {
        return databases.administration();
    }

    /**
     * Loads the sample shop again, its dates counting back from today. Readers see the old rows until all new ones are there.
     * Happens by itself at a start that finds the sample more than seven days old.
     */
    public void resetSample() {
        try (StartLock _ = StartLock.take(home, settings.patience())) {
            databases.resetSample();
        }
    }

    /** Gives up the use of the server; from now on it may stop when idle. Can be called more than once. */
    @Override
    public void close() {
        lease.close();
    }
}
