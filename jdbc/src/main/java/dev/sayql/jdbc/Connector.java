package dev.sayql.jdbc;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.schema.SourceUnavailableException.Reason;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.ssl.DefaultJavaSSLFactory;
import org.postgresql.ssl.NonValidatingFactory;
import org.postgresql.util.HostSpec;

/**
 * Opens connections. The driver's own entry is passed by: it would parse a URL, look for a password in {@code ~/.pgpass},
 * for a service file and for a configuration file on the class path.
 *
 * <p>A team is told the same, after the same time, whether its host has no address, an address that may not be dialled, a
 * closed port, or something behind it that is no PostgreSQL: it must not look around with our eyes. Thread-safe.
 */
final class Connector {
    private final Resolver resolver;
    private final Patience patience;
    private final Cancellation cancellation;

    Connector(Resolver resolver, Patience patience) {
        this(resolver, patience, Cancellation.never());
    }

    Connector(Resolver resolver, Patience patience, Cancellation cancellation) {
        this.resolver = resolver;
        this.patience = patience;
        this.cancellation = cancellation;
    }

    static Connector usual() {
        return endedBy(Cancellation.never());
    }

    /** Gives up what it dials or waits for when this is requested. */
    static Connector endedBy(Cancellation cancellation) {
        return new Connector(Resolver.ofSystem(), Patience.usual(), cancellation);
    }

    /** Ends what is done with its connections, too. */
    Cancellation cancellation() {
        return cancellation;
    }

    /** Endings: an open connection of an acceptable role, or {@link SourceUnavailableException}; within some 10 s. */
    OpenedConnection open(JdbcSource source) {
        return switch (source.origin()) {
            case Origin.Operator() -> connect(source);
            case Origin.Team(AddressPolicy policy) -> {
                policy.judge(source.settings()).ifPresent(refusal -> {
                    throw SourceFailures.of(Reason.NOT_ALLOWED, refusal.sentence());
                });
                yield connectWithoutTelling(source);
            }
        };
    }

    private OpenedConnection connectWithoutTelling(JdbcSource source) {
        long started = System.nanoTime();
        try {
            return connect(source);
        } catch (SourceUnavailableException unavailable) {
            if (unavailable.reason() == Reason.UNREACHABLE) {
                waitUntil(started + patience.whole().toNanos());
            }
            throw unavailable;
        }
    }

    private OpenedConnection connect(JdbcSource source) {
        Dialler dialler = new Dialler(source, resolver, patience.dialling());
        CountDownLatch over = new CountDownLatch(1);
        Thread.ofVirtual().name("sayql-login").start(() -> giveUpWhenLate(dialler, over));
        try (Cancellation.Registration _ = cancellation.onRequest(dialler::giveUp)) {
            PgConnection connection = ScopedValue.where(DiallingSocketFactory.DIALLER, dialler)
                    .call(() -> new PgConnection(
                            // The name is for checking the server's certificate; nobody looks it up.
                            new HostSpec[] {
                                new HostSpec(
                                        source.settings().host(),
                                        source.settings().port())
                            },
                            properties(source.settings()),
                            "jdbc:postgresql:"));
            return examined(connection, source);
        } catch (SQLException failure) {
            throw SourceFailures.of(failure);
        } finally {
            over.countDown();
        }
    }

    /** A server that sends a byte now and then would hold a place for ever. */
    private void giveUpWhenLate(Dialler dialler, CountDownLatch over) {
        try {
            if (!over.await(patience.whole().toMillis(), TimeUnit.MILLISECONDS)) {
                dialler.giveUp();
            }
        } catch (InterruptedException ended) {
            dialler.giveUp();
        }
    }

    private static OpenedConnection examined(PgConnection connection, JdbcSource source) {
        try {
            RoleReport report = RoleReport.read(connection);
            if (report.serverVersion() < RoleReport.OLDEST_SERVER) {
                throw SourceFailures.of(Reason.TOO_OLD, "The database server is older than PostgreSQL 13.");
            }
            Optional<String> tooPowerful = report.tooPowerful();
            if (tooPowerful.isPresent() && !source.trusted()) {
                throw SourceFailures.of(Reason.TOO_POWERFUL_ROLE, tooPowerful.get());
            }
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            return new OpenedConnection(connection, System.nanoTime(), tooPowerful, report.noticesLeaving());
        } catch (SQLException failure) {
            closeQuietly(connection);
            throw SourceFailures.of(failure);
        } catch (SourceUnavailableException refused) {
            closeQuietly(connection);
            throw refused;
        }
    }

    static void closeQuietly(PgConnection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyBroken) {
            // Nothing is lost: the connection is given up anyway.
        }
    }

    /** Whoever took it back is told nothing, and need not be kept waiting. */
    private void waitUntil(long nanoTime) {
        CountDownLatch left = new CountDownLatch(1);
        try (Cancellation.Registration _ = cancellation.onRequest(left::countDown)) {
            boolean _ = left.await(Math.max(0, nanoTime - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Properties properties(ConnectionSettings settings) {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, settings.user());
        PGProperty.PASSWORD.set(properties, settings.password());
        PGProperty.PG_DBNAME.set(properties, settings.database());
        PGProperty.APPLICATION_NAME.set(properties, settings.greeting().applicationName());
        settings.greeting().route().ifPresent(route -> PGProperty.OPTIONS.set(properties, route));
        SslMode mode = settings.encryption().mode();
        PGProperty.SSL_MODE.set(properties, mode.id());
        // The driver's default factory would read keys and certificates from ~/.postgresql.
        Class<?> ssl = mode.checksCertificate() ? DefaultJavaSSLFactory.class : NonValidatingFactory.class;
        PGProperty.SSL_FACTORY.set(properties, ssl.getName());
        PGProperty.CHANNEL_BINDING.set(
                properties, settings.encryption().channelBinding().id());
        PGProperty.GSS_ENC_MODE.set(properties, "disable");
        PGProperty.REQUIRE_AUTH.set(properties, "none,password,md5,scram-sha-256");
        PGProperty.SOCKET_FACTORY.set(properties, DiallingSocketFactory.class.getName());
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        String seconds = Long.toString(Math.max(1, patience.dialling().toSeconds()));
        PGProperty.CONNECT_TIMEOUT.set(properties, seconds);
        PGProperty.SOCKET_TIMEOUT.set(properties, seconds);
        PGProperty.CANCEL_SIGNAL_TIMEOUT.set(properties, "2");
        sendPlainly(properties);
        return properties;
    }

    /** One statement is one extended-protocol message without a name, and results come as text. */
    private static void sendPlainly(Properties properties) {
        PGProperty.PREFER_QUERY_MODE.set(properties, "extended");
        PGProperty.PREPARE_THRESHOLD.set(properties, 0);
        PGProperty.PREPARED_STATEMENT_CACHE_QUERIES.set(properties, 0);
        PGProperty.BINARY_TRANSFER.set(properties, false);
        PGProperty.READ_ONLY_MODE.set(properties, "transaction");
        PGProperty.ADAPTIVE_FETCH.set(properties, true);
        PGProperty.ADAPTIVE_FETCH_MAXIMUM.set(properties, 5_000);
        PGProperty.MAX_RESULT_BUFFER.set(properties, "16M");
        PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
    }
}
