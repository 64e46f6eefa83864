package dev.sayql.jdbc;

import dev.sayql.core.schema.InspectionProgress;
import dev.sayql.core.schema.InspectionProgress.Step;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Runs our questions to the catalogue in one session, a thousand rows at a time, and tells how far it has come. */
record CatalogRows(ReadOnlySession session, InspectionProgress progress) {
    private static final int AT_ONCE = 1_000;

    interface Handler {
        void handle(ResultSet row) throws SQLException;
    }

    void each(String query, Step step, Handler handler) throws SQLException {
        try (Statement statement = session.statement(AT_ONCE);
                ResultSet rows = statement.executeQuery(query)) {
            int count = 0;
            while (rows.next()) {
                handler.handle(rows);
                count++;
                if (count % AT_ONCE == 0) {
                    progress.reached(step, count);
                }
            }
            progress.reached(step, count);
        }
    }

    /** The texts of an array; none when it is NULL. */
    static List<String> texts(ResultSet row, int column) throws SQLException {
        Optional<Array> array = Optional.ofNullable(row.getArray(column));
        return array.isPresent() ? List.of((String[]) array.get().getArray()) : List.of();
    }

    static Optional<String> text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
