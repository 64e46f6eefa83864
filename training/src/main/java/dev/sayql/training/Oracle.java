package dev.sayql.training;

import dev.sayql.core.generation.Finding;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs statements over one database, read only, and tells whether they find what the known answer finds. Not thread-safe. */
final class Oracle implements AutoCloseable {
    private static final int MOST_ROWS = 20_001;
    private static final int LONGEST_MILLIS = 1_500;

    private final Connection connection;
    private final Map<String, Optional<ResultTable>> known = new HashMap<>();

    private Oracle(Connection connection) {
        this.connection = connection;
    }

    /** @param url a JDBC URL */
    static Oracle open(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = on");
            statement.execute("SET statement_timeout = " + LONGEST_MILLIS);
        }
        return new Oracle(connection);
    }

    /** Whether the statement finds the same rows as a known answer; a statement that fails does not. */
    boolean isRight(String statement, KnownAnswer question) {
        Optional<ResultTable> found = rows(statement);
        return found.isPresent()
                && question.statements().stream()
                        .flatMap(gold -> rows(gold).stream())
                        .anyMatch(gold -> gold.matches(found.get(), question.ordered(), question.mayShowMore()));
    }

    /** What a statement finds; empty when it fails. Forgotten with {@link #forget}. */
    Optional<ResultTable> rows(String statement) {
        return known.computeIfAbsent(statement, this::run);
    }

    /** What the engine would see of that. */
    Finding finding(String statement) {
        return rows(statement)
                .<Finding>map(table -> Finding.of(table.width(), table.values()))
                .orElseGet(Finding.Broken::new);
    }

    /** Lets go of the rows that are kept. */
    void forget() {
        known.clear();
    }

    private Optional<ResultTable> run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(MOST_ROWS);
            try (ResultSet result = statement.executeQuery(sql)) {
                int width = result.getMetaData().getColumnCount();
                List<List<String>> rows = new ArrayList<>();
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int column = 1; column <= width; column++) {
                        row.add(ResultTable.normal(Optional.ofNullable(result.getString(column))));
                    }
                    rows.add(row);
                }
                return Optional.of(new ResultTable(width, rows));
            }
        } catch (SQLException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
