package dev.sayql.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One statement of ours on a connection: its text, what fills its parameters, what reads a row. */
final class Sql {
    private static final int MOST_IN_A_BATCH = 500;

    private Sql() {}

    /** Fills the parameters. */
    @FunctionalInterface
    interface Fill {
        void into(Parameters parameters) throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Read<T> {
        T from(Row row) throws SQLException;
    }

    static <T> List<T> all(Connection connection, String text, Fill fill, Read<T> read) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            fill.into(new Parameters(statement));
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                Row row = new Row(result);
                while (result.next()) {
                    rows.add(read.from(row));
                }
                return rows;
            }
        }
    }

    static <T> Optional<T> first(Connection connection, String text, Fill fill, Read<T> read) throws SQLException {
        return all(connection, text, fill, read).stream().findFirst();
    }

    /** How many rows the statement changed. */
    static int change(Connection connection, String text, Fill fill) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            fill.into(new Parameters(statement));
            return statement.executeUpdate();
        }
    }

    /** Runs the statement once for each item, in few round trips. */
    static <I> void changeEach(Connection connection, String text, List<I> items, FillFrom<I> fill)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            int waiting = 0;
            for (I item : items) {
                fill.into(new Parameters(statement), item);
                statement.addBatch();
                if (++waiting == MOST_IN_A_BATCH) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            statement.executeBatch();
        }
    }

    /** Fills the parameters from one of several items. */
    @FunctionalInterface
    interface FillFrom<I> {
        void into(Parameters parameters, I item) throws SQLException;
    }
}
