package dev.sayql.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The numbered, forward-only scripts beside this class. Flyway takes about a second to load, so it is only asked when one
 * plain query says that something is to do.
 */
final class Migrations {
    static final String FOLDER = "dev/sayql/store/migrations";

    /** The number of the last script. */
    static final int NEWEST = 2;

    private Migrations() {}

    static boolean areDone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return exists(statement) && newest(statement) == NEWEST;
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT to_regclass('flyway_schema_history') IS NOT NULL")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static int newest(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                SELECT coalesce(max(version::integer), 0) FROM flyway_schema_history
                WHERE success AND version ~ '^[0-9]+$'
                """)) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Two processes may do this at once; one waits for the other. */
    static void run(DataSource database) {
        try {
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:" + FOLDER)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new SystemDatabaseException("The system database could not be brought to this release.", failure);
        }
    }
}
