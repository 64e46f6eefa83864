package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.team.RateLimiter.Taken;
import dev.sayql.core.team.Team;
import dev.sayql.core.team.TeamId;
import dev.sayql.core.team.TeamLimits;
import dev.sayql.testkit.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenBucketsTest {
    private static final int THREADS = 64;
    private static final int TRIES = 20;

    private final TestDatabase test = TestDatabase.create("buckets");
    private final SystemDatabase database = SystemDatabases.open(test);
    private final SystemDatabase otherDatabase = SystemDatabases.open(test);
    private final TokenBuckets buckets = new TokenBuckets(database, Clock.systemUTC());
    private final TokenBuckets otherNode = new TokenBuckets(otherDatabase, Clock.systemUTC());

    @AfterAll
    void close() {
        database.close();
        otherDatabase.close();
        test.close();
    }

    private static Team team(String id, int perMinute, int burst) {
        TeamLimits limits = new TeamLimits(perMinute, burst, 1_000, 4, 16);
        return new Team(new TeamId(id), id, Optional.empty(), limits, true, Instant.EPOCH);
    }

    @Test
    void grantsTheBurstThenRefusesUntilATokenComes() throws InterruptedException {
        Team team = team("burst", 60, 3);
        assertThat(IntStream.range(0, 3).mapToObj(take -> buckets.take(team).remaining()))
                .containsExactly(2, 1, 0);

        Taken refused = buckets.take(team);
        assertThat(refused).isInstanceOfSatisfying(Taken.Refused.class, no -> {
            assertThat(no.limit()).isEqualTo(3);
            assertThat(no.remaining()).isZero();
            assertThat(no.retryAfter()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));
            assertThat(no.reset()).isGreaterThan(Duration.ofSeconds(2)).isLessThanOrEqualTo(Duration.ofSeconds(3));
        });

        Thread.sleep(((Taken.Refused) refused).retryAfter().plusMillis(20));
        assertThat(buckets.take(team)).isInstanceOf(Taken.Granted.class);
        assertThat(buckets.take(team)).isInstanceOf(Taken.Refused.class);
    }

    @Test
    void isExactUnderSixtyFourThreadsOnTwoNodes() throws Exception {
        // A token comes each minute, so none can come while this lasts; 50 of 1,280 attempts find one.
        Team team = team("crowd", 1, 50);
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Long>> attempts = IntStream.range(0, THREADS)
                    .mapToObj(thread -> threads.submit(() -> {
                        TokenBuckets node = thread % 2 == 0 ? buckets : otherNode;
                        start.await();
                        return IntStream.range(0, TRIES)
                                .filter(attempt -> node.take(team) instanceof Taken.Granted)
                                .count();
                    }))
                    .toList();
            start.countDown();
            long granted = 0;
            for (Future<Long> attempt : attempts) {
                granted += attempt.get();
            }
            assertThat(granted).isEqualTo(50);
        }
    }

    @Test
    void refusesWithoutAskingAgainWhileThereCanBeNoToken() {
        Team team = team("flood", 1, 1);
        buckets.take(team);
        buckets.take(team);

        long started = System.nanoTime();
        assertThat(IntStream.range(0, 10_000).mapToObj(attempt -> buckets.take(team)))
                .allMatch(Taken.Refused.class::isInstance);
        Duration each = Duration.ofNanos(System.nanoTime() - started).dividedBy(10_000);
        assertThat(each).isLessThan(Duration.ofMillis(2));
    }

    @Test
    void anotherLimitCountsAtOnceAndFindsAnEmptyBucketAtWorst() throws InterruptedException {
        assertThat(buckets.take(team("moved", 1, 1))).isInstanceOf(Taken.Granted.class);
        assertThat(buckets.take(team("moved", 1, 1))).isInstanceOf(Taken.Refused.class);
        buckets.take(team("moved", 6_000, 100));
        Thread.sleep(20);
        assertThat(buckets.take(team("moved", 6_000, 100))).isInstanceOf(Taken.Granted.class);

        IntStream.range(0, 50).forEach(take -> buckets.take(team("slowed", 1, 50)));
        assertThat(buckets.take(team("slowed", 60, 1)))
                .isInstanceOfSatisfying(
                        Taken.Refused.class,
                        no -> assertThat(no.retryAfter()).isLessThanOrEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void teamsDoNotTakeEachOthersTokens() {
        assertThat(buckets.take(team("one", 1, 1))).isInstanceOf(Taken.Granted.class);
        assertThat(buckets.take(team("two", 1, 1))).isInstanceOf(Taken.Granted.class);
    }

    @Test
    void onlyTheCountingItselfDoesNotWaitForTheDisk() {
        buckets.take(team("quick-commit", 1, 1));

        List<String> setting = database.run(
                "look at a setting",
                connection -> Sql.all(
                        connection,
                        "SELECT current_setting('synchronous_commit') AS setting",
                        row -> {},
                        row -> row.text("setting")));
        assertThat(setting).containsExactly("on");
    }

    @Test
    void aFullBucketIsForgotten() throws InterruptedException {
        Team quick = team("quick", TeamLimits.MOST, 1);
        buckets.take(quick);
        Thread.sleep(5);

        assertThat(buckets.clearFull()).isPositive();
        assertThat(buckets.take(quick)).isInstanceOf(Taken.Granted.class);
    }

    @Test
    void twentyBadKeysAMinuteCloseAnAddressOnEveryNode() {
        StoredBadKeys here = new StoredBadKeys(buckets);
        StoredBadKeys there = new StoredBadKeys(otherNode);
        for (int key = 0; key < 20; key++) {
            assertThat((key % 2 == 0 ? here : there).count("192.0.2.1")).isEmpty();
        }
        assertThat(here.blocked("192.0.2.1"))
                .as("the twentieth was still within")
                .isEmpty();

        assertThat(here.count("192.0.2.1")).isPresent();
        assertThat(here.blocked("192.0.2.1"))
                .hasValueSatisfying(wait -> assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(3)));
        assertThat(there.count("192.0.2.1")).isPresent();
        assertThat(there.blocked("192.0.2.1")).isPresent();
        assertThat(here.blocked("192.0.2.2")).isEmpty();
    }
}
