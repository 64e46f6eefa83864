package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.history.AuditEntry;
import dev.sayql.core.history.AuditLog;
import dev.sayql.core.history.EgressLog;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.history.HistoryFilter;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.team.TeamId;
import dev.sayql.testkit.FixedClock;
import dev.sayql.testkit.TestDatabase;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DailyWorkTest {
    private static final TeamId TEAM = new TeamId("demo");
    private static final LocalDate DAY = LocalDate.parse("2026-03-16");

    private final TestDatabase test = TestDatabase.create("daily work");
    private final SystemDatabase database = SystemDatabases.open(test);
    private final FixedClock clock = FixedClock.at("2026-03-16T12:00:00Z");
    private final StoredHistory history = new StoredHistory(database, clock);
    private final StoredMetrics metrics = new StoredMetrics(database, clock);
    private final StoredAudit audit = new StoredAudit(database);
    private final PastExchanges past = PastExchanges.of("demo");

    @AfterEach
    void close() {
        audit.close();
        database.close();
        test.close();
    }

    private DailyWork work() {
        SecureRandom random = new SecureRandom();
        MasterKeys master =
                MasterKeys.only(MasterKey.of(MasterKey.random(random)).orElseThrow());
        return new DailyWork(
                database,
                metrics,
                new TokenBuckets(database, clock),
                new StoredIdempotency(database, master, random, clock),
                new RetentionPeriods(10, 5),
                clock);
    }

    private static AuditEntry entry(Instant at) {
        return new AuditEntry(
                UUID.randomUUID(),
                at,
                Optional.of(TEAM),
                Optional.of("key"),
                "192.0.2.1",
                "POST",
                "/query/generate",
                200,
                Duration.ofMillis(12),
                Optional.of(new QueryId(UUID.randomUUID())),
                Optional.empty());
    }

    @Test
    void isDoneOnceADayByOneOfSeveralNodes() {
        history.record(past.at("2026-03-14T09:00:00Z"));
        history.record(past.at("2026-03-15T09:00:00Z"));
        DailyWork here = work();
        DailyWork there = work();

        assertThat(here.runIfDue()).contains(new DailyWork.Done(2, 0, 0, 0));
        assertThat(there.runIfDue()).isEmpty();
        assertThat(here.runIfDue()).isEmpty();

        clock.advance(Duration.ofDays(1));
        assertThat(there.runIfDue()).map(DailyWork.Done::days).contains(1);
        assertThat(here.runIfDue()).isEmpty();
    }

    @Test
    void whatIsRecordedSoonIsThereWhenTheLogIsClosed() {
        List<AuditEntry> refused = IntStream.range(0, 1_200)
                .mapToObj(second -> entry(Instant.parse("2026-03-15T00:00:00Z").plusSeconds(second)))
                .toList();
        refused.forEach(audit::recordSoon);
        audit.close();

        assertThat(audit.latest(Optional.empty(), AuditLog.MOST))
                .hasSize(AuditLog.MOST)
                .contains(refused.getLast());
    }

    @Test
    void keepsTheCallsToModelsThatAMonthsBudgetStandsOn() {
        StoredModelCalls calls = new StoredModelCalls(database);
        for (String at : List.of("2026-02-28T23:59:59Z", "2026-03-01T00:00:00Z")) {
            calls.keep(
                    new EgressLog.Call(
                            UUID.randomUUID(), TEAM, Optional.empty(), Instant.parse(at), "m", "POST /", "{}"),
                    BigDecimal.ONE,
                    BigDecimal.TEN);
        }

        work().run();

        assertThat(calls.latest(TEAM, Optional.empty(), 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.call().at()).isEqualTo("2026-03-01T00:00:00Z"));
    }

    @Test
    void deletesWholeDaysThatArePastTheirTimeAndKeepsTheirMetrics() {
        history.record(past.at("2026-03-05T23:59:59Z"));
        Exchange kept = past.at("2026-03-06T00:00:00Z");
        history.record(kept);
        audit.record(entry(Instant.parse("2026-03-10T23:59:59Z")));
        AuditEntry keptEntry = entry(Instant.parse("2026-03-11T00:00:00Z"));
        audit.record(keptEntry);

        DailyWork.Done done = work().run();

        assertThat(done.exchanges()).isEqualTo(1);
        assertThat(done.auditEntries()).isEqualTo(1);
        assertThat(history.page(TEAM, HistoryFilter.all(), Optional.empty(), 10).exchanges())
                .singleElement()
                .satisfies(exchange ->
                        assertThat(exchange.id()).isEqualTo(kept.question().id()));
        assertThat(audit.latest(Optional.empty(), 10)).containsExactly(keptEntry);
        assertThat(metrics.totals(TEAM, LocalDate.parse("2026-03-05"), DAY)
                        .volume()
                        .questions())
                .isEqualTo(2);
    }

    @Test
    void deletesMoreThanOneBatch() {
        TestDatabase.run(test.owner(), """
                INSERT INTO query_history (query_id, team_id, source_id, natural_language_query, explanation, ending,
                    success, started_at, duration_us, trust)
                SELECT gen_random_uuid(), 'demo', 'shop', 'q', 'e', 'answered', true, '2025-12-31', n, 'checked'
                FROM generate_series(1, 12000) n
                """);

        assertThat(work().run().exchanges()).isEqualTo(12_000);
    }

    @Test
    void anExchangeThatMidnightPassedOverIsCountedOnItsDay() {
        Exchange late = past.at("2026-03-16T23:59:59.995Z");
        history.record(past.at("2026-03-16T12:00:00Z"));
        clock.advance(Duration.ofHours(12).plusSeconds(5));
        work().run();
        assertThat(metrics.totals(TEAM, DAY, DAY).volume().questions()).isEqualTo(1);

        history.record(late);

        assertThat(metrics.totals(TEAM, DAY, DAY).volume().questions()).isEqualTo(2);
    }

    @Test
    void theAuditLogGivesBackWhatWasRecordedOnce() {
        AuditEntry first = entry(clock.instant());
        AuditEntry nobodys = new AuditEntry(
                UUID.randomUUID(),
                clock.instant().plusSeconds(1),
                Optional.empty(),
                Optional.empty(),
                "2001:db8::1",
                "GET",
                "/query/{id}",
                401,
                Duration.ZERO,
                Optional.empty(),
                Optional.of("unauthenticated"));
        audit.record(first);
        audit.record(first);
        audit.record(nobodys);

        assertThat(audit.latest(Optional.empty(), 10)).containsExactly(nobodys, first);
        assertThat(audit.latest(Optional.of(TEAM), 10)).containsExactly(first);
        assertThat(audit.latest(Optional.of(new TeamId("other")), 10)).isEmpty();
    }
}
