package dev.sayql.jdbc;

import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.sql.ReadOnlySql;
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

    @Override
    public void close() {
        Connector.closeQuietly(opened.connection());
    }
}
