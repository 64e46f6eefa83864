package dev.sayql.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.generation.Spending;
import dev.sayql.core.history.EgressLog;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.team.ModelPolicy;
import dev.sayql.core.team.TeamId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelCallsTest {

    private final FakeFlow flow = new FakeFlow(FakeFlow.proposing("SELECT 1"), new Execution.Cancelled());

    @AfterEach
    void close() {
        flow.close();
    }

    private static EgressLog.Entry entry(TeamId team, UUID query, Optional<EgressLog.End> end) {
        return new EgressLog.Entry(
                new EgressLog.Call(
                        UUID.randomUUID(),
                        team,
                        Optional.of(new QueryId(query)),
                        FakeFlow.CLOCK.instant(),
                        "clever-1",
                        "POST https://models.example.com/v1/messages\nx-api-key: (not shown)\n",
                        "{\"messages\":[]}"),
                end);
    }

    private JsonNode calls() {
        Reply reply = flow.call("GET", "/egress", "");
        assertThat(reply.status()).isEqualTo(200);
        return Json.read(reply.body()).orElseThrow().get("calls");
    }

    @Test
    void aTeamSeesEveryByteThatLeftForIt() {
        UUID query = UUID.randomUUID();
        flow.models.entries.add(entry(
                FakeFlow.TEAM,
                query,
                Optional.of(new EgressLog.End(
                        "replied",
                        OptionalInt.of(200),
                        new Spending(100, 10, new BigDecimal("0.001")),
                        new BigDecimal("0.001"),
                        Duration.ofMillis(12)))));
        flow.models.entries.add(entry(new TeamId("others"), UUID.randomUUID(), Optional.empty()));

        assertThat(calls()).singleElement().satisfies(call -> {
            assertThat(call.get("query_id").textValue()).isEqualTo(query.toString());
            assertThat(call.get("request_body").textValue()).isEqualTo("{\"messages\":[]}");
            assertThat(call.get("outcome").textValue()).isEqualTo("replied");
            assertThat(call.get("status").intValue()).isEqualTo(200);
            assertThat(call.get("tokens").get("input").intValue()).isEqualTo(100);
            assertThat(call.get("took_ms").intValue()).isEqualTo(12);
        });
    }

    @Test
    void usageNamesTheModelAndWhatIsLeftOfItsBudget() {
        flow.models.entries.add(entry(
                FakeFlow.TEAM,
                UUID.randomUUID(),
                Optional.of(new EgressLog.End(
                        "replied",
                        OptionalInt.of(200),
                        new Spending(100, 10, new BigDecimal("0.25")),
                        new BigDecimal("0.25"),
                        Duration.ofMillis(12)))));
        assertThat(usage().at("/model/id").textValue()).isEqualTo("clever-1");
        assertThat(usage().at("/model/budget_usd").decimalValue()).isEqualByComparingTo("10");

        flow.models.change(
                FakeFlow.TEAM, new ModelPolicy(ModelPolicy.Sharing.SCHEMA, Optional.of(new BigDecimal("0.5"))));
        assertThat(usage().at("/model/budget_usd").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(usage().at("/model/counted_usd").decimalValue()).isEqualByComparingTo("0.25");
        assertThat(usage().at("/model/left_usd").decimalValue()).isEqualByComparingTo("0.25");

        flow.models.change(FakeFlow.TEAM, new ModelPolicy(ModelPolicy.Sharing.NOTHING, Optional.empty()));
        assertThat(usage().get("model").isNull()).isTrue();
    }

    private JsonNode usage() {
        return Json.read(flow.call("GET", "/usage", "").body()).orElseThrow();
    }

    @Test
    void whatCameOfACallThatRunsIsNull() {
        flow.models.entries.add(entry(FakeFlow.TEAM, UUID.randomUUID(), Optional.empty()));

        assertThat(calls().get(0).get("outcome").isNull()).isTrue();
        assertThat(calls().get(0).get("status").isNull()).isTrue();
    }
}
