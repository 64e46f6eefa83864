package dev.sayql.api;

import dev.sayql.core.history.EvaluationRun;
import dev.sayql.core.history.EvaluationTest;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A test on the wire. Immutable. */
record TestObject(
        String id,
        String category,
        String name,
        String naturalLanguageQuery,
        @Nullable String source,
        @Nullable List<String> selectedTables,
        String expectedOutcome,
        @Nullable String expectedSql,
        List<String> sqlContains,
        @Nullable Integer minRows,
        @Nullable Integer maxRows,
        boolean active,
        int runs,
        int passes,
        @Nullable String lastRun,
        @Nullable Boolean lastPassed,
        @Nullable String lastReason,
        String createdAt,
        String updatedAt) {

    static TestObject of(EvaluationTest test) {
        EvaluationTest.Expectation expected = test.expected();
        EvaluationTest.Totals totals = test.totals();
        return new TestObject(
                test.id().toString(),
                AnswerObjects.id(test.category()),
                test.name(),
                test.question(),
                test.source().map(SourceId::value).orElse(null),
                test.tables().isEmpty() ? null : test.tables(),
                AnswerObjects.id(expected.outcome()),
                expected.sql().orElse(null),
                expected.fragments(),
                orNull(expected.leastRows()),
                orNull(expected.mostRows()),
                test.active(),
                totals.runs(),
                totals.passes(),
                totals.lastRun().map(Instant::toString).orElse(null),
                totals.last().map(EvaluationRun.CaseResult::passed).orElse(null),
                totals.last().map(EvaluationRun.CaseResult::reason).orElse(null),
                test.created().toString(),
                test.updated().toString());
    }

    private static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? (Integer) value.getAsInt() : null;
    }

    /** All tests. */
    record ListObject(List<TestObject> tests) {}

    /** A run with its cases. */
    record RunObject(
            String runId,
            String startedAt,
            String finishedAt,
            String filter,
            int total,
            long passed,
            long failed,
            int notRun,
            List<CaseObject> results) {

        static RunObject of(EvaluationRun run, int notRun, Map<UUID, EvaluationTest> tests) {
            return new RunObject(
                    run.id().toString(),
                    run.started().toString(),
                    run.finished().toString(),
                    run.filter(),
                    run.results().size() + notRun,
                    run.passed(),
                    run.results().size() - run.passed(),
                    notRun,
                    run.results().stream()
                            .map(result -> CaseObject.of(result, tests.get(result.test())))
                            .toList());
        }
    }

    /** How one test went. */
    record CaseObject(
            String testId,
            String name,
            String category,
            boolean passed,
            String reason,
            long tookMs,
            @Nullable String queryId) {

        static CaseObject of(EvaluationRun.CaseResult result, @Nullable EvaluationTest test) {
            return new CaseObject(
                    result.test().toString(),
                    test == null ? "" : test.name(),
                    test == null ? "" : AnswerObjects.id(test.category()),
                    result.passed(),
                    result.reason(),
                    result.took().toMillis(),
                    result.query().map(QueryId::toString).orElse(null));
        }
    }

    /** A run without its cases. */
    record SummaryObject(
            String runId, String startedAt, String finishedAt, String filter, int total, long passed, long failed) {

        static SummaryObject of(EvaluationRun run) {
            return new SummaryObject(
                    run.id().toString(),
                    run.started().toString(),
                    run.finished().toString(),
                    run.filter(),
                    run.results().size(),
                    run.passed(),
                    run.results().size() - run.passed());
        }
    }

    /** The latest runs. */
    record RunsObject(List<SummaryObject> runs) {}
}
