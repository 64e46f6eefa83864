package dev.sayql.api;

import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.core.history.DailyMetrics;
import dev.sayql.core.history.EvaluationMetrics;
import dev.sayql.core.history.MonthlyUsage;
import dev.sayql.core.team.ModelPolicies;
import dev.sayql.core.team.ModelPolicy;
import dev.sayql.core.team.MonthlyQuota;
import dev.sayql.core.team.TeamLimits;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How questions went, day by day, and what a team used. Thread-safe. */
final class MetricsCalls {

    private static final int USUAL_DAYS = 30;

    private final Records records;
    private final MonthlyQuota quota;
    private final ModelPolicies policies;
    private final Clock clock;

    MetricsCalls(Records records, MonthlyQuota quota, ModelPolicies policies, Clock clock) {
        this.records = records;
        this.quota = quota;
        this.policies = policies;
        this.clock = clock;
    }

    List<Route> routes(Reception reception) {
        return List.of(
                reception.look("GET", "/evaluation/metrics", this::metrics),
                reception.look("GET", "/usage", this::usage));
    }

    /** Figures of some days. */
    record MetricsObject(String startDate, String endDate, List<DayObject> days, DayObject totals) {}

    private Reply metrics(Visit visit) {
        QueryFields fields = new QueryFields(visit.request());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate last = fields.day("end_date").orElse(today);
        LocalDate first = fields.day("start_date").orElse(last.minusDays(USUAL_DAYS - 1));
        if (first.isAfter(last)) {
            fields.wrong("start_date", "start_date must not be after end_date.");
        }
        if (ChronoUnit.DAYS.between(first, last) >= EvaluationMetrics.MOST_DAYS) {
            fields.wrong("start_date", "start_date must be at most 3,660 days before end_date.");
        }
        List<FieldProblem> problems = fields.problems();
        return Reception.wrong(problems)
                .orElseGet(() -> Reply.json(
                        200,
                        new MetricsObject(
                                first.toString(),
                                last.toString(),
                                records.metrics().daily(visit.teamId(), first, last).stream()
                                        .map(DayObject::of)
                                        .toList(),
                                DayObject.of(records.metrics().totals(visit.teamId(), first, last)))));
    }

    /** A day's figures, or those of several days together. */
    record DayObject(
            String startDate,
            String endDate,
            long questions,
            long answered,
            long withheld,
            long failed,
            long cacheHits,
            double successRate,
            double cacheHitRate,
            double meanMs,
            double p50Ms,
            double p95Ms,
            double p99Ms,
            double maxMs,
            long ratings,
            @Nullable Double meanRating,
            long thumbsUp,
            long thumbsDown,
            double feedbackRate,
            Map<String, Long> errors,
            long inputTokens,
            long outputTokens,
            BigDecimal costUsd,
            BigDecimal savedUsd,
            long firstAttempts,
            double firstAttemptSuccessRate,
            long retries,
            @Nullable Double meanComplexity) {

        static DayObject of(DailyMetrics day) {
            DailyMetrics.Volume volume = day.volume();
            DailyMetrics.Latency latency = day.latency();
            return new DayObject(
                    day.first().toString(),
                    day.last().toString(),
                    volume.questions(),
                    volume.answered(),
                    volume.withheld(),
                    volume.failed(),
                    volume.cacheHits(),
                    volume.successRate(),
                    volume.cacheHitRate(),
                    millis(latency.mean()),
                    millis(latency.p50()),
                    millis(latency.p95()),
                    millis(latency.p99()),
                    millis(latency.most()),
                    day.ratings().count(),
                    orNull(day.ratings().mean()),
                    day.thumbs().up(),
                    day.thumbs().down(),
                    volume.feedbackRate(),
                    new TreeMap<>(day.errors()),
                    day.spent().inputTokens(),
                    day.spent().outputTokens(),
                    day.spent().cost(),
                    day.saved(),
                    day.firstAttempts().count(),
                    day.firstAttempts().successRate(),
                    day.retries(),
                    orNull(day.complexity()));
        }

        private static double millis(Duration duration) {
            return duration.toNanos() / 1_000_000.0;
        }

        private static @Nullable Double orNull(OptionalDouble value) {
            return value.isPresent() ? (Double) value.getAsDouble() : null;
        }
    }

    /** What was used this month. */
    record UsageObject(
            String month,
            long questions,
            long answered,
            long cacheHits,
            long inputTokens,
            long outputTokens,
            BigDecimal costUsd,
            @Nullable ModelObject model,
            int counted,
            int monthlyLimit,
            int remaining,
            String resetsAt,
            int perMinute,
            int burst,
            int running,
            int queued) {}

    /** The language model that is asked, and what the team may spend on it this month. */
    record ModelObject(String id, BigDecimal budgetUsd, BigDecimal countedUsd, BigDecimal leftUsd) {}

    private Optional<ModelObject> model(Visit visit, YearMonth month) {
        ModelPolicy policy = policies.of(visit.teamId());
        return records.model()
                .filter(model -> policy.sharing() != ModelPolicy.Sharing.NOTHING)
                .map(model -> {
                    BigDecimal budget = policy.monthlyBudget().orElse(model.budget());
                    BigDecimal counted = records.egress().counted(visit.teamId(), month);
                    BigDecimal left = budget.subtract(counted).max(BigDecimal.ZERO);
                    return new ModelObject(model.id(), budget, counted, left);
                });
    }

    private Reply usage(Visit visit) {
        YearMonth month = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        MonthlyUsage used = records.usage().of(visit.teamId(), month);
        MonthlyQuota.Counted counted = quota.look(visit.team());
        TeamLimits limits = visit.team().limits();
        return Reply.json(
                200,
                new UsageObject(
                        used.month().toString(),
                        used.questions(),
                        used.answered(),
                        used.cacheHits(),
                        used.spent().inputTokens(),
                        used.spent().outputTokens(),
                        used.spent().cost(),
                        model(visit, month).orElse(null),
                        counted.used(),
                        counted.limit(),
                        Math.max(0, counted.limit() - counted.used()),
                        counted.resets().toString(),
                        limits.perMinute(),
                        limits.burst(),
                        limits.running(),
                        limits.queued()));
    }
}
