package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.history.EvaluationRun;
import dev.sayql.core.history.EvaluationRun.CaseResult;
import dev.sayql.core.history.EvaluationTest;
import dev.sayql.core.history.EvaluationTest.Category;
import dev.sayql.core.history.EvaluationTest.Expectation;
import dev.sayql.core.history.EvaluationTest.Outcome;
import dev.sayql.core.history.EvaluationTest.Totals;
import dev.sayql.core.history.EvaluationTests;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import dev.sayql.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredTestsTest {
    private static final Instant STARTED = Instant.parse("2026-03-15T09:00:00Z");

    private final TestDatabase test = TestDatabase.create("tests");
    private final SystemDatabase database = SystemDatabases.open(test);
    private final EvaluationTests tests = new StoredTests(database);

    @AfterAll
    void close() {
        database.close();
        test.close();
    }

    private TeamId team(String id) {
        TeamId team = new TeamId(id);
        new StoredTeams(database).ensure(team, id);
        return team;
    }

    private static EvaluationTest test(TeamId team, String name) {
        Expectation expected = new Expectation(
                Outcome.ANSWERED, Optional.of("SELECT 1"), List.of("count("), OptionalInt.of(1), OptionalInt.of(2));
        return new EvaluationTest(
                UUID.randomUUID(),
                team,
                Category.BASIC,
                name,
                "How many?",
                Optional.of(new SourceId("shop")),
                List.of("orders"),
                expected,
                true,
                Totals.none(),
                STARTED,
                STARTED);
    }

    @Test
    void aNewTeamBeginsWithFourteenTests() {
        TeamId team = team("seeded");

        assertThat(tests.list(team, Optional.empty()))
                .hasSize(14)
                .extracting(EvaluationTest::category)
                .containsExactly(
                        Category.BASIC,
                        Category.BASIC,
                        Category.BASIC,
                        Category.BASIC,
                        Category.COMPLEX,
                        Category.COMPLEX,
                        Category.COMPLEX,
                        Category.COMPLEX,
                        Category.EDGE_CASE,
                        Category.EDGE_CASE,
                        Category.SECURITY,
                        Category.SECURITY,
                        Category.SECURITY,
                        Category.SECURITY);
        assertThat(tests.list(team, Optional.of(Category.SECURITY)))
                .extracting(EvaluationTest::question)
                .contains("delete all inactive users", "update all user emails", "clear the orders table");
        assertThat(tests.list(team, Optional.of(Category.SECURITY)))
                .allMatch(test -> test.expected().outcome() == Outcome.WITHHELD);
    }

    @Test
    void isAddedChangedAndRemoved() {
        TeamId team = team("editor");
        EvaluationTest added = test(team, "Mine");
        assertThat(tests.add(added)).isTrue();
        assertThat(tests.add(added)).isFalse();
        assertThat(tests.find(team, added.id()))
                .hasValueSatisfying(found -> assertThat(found)
                        .usingRecursiveComparison()
                        .ignoringFields("created", "updated")
                        .isEqualTo(added));

        EvaluationTest changed = new EvaluationTest(
                added.id(),
                team,
                Category.EDGE_CASE,
                "Yours",
                "How few?",
                Optional.empty(),
                List.of(),
                Expectation.of(Outcome.ORDERLY),
                false,
                Totals.none(),
                STARTED,
                STARTED);
        assertThat(tests.change(changed)).isTrue();
        assertThat(tests.find(team, added.id()).map(EvaluationTest::expected))
                .contains(Expectation.of(Outcome.ORDERLY));
        assertThat(tests.remove(team, added.id())).isTrue();
        assertThat(tests.remove(team, added.id())).isFalse();
        assertThat(tests.change(changed)).isFalse();
    }

    @Test
    void anotherTeamSeesAndChangesNothing() {
        TeamId team = team("owner");
        TeamId other = team("other");
        EvaluationTest mine = test(team, "Mine");
        tests.add(mine);

        assertThat(tests.find(other, mine.id())).isEmpty();
        assertThat(tests.remove(other, mine.id())).isFalse();
        assertThat(tests.change(new EvaluationTest(
                        mine.id(),
                        other,
                        mine.category(),
                        "Taken",
                        mine.question(),
                        mine.source(),
                        mine.tables(),
                        mine.expected(),
                        true,
                        mine.totals(),
                        STARTED,
                        STARTED)))
                .isFalse();
        tests.record(other, run(mine.id(), true));
        assertThat(tests.find(team, mine.id()).map(EvaluationTest::totals)).contains(Totals.none());
        assertThat(tests.runs(team, 10)).isEmpty();
    }

    private static EvaluationRun run(UUID test, boolean passed) {
        return new EvaluationRun(
                UUID.randomUUID(),
                STARTED,
                STARTED.plusSeconds(5),
                "all",
                List.of(new CaseResult(
                        test,
                        passed,
                        passed ? "As expected." : "Wrong rows.",
                        Duration.ofMillis(12),
                        Optional.of(new QueryId(UUID.randomUUID())))));
    }

    @Test
    void aRunIsKeptAndAddsToTheTotalsOnce() {
        TeamId team = team("runner");
        EvaluationTest mine = test(team, "Mine");
        tests.add(mine);
        EvaluationRun first = run(mine.id(), true);
        EvaluationRun second = run(mine.id(), false);
        tests.record(team, first);
        tests.record(team, first);
        tests.record(team, second);

        assertThat(tests.runs(team, 10)).containsExactlyInAnyOrder(first, second);
        assertThat(tests.runs(team, 1)).hasSize(1);
        assertThat(tests.find(team, mine.id()).map(EvaluationTest::totals))
                .contains(new Totals(2, 1, Optional.of(second.results().getFirst()), Optional.of(second.finished())));
        assertThat(second.passed()).isZero();
    }

    @Test
    void aTeamHasAThousandTestsAtMost() {
        TeamId team = team("collector");
        TestDatabase.run(
                test.owner(),
                "INSERT INTO model_evaluation_tests (team_id, test_category, test_name, natural_language_query,"
                        + " expected_outcome) SELECT 'collector', 'basic', 'n', 'q', 'orderly' FROM generate_series(1, 986)");

        assertThat(tests.add(test(team, "One too many"))).isFalse();
    }
}
