package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.api.Json;
import dev.sayql.testkit.ProviderDouble;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole way with recorded replies: the engine declines, a model writes, the SQL is checked, planned and run. */
class ModelAnswersTest {

    private static final String SECRET = "sk-very-secret-4711";
    private static final String QUESTION = "Which whatsits flimmered the most?";
    private static final String GOOD = """
            {"sql": "SELECT status, count(*) AS orders FROM public.orders GROUP BY status ORDER BY orders DESC",
             "assumptions": ["a whatsit is an order"], "unclear": null, "declined": null}
            """;

    private final ProviderDouble provider = new ProviderDouble();
    private final Cli cli = new Cli()
            .with("ANTHROPIC_API_KEY", SECRET)
            .with("SAYQL_MODEL", "double-1")
            .with("SAYQL_CACHE", "none")
            .with("SAYQL_MODEL_URL", provider.address().toString());

    @AfterEach
    void close() {
        cli.close();
        provider.close();
    }

    private static JsonNode json(Cli.Ended ended) {
        return Json.read(ended.out()).orElseThrow(() -> new AssertionError(ended.out() + ended.err()));
    }

    @Test
    void answersWithWhatAModelWroteAndSaysSo() {
        provider.thenSay(GOOD);

        JsonNode answer = json(cli.run("ask", "--json", QUESTION));
        assertThat(answer.get("success").booleanValue()).as(answer.toString()).isTrue();
        assertThat(answer.get("answered_by").textValue()).isEqualTo("model");
        assertThat(answer.get("model").textValue()).isEqualTo("double-1");
        assertThat(answer.get("trust").textValue()).isEqualTo("uncertain");
        assertThat(answer.get("explanation").textValue()).contains("a whatsit is an order");
        assertThat(answer.get("rows_returned").intValue()).isPositive();
        assertThat(answer.get("tokens").get("input").intValue()).isEqualTo(1_000);
        assertThat(answer.get("tokens").get("output").intValue()).isEqualTo(50);
        assertThat(answer.get("cost_usd").decimalValue()).isEqualByComparingTo(new BigDecimal("0.00375"));

        Cli.Ended forPeople = cli.run("ask", QUESTION);
        assertThat(forPeople.out())
                .contains("language model double-1", "uncertain", "1,000 + 50 tokens, $0.0038")
                .doesNotContain(SECRET);
    }

