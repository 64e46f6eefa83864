package dev.sayql.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The sample database {@code ecommerce}. Loading is one transaction that readers do not notice until it is done, unless the
 * tables themselves changed with a new release.
 */
final class SampleShop {

    /** Everything the reading role may and may not do; the same text can run again. */
    private static final String READER_RIGHTS = """
            REVOKE ALL ON DATABASE ecommerce FROM PUBLIC;
            GRANT CONNECT ON DATABASE ecommerce TO sayql_reader;
            REVOKE ALL ON SCHEMA public FROM PUBLIC;
            GRANT USAGE ON SCHEMA public TO sayql_reader;
            GRANT SELECT ON ALL TABLES IN SCHEMA public TO sayql_reader;
            -- Large objects could be written by any role otherwise.
            REVOKE EXECUTE ON FUNCTION lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea) FROM PUBLIC;
            ALTER ROLE sayql_reader CONNECTION LIMIT 50;
            ALTER ROLE sayql_reader SET default_transaction_read_only = on;
            ALTER ROLE sayql_reader SET statement_timeout = '60s';
            ALTER ROLE sayql_reader SET idle_in_transaction_session_timeout = '60s';
            ALTER ROLE sayql_reader SET temp_file_limit = '1GB';
            """;

    private final Connection connection;
    private final Consumer<String> progress;

    SampleShop(Connection connection, Consumer<String> progress) {
        this.connection = connection;
        this.progress = progress;
    }

    Optional<SampleLoad> lastLoad() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet there = statement.executeQuery("SELECT to_regclass('sayql_sample.load') IS NOT NULL")) {
                if (!there.next() || !there.getBoolean(1)) {
                    return Optional.empty();
                }
            }
            try (ResultSet row =
                    statement.executeQuery("SELECT schema_sha256, data_sha256, day FROM sayql_sample.load")) {
                return row.next()
                        ? Optional.of(
                                new SampleLoad(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class)))
                        : Optional.empty();
            }
        }
    }

    void load(SampleLoad wanted) throws SQLException {
        progress.accept("Loading the sample shop, dated " + wanted.day());
        boolean keepTables = lastLoad().filter(wanted::hasTablesOf).isPresent();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET LOCAL lock_timeout = '30s'");
            if (!keepTables) {
                statement.execute(
                        "DROP SCHEMA IF EXISTS public, sayql_sample CASCADE; CREATE SCHEMA public; CREATE SCHEMA sayql_sample");
                statement.execute("CREATE TABLE sayql_sample.load (schema_sha256 text, data_sha256 text, day date)");
                statement.execute(SampleLoad.script("schema.sql"));
            }
            statement.execute("SET LOCAL sayql.sample_date = '" + wanted.day() + "'");
            statement.execute(SampleLoad.script("data.sql"));
            statement.execute(READER_RIGHTS);
            recordLoad(wanted);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("VACUUM ANALYZE");
        }
    }

    private void recordLoad(SampleLoad load) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement("DELETE FROM sayql_sample.load");
                PreparedStatement keep =
                        connection.prepareStatement("INSERT INTO sayql_sample.load VALUES (?, ?, ?)")) {
            forget.executeUpdate();
            keep.setString(1, load.schema());
            keep.setString(2, load.data());
            keep.setObject(3, load.day());
            keep.executeUpdate();
        }
    }
}
