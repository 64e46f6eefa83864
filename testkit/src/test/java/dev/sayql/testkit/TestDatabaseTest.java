package dev.sayql.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.embedded.Endpoint;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    private static String cell(Endpoint endpoint, String sql) throws SQLException {
        try (Connection connection = TestDatabase.connect(endpoint);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void sharesTheSampleShopDatedFromToday() throws SQLException {
        LocalDate today = SampleDatabase.today();
        assertThat(cell(SampleDatabase.reader(), "SELECT (max(order_date) AT TIME ZONE 'UTC')::date FROM orders"))
                .isEqualTo(today.minusDays(1).toString());
        assertThat(cell(SampleDatabase.owner(), "SELECT current_database()")).isEqualTo("ecommerce");
    }

    @Test
    void givesAnOwnerWhoCanDoAllAndAReaderWhoCanRead() throws SQLException {
        try (TestDatabase database =
                TestDatabase.create("Own & read", "CREATE TABLE a (b integer); INSERT INTO a VALUES (7);")) {
            assertThat(cell(database.reader(), "SELECT b FROM a")).isEqualTo("7");
            TestDatabase.run(database.owner(), "CREATE SCHEMA later; CREATE TABLE later.c AS SELECT 8 AS d");
            assertThat(cell(database.reader(), "SELECT d FROM later.c")).isEqualTo("8");
            assertThatThrownBy(() -> TestDatabase.run(database.reader(), "INSERT INTO a VALUES (9)"))
                    .hasMessageContaining("read-only transaction");
            assertThatThrownBy(() -> TestDatabase.run(database.owner(), "CREATE ROLE other"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void isGoneWhenClosed() {
        TestDatabase database = TestDatabase.create("gone");
        database.close();
        assertThatThrownBy(() -> cell(database.owner(), "SELECT 1")).hasMessageContaining("does not exist");
        assertThatCode(database::close).doesNotThrowAnyException();
    }
}