    @Test
    void answersTheSameQuestionAgainForNothingUntilItIsForgotten() {
        provider.thenSay(GOOD);
        cli.with("SAYQL_CACHE", "database");
        cli.run("cache", "clear");
        assertThat(json(cli.run("ask", "--json", "Which gizmos flimmered the most?"))
                        .get("answered_by")
                        .textValue())
                .isEqualTo("model");

        JsonNode again = json(cli.run("ask", "--json", "which gizmos flimmered the most"));
        assertThat(again.get("answered_by").textValue()).isEqualTo("cache");
        assertThat(again.get("cache_hit").booleanValue()).isTrue();
        assertThat(again.get("model").textValue()).isEqualTo("double-1");
        assertThat(again.get("trust").textValue()).isEqualTo("uncertain");
        assertThat(again.get("explanation").textValue()).contains("a whatsit is an order", "Remembered from 2");
        assertThat(again.get("rows_returned").intValue()).isPositive();
        assertThat(again.get("cost_usd").decimalValue()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(provider.requests()).hasSize(1);
        assertThat(cli.run("cache", "stats").out()).contains("Answers remembered: 1");

        assertThat(cli.run("cache", "clear").out()).contains("Forgotten: 1");
        cli.run("ask", "--json", "Which gizmos flimmered the most?");
        assertThat(provider.requests()).hasSize(2);
    }

    @Test
    void asksNobodyWhatTheEngineAnswers() {
        provider.thenSay(GOOD);

        JsonNode answer = json(cli.run("ask", "--json", "How many orders are there?"));
        assertThat(answer.get("answered_by").textValue()).isEqualTo("local");
        assertThat(answer.get("model").isNull()).isTrue();
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void mendsWhatTheDatabaseDoesNotKnowWithTheExactProblem() {
        provider.thenSay("{\"sql\": \"SELECT whatsit FROM public.orders\"}").thenSay(GOOD);

        JsonNode answer = json(cli.run("ask", "--json", QUESTION));
        assertThat(answer.get("success").booleanValue()).isTrue();
        assertThat(answer.get("tokens").get("input").intValue()).isEqualTo(2_000);
        assertThat(provider.requests().getLast().body()).contains("SELECT whatsit FROM public.orders", "Mend exactly");
    }

    @Test
    void runsNothingThatWritesAndStillSaysWhatItCost() {
        for (String sql : new String[] {
            "DELETE FROM public.orders", "SELECT 1; DELETE FROM public.orders", "SELECT * FROM pg_shadow"
        }) {
            provider.clear();
            provider.thenSay("{\"sql\": \"" + sql + "\"}");
            Cli.Ended ended = cli.run("ask", "--json", QUESTION);

            assertThat(ended.code()).as(sql).isEqualTo(4);
            assertThat(json(ended).get("error_type").textValue()).isEqualTo("security");
            assertThat(json(ended).get("cost_usd").decimalValue()).isPositive();
        }
        provider.clear();
        provider.thenSay("{\"sql\": \"DELETE FROM public.orders\"}");
        assertThat(cli.run("ask", QUESTION).err()).contains("How: not answered", "1,000 + 50 tokens, $");
        assertThat(json(cli.run("ask", "--json", "How many orders are there?"))
                        .get("results")
                        .get(0)
                        .elements()
                        .next()
                        .intValue())
                .isEqualTo(100);
    }

    @Test
    void saysThatTheModelIsDownAndGoesOnAnsweringByItself() {
        provider.then(ProviderDouble.status(401));
        Cli.Ended ended = cli.run("ask", "--json", QUESTION);

        assertThat(ended.code()).isEqualTo(5);
        assertThat(json(ended).get("error_type").textValue()).isEqualTo("execution");
        assertThat(json(ended).get("explanation").textValue()).contains("does not accept the key");
        assertThat(ended.out() + ended.err()).doesNotContain(SECRET);
        assertThat(cli.run("ask", "How many orders are there?").code()).isZero();
    }

    @Test
    void theLiveCheckAsksUntilTheMoneyIsSpent() {
        provider.thenSay("{\"sql\": \"SELECT count(*) FROM public.orders\"}");
        Cli.Ended ended = cli.run("doctor", "--live", "0.1");
        assertThat(ended.out()).contains("ok       $0.003750 ", "FROM public.orders");
        assertThat(provider.requests()).isNotEmpty();

        int before = provider.requests().size();
        assertThat(cli.run("doctor", "--live", "0.0001").out()).contains("budget for language models is spent");
        assertThat(provider.requests()).hasSize(before);
    }

    @Test
    void aTeamDecidesWhatIsSharedAndSpent() {
        provider.thenSay(GOOD);
        assertThat(cli.run("team", "create", "careful").code()).isZero();
        assertThat(cli.run("team", "models", "careful", "--sharing", "schema", "--budget", "2.5")
                        .out())
                .contains("Shared with language models: schema. Budget a month: $2.5.");
        assertThat(cli.run("team", "models", "careful", "--budget", "none").out())
                .contains("schema", "what every team may spend");
        assertThat(cli.run("team", "models", "careful", "--budget", "much").code())
                .isEqualTo(2);
        assertThat(cli.run("team", "models", "careful", "--sharing", "everything")
                        .code())
                .isEqualTo(2);
        assertThat(cli.run("team", "models", "nobody").code()).isEqualTo(2);

        cli.run("ask", "How many orders are there?");
        assertThat(cli.run("team", "models", "demo", "--sharing", "nothing").code())
                .isZero();
        assertThat(cli.run("ask", QUESTION).code()).isEqualTo(3);
        assertThat(cli.run("ask", QUESTION).out()).contains("This team does not ask language models.");
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void doctorTestsTheAccessAndSaysWhatThatCost() {
        provider.thenSay("ok");
        assertThat(cli.run("doctor").out())
                .contains("model access     double-1 replied within ", "1,000 + 50 tokens, $0.00375")
                .contains("ok       encoder          Candidates are read together with the question.")
                .doesNotContain(SECRET);

        provider.clear();
        provider.then(ProviderDouble.status(404));
        assertThat(cli.run("doctor").out()).contains("does not know the model", "Check SAYQL_MODEL");
    }
}
