package dev.sayql.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.generation.ModelFault;
import dev.sayql.core.generation.ModelReply;
import dev.sayql.core.generation.Spending;
import dev.sayql.core.team.ModelPolicies;
import dev.sayql.core.team.ModelPolicy;
import dev.sayql.core.team.ModelPolicy.Sharing;
import dev.sayql.core.team.TeamId;
import dev.sayql.llm.ModelSettings.Prices;
import dev.sayql.testkit.ProviderDouble;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageModelTest {
    private static final String SECRET = "sk-very-secret-4711";
    private static final String GOOD =
            "{\"sql\":\"SELECT count(*) FROM public.books\",\"assumptions\":[\"all books count\"],\"unclear\":null,\"declined\":null}";

    /** 1,000 tokens at $3 and 50 at $15 a million. */
    private static final Spending ONE_REPLY = new Spending(1_000, 50, new BigDecimal("0.003750"));

    private final ProviderDouble provider = new ProviderDouble();
    private final KeptCalls log = new KeptCalls();
    private ModelPolicy policy = ModelPolicy.defaults();
    private Duration deadline = Duration.ofSeconds(10);

    private final ModelPolicies policies = new ModelPolicies() {
        @Override
        public ModelPolicy of(TeamId team) {
            return policy;
        }

        @Override
        public boolean change(TeamId team, ModelPolicy changed) {
            policy = changed;
            return true;
        }
    };

    @AfterEach
    void hangUp() {
        provider.close();
    }

    private LanguageModel model(ModelSettings.Provider protocol) {
        return new LanguageModel(
                new ModelSettings(
                        protocol,
                        "double-1",
                        provider.address(),
                        Optional.of(new ModelSettings.Key(SECRET)),
                        Optional.of(0.0),
                        true,
                        2_000,
                        8_000,
                        deadline,
                        Prices.ofAnthropic(new BigDecimal(3), new BigDecimal(15)),
                        new BigDecimal(10)),
                log,
                policies,
                new ApprovedQueries(),
                Optional.empty(),
                Clock.systemUTC(),
                () -> 0.0);
    }

    private ModelReply ask(ModelSettings.Provider protocol) {
        try (LanguageModel model = model(protocol)) {
            return ask(model, "How many tomes are there?", Cancellation.never());
        }
    }

    private void fails(ModelReply reply, ModelFault fault) {
        assertThat(reply)
                .asInstanceOf(type(ModelReply.Failed.class))
                .extracting(ModelReply.Failed::fault)
                .isEqualTo(fault);
    }

    @ParameterizedTest
    @EnumSource(ModelSettings.Provider.class)
    void takesTheStatementAndWhatItAssumes(ModelSettings.Provider protocol) {
        provider.thenSay(GOOD);

        assertThat(ask(protocol)).asInstanceOf(type(ModelReply.Wrote.class)).satisfies(wrote -> {
            assertThat(wrote.candidate().sql().text()).isEqualTo("SELECT count(*) FROM public.books");
            assertThat(wrote.candidate().restatement())
                    .isEqualTo("A language model wrote this SQL. It assumed: all books count.");
            assertThat(wrote.candidate().model()).contains("double-1");
            assertThat(wrote.spent()).isEqualTo(ONE_REPLY);
        });
        assertThat(log.outcomes()).containsExactly("replied");
    }

    private static ModelReply ask(LanguageModel model, String question, Cancellation cancellation) {
        return model.write(Bookshop.task(question, "tomes"), Duration.ofMinutes(1), cancellation);
    }

    @Test
    void speaksAnthropicsProtocolWithTheSchemaKeptByTheProvider() {
        provider.thenSay(GOOD);
        ask(ModelSettings.Provider.ANTHROPIC);

        assertThat(provider.requests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/messages");
            assertThat(request.headers()).containsEntry("x-api-key", List.of(SECRET));
            assertThat(request.headers()).containsKey("anthropic-version");
            assertThat(request.body())
                    .contains("cache_control", "json_schema", "\"max_tokens\" : 2000", "\"temperature\" : 0.0");
        });
    }

    @Test
    void speaksOpenAisProtocol() {
        provider.thenSay(GOOD);
        ask(ModelSettings.Provider.OPENAI);

        assertThat(provider.requests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/chat/completions");
            assertThat(request.headers()).containsEntry("authorization", List.of("Bearer " + SECRET));
            assertThat(request.body()).contains("json_schema", "\"model\" : \"double-1\"");
        });
    }

    @Test
    void keepsEveryByteBeforeItIsSentAndNeverTheKey() {
        provider.thenSay(GOOD);
        ask(ModelSettings.Provider.ANTHROPIC);
        ask(ModelSettings.Provider.OPENAI);

        assertThat(log.calls).hasSize(2);
        for (int number = 0; number < 2; number++) {
            assertThat(log.calls.get(number).body())
                    .isEqualTo(provider.requests().get(number).body());
            assertThat(log.calls.get(number).head()).contains("POST " + provider.address());
            assertThat(log.calls.get(number).toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void sendsNothingThatCannotBeKept() {
        log.available = false;
        provider.thenSay(GOOD);

        fails(ask(ModelSettings.Provider.ANTHROPIC), ModelFault.NOT_RECORDED);
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void sendsNothingForATeamThatDoesNotWantIt() {
        policy = new ModelPolicy(Sharing.NOTHING, Optional.empty());
        provider.thenSay(GOOD);

        fails(ask(ModelSettings.Provider.ANTHROPIC), ModelFault.SWITCHED_OFF);
        assertThat(provider.requests()).isEmpty();
        assertThat(log.calls).isEmpty();
    }

    @Test
    void sendsNoValueWhereOnlyTheSchemaIsShared() {
        policy = new ModelPolicy(Sharing.SCHEMA, Optional.empty());
        provider.thenSay(GOOD);
        ask(ModelSettings.Provider.ANTHROPIC);

        assertThat(provider.requests().getFirst().body())
                .contains("public.books", "genre", "tomes")
                .doesNotContain("poetry")
                .doesNotContain("crime");
    }

    @Test
    void sendsNothingBeyondTheBudget() {
        policy = new ModelPolicy(Sharing.VALUES, Optional.of(new BigDecimal("0.05")));
        provider.thenSay(GOOD);

        assertThat(ask(ModelSettings.Provider.ANTHROPIC)).isInstanceOf(ModelReply.Wrote.class);
        assertThat(ask(ModelSettings.Provider.ANTHROPIC)).isInstanceOf(ModelReply.Wrote.class);
        policy = new ModelPolicy(Sharing.VALUES, Optional.of(new BigDecimal("0.03")));
        fails(ask(ModelSettings.Provider.ANTHROPIC), ModelFault.BUDGET_SPENT);
        assertThat(provider.requests()).hasSize(2);
        assertThat(log.counted(Bookshop.TEAM, YearMonth.of(2026, 3))).isEqualByComparingTo("0.0075");
    }

    private static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("a wrong key", ProviderDouble.status(401), ModelFault.WRONG_KEY, 1),
                Arguments.of("a key without rights", ProviderDouble.status(403), ModelFault.WRONG_KEY, 1),
                Arguments.of("an unknown model", ProviderDouble.status(404), ModelFault.UNKNOWN_MODEL, 1),
                Arguments.of("a request it does not accept", ProviderDouble.status(400), ModelFault.BAD_REQUEST, 1),
                Arguments.of("a redirection", ProviderDouble.status(302), ModelFault.BAD_REQUEST, 1),
                Arguments.of("429", ProviderDouble.retryAfter(429, "0"), ModelFault.RATE_LIMITED, 3),
                Arguments.of("429 for long", ProviderDouble.retryAfter(429, "3600"), ModelFault.RATE_LIMITED, 1),
                Arguments.of(
                        "429 until a date",
                        ProviderDouble.retryAfter(429, "Wed, 21 Oct 2099 07:28:00 GMT"),
                        ModelFault.RATE_LIMITED,
                        1),
                Arguments.of(
                        "429 until a past date",
                        ProviderDouble.retryAfter(429, "Wed, 21 Oct 2015 07:28:00 GMT"),
                        ModelFault.RATE_LIMITED,
                        3),
                Arguments.of("500", ProviderDouble.retryAfter(500, "0"), ModelFault.SERVER_ERROR, 3),
                Arguments.of("529", ProviderDouble.retryAfter(529, "0"), ModelFault.OVERLOADED, 3),
                Arguments.of("a broken-off reply", ProviderDouble.breakingOff(GOOD), ModelFault.BROKEN_OFF, 3),
                Arguments.of("5 MB", ProviderDouble.endless(5_000_000), ModelFault.TOO_LARGE, 1),
                Arguments.of("no JSON", ProviderDouble.raw("<html>hello</html>"), ModelFault.NOT_THE_PROTOCOL, 1),
                Arguments.of("half JSON", ProviderDouble.raw("{\"content\": ["), ModelFault.NOT_THE_PROTOCOL, 1),
                Arguments.of("nothing", ProviderDouble.raw(""), ModelFault.NOT_THE_PROTOCOL, 1),
                Arguments.of("an array", ProviderDouble.raw("[]"), ModelFault.NOT_THE_PROTOCOL, 1),
                Arguments.of("a refusal", ProviderDouble.refusing(), ModelFault.REFUSED, 1),
                Arguments.of("a reply too long", ProviderDouble.cutShort("{\"sql\":\"SEL"), ModelFault.CUT_SHORT, 1),
                Arguments.of("an empty text", ProviderDouble.saying(""), ModelFault.EMPTY, 1),
                Arguments.of("prose", ProviderDouble.saying("Sure! Try this."), ModelFault.UNREADABLE, 1),
                Arguments.of("prose around JSON", ProviderDouble.saying("Here: " + GOOD), ModelFault.UNREADABLE, 1),
                Arguments.of("broken JSON", ProviderDouble.saying("{\"sql\": \"SELECT"), ModelFault.UNREADABLE, 1),
                Arguments.of("two replies", ProviderDouble.saying(GOOD + GOOD), ModelFault.UNREADABLE, 1),
                Arguments.of("a number for SQL", ProviderDouble.saying("{\"sql\":1}"), ModelFault.UNREADABLE, 1),
                Arguments.of("nothing said", ProviderDouble.saying("{}"), ModelFault.UNREADABLE, 1));
    }

    @ParameterizedTest(name = "{0} from {4}")
    @MethodSource("faultsOfBoth")
    void hasANameForEveryFault(
            String what,
            ProviderDouble.Behaviour behaviour,
            ModelFault fault,
            int tries,
            ModelSettings.Provider protocol) {
        provider.then(behaviour);

        fails(ask(protocol), fault);
        assertThat(provider.requests()).as("requests after %s", what).hasSize(tries);
        assertThat(log.calls).hasSize(tries);
        assertThat(log.ends).hasSize(tries);
    }

    private static Stream<Arguments> faultsOfBoth() {
        return Stream.of(ModelSettings.Provider.values())
                .flatMap(protocol -> faults().map(fault -> {
                    Object[] all = Stream.concat(Stream.of(fault.get()), Stream.of(protocol))
                            .toArray();
                    return Arguments.of(all);
                }));
    }

    @Test
    void endsByTheDeadlineHoweverSlowlyTheReplyDrips() {
        deadline = Duration.ofMillis(600);
        provider.then(ProviderDouble.dripping(GOOD, 50));
        long started = System.nanoTime();

        fails(ask(ModelSettings.Provider.ANTHROPIC), ModelFault.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
        assertThat(log.counted(Bookshop.TEAM, YearMonth.of(2026, 3)))
                .as("what may have cost something counts until it is known better")
                .isPositive();
    }

    @Test
    void endsByTheDeadlineWhenNothingComes() {
        deadline = Duration.ofMillis(400);
        provider.then(ProviderDouble.silent(GOOD, 20_000));

        fails(ask(ModelSettings.Provider.OPENAI), ModelFault.TIMED_OUT);
    }

    @Test
    void saysThatNobodyIsThere() {
        provider.close();

        fails(ask(ModelSettings.Provider.ANTHROPIC), ModelFault.UNREACHABLE);
    }

    @Test
    void triesAgainWhatMayPass() {
        provider.then(ProviderDouble.retryAfter(529, "0")).thenSay(GOOD);

        assertThat(ask(ModelSettings.Provider.ANTHROPIC))
                .asInstanceOf(type(ModelReply.Wrote.class))
                .extracting(ModelReply.Wrote::spent)
                .isEqualTo(ONE_REPLY);
        assertThat(log.outcomes()).containsExactly("overloaded", "replied");
    }

    @Test
    void paysForRepliesThatAreOfNoUse() {
        provider.thenSay("I would rather talk.");

        assertThat(ask(ModelSettings.Provider.ANTHROPIC).spent()).isEqualTo(ONE_REPLY);
        assertThat(ask(ModelSettings.Provider.OPENAI).spent()).isEqualTo(ONE_REPLY);
    }

    @Test
    void restsAfterFiveFailuresAndAnswersThenAtOnce() {
        provider.then(ProviderDouble.status(401));
        try (LanguageModel model = model(ModelSettings.Provider.ANTHROPIC)) {
            for (int call = 0; call < 5; call++) {
                fails(ask(model, "How many tomes " + call + "?", Cancellation.never()), ModelFault.WRONG_KEY);
            }
            long started = System.nanoTime();
            fails(ask(model, "How many tomes now?", Cancellation.never()), ModelFault.RESTING);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
        }
        assertThat(provider.requests()).hasSize(5);
    }

    @Test
    void makesOneCallOfManyEqualQuestionsAndPaysOnce() throws Exception {
        CountDownLatch begun = new CountDownLatch(50);
        provider.then(exchange -> {
            begun.await();
            ProviderDouble.silent(GOOD, 500).reply(exchange);
        });
        try (LanguageModel model = model(ModelSettings.Provider.ANTHROPIC);
                ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<ModelReply> asking = () -> {
                begun.countDown();
                return ask(model, "How many tomes are there?", Cancellation.never());
            };
            List<Future<ModelReply>> replies = askers.invokeAll(Collections.nCopies(50, asking));
            Spending all = Spending.none();
            for (Future<ModelReply> reply : replies) {
                assertThat(reply.get()).isInstanceOf(ModelReply.Wrote.class);
                all = all.plus(reply.get().spent());
            }
            assertThat(all).isEqualTo(ONE_REPLY);
        }
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void letsGoAtOnceWhenTheQuestionIsTakenBack() throws Exception {
        provider.then(ProviderDouble.silent(GOOD, 20_000));
        Cancellation cancellation = new Cancellation();
        try (LanguageModel model = model(ModelSettings.Provider.ANTHROPIC);
                ExecutorService asker = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ModelReply> reply = asker.submit(() -> ask(model, "How many tomes?", cancellation));
            while (provider.requests().isEmpty()) {
                Thread.sleep(10);
            }
            cancellation.request();
            fails(reply.get(5, TimeUnit.SECONDS), ModelFault.CANCELLED);
        }
    }

    @Test
    void asksBackAndDeclinesAsTheModelDoes() {
        provider.thenSay(
                "{\"sql\":null,\"unclear\":{\"question\":\"Sold or stored?\",\"options\":[\"sold\",\"stored\"]}}");
        assertThat(ask(ModelSettings.Provider.ANTHROPIC))
                .asInstanceOf(type(ModelReply.Unclear.class))
                .satisfies(unclear -> {
                    assertThat(unclear.clarification().question()).isEqualTo("Sold or stored?");
                    assertThat(unclear.clarification().options()).containsExactly("sold", "stored");
                });

        provider.clear();
        provider.thenSay("```json\n{\"declined\":\"There are no tomes.\"}\n```");
        assertThat(ask(ModelSettings.Provider.OPENAI))
                .asInstanceOf(type(ModelReply.Declined.class))
                .extracting(declined -> declined.decline().message())
                .isEqualTo("The language model declines: There are no tomes.");
    }

    @Test
    void testsTheAccessWithOneTinyCall() {
        provider.thenSay("ok");
        try (LanguageModel model = model(ModelSettings.Provider.ANTHROPIC)) {
            LanguageModel.Access access = model.test(Bookshop.TEAM);

            assertThat(access.fault()).isEmpty();
            assertThat(access.spent()).isEqualTo(ONE_REPLY);
        }
        assertThat(provider.requests()).hasSize(1);
        assertThat(provider.requests().getFirst().body()).hasSizeLessThan(2_000);
    }
}
