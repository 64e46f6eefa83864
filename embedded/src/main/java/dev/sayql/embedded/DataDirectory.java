package dev.sayql.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The server's data: a cluster and its passwords, made once in a folder of its own and given its name when whole. */
final class DataDirectory {

    private static final String MAJOR_VERSION = "18";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * Small in memory and on disk, durable (fsync stays on), silent about statements in its log, and open to this machine by
     * password only.
     */
    private static final Map<String, String> CONFIGURATION = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "80"),
            Map.entry("shared_buffers", "32MB"),
            Map.entry("work_mem", "8MB"),
            Map.entry("maintenance_work_mem", "32MB"),
            Map.entry("io_method", "sync"),
            Map.entry("max_worker_processes", "4"),
            Map.entry("max_parallel_workers_per_gather", "0"),
            Map.entry("max_logical_replication_workers", "0"),
            Map.entry("jit", "off"),
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("min_wal_size", "16MB"),
            Map.entry("max_wal_size", "256MB"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("lc_messages", "C"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_parameter_max_length_on_error", "0"));

    /** The reading role may not even knock at the databases that are not its business. */
    private static final String HOST_RULES = """
            host  sayql,postgres,template0,template1  sayql_reader  127.0.0.1/32  reject
            host  all                                 all           127.0.0.1/32  scram-sha-256
            """;

    private DataDirectory() {}

    /** Makes the data unless it is there. The caller holds the start-up lock. */
    static void prepare(Home home, Binaries binaries, RunAs account, EmbeddedSettings settings) {
        try {
            if (!home.hasData()) {
                settings.progress().accept("Creating the data folder " + home.data());
                create(home, binaries, account, settings.durable());
            }
            requireWhole(home);
        } catch (IOException e) {
            throw EmbeddedException.of(e, home);
        }
    }

    private static void create(Home home, Binaries binaries, RunAs account, boolean durable) throws IOException {
        deleteLeftovers(home);
        Path unfinished = home.newUnfinishedData();
        Files.createDirectory(unfinished, PosixFilePermissions.asFileAttribute(Home.OWNER_ONLY_FOLDER));
        Credentials credentials = Credentials.draw();
        credentials.write(unfinished);
        Path password = unfinished.resolve("password");
        Credentials.writePrivately(password, credentials.administrator());
        account.adopt(unfinished);
        Path cluster = unfinished.resolve("cluster");
        run(home, account, initialise(binaries, cluster, password));
        Files.delete(password);
        Files.writeString(cluster.resolve("postgresql.conf"), "include 'sayql.conf'\n");
        configure(cluster, account, durable);
        if (durable) {
            // Nothing was forced to disk so far: once, at the end, is many times quicker.
            run(home, account, List.of(binaries.program("initdb").toString(), "--sync-only", "-D", cluster.toString()));
        }
        Folders.publish(unfinished, home.data());
    }

    private static void deleteLeftovers(Home home) throws IOException {
        List<Path> leftovers;
        try (Stream<Path> files = Files.list(home.root())) {
            leftovers = files.filter(home::isUnfinishedData).toList();
        }
        for (Path leftover : leftovers) {
            Folders.deletePatiently(leftover);
        }
    }

    /** Writes the settings and who may connect, anew before each start of the server: another release may bring others. */
    static void configure(Path cluster, RunAs account, boolean durable) throws IOException {
        StringBuilder settings = new StringBuilder("# Written by SayQL before each start\n");
        new TreeMap<>(CONFIGURATION).forEach((name, value) -> settings.append(name + " = '" + value + "'\n"));
        if (!durable) {
            settings.append("fsync = off\nfull_page_writes = off\n");
        }
        Path file = cluster.resolve("sayql.conf");
        Files.writeString(file, settings);
        account.adopt(file);
        Files.writeString(cluster.resolve("pg_hba.conf"), HOST_RULES);
    }

    private static List<String> initialise(Binaries binaries, Path cluster, Path password) {
        List<String> words = new ArrayList<>(List.of(
                binaries.program("initdb").toString(),
                "-D",
                cluster.toString(),
                "--username=" + Credentials.ADMINISTRATOR,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--wal-segsize=4",
                "--no-instructions",
                "--no-sync"));
        return words;
    }

    private static void run(Home home, RunAs account, List<String> words) throws IOException {
        Command.Outcome outcome = Command.run(account.command(words), PATIENCE);
        if (!outcome.wentWell()) {
            throw EmbeddedException.ofOutput(
                    outcome.output(), "PostgreSQL's data could not be created", home, new IOException("initdb failed"));
        }
    }

    private static void requireWhole(Home home) throws IOException {
        if (!Files.isDirectory(home.cluster())) {
            throw EmbeddedException.incomplete(home, "the folder cluster");
        }
        requireFile(home, "cluster/PG_VERSION");
        String version = Files.readString(home.cluster().resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new EmbeddedException(
                    EmbeddedException.Code.OTHER_DATA_VERSION,
                    "The data in " + home.data() + " was written by PostgreSQL " + version + " and this SayQL brings "
                            + MAJOR_VERSION
                            + ". Move that folder away to start afresh, or use the SayQL that wrote it.");
        }
        requireFile(home, Credentials.FILE);
    }

    private static void requireFile(Home home, String name) {
        if (!Files.exists(home.data().resolve(name))) {
            throw EmbeddedException.incomplete(home, "the file " + name);
        }
    }
}
