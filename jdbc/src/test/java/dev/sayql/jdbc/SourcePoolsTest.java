package dev.sayql.jdbc;

import static dev.sayql.jdbc.Databases.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.schema.SourceUnavailableException.Reason;
import dev.sayql.embedded.Endpoint;
import dev.sayql.testkit.SampleDatabase;
import dev.sayql.testkit.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SourcePoolsTest {

    private static ConnectionSettings shop() {
        return Databases.settings(SampleDatabase.reader());
    }

    private static SourceUnavailableException refusal(ConnectionSettings settings, boolean trusted) {
        try (SourcePools pools = Databases.pools(settings, trusted)) {
            SourceUnavailableException refusal =
                    catchThrowableOfType(SourceUnavailableException.class, () -> pools.check(SOURCE));
            assertThat(refusal).isNotNull();
            assertThat(refusal.sentence()).endsWith(".").doesNotContain("hunter2", settings.host(), settings.user());
            assertThat(refusal).hasNoCause();
            return refusal;
        }
    }

    @Test
    void acceptsARoleThatMayOnlyRead() {
        try (SourcePools pools = Databases.pools(shop(), false)) {
            assertThat(pools.check(SOURCE)).isEmpty();
        }
    }

    @Test
    void saysQuicklyThatThePasswordIsWrong() {
        ConnectionSettings right = shop();
        long start = System.nanoTime();
        SourceUnavailableException refusal = refusal(
                ConnectionSettings.of(right.host(), right.port(), right.database(), right.user(), "hunter2"), false);

        assertThat(refusal.reason()).isEqualTo(Reason.WRONG_CREDENTIALS);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void doesNotLookForAPasswordElsewhereWhenNoneIsGiven() {
        ConnectionSettings right = shop();

        assertThat(refusal(ConnectionSettings.of(right.host(), right.port(), right.database(), right.user(), ""), false)
                        .reason())
                .isEqualTo(Reason.WRONG_CREDENTIALS);
    }

    @Test
    void saysThatTheDatabaseOrTheUserIsUnknown() {
        ConnectionSettings right = shop();
        Endpoint server = SampleDatabase.server();

        assertThat(refusal(
                                ConnectionSettings.of(
                                        server.host(), server.port(), "no_such_db", server.user(), server.password()),
                                true)
                        .reason())
                .isEqualTo(Reason.UNKNOWN_DATABASE);
        assertThat(refusal(
                                ConnectionSettings.of(
                                        right.host(), right.port(), right.database(), "nobody_here", "hunter2"),
                                false)
                        .reason())
                .isEqualTo(Reason.WRONG_CREDENTIALS);
    }

    @Test
    void saysQuicklyThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        long start = System.nanoTime();

        assertThat(refusal(ConnectionSettings.of("127.0.0.1", port, "shop", "ann_the_user", "hunter2"), false)
                        .reason())
                .isEqualTo(Reason.UNREACHABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void givesUpOnAServerThatAcceptsAndNeverAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();

            assertThat(refusal(
                                    ConnectionSettings.of(
                                            "127.0.0.1", silent.getLocalPort(), "shop", "ann_the_user", "hunter2"),
                                    false)
                            .reason())
                    .isEqualTo(Reason.UNREACHABLE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
        }
    }

    @Test
    void refusesASuperuserUnlessTheSourceIsTrusted() {
        ConnectionSettings superuser = Databases.settings(SampleDatabase.owner());

        SourceUnavailableException refusal = refusal(superuser, false);
        assertThat(refusal.reason()).isEqualTo(Reason.TOO_POWERFUL_ROLE);
        assertThat(refusal.sentence()).contains("is a superuser").contains("may only connect");
        try (SourcePools pools = Databases.pools(superuser, true)) {
            assertThat(pools.check(SOURCE)).contains(refusal.sentence());
        }
    }

    @Test
    void namesWhatARoleMayDoBeyondReading() {
        try (TestDatabase test =
                TestDatabase.create("powers", "CREATE TABLE t (n integer); CREATE TABLE u (n integer)")) {
            assertThat(refusal(Databases.settings(test.owner()), false).sentence())
                    .contains("may create schemas in the database", "owns or may change table public.");
            assertThat(warning(test)).isEmpty();

            TestDatabase.run(
                    test.owner(), "GRANT UPDATE (n) ON u TO " + test.reader().user());
            assertThat(refusal(Databases.settings(test.reader()), false).sentence())
                    .contains("owns or may change table public.u");

            TestDatabase.run(
                    test.owner(), "REVOKE UPDATE (n) ON u FROM " + test.reader().user());
            TestDatabase.run(
                    test.owner(),
                    "CREATE SCHEMA extra; GRANT CREATE ON SCHEMA extra TO "
                            + test.reader().user());
            assertThat(refusal(Databases.settings(test.reader()), false).sentence())
                    .contains("may create objects in schema extra");
        }
    }

    private static Optional<String> warning(TestDatabase test) {
        try (SourcePools pools = Databases.pools(test.reader())) {
            return pools.check(SOURCE);
        }
    }

    @Test
    void replacesAConnectionThatBrokeWhileItWasIdle() {
        try (TestDatabase test = TestDatabase.create("broken");
                SourcePools pools = Databases.pools(test.reader())) {
            pools.check(SOURCE);
            TestDatabase.run(
                    SampleDatabase.server(),
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                            + test.reader().database() + "'");

            assertThat(pools.check(SOURCE)).isEmpty();
        }
    }

    @Test
    void usesTheNewSettingsOfASourceAtOnce() {
        AtomicReference<Optional<JdbcSource>> current =
                new AtomicReference<>(Optional.of(JdbcSource.ofOperator(shop(), false)));
        try (SourcePools pools = new SourcePools(source -> current.get())) {
            pools.check(SOURCE);
            current.set(Optional.of(JdbcSource.ofOperator(Databases.settings(SampleDatabase.owner()), false)));
            assertThat(catchThrowableOfType(SourceUnavailableException.class, () -> pools.check(SOURCE))
                            .reason())
                    .isEqualTo(Reason.TOO_POWERFUL_ROLE);
            current.set(Optional.empty());
            assertThat(catchThrowableOfType(SourceUnavailableException.class, () -> pools.check(SOURCE))
                            .reason())
                    .isEqualTo(Reason.NOT_ALLOWED);
        }
    }

    @Test
    void lendsFourConnectionsAndSaysSoonThatAllAreBusy() {
        try (SourcePool pool = new SourcePool(JdbcSource.ofOperator(shop(), false), Connector.usual())) {
            List<SourcePool.Lease> leases = new ArrayList<>();
            for (int i = 0; i < SourcePool.MOST_CONNECTIONS; i++) {
                leases.add(pool.lend());
            }
            long start = System.nanoTime();
            SourceUnavailableException busy = catchThrowableOfType(SourceUnavailableException.class, pool::lend);

            assertThat(busy.reason()).isEqualTo(Reason.OVERLOADED);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            leases.forEach(SourcePool.Lease::close);
            try (SourcePool.Lease again = pool.lend()) {
                assertThat(again.isFresh()).isFalse();
            }
        }
    }

    @Test
    void aRefusedConnectionTakesNoPlace() {
        ConnectionSettings right = shop();
        JdbcSource wrong = JdbcSource.ofOperator(
                ConnectionSettings.of(right.host(), right.port(), right.database(), right.user(), "hunter2"), false);
        try (SourcePool pool = new SourcePool(wrong, Connector.usual())) {
            for (int i = 0; i < SourcePool.MOST_CONNECTIONS + 1; i++) {
                assertThat(catchThrowableOfType(SourceUnavailableException.class, pool::lend)
                                .reason())
                        .isEqualTo(Reason.WRONG_CREDENTIALS);
            }
        }
    }
}
