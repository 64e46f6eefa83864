package dev.sayql.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostgresTest {

    private static final TestHome HOME = TestHome.fresh("it's alive");

    @AfterAll
    static void stop() {
        HOME.close();
    }

    private static void awaitThat(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private static boolean runs() {
        return EmbeddedPostgres.status(HOME.folder()) instanceof EmbeddedStatus.Running;
    }

    private static long pid() {
        return ((EmbeddedStatus.Running) EmbeddedPostgres.status(HOME.folder())).pid();
    }

    private static void kill(long pid) throws InterruptedException {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        awaitThat(() -> !process.isAlive());
    }

    @Test
    void givesTheSystemDatabaseToARoleThatOwnsNothingElse() throws SQLException {
        try (EmbeddedPostgres server = HOME.start()) {
            Endpoint system = server.system();
            assertThat(
                            TestHome.rows(
                                    system,
                                    "SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = current_user"))
                    .containsExactly("f");
            TestHome.run(
                    system,
                    "CREATE TABLE mine (a integer)",
                    "CREATE EXTENSION pgcrypto",
                    "DROP EXTENSION pgcrypto",
                    "DROP TABLE mine");
            Endpoint sample = new Endpoint(system.host(), system.port(), "ecommerce", system.user(), system.password());
            assertThatThrownBy(() -> TestHome.rows(sample, "SELECT 1")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void listensToThisMachineOnlyAndIsDurable() throws SQLException {
        EmbeddedPostgres.stop(HOME.folder());
        try (EmbeddedPostgres server = EmbeddedPostgres.start(HOME.folder())) {
            assertThat(
                            TestHome.rows(
                                    server.administration(),
                                    "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'listen_addresses', 'unix_socket_directories') ORDER BY 1"))
                    .containsExactly("fsync|on", "listen_addresses|127.0.0.1", "unix_socket_directories|");
        }
    }

    @Test
    void keepsSecretsFromOtherAccountsAndOutOfText() throws IOException {
        try (EmbeddedPostgres server = HOME.start()) {
            assertThat(server.system().toString())
                    .doesNotContain(server.system().password());
            Path credentials = HOME.folder().resolve("data/credentials.properties");
            assertThat(Files.getPosixFilePermissions(credentials)).isEqualTo(Home.OWNER_ONLY_FILE);
            assertThat(Files.getPosixFilePermissions(HOME.folder().resolve("data")))
                    .isEqualTo(Home.OWNER_ONLY_FOLDER);
            assertThat(List.of(
                            server.system().password(),
                            server.sample().password(),
                            server.administration().password()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void isSharedByProcessesThatStartTogetherAndOutlivesThem() throws Exception {
        EmbeddedPostgres.stop(HOME.folder());
        try (StartProcess first = StartProcess.in(HOME.folder());
                StartProcess second = StartProcess.in(HOME.folder())) {
            String port = first.await("ready");
            assertThat(second.await("ready")).isEqualTo(port);
            long pid = pid();
            first.kill();
            second.kill();
            try (EmbeddedPostgres server = HOME.start()) {
                assertThat("ready " + server.sample().port()).isEqualTo(port);
                assertThat(pid()).isEqualTo(pid);
                assertThat(TestHome.rows(server.sample(), "SELECT count(*) FROM users"))
                        .containsExactly("10");
            }
        }
    }

    @Test
    void startsAgainOnTheSamePortAfterTheServerWasKilledAndKeepsWhatWasCommitted() throws Exception {
        try (EmbeddedPostgres before = HOME.start()) {
            TestHome.run(before.system(), "CREATE TABLE kept (a integer)", "INSERT INTO kept VALUES (1)");
            kill(pid());
            assertThat(EmbeddedPostgres.status(HOME.folder())).isEqualTo(new EmbeddedStatus.Stopped());
            try (EmbeddedPostgres after = HOME.start()) {
                assertThat(after.system()).isEqualTo(before.system());
                assertThat(TestHome.rows(before.system(), "SELECT a FROM kept")).containsExactly("1");
                TestHome.run(before.system(), "DROP TABLE kept");
            }
        }
    }

    @Test
    void isRevivedOnTheSamePortByWhoeverUsesIt() throws Exception {
        try (EmbeddedPostgres server = HOME.start()) {
            assertThat(server.revive()).isFalse();
            kill(pid());
            assertThat(server.revive()).isTrue();
            assertThat(TestHome.rows(server.system(), "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void isNotFooledByAProcessThatGotTheIdOfAKilledServer() throws Exception {
        HOME.start().close();
        Path pidFile = HOME.folder().resolve("data/cluster/postmaster.pid");
        List<String> lines = Files.readAllLines(pidFile);
        kill(pid());
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);
        assertThat(EmbeddedPostgres.stop(HOME.folder())).isFalse();
        HOME.start().close();
        assertThat(runs()).isTrue();
    }

    @Test
    void staysWhileUsedAndStopsByItselfWhenIdle() throws InterruptedException {
        EmbeddedPostgres.stop(HOME.folder());
        try (EmbeddedPostgres _ = EmbeddedPostgres.start(HOME.settings().withIdleTimeout(Duration.ofSeconds(1)))) {
            Thread.sleep(3500);
            assertThat(runs()).isTrue();
        }
        awaitThat(() -> !runs());
        HOME.start().close();
        assertThat(runs()).isTrue();
    }

    @Test
    void replacesAWatchdogThatWasKilled() throws Exception {
        EmbeddedPostgres.stop(HOME.folder());
        EmbeddedSettings settings = HOME.settings().withIdleTimeout(Duration.ofSeconds(1));
        Path run = HOME.folder().resolve("run");
        Files.deleteIfExists(run.resolve("watchdog.pid"));
        EmbeddedPostgres.start(settings).close();
        awaitThat(() -> Files.exists(run.resolve("watchdog.pid")));
        kill(Long.parseLong(Files.readString(run.resolve("watchdog.pid")).strip()));
        // What a watchdog killed at the worst moment leaves.
        Files.createFile(run.resolve("stopping"));
        EmbeddedPostgres.start(settings).close();
        assertThat(run.resolve("stopping")).doesNotExist();
        awaitThat(() -> !runs());
    }

    @Test
    void stopsAtOnceUnderThoseWhoUseIt() throws SQLException {
        try (EmbeddedPostgres server = HOME.start();
                var connection = TestHome.connect(server.sample())) {
            assertThat(EmbeddedPostgres.stop(HOME.folder())).isTrue();
            assertThat(EmbeddedPostgres.stop(HOME.folder())).isFalse();
            assertThat(EmbeddedPostgres.status(HOME.folder())).isEqualTo(new EmbeddedStatus.Stopped());
            assertThat(connection.isValid(1)).isFalse();
        }
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws IOException {
        try (TestHome other = TestHome.fresh("version")) {
            Path cluster = Files.createDirectories(other.folder().resolve("data/cluster"));
            Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
            assertThatThrownBy(other::start)
                    .isInstanceOfSatisfying(
                            EmbeddedException.class,
                            e -> assertThat(e.code()).isEqualTo(EmbeddedException.Code.OTHER_DATA_VERSION))
                    .hasMessageContaining("PostgreSQL 17");
        }
    }

    @Test
    void saysThatTheHomeCannotBeWritten(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("home")))
                .isInstanceOfSatisfying(
                        EmbeddedException.class,
                        e -> assertThat(e.code()).isEqualTo(EmbeddedException.Code.HOME_UNUSABLE))
                .hasMessageContaining("SAYQL_HOME");
    }

    @Test
    void refusesAHomeWhoseNameTheServersOwnProgramsWouldMistake() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(Path.of("/tmp/$HOME")))
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining("another folder");
    }

    @Test
    void saysThatThePlatformIsNotSupported() {
        assertThatThrownBy(() -> Binaries.archive("Windows 11", "amd64"))
                .isInstanceOfSatisfying(
                        EmbeddedException.class,
                        e -> assertThat(e.code()).isEqualTo(EmbeddedException.Code.UNSUPPORTED_PLATFORM));
        assertThatThrownBy(() -> Binaries.archive("Linux", "riscv64")).hasMessageContaining("riscv64");
        assertThat(Binaries.archive("Mac OS X", "aarch64")).isEqualTo("postgres-darwin-arm_64.txz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"initdb: could not write: No space left on device", "Disk quota exceeded"})
    void saysThatTheDiskIsFull(String output) {
        Home home = Home.at(Path.of("/somewhere"));
        assertThat(EmbeddedException.ofOutput(output, "It failed", home, new IOException(output)))
                .hasMessageContaining("is full")
                .extracting(EmbeddedException::code)
                .isEqualTo(EmbeddedException.Code.NO_DISK_SPACE);
    }
}
