package dev.sayql.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
    static final int NEWEST = 11;

    /** What the scripts leave behind, in their order: a table and a column of each. Tells how far somebody came by hand. */
    private static final List<List<String>> MARKS = List.of(
            List.of("teams", "team_id"),
            List.of("query_history", "max_rows"),
            List.of("tables_metadata", "document"),
            List.of("aggregated_days", "metric_date"),
            List.of("evaluation_results", "run_id"),
            List.of("daily_work", "done_on"),
            List.of("work_underway", "encrypted_reply"),
            List.of("model_calls", "counted_usd"),
            List.of("answer_cache_counts", "saved_usd"),
            List.of("source_policies", "document"),
            List.of("source_semantics", "restores"));

    private Migrations() {}

    /**
     * How far a database is.
     *
     * @param newest number of the last script that was done; 0 when none was
     * @param counted whether Flyway keeps the count; otherwise the scripts were run by hand
     */
    record Done(int newest, boolean counted) {}

    static Done done(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return exists(statement, List.of("flyway_schema_history", "version"))
                    ? new Done(newest(statement), true)
                    : new Done(byHand(statement), false);
        }
    }

    private static boolean exists(Statement statement, List<String> mark) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('%s') AND attname = '%s')
                """.formatted(mark.get(0), mark.get(1)))) {
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

    private static int byHand(Statement statement) throws SQLException {
        int done = 0;
        while (done < MARKS.size() && exists(statement, MARKS.get(done))) {
            done++;
        }
        return done;
    }

    /** Two processes may do this at once; one waits for the other. Scripts that somebody ran by hand are taken as done. */
    static void run(DataSource database, Done done) {
        try {
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:" + FOLDER)
                    .baselineOnMigrate(!done.counted() && done.newest() > 0)
                    .baselineVersion(String.valueOf(done.newest()))
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new SystemDatabaseException("The system database could not be brought to this release.", failure);
        }
    }
}
