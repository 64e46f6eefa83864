package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.team.MonthlyQuota.Counted;
import dev.sayql.core.team.Team;
import dev.sayql.core.team.TeamId;
import dev.sayql.core.team.TeamLimits;
import dev.sayql.testkit.FixedClock;
import dev.sayql.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredQuotaTest {
    private static final Instant NEXT_MONTH = Instant.parse("2026-04-01T00:00:00Z");

    private final TestDatabase test = TestDatabase.create("quota");
    private final SystemDatabase database = SystemDatabases.open(test);
    private final SystemDatabase otherDatabase = SystemDatabases.open(test);
    private final FixedClock clock = FixedClock.at("2026-03-31T23:59:00Z");
    private final StoredQuota quota = new StoredQuota(database, clock);

    @AfterAll
    void close() {
        database.close();
        otherDatabase.close();
        test.close();
    }

    private Team team(String id, int monthly) {
        TeamLimits limits = new TeamLimits(10, 20, monthly, 4, 16);
        Team team = new Team(new TeamId(id), id, Optional.empty(), limits, true, clock.instant());
        new StoredTeams(database).create(team);
        TestDatabase.run(test.owner(), "UPDATE teams SET current_month = '2026-03-01' WHERE team_id = '" + id + "'");
        return team;
    }

    @Test
    void countsUpToTheLimitAndBeginsAnewWithTheMonth() {
        FixedClock here = FixedClock.at("2026-03-31T23:59:00Z");
        StoredQuota counting = new StoredQuota(database, here);
        Team team = team("counting", 2);

        assertThat(counting.count(team)).isEqualTo(new Counted.Within(1, 2, NEXT_MONTH));
        assertThat(counting.look(team)).isEqualTo(new Counted.Within(1, 2, NEXT_MONTH));
        assertThat(counting.count(team)).isEqualTo(new Counted.Within(2, 2, NEXT_MONTH));
        assertThat(counting.count(team)).isEqualTo(new Counted.Exhausted(2, 2, NEXT_MONTH));
        assertThat(counting.look(team)).isEqualTo(new Counted.Exhausted(2, 2, NEXT_MONTH));

        here.advance(Duration.ofMinutes(1));
        assertThat(counting.look(team).used()).isZero();
        assertThat(counting.count(team).used()).isEqualTo(1);
        assertThat(quota.count(team).used())
                .as("a node whose clock is behind does not take the month back")
                .isEqualTo(2);
    }

    @Test
    void givesBackWhatWasNotWorkedOn() {
        Team team = team("giving", 1);
        quota.count(team);
        quota.giveBack(team);
        quota.giveBack(team);

        assertThat(quota.count(team)).isInstanceOf(Counted.Within.class);
        assertThat(quota.count(team)).isInstanceOf(Counted.Exhausted.class);
    }

    @Test
    void aTeamThatMayAskNothingIsRefused() {
        assertThat(quota.count(team("silent", 0))).isInstanceOf(Counted.Exhausted.class);
    }

    @Test
    void isExactUnderManyThreadsOnTwoNodes() throws Exception {
        Team team = team("many", 100);
        StoredQuota otherNode = new StoredQuota(otherDatabase, clock);
        try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
            List<Future<Long>> attempts = IntStream.range(0, 64)
                    .mapToObj(thread -> threads.submit(() -> IntStream.range(0, 5)
                            .filter(attempt ->
                                    (thread % 2 == 0 ? quota : otherNode).count(team) instanceof Counted.Within)
                            .count()))
                    .toList();
            long counted = 0;
            for (Future<Long> attempt : attempts) {
                counted += attempt.get();
            }
            assertThat(counted).isEqualTo(100);
        }
        assertThat(quota.look(team).used()).isEqualTo(100);
    }
}
