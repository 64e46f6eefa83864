package dev.sayql.store;

import dev.sayql.core.history.EvaluationRun;
import dev.sayql.core.history.EvaluationRun.CaseResult;
import dev.sayql.core.history.EvaluationTest;
import dev.sayql.core.history.EvaluationTest.Category;
import dev.sayql.core.history.EvaluationTest.Expectation;
import dev.sayql.core.history.EvaluationTests;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tests and their runs in the system database. Thread-safe. Throws {@link SystemDatabaseException} when the system database
 * cannot be used.
 */
public final class StoredTests implements EvaluationTests {
    private static final String ADD = """
            INSERT INTO model_evaluation_tests (test_category, test_name, natural_language_query, source_id, selected_tables,
                expected_outcome, expected_sql, expected_fragments, expected_min_rows, expected_max_rows, is_active,
                team_id, test_id)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, team_id, ?
            FROM teams WHERE team_id = ? AND (SELECT count(*) FROM model_evaluation_tests WHERE team_id = ?) < ?
            ON CONFLICT (test_id) DO NOTHING
            """;

    private static final String CHANGE = """
            UPDATE model_evaluation_tests SET test_category = ?, test_name = ?, natural_language_query = ?, source_id = ?,
                selected_tables = ?, expected_outcome = ?, expected_sql = ?, expected_fragments = ?, expected_min_rows = ?,
                expected_max_rows = ?, is_active = ?
            WHERE test_id = ? AND team_id = ?
            """;

    private static final String ORDER =
            " ORDER BY array_position('{basic,complex,edge_case,security}'::text[], test_category), position";

    private static final String TOTALS = """
            UPDATE model_evaluation_tests SET last_run_at = ?, last_passed = ?, last_reason = ?, last_duration_us = ?,
                last_query_id = ?, total_runs = total_runs + 1, total_passes = total_passes + ?
            WHERE test_id = ? AND team_id = ?
            """;

