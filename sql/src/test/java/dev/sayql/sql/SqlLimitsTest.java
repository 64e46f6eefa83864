package dev.sayql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SqlLimitsTest {

    @Test
    void refusesNulBecauseTheParserWouldStopThere() {
        assertThat(code("SELECT 1\0; DROP TABLE users")).isEqualTo(RejectionCode.NUL_CHARACTER);
    }

    @Test
    void refusesTextsThatAreTooLongTooDeepOrOfTooManyWords() {
        assertThat(code("SELECT '" + "x".repeat(40_000) + "'")).isEqualTo(RejectionCode.TOO_LARGE);
        assertThat(code("SELECT " + "(".repeat(200) + "1" + ")".repeat(200))).isEqualTo(RejectionCode.TOO_LARGE);
        assertThat(code("SELECT 1" + "+1".repeat(5_000))).isEqualTo(RejectionCode.TOO_LARGE);
        assertThat(code("SELECT 1" + "+1".repeat(2_000))).isEqualTo(RejectionCode.TOO_LARGE);
        assertThat(code("SELECT " + "NOT ".repeat(2_000) + "true")).isEqualTo(RejectionCode.TOO_LARGE);
        assertThat(code("SELECT " + "NOT ".repeat(5_900) + "true")).isEqualTo(RejectionCode.TOO_LARGE);
    }

    @Test
    void answersBusyWhenThereIsNoTime() {
        // No time at all, and a statement whose parse takes many milliseconds: no parser is that fast.
        String wide = "SELECT " + "1, ".repeat(1_000) + "1";
        try (SqlValidator hurried = new SqlValidator(Duration.ZERO)) {
            Verdict verdict = hurried.validate(new SqlText(wide), ShopCatalog.RULES);
            assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
            Problem problem = ((Verdict.Rejected) verdict).problems().getFirst();
            assertThat(problem.code()).isEqualTo(RejectionCode.PARSER_BUSY);
            assertThat(problem.code().isRetryable()).isTrue();
        }
    }

    @Test
    void servesManyThreadsAtOnce() throws Exception {
        try (SqlValidator validator = new SqlValidator();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Verdict>> tasks = IntStream.range(0, 64)
                    .mapToObj(i -> (Callable<Verdict>) () -> validator.validate(
                            new SqlText(i % 2 == 0 ? "SELECT " + i : "DELETE FROM users"), ShopCatalog.RULES))
                    .toList();
            var verdicts = threads.invokeAll(tasks);
            for (int i = 0; i < verdicts.size(); i++) {
                assertThat(verdicts.get(i).get() instanceof Verdict.Allowed).isEqualTo(i % 2 == 0);
            }
        }
    }

    @Test
    void suggestsTheNearestNames() {
        assertThat(problem("SELECT * FROM ordres").detail()).contains("orders");
        assertThat(problem("SELECT emial FROM users").detail()).contains("email");
        assertThat(problem("SELECT * FROM targets").detail()).contains("sales.targets");
    }

    private static RejectionCode code(String sql) {
        return problem(sql).code();
    }

    private static Problem problem(String sql) {
        try (SqlValidator validator = new SqlValidator()) {
            Verdict verdict = validator.validate(new SqlText(sql), ShopCatalog.RULES);
            assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
            return ((Verdict.Rejected) verdict).problems().getFirst();
        }
    }
}
