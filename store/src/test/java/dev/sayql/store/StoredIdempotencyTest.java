package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.core.team.Idempotency.Begun;
import dev.sayql.core.team.Idempotency.Claim;
import dev.sayql.core.team.Idempotency.Reply;
import dev.sayql.core.team.TeamId;
import dev.sayql.testkit.FixedClock;
import dev.sayql.testkit.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredIdempotencyTest {
    private static final TeamId TEAM = new TeamId("demo");
    private static final Reply REPLY = new Reply(
            200, "application/json", Map.of("X-Odd", "ünïcode", "Location", "/x"), "{\"secret row\":\n\"ü😀\"}");

    private final FixedClock clock = FixedClock.at("2026-03-15T09:00:00Z");
    private final TestDatabase test = TestDatabase.create("idempotency");
    private final SystemDatabase database = SystemDatabases.open(test);
    private final SecureRandom random = new SecureRandom();
    private final MasterKeys master =
            MasterKeys.only(MasterKey.of(MasterKey.random(random)).orElseThrow());
    private final StoredIdempotency idempotency = new StoredIdempotency(database, master, random, clock);

    @AfterAll
    void close() {
        database.close();
        test.close();
    }

    private Claim fresh(String key, String request) {
        return ((Begun.Fresh) idempotency.begin(TEAM, key, request)).claim();
    }

    @Test
    void givesTheSameReplyAgainForADay() {
        Claim claim = fresh("day", "POST /x");
        assertThat(idempotency.begin(TEAM, "day", "POST /x")).isEqualTo(new Begun.Running());
        idempotency.complete(claim, REPLY);

        assertThat(idempotency.begin(TEAM, "day", "POST /x")).isEqualTo(new Begun.Replay(REPLY));
        assertThat(idempotency.begin(TEAM, "day", "POST /y")).isEqualTo(new Begun.Mismatch());
        assertThat(idempotency.begin(new TeamId("other"), "day", "POST /x")).isInstanceOf(Begun.Fresh.class);

        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(idempotency.begin(TEAM, "day", "POST /x")).isEqualTo(new Begun.Replay(REPLY));
        clock.advance(Duration.ofSeconds(1));
        assertThat(idempotency.begin(TEAM, "day", "POST /y")).isInstanceOf(Begun.Fresh.class);
    }

    @Test
    void letsAKeyGoThatLedToNoReply() {
        Claim claim = fresh("let go", "POST /x");
        idempotency.abandon(claim);

        assertThat(idempotency.begin(TEAM, "let go", "POST /y")).isInstanceOf(Begun.Fresh.class);
    }

    @Test
    void workThatDiedWithItsNodeIsTakenUpByAnother() {
        Claim dead = fresh("dead", "POST /x");
        clock.advance(Duration.ofMinutes(2).minusSeconds(1));
        assertThat(idempotency.begin(TEAM, "dead", "POST /x")).isEqualTo(new Begun.Running());
        clock.advance(Duration.ofSeconds(1));
        assertThat(idempotency.begin(TEAM, "dead", "POST /y")).isEqualTo(new Begun.Mismatch());
        Claim heir = fresh("dead", "POST /x");

        idempotency.complete(dead, REPLY);
        idempotency.abandon(dead);
        assertThat(idempotency.begin(TEAM, "dead", "POST /x"))
                .as("whoever came back from the dead has no say")
                .isEqualTo(new Begun.Running());
        idempotency.complete(heir, REPLY);
        assertThat(idempotency.begin(TEAM, "dead", "POST /x")).isEqualTo(new Begun.Replay(REPLY));
    }

    @Test
    void ofFiftyAtOnceOneIsFresh() throws Exception {
        try (SystemDatabase otherDatabase = SystemDatabases.open(test);
                ExecutorService threads = Executors.newFixedThreadPool(50)) {
            StoredIdempotency otherNode = new StoredIdempotency(otherDatabase, master, random, clock);
            List<Future<Begun>> begun = IntStream.range(0, 50)
                    .mapToObj(thread -> threads.submit(
                            () -> (thread % 2 == 0 ? idempotency : otherNode).begin(TEAM, "crowd", "POST /x")))
                    .toList();
            long fresh = 0;
            for (Future<Begun> one : begun) {
                fresh += one.get() instanceof Begun.Fresh ? 1 : 0;
            }
            assertThat(fresh).isEqualTo(1);
        }
    }

    @Test
    void storesNoReplyThatCanBeRead() {
        idempotency.complete(fresh("sealed", "POST /x"), REPLY);

        TestDatabase.run(
                test.owner(),
                "DO $$ BEGIN ASSERT NOT EXISTS (SELECT FROM idempotency_keys"
                        + " WHERE position(convert_to('secret row', 'UTF8') IN encrypted_reply) > 0), 'readable'; END $$");
    }

    @Test
    void forgetsWhatIsOlderThanADay() {
        idempotency.complete(fresh("old", "POST /x"), REPLY);
        clock.advance(Duration.ofHours(25));

        assertThat(idempotency.clearOld()).isPositive();
        assertThat(idempotency.begin(TEAM, "old", "POST /y")).isInstanceOf(Begun.Fresh.class);
    }

    @Test
    void refusesAKeyThatIsNone() {
        assertThatThrownBy(() -> idempotency.begin(TEAM, "", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> idempotency.begin(TEAM, "k".repeat(256), "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
