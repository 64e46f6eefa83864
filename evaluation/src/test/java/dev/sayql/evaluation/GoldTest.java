package dev.sayql.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.embedded.Endpoint;
import dev.sayql.evaluation.EvaluationCase.Expected;
import dev.sayql.testkit.SampleDatabase;
import dev.sayql.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GoldTest {
    private static final Path DATASETS = Path.of("..", "datasets");
    // What relative dates find depends on the day; a month of long ago is asked for because nothing is there.
    private static final Set<String> MAY_BE_EMPTY = Set.of("date", "series");

    @Test
    void goldOfTheSampleShopRunsAndFindsRows() throws SQLException {
        assertThat(faults("ecommerce.jsonl", SampleDatabase.reader())).isEmpty();
    }

    @Test
    void goldOfTheClinicRunsAndFindsRows() throws SQLException, IOException {
        String script = Files.readString(DATASETS.resolve("clinic/schema.sql"))
                + Files.readString(DATASETS.resolve("clinic/data.sql"));
        try (TestDatabase clinic = TestDatabase.create("clinic", script)) {
            assertThat(faults("clinic.jsonl", clinic.reader())).isEmpty();
        }
    }

    private static List<String> faults(String set, Endpoint database) throws SQLException {
        List<String> faults = new ArrayList<>();
        try (Connection connection = TestDatabase.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("SET TIME ZONE 'UTC'");
            for (EvaluationCase one : QuestionSet.read(DATASETS.resolve(set)).cases()) {
                if (one.expected() instanceof Expected.Rows(List<String> gold, ResultMatch match)) {
                    gold.forEach(sql -> faultOf(statement, one, sql, match).ifPresent(faults::add));
                }
            }
        }
        return faults;
    }

    private static Optional<String> faultOf(Statement statement, EvaluationCase one, String sql, ResultMatch match) {
        if (match.ordered() && !sql.contains(" ORDER BY ")) {
            return Optional.of(one.id() + " does not order: " + sql);
        }
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() || MAY_BE_EMPTY.contains(one.kind())
                    ? Optional.empty()
                    : Optional.of(one.id() + " finds nothing: " + sql);
        } catch (SQLException e) {
            return Optional.of(one.id() + " does not run: " + e.getMessage());
        }
    }
}
