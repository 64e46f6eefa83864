package dev.sayql.server;

import dev.sayql.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What the server of a test's database is busy with. */
record SourceActivity(TestDatabase database) {

    /** Waits until so many statements of which this holds (an expression over {@code pg_stat_activity}) run. */
    void await(String condition, int wanted) throws Exception {
        CompletableFuture.runAsync(() -> {
                    while (active(condition) != wanted) {
                        sleep();
                    }
                })
                .get(20, TimeUnit.SECONDS);
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int active(String condition) {
        try (Connection connection = TestDatabase.connect(database.reader());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE state = 'active'"
                        + " AND datname = current_database() AND pid <> pg_backend_pid()"
                        + " AND backend_type = 'client backend' AND " + condition)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
