package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.core.generation.Spending;
import dev.sayql.core.history.EgressLog.Call;
import dev.sayql.core.history.EgressLog.End;
import dev.sayql.core.history.EgressLog.Entry;
import dev.sayql.core.history.HistoryUnavailableException;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.team.ModelPolicy;
import dev.sayql.core.team.ModelPolicy.Sharing;
import dev.sayql.core.team.TeamId;
import dev.sayql.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredModelCallsTest {
    private static final Instant NOW = Instant.parse("2026-03-31T23:59:00Z");
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final TestDatabase test = TestDatabase.create("model_calls");
    private final SystemDatabase database = SystemDatabases.open(test);
    private final SystemDatabase otherNode = SystemDatabases.open(test);
    private final StoredModelCalls calls = new StoredModelCalls(database);
    private final StoredModelPolicies policies = new StoredModelPolicies(database);

    @AfterAll
    void close() {
        database.close();
        otherNode.close();
        test.close();
    }

    private TeamId team(String id) {
        TeamId team = new TeamId(id);
        new StoredTeams(database).ensure(team, id);
        return team;
    }

    private static Call call(TeamId team, Instant at) {
        return new Call(
                UUID.randomUUID(),
                team,
                Optional.of(new QueryId(UUID.randomUUID())),
                at,
                "clever-1",
                "POST https://models.example.com/v1/messages\n",
                "{\"question\": \"ünïcode 😀\"}");
    }

    private static End replied(String cost) {
        BigDecimal spent = new BigDecimal(cost);
        return new End("replied", OptionalInt.of(200), new Spending(100, 10, spent), spent, Duration.ofMillis(7));
    }

    @Test
    void keepsEveryByteAndWhatCameOfIt() {
        Call call = call(team("keeping"), NOW);

        assertThat(calls.keep(call, CENT, BigDecimal.ONE)).isTrue();
        assertThat(calls.latest(call.team(), Optional.empty(), 10)).containsExactly(new Entry(call, Optional.empty()));
        assertThat(calls.counted(call.team(), MARCH)).isEqualByComparingTo(CENT);

        calls.ended(call.id(), replied("0.002"));
        assertThat(calls.latest(call.team(), call.query(), 10))
                .containsExactly(new Entry(call, Optional.of(replied("0.002"))));
        assertThat(calls.counted(call.team(), MARCH)).isEqualByComparingTo("0.002");
        assertThat(calls.latest(team("others"), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void countsEachMonthApart() {
        TeamId team = team("months");

        assertThat(calls.keep(call(team, NOW), CENT, CENT)).isTrue();
        assertThat(calls.keep(call(team, NOW), CENT, CENT)).isFalse();
        assertThat(calls.keep(call(team, NOW.plusSeconds(60)), CENT, CENT)).isTrue();
        assertThat(calls.latest(team, Optional.empty(), 10)).hasSize(2);
    }

    @Test
    void neverKeepsMoreThanTheBudgetAllowsOverTwoNodes() throws Exception {
        TeamId team = team("racing");
        StoredModelCalls other = new StoredModelCalls(otherNode);
        int kept = 0;
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> here = () -> calls.keep(call(team, NOW), CENT, new BigDecimal("0.07"));
            Callable<Boolean> there = () -> other.keep(call(team, NOW), CENT, new BigDecimal("0.07"));
            List<Future<Boolean>> all = askers.invokeAll(Collections.nCopies(16, here));
            List<Future<Boolean>> more = askers.invokeAll(Collections.nCopies(16, there));
            for (List<Future<Boolean>> half : List.of(all, more)) {
                for (Future<Boolean> one : half) {
                    kept += one.get() ? 1 : 0;
                }
            }
        }
        assertThat(kept).isEqualTo(7);
        assertThat(calls.counted(team, MARCH)).isEqualByComparingTo("0.07");
    }

    @Test
    void saysWhenItCannotKeep() {
        TestDatabase gone = TestDatabase.create("model_calls_gone");
        SystemDatabase closed = SystemDatabases.open(gone);
        StoredModelCalls broken = new StoredModelCalls(closed);
        TestDatabase.run(gone.owner(), "DROP TABLE model_calls");

        assertThatThrownBy(() -> broken.keep(call(new TeamId("any"), NOW), CENT, BigDecimal.ONE))
                .isInstanceOf(HistoryUnavailableException.class);
        closed.close();
        gone.close();
    }

    @Test
    void remembersWhatATeamShares() {
        TeamId team = team("sharing");

        assertThat(policies.of(team)).isEqualTo(ModelPolicy.defaults());
        ModelPolicy careful = new ModelPolicy(Sharing.SCHEMA, Optional.of(new BigDecimal("2.5")));
        assertThat(policies.change(team, careful)).isTrue();
        assertThat(policies.of(team)).isEqualTo(careful);
        assertThat(policies.change(team, new ModelPolicy(Sharing.NOTHING, Optional.empty())))
                .isTrue();
        assertThat(policies.of(team)).isEqualTo(new ModelPolicy(Sharing.NOTHING, Optional.empty()));

        assertThat(policies.change(new TeamId("nobody"), careful)).isFalse();
        assertThat(policies.of(new TeamId("nobody"))).isEqualTo(ModelPolicy.defaults());
    }
}