    private static final String RESULT = """
            INSERT INTO evaluation_results (run_id, position, test_id, passed, reason, duration_us, query_id)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private final SystemDatabase database;

    public StoredTests(SystemDatabase database) {
        this.database = database;
    }

    @Override
    public boolean add(EvaluationTest test) {
        return database.runOne(
                        "add a test",
                        connection -> Sql.change(
                                connection,
                                ADD,
                                row -> described(row, test)
                                        .uuid(test.id())
                                        .text(test.team().value())
                                        .text(test.team().value())
                                        .number(MOST)))
                == 1;
    }

    @Override
    public boolean change(EvaluationTest test) {
        return database.runOne(
                        "change a test",
                        connection -> Sql.change(
                                connection,
                                CHANGE,
                                row -> described(row, test)
                                        .uuid(test.id())
                                        .text(test.team().value())))
                == 1;
    }

    private static Parameters described(Parameters row, EvaluationTest test) throws SQLException {
        Expectation expected = test.expected();
        return row.text(Row.stored(test.category()))
                .text(test.name())
                .text(test.question())
                .text(test.source().map(SourceId::value))
                .texts(test.tables())
                .text(Row.stored(expected.outcome()))
                .text(expected.sql())
                .texts(expected.fragments())
                .number(expected.leastRows())
                .number(expected.mostRows())
                .flag(test.active());
    }

    @Override
    public Optional<EvaluationTest> find(TeamId team, UUID id) {
        return database.runOne(
                "find a test",
                connection -> Sql.first(
                        connection,
                        "SELECT * FROM model_evaluation_tests WHERE team_id = ? AND test_id = ?",
                        row -> row.text(team.value()).uuid(id),
                        StoredTests::read));
    }

    @Override
    public List<EvaluationTest> list(TeamId team, Optional<Category> category) {
        String statement = "SELECT * FROM model_evaluation_tests WHERE team_id = ?"
                + (category.isPresent() ? " AND test_category = ?" : "") + ORDER;
        return database.runOne(
                "list tests",
                connection -> Sql.all(
                        connection,
                        statement,
                        row -> {
                            row.text(team.value());
                            if (category.isPresent()) {
                                row.text(Row.stored(category.get()));
                            }
                        },
                        StoredTests::read));
    }

    @Override
    public boolean remove(TeamId team, UUID id) {
        return database.runOne(
                        "remove a test",
                        connection -> Sql.change(
                                connection,
                                "DELETE FROM model_evaluation_tests WHERE team_id = ? AND test_id = ?",
                                row -> row.text(team.value()).uuid(id)))
                == 1;
    }

    @Override
    public void record(TeamId team, EvaluationRun run) {
        database.run("record a run", connection -> {
            int added = Sql.change(
                    connection,
                    """
                    INSERT INTO evaluation_runs (run_id, team_id, filter, total, passed, started_at, finished_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (run_id) DO NOTHING
                    """,
                    row -> row.uuid(run.id())
                            .text(team.value())
                            .text(run.filter())
                            .number(run.results().size())
                            .number(run.passed())
                            .moment(run.started())
                            .moment(run.finished()));
            if (added == 1) {
                addResults(connection, team, run);
            }
            return added;
        });
    }

    private static void addResults(Connection connection, TeamId team, EvaluationRun run) throws SQLException {
        List<CaseResult> results = run.results();
        List<Integer> positions = new ArrayList<>();
        for (int position = 0; position < results.size(); position++) {
            positions.add(position);
        }
        Sql.changeEach(
                connection,
                RESULT,
                positions,
                (row, position) -> outcome(
                        row.uuid(run.id())
                                .number(position)
                                .uuid(results.get(position).test()),
                        results.get(position)));
        Sql.changeEach(
                connection,
                TOTALS,
                results,
                (row, result) -> outcome(row.moment(run.finished()), result)
                        .number(result.passed() ? 1 : 0)
                        .uuid(result.test())
                        .text(team.value()));
    }

    private static Parameters outcome(Parameters row, CaseResult result) throws SQLException {
        return row.flag(result.passed())
                .text(result.reason())
                .number(Row.microseconds(result.took()))
                .uuid(result.query().map(QueryId::value));
    }

    @Override
    public List<EvaluationRun> runs(TeamId team, int most) {
        return database.run("list runs", connection -> {
            List<EvaluationRun> runs = Sql.all(
                    connection,
                    "SELECT * FROM evaluation_runs WHERE team_id = ? ORDER BY started_at DESC, run_id LIMIT ?",
                    row -> row.text(team.value()).number(Math.clamp(most, 1, MOST)),
                    row -> new EvaluationRun(
                            row.uuid("run_id"),
                            row.moment("started_at"),
                            row.moment("finished_at"),
                            row.text("filter"),
                            List.of()));
            List<EvaluationRun> whole = new ArrayList<>();
            for (EvaluationRun run : runs) {
                whole.add(new EvaluationRun(
                        run.id(), run.started(), run.finished(), run.filter(), results(connection, run.id())));
            }
            return whole;
        });
    }

    private static List<CaseResult> results(Connection connection, UUID run) throws SQLException {
        return Sql.all(
                connection,
                "SELECT * FROM evaluation_results WHERE run_id = ? ORDER BY position",
                row -> row.uuid(run),
                row -> new CaseResult(
                        row.uuid("test_id"),
                        row.flag("passed"),
                        row.text("reason"),
                        row.duration("duration_us"),
                        row.optionalUuid("query_id").map(QueryId::new)));
    }

    private static EvaluationTest read(Row row) throws SQLException {
        return new EvaluationTest(
                row.uuid("test_id"),
                new TeamId(row.text("team_id")),
                row.value(Category.class, "test_category"),
                row.text("test_name"),
                row.text("natural_language_query"),
                row.optionalText("source_id").map(SourceId::new),
                row.texts("selected_tables"),
                new Expectation(
                        row.value(EvaluationTest.Outcome.class, "expected_outcome"),
                        row.optionalText("expected_sql"),
                        row.texts("expected_fragments"),
                        row.optionalNumber("expected_min_rows"),
                        row.optionalNumber("expected_max_rows")),
                row.flag("is_active"),
                totals(row),
                row.moment("created_at"),
                row.moment("updated_at"));
    }

    private static EvaluationTest.Totals totals(Row row) throws SQLException {
        Optional<Instant> lastRun = row.optionalMoment("last_run_at");
        Optional<CaseResult> last = lastRun.isEmpty()
                ? Optional.empty()
                : Optional.of(new CaseResult(
                        row.uuid("test_id"),
                        row.flag("last_passed"),
                        row.text("last_reason"),
                        row.duration("last_duration_us"),
                        row.optionalUuid("last_query_id").map(QueryId::new)));
        return new EvaluationTest.Totals(row.number("total_runs"), row.number("total_passes"), last, lastRun);
    }
}
