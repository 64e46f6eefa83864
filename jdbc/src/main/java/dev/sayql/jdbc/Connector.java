package dev.sayql.jdbc;

import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.schema.SourceUnavailableException.Reason;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.ssl.DefaultJavaSSLFactory;
import org.postgresql.ssl.NonValidatingFactory;
import org.postgresql.util.HostSpec;

/**
 * Opens connections. The driver's own entry is passed by: it would parse a URL, look for a password in {@code ~/.pgpass},
 * for a service file and for a configuration file on the class path. Thread-safe.
 */
final class Connector {
    private static final String CONNECT_SECONDS = "5";

    private Connector() {}

    /** Endings: an open connection of an acceptable role, or {@link SourceUnavailableException}; within some 10 s. */
    static OpenedConnection open(JdbcSource source) {
        PgConnection connection = connect(source.settings());
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
            return new OpenedConnection(connection, System.nanoTime(), tooPowerful);
        } catch (SQLException failure) {
            closeQuietly(connection);
            throw SourceFailures.of(failure);
        } catch (SourceUnavailableException refused) {
            closeQuietly(connection);
            throw refused;
        }
    }

    private static PgConnection connect(ConnectionSettings settings) {
        HostSpec host = new HostSpec(settings.host(), settings.port());
        try {
            return new PgConnection(new HostSpec[] {host}, properties(settings), "jdbc:postgresql:");
        } catch (SQLException failure) {
            throw SourceFailures.of(failure);
        }
    }

    static void closeQuietly(PgConnection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyBroken) {
            // Nothing is lost: the connection is given up anyway.
        }
    }

    private static Properties properties(ConnectionSettings settings) {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, settings.user());
        PGProperty.PASSWORD.set(properties, settings.password());
        PGProperty.PG_DBNAME.set(properties, settings.database());
        PGProperty.APPLICATION_NAME.set(properties, settings.applicationName());
        PGProperty.SSL_MODE.set(properties, settings.sslMode().id());
        // The driver's default factory would read keys and certificates from ~/.postgresql.
        Class<?> ssl =
                settings.sslMode().checksCertificate() ? DefaultJavaSSLFactory.class : NonValidatingFactory.class;
        PGProperty.SSL_FACTORY.set(properties, ssl.getName());
        PGProperty.GSS_ENC_MODE.set(properties, "disable");
        PGProperty.REQUIRE_AUTH.set(properties, "none,password,md5,scram-sha-256");
        PGProperty.SOCKET_FACTORY.set(properties, KeepAliveSocketFactory.class.getName());
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
        PGProperty.SOCKET_TIMEOUT.set(properties, CONNECT_SECONDS);
        PGProperty.CANCEL_SIGNAL_TIMEOUT.set(properties, "2");
        // One statement is one extended-protocol message without a name, and results come as text.
        PGProperty.PREFER_QUERY_MODE.set(properties, "extended");
        PGProperty.PREPARE_THRESHOLD.set(properties, 0);
        PGProperty.PREPARED_STATEMENT_CACHE_QUERIES.set(properties, 0);
        PGProperty.BINARY_TRANSFER.set(properties, false);
        PGProperty.READ_ONLY_MODE.set(properties, "transaction");
        PGProperty.ADAPTIVE_FETCH.set(properties, true);
        PGProperty.ADAPTIVE_FETCH_MAXIMUM.set(properties, 5_000);
        PGProperty.MAX_RESULT_BUFFER.set(properties, "16M");
        PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
        return properties;
    }
}
