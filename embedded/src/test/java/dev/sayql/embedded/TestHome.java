package dev.sayql.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A home folder of one test class. Unpacked programs are shared between homes; the server is stopped at the end. */
final class TestHome implements AutoCloseable {

    private static final Path ALL = Path.of("target", "embedded-homes").toAbsolutePath();

    private final Path folder;

    private TestHome(Path folder) {
        this.folder = folder;
    }

    /** An empty home, but for the programs, which it shares. */
    static TestHome fresh(String name) {
        try {
            Path folder = ALL.resolve(name);
            EmbeddedPostgres.stop(folder);
            if (Files.isSymbolicLink(folder.resolve("postgres"))) {
                Files.delete(folder.resolve("postgres"));
            }
            Folders.delete(folder);
            Files.createDirectories(folder);
            Files.createSymbolicLink(folder.resolve("postgres"), programs());
            return new TestHome(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The programs that all homes share, unpacked when first asked for. */
    static Path programs() {
        Home home = Home.create(ALL.resolve("programs"));
        Binaries.unpack(home, line -> {});
        return home.programs();
    }

    /** Takes the shared programs away again, so that the next start unpacks its own. */
    void forgetPrograms() throws IOException {
        Files.delete(folder.resolve("postgres"));
    }

    Path folder() {
        return folder;
    }

    EmbeddedSettings settings() {
        return EmbeddedSettings.of(folder).withPatience(Duration.ofSeconds(60)).withoutDurability();
    }

    EmbeddedPostgres start() {
        return EmbeddedPostgres.start(settings());
    }

    static Connection connect(Endpoint endpoint) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", endpoint.user());
        properties.setProperty("password", endpoint.password());
        String address = "jdbc:postgresql://" + endpoint.host() + ":" + endpoint.port() + "/" + endpoint.database();
        Connection connection = DriverManager.getConnection(address, properties);
        // The driver names this machine's zone when it connects.
        run(connection, "SET TIME ZONE 'UTC'");
        return connection;
    }

    /** All rows, cells joined with a bar. */
    static List<String> rows(Endpoint endpoint, String sql) throws SQLException {
        try (Connection connection = connect(endpoint);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    cells.add(String.valueOf(rows.getString(column)));
                }
                all.add(String.join("|", cells));
            }
            return all;
        }
    }

    /** Runs statements one after the other, each in its own transaction. */
    static void run(Endpoint endpoint, String... statements) throws SQLException {
        try (Connection connection = connect(endpoint)) {
            for (String statement : statements) {
                run(connection, statement);
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        EmbeddedPostgres.stop(folder);
    }
}
