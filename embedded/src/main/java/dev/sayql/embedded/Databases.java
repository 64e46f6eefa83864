package dev.sayql.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The two databases and the roles in the server. Every step finds out for itself whether it is still to do, so a set-up that
 * was cut off goes on where it stopped.
 */
final class Databases {

    static final String HOST = "127.0.0.1";
    static final String SYSTEM = "sayql";
    static final String SAMPLE = "ecommerce";

    private static final String NO_SUCH_DATABASE = "3D000";

    private final Home home;
    private final int port;
    private final Credentials credentials;
    private final EmbeddedSettings settings;

    Databases(Home home, int port, EmbeddedSettings settings) {
        this.home = home;
        this.port = port;
        this.credentials = Credentials.read(home);
        this.settings = settings;
    }

    Endpoint administration() {
        return new Endpoint(HOST, port, "postgres", Credentials.ADMINISTRATOR, credentials.administrator());
    }

    Endpoint system() {
        return new Endpoint(HOST, port, SYSTEM, Credentials.SYSTEM, credentials.system());
    }

    Endpoint sample() {
        return new Endpoint(HOST, port, SAMPLE, Credentials.READER, credentials.reader());
    }

    /**
     * Creates what is missing; loads the sample when it is missing, of another build, or too old. When the note beside the data
     * says that nothing is to do, no connection is made: most starts are of that kind and should take no time.
     */
    void prepare() {
        SampleLoad wanted = SampleLoad.wanted(settings.clock());
        if (SampleLoad.noted(home).filter(wanted::isMetBy).isPresent()) {
            return;
        }
        try (Connection sample = connect(SAMPLE)) {
            SampleShop shop = new SampleShop(sample, settings.progress());
            Optional<SampleLoad> found = shop.lastLoad().filter(wanted::isMetBy);
            if (found.isEmpty()) {
                shop.load(wanted);
            }
            found.orElse(wanted).note(home);
        } catch (SQLException e) {
            if (!NO_SUCH_DATABASE.equals(e.getSQLState())) {
                throw failed(e);
            }
            create();
        }
    }

    /** Loads the sample again, dated from today. */
    void resetSample() {
        SampleLoad wanted = SampleLoad.wanted(settings.clock());
        try (Connection sample = connect(SAMPLE)) {
            new SampleShop(sample, settings.progress()).load(wanted);
            wanted.note(home);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void create() {
        settings.progress().accept("Creating the databases " + SYSTEM + " and " + SAMPLE);
        try (Connection administration = connect("postgres")) {
            createRole(administration, Credentials.SYSTEM, credentials.system());
            createRole(administration, Credentials.READER, credentials.reader());
            for (String database : List.of("postgres", "template1")) {
                run(administration, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
            }
            createDatabase(administration, SYSTEM, Credentials.SYSTEM);
            run(administration, "REVOKE ALL ON DATABASE " + SYSTEM + " FROM PUBLIC");
            createDatabase(administration, SAMPLE, Credentials.ADMINISTRATOR);
        } catch (SQLException e) {
            throw failed(e);
        }
        resetSample();
    }

    private static void createRole(Connection connection, String role, String password) throws SQLException {
        if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", role)) {
            run(connection, "CREATE ROLE " + role);
        }
        run(connection, "ALTER ROLE " + role + " LOGIN PASSWORD '" + password + "'");
    }

    private static void createDatabase(Connection connection, String database, String owner) throws SQLException {
        if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", database)) {
            run(connection, "CREATE DATABASE " + database + " OWNER " + owner);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Credentials.ADMINISTRATOR);
        properties.setProperty("password", credentials.administrator());
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("ApplicationName", "sayql-embedded");
        return DriverManager.getConnection("jdbc:postgresql://" + HOST + ":" + port + "/" + database, properties);
    }

    private static EmbeddedException failed(SQLException cause) {
        return new EmbeddedException(
                EmbeddedException.Code.SERVER_FAILED,
                "The embedded PostgreSQL runs but its databases could not be prepared: " + cause.getMessage()
                        + ". Try again; if it stays, move the home folder's data away to start afresh.",
                cause);
    }
}
