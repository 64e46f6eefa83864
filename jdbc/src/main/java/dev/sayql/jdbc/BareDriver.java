package dev.sayql.jdbc;

import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.sql.ReadOnlySql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Runs checked statements with the driver and nothing else, for comparison: one open connection, no limits, every cell
 * read as text. Not thread-safe.
 */
public final class BareDriver implements AutoCloseable {

    private final OpenedConnection opened;

    /** Connects; {@link SourceUnavailableException} when that is impossible. */
    public BareDriver(JdbcSource source) {
        this.opened = Connector.usual().open(source);
    }

    /** From sending the statement to the last cell read. */
    public Duration run(ReadOnlySql sql) {
        long started = System.nanoTime();
        try (Statement statement = opened.connection().createStatement();
                ResultSet result = statement.executeQuery(sql.text())) {
            int columns = result.getMetaData().getColumnCount();
            long characters = 0;
            while (result.next()) {
                for (int column = 1; column <= columns; column++) {
                    String cell = result.getString(column);
                    characters += cell == null ? 0 : cell.length();
                }
            }
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            opened.connection().rollback();
            return characters < 0 ? Duration.ZERO : took;
        } catch (SQLException failure) {
            throw SourceFailures.of(failure);
        }
    }

    /**
     * From sending the statement, wrapped for so many rows, to the server's description of its result: the server parses and
     * analyses it, as for PREPARE, and neither plans nor runs it. A text sent before is answered by the driver itself.
     */
    public Duration prepare(ReadOnlySql sql, int rows) {
        long started = System.nanoTime();
        try (PreparedStatement statement = opened.connection().prepareStatement(sql.limitedTo(rows))) {
            int columns = statement.getMetaData().getColumnCount();
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            opened.connection().rollback();
            return columns < 0 ? Duration.ZERO : took;
        } catch (SQLException failure) {
            throw SourceFailures.of(failure);
        }
    }

    @Override
    public void close() {
        Connector.closeQuietly(opened.connection());
    }
}
