package dev.sayql.api;

import dev.sayql.core.history.AnswerCache;
import dev.sayql.core.history.DailyMetrics;
import dev.sayql.core.history.EgressLog;
import dev.sayql.core.history.EvaluationMetrics;
import dev.sayql.core.history.EvaluationRun;
import dev.sayql.core.history.EvaluationTest;
import dev.sayql.core.history.EvaluationTests;
import dev.sayql.core.history.History;
import dev.sayql.core.history.HistoryPages;
import dev.sayql.core.history.MonthlyUsage;
import dev.sayql.core.history.VerifiedQueries;
import dev.sayql.core.history.VerifiedQuery;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/** Keeps nothing but history. */
final class FakeRecords {

    private FakeRecords() {}

    static Records with(History history, EgressLog egress, AnswerCache answers) {
        return new Records(
                history,
                (team, filter, after, most) -> new HistoryPages.Page(List.of(), Optional.empty()),
                (team, id, feedback) -> history.find(team, id).isPresent(),
                new NoVerifiedQueries(),
                new NoTests(),
                new NoMetrics(),
                (team, month) -> new MonthlyUsage(month, 0, 0, 0, new DailyMetrics.Spent(0, 0, BigDecimal.ZERO)),
                egress,
                answers,
                Optional.of(new Records.Model("clever-1", BigDecimal.TEN)));
    }

    private record NoVerifiedQueries() implements VerifiedQueries {
        @Override
        public boolean propose(VerifiedQuery query) {
            return true;
        }

        @Override
        public Optional<VerifiedQuery> find(TeamId team, UUID id) {
            return Optional.empty();
        }

        @Override
        public List<VerifiedQuery> list(TeamId team, VerifiedQuery.Status status) {
            return List.of();
        }

        @Override
        public List<VerifiedQuery> of(TeamId team, SourceId source) {
            return List.of();
        }

        @Override
        public Optional<VerifiedQuery> approved(TeamId team, SourceId source, String question) {
            return Optional.empty();
        }

        @Override
        public boolean approve(TeamId team, UUID id, String reviewer, String fingerprint) {
            return false;
        }

        @Override
        public boolean reject(TeamId team, UUID id, String reviewer) {
            return false;
        }

        @Override
        public boolean remove(TeamId team, UUID id) {
            return false;
        }
    }

    private record NoTests() implements EvaluationTests {
        @Override
        public boolean add(EvaluationTest test) {
            return true;
        }

        @Override
        public Optional<EvaluationTest> find(TeamId team, UUID id) {
            return Optional.empty();
        }

        @Override
        public List<EvaluationTest> list(TeamId team, Optional<EvaluationTest.Category> category) {
            return List.of();
        }

        @Override
        public boolean change(EvaluationTest test) {
            return false;
        }

        @Override
        public boolean remove(TeamId team, UUID id) {
            return false;
        }

        @Override
        public void record(TeamId team, EvaluationRun run) {
            // kept nowhere
        }

        @Override
        public List<EvaluationRun> runs(TeamId team, int most) {
            return List.of();
        }
    }

    private record NoMetrics() implements EvaluationMetrics {
        @Override
        public List<DailyMetrics> daily(TeamId team, LocalDate first, LocalDate last) {
            return List.of();
        }

        @Override
        public DailyMetrics totals(TeamId team, LocalDate first, LocalDate last) {
            return new DailyMetrics(
                    first,
                    last,
                    new DailyMetrics.Volume(0, 0, 0, 0, 0, 0),
                    new DailyMetrics.Latency(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO),
                    new DailyMetrics.Ratings(0, OptionalDouble.empty()),
                    new DailyMetrics.Thumbs(0, 0),
                    Map.of(),
                    new DailyMetrics.Spent(0, 0, BigDecimal.ZERO),
                    BigDecimal.ZERO,
                    new DailyMetrics.FirstAttempts(0, 0),
                    0,
                    OptionalDouble.empty());
        }

        @Override
        public int aggregate(LocalDate day) {
            return 0;
        }
    }
}
