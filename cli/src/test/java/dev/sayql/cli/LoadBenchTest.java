package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadBenchTest {

    @TempDir
    Path home;

    @Test
    void whatIsMeasuredUsesUpNobodysMonthAndFillsNobodysHistory() throws SQLException {
        try (Cli cli = new Cli().with("SAYQL_HOME", home.toString())) {
            cli.run("ask", "How many orders are there?");
            Cli.Ended ended = cli.run("bench", "--load", "--seconds=1", "--callers=2");

            assertThat(ended.code()).isZero();
            assertThat(ended.out()).contains("distinct questions");
            assertThat(ended.out()).contains("refused: over the limit", "refused: unknown keys");
            assertThat(cli.run("bench", "--rounds=1").code()).isZero();
            assertThat(asked(cli.environment(), "demo")).isEqualTo("1 exchanges, 0 counted, active: true, 10 a minute");
            assertThat(asked(cli.environment(), "bench")).contains("active: false");
        }
    }

    private static String asked(Map<String, String> environment, String team) throws SQLException {
        String url = "jdbc:postgresql://" + environment.get("SYSTEM_DB_HOST") + ":" + environment.get("SYSTEM_DB_PORT")
                + "/" + environment.get("SYSTEM_DB_NAME");
        try (Connection connection = DriverManager.getConnection(
                        url, environment.get("SYSTEM_DB_USER"), environment.get("SYSTEM_DB_PASSWORD"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT (SELECT count(*) FROM query_history h WHERE h.team_id = t.team_id) || ' exchanges, '
                            || current_month_queries || ' counted, active: ' || is_active || ', ' || rate_limit_per_minute || ' a minute'
                        FROM teams t WHERE team_id = '%s'""".formatted(team))) {
            row.next();
            return row.getString(1);
        }
    }
}
