package dev.sayql.testkit;

import dev.sayql.embedded.Endpoint;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * A database of a test's own on the shared server, dropped when closed. Its owner has the rights the system database's role has
 * in use: everything in this database, nothing outside. Its reader may only read, tables made later included.
 */
public final class TestDatabase implements AutoCloseable {

    private static final Duration LONGEST_TEST = Duration.ofHours(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Endpoint owner;
    private final Endpoint reader;

    private TestDatabase(Endpoint owner, Endpoint reader) {
        this.owner = owner;
        this.reader = reader;
    }

    /** An empty database; the name is only for people who look at the server. */
    public static TestDatabase create(String name) {
        return create(name, "");
    }

    /** A database filled by a script of plain SQL statements, run as the owner in one transaction. */
    public static TestDatabase create(String name, String script) {
        String database = databaseName(name);
        Endpoint server = SampleDatabase.server();
        Endpoint owner = in(database, SampleDatabase.system());
        Endpoint reader = in(database, SampleDatabase.reader());
        dropForgotten(server);
        run(server, "CREATE DATABASE " + database + " OWNER " + owner.user());
        run(server, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        run(server, "GRANT CONNECT ON DATABASE " + database + " TO " + reader.user());
        // As it is from PostgreSQL 15 on.
        run(in(database, server), "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        run(in(database, server), "GRANT CREATE ON SCHEMA public TO " + owner.user());
        run(owner, "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO " + reader.user());
        run(owner, "ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO " + reader.user());
        run(owner, script);
        return new TestDatabase(owner, reader);
    }

    /** The database as the role that owns it. */
    public Endpoint owner() {
        return owner;
    }

    /** The database as a role that can only read. */
    public Endpoint reader() {
        return reader;
    }

    /** A new connection; the caller closes it. */
    public static Connection connect(Endpoint endpoint) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", endpoint.user());
        properties.setProperty("password", endpoint.password());
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        return DriverManager.getConnection(address(endpoint), properties);
    }

    /** The JDBC address, without user and password. */
    public static String address(Endpoint endpoint) {
        return "jdbc:postgresql://" + endpoint.host() + ":" + endpoint.port() + "/" + endpoint.database();
    }

    /** Runs plain SQL statements in one transaction on a connection of their own. */
    public static void run(Endpoint endpoint, String script) {
        try (Connection connection = connect(endpoint);
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(script);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not run SQL in " + endpoint + ": " + e.getMessage(), e);
        }
    }

    private static Endpoint in(String database, Endpoint as) {
        return new Endpoint(as.host(), as.port(), database, as.user(), as.password());
    }

    /** Starts with the time, so that what a killed test left can be told and dropped by a later one. */
    private static String databaseName(String name) {
        byte[] unique = new byte[4];
        RANDOM.nextBytes(unique);
        String readable = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        String shortened = readable.substring(0, Math.min(readable.length(), 30));
        return "test_" + Instant.now().getEpochSecond() + "_" + HexFormat.of().formatHex(unique) + "_" + shortened;
    }

    private static void dropForgotten(Endpoint server) {
        long before = Instant.now().minus(LONGEST_TEST).getEpochSecond();
        for (String database : testDatabases(server)) {
            if (Long.parseLong(database.split("_", 3)[1]) < before) {
                drop(server, database);
            }
        }
    }

    private static List<String> testDatabases(Endpoint server) {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT datname FROM pg_database WHERE datname ~ '^test_[0-9]+_'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The shared test server does not list its databases", e);
        }
        return names;
    }

    private static void drop(Endpoint server, String database) {
        run(server, "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    /** Drops the database, under open connections too. Can be called more than once. */
    @Override
    public void close() {
        drop(SampleDatabase.server(), owner.database());
    }
}
