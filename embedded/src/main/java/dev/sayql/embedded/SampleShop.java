package dev.sayql.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The sample database {@code ecommerce}. Its dates count back from the day it was loaded, so it is loaded again when it is more
 * than {@value #FRESH_DAYS} days old: "last month" then still has orders. Loading is one transaction that readers do not notice
 * until it is done, unless the tables themselves changed with a new release.
 */
final class SampleShop {

    static final int FRESH_DAYS = 7;

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

    private record Load(String schema, String data, LocalDate day) {}

    private final Connection connection;
    private final LocalDate today;
    private final Consumer<String> progress;
    private final String schemaScript = script("schema.sql");
    private final String dataScript = script("data.sql");

    SampleShop(Connection connection, LocalDate today, Consumer<String> progress) {
        this.connection = connection;
        this.today = today;
        this.progress = progress;
    }

    /** Loads the sample when it is missing, of another build or older than {@value #FRESH_DAYS} days, or in any case. */
    void prepare(boolean always) throws SQLException {
        Optional<Load> last = lastLoad();
        boolean sameTables = last.filter(load -> load.schema().equals(fingerprint(schemaScript)))
                .isPresent();
        boolean sameData = sameTables
                && last.filter(load -> load.data().equals(fingerprint(dataScript)))
                        .isPresent();
        boolean fresh = last.filter(load -> isFresh(load.day())).isPresent();
        if (always || !sameData || !fresh) {
            load(sameTables);
        }
    }

    /** A clock that was set back counts as too old as well: nothing may lie in the future. */
    private boolean isFresh(LocalDate day) {
        return !day.isAfter(today) && ChronoUnit.DAYS.between(day, today) <= FRESH_DAYS;
    }

    private Optional<Load> lastLoad() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet there = statement.executeQuery("SELECT to_regclass('sayql_sample.load') IS NOT NULL")) {
                if (!there.next() || !there.getBoolean(1)) {
                    return Optional.empty();
                }
            }
            try (ResultSet row =
                    statement.executeQuery("SELECT schema_sha256, data_sha256, day FROM sayql_sample.load")) {
                return row.next()
                        ? Optional.of(new Load(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class)))
                        : Optional.empty();
            }
        }
    }

    private void load(boolean keepTables) throws SQLException {
        progress.accept("Loading the sample shop, dated " + today);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET LOCAL lock_timeout = '30s'");
            if (!keepTables) {
                statement.execute(
                        "DROP SCHEMA IF EXISTS public, sayql_sample CASCADE; CREATE SCHEMA public; CREATE SCHEMA sayql_sample");
                statement.execute("CREATE TABLE sayql_sample.load (schema_sha256 text, data_sha256 text, day date)");
                statement.execute(schemaScript);
            }
            statement.execute("SET LOCAL sayql.sample_date = '" + today + "'");
            statement.execute(dataScript);
            statement.execute(READER_RIGHTS);
            recordLoad();
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("VACUUM ANALYZE");
        }
    }

    private void recordLoad() throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement("DELETE FROM sayql_sample.load");
                PreparedStatement keep =
                        connection.prepareStatement("INSERT INTO sayql_sample.load VALUES (?, ?, ?)")) {
            forget.executeUpdate();
            keep.setString(1, fingerprint(schemaScript));
            keep.setString(2, fingerprint(dataScript));
            keep.setObject(3, today);
            keep.executeUpdate();
        }
    }

    private static String fingerprint(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String script(String name) {
        try (InputStream text = SampleShop.class.getResourceAsStream("ecommerce/" + name)) {
            if (text == null) {
                throw new IllegalStateException(name + " is missing from the build");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }
}
