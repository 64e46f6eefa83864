package dev.sayql.core.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.answer.AnsweredBy;
import dev.sayql.core.answer.Trust;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.execution.Explanation;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.execution.SourceError;
import dev.sayql.core.generation.Contexts;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.generation.Drafting;
import dev.sayql.core.generation.Meaning;
import dev.sayql.core.generation.ModelFault;
import dev.sayql.core.generation.ModelReply;
import dev.sayql.core.generation.ModelTask;
import dev.sayql.core.generation.ModelWriter;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.ScriptedExecutor;
import dev.sayql.core.generation.Shop;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.generation.Spending;
import dev.sayql.core.history.CacheUnavailableException;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.history.History;
import dev.sayql.core.history.Recorded;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Refinement;
import dev.sayql.core.question.Source;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.SchemaReader;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.team.TeamId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class RememberingTest {

    private static final Clock CLOCK = Clock.fixed(Shop.NOW, ZoneOffset.UTC);
    private static final Spending ONE_CALL = new Spending(1_000, 50, new BigDecimal("0.004"));
    private static final String COUNT = "SELECT count(*) AS orders FROM orders";

    private final ListedAnswers cache = new ListedAnswers(CLOCK);
    private final ScriptedExecutor executor = new ScriptedExecutor();
    private final AtomicInteger calls = new AtomicInteger();
    private CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);
    private final List<CacheUnavailableException> failures = new ArrayList<>();
    private ModelReply reply = new ModelReply.Wrote(Shop.candidate(COUNT).writtenBy("clever-1"), ONE_CALL);
    private Schema schema = Shop.SCHEMA;
    private Semantics semantics = Semantics.none();
    private String writer = "clever-1 sql-1";
    private Meaning meaning = Meaning.UNKNOWN;

    private final class ShopReader implements SchemaReader {
        @Override
        public Schema read(Source asked) {
            return schema;
        }

        @Override
        public Map<ColumnName, List<String>> values(Source asked, Schema read) {
            return Shop.VALUES;
        }
    }

    private static final class NoHistory implements History {
        @Override
        public void record(Exchange exchange) {}

        @Override
        public Optional<Recorded> find(TeamId team, QueryId id) {
            return Optional.empty();
        }
    }

    private Answering answering() {
        Proposal declined = new Proposal.Declined(
                new Decline(Decline.Reason.UNKNOWN_WORDS, "I do not know the word foo.", List.of("foo"), List.of()),
                Optional.empty());
        ModelWriter model = this::write;
        return new Answering(
                (team, id) -> Optional.of(new Source(team, id, "shop")),
                new Contexts(new ShopReader(), asked -> semantics, CLOCK),
                new Drafting((asked, context, trials) -> declined, Optional.of(model), Shop.VALIDATOR, executor),
                executor,
                new NoHistory(),
                Limits.defaults(),
                CLOCK,
                Answering.Approvals.NONE,
                new Remembering(cache, writer, meaning, Duration.ofDays(7), CLOCK, () -> 0.5, failures::add));
    }

    private ModelReply write(ModelTask task, Duration within, Cancellation cancellation) {
        calls.incrementAndGet();
        if (cancellation.isRequested()) {
            return new ModelReply.Failed(ModelFault.CANCELLED, Spending.none());
        }
        gate.join();
        return reply;
    }

    private Exchange ask(Question question) {
        return answering().answer(question, Progress.silent(), Cancellation.never());
    }

    private Exchange ask(String text) {
        return ask(Shop.question(text));
    }

    private static Answer.Result result(Exchange exchange) {
        return (Answer.Result) exchange.answer();
    }

    private void assertAskedAgain(Exchange exchange) {
        assertThat(calls).hasValue(2);
        assertThat(result(exchange).provenance().answeredBy()).isEqualTo(AnsweredBy.MODEL);
    }

    @Test
    void answersAQuestionAskedAgainWithoutTheModelAndSaysSo() {
        ask("How many foo orders?");
        Exchange again = ask(" how many  foo orders");

        assertThat(calls).hasValue(1);
        assertThat(again.spent()).isEqualTo(Spending.none());
        assertThat(again.answer()).asInstanceOf(type(Answer.Result.class)).satisfies(result -> {
            assertThat(result.provenance().answeredBy()).isEqualTo(AnsweredBy.CACHE);
            assertThat(result.provenance().model()).contains("clever-1");
            assertThat(result.provenance().restatement()).isEqualTo("The meaning of it Remembered from 2026-03-15.");
            assertThat(result.trust()).isEqualTo(Trust.UNCERTAIN);
        });
        assertThat(cache.statistics(Shop.SOURCE.team()).hits()).isEqualTo(1);
        assertThat(cache.statistics(Shop.SOURCE.team()).misses()).isEqualTo(1);
        assertThat(cache.statistics(Shop.SOURCE.team()).saved()).isEqualByComparingTo("0.004");
    }

    @Test
    void checksAndRunsARememberedStatementAnew() {
        ask("How many foo orders?");
        ask("How many foo orders?");

        assertThat(executor.explained()).hasSize(2);
        assertThat(executor.executed()).hasSize(2);
    }

    @Test
    void asksTheModelWhereARememberedStatementNoLongerPasses() {
        ask("How many foo orders?");
        executor.explaining(new Explanation.TooExpensive(1e9, 1e9));
        ask("How many foo orders?");

        assertThat(calls.get()).isGreaterThan(1);
    }

    @Test
    void keepsAnAnswerForAWeekAtMost() {
        ask("How many foo orders?");

        assertThat(cache.kept()).singleElement().satisfies(answer -> {
            assertThat(answer.expires())
                    .isEqualTo(Shop.NOW.plus(Duration.ofDays(7).multipliedBy(95).dividedBy(100)));
            assertThat(answer.cost()).isEqualByComparingTo("0.004");
        });
    }

    @Test
    void neverAnswersAnotherTeam() {
        ask("How many foo orders?");
        Question asked = Shop.question("How many foo orders?");

        assertAskedAgain(ask(new Question(
                asked.id(),
                new TeamId("other"),
                asked.source(),
                asked.text(),
                asked.tables(),
                true,
                100,
                asked.askedAt())));
    }

    @Test
    void neverAnswersForOtherTables() {
        ask("How many foo orders?");

        assertAskedAgain(ask(Shop.question("How many foo orders?", Optional.of(List.of("orders")), true)));
    }

    @Test
    void neverAnswersForAnotherSchema() {
        ask("How many foo orders?");
        schema = new Schema(Shop.SCHEMA.tables(), Shop.SCHEMA.searchPath(), "another fingerprint");

        assertAskedAgain(ask("How many foo orders?"));
    }

    @Test
    void neverAnswersAfterSomethingWasTaught() {
        ask("How many foo orders?");
        semantics = new Semantics(1, List.of(), List.of(), Map.of(Shop.USERS, List.of("email")), Map.of());

        assertAskedAgain(ask("How many foo orders?"));
    }

    @Test
    void neverAnswersForAnotherModelOrPrompt() {
        ask("How many foo orders?");
        writer = "clever-2 sql-1";

        assertAskedAgain(ask("How many foo orders?"));
    }

    @Test
    void tellsWordsByTheirCase() {
        ask("How many orders from US?");

        assertAskedAgain(ask("How many orders from us?"));
    }

    @Test
    void answersARelativeDateOnItsDayOnly() {
        ask("How many foo orders last month?");
        ask("How many foo orders last month?");
        assertThat(calls).hasValue(1);

        assertAskedAgain(ask(on(Shop.question("How many foo orders last month?"), Duration.ofDays(1))));
    }

    @Test
    void answersOnAnyDayWhereNothingIsOfADay() {
        ask("How many foo orders?");
        ask(on(Shop.question("How many foo orders?"), Duration.ofDays(1)));

        assertThat(calls).hasValue(1);
    }

    private static Question on(Question question, Duration later) {
        return new Question(
                question.id(),
                question.team(),
                question.source(),
                question.text(),
                question.tables(),
                true,
                100,
                question.askedAt().plus(later));
    }

    @Test
    void answersOtherWordsOfTheSameMeaningAndSaysWhichWereAsked() {
        meaning = new OneMeaning((first, second) -> true);
        ask("How many foo orders?");
        Exchange again = ask("What is the number of foo orders?");

        assertThat(calls).hasValue(1);
        assertThat(result(again).provenance().restatement())
                .endsWith("Remembered from 2026-03-15, when it was asked as: \"how many foo orders\".");
    }

    @Test
    void takesNoAnswerOfWhichOnlyTheMeaningMayBeTheSame() {
        meaning = new OneMeaning((first, second) -> false);
        ask("How many foo orders?");
        ask("How many foo orders are open?");

        assertThat(calls).hasValue(2);
    }

    @Test
    void takesAnOlderAnswerWhereTheNewestIsForAnotherQuestion() {
        meaning = new OneMeaning((first, second) -> first.contains("foo") && second.contains("foo"));
        ask("How many foo orders?");
        ask("How many bar orders?");
        Exchange again = ask("What is the number of foo orders?");

        assertThat(calls).hasValue(2);
        assertThat(result(again).provenance().restatement()).contains("how many foo orders");
    }

    /** Finds every question by the same word, and tells by the words of two whether they mean the same. */
    private record OneMeaning(BiPredicate<String, String> same) implements Meaning {

        @Override
        public Optional<String> of(Question question, SourceContext context) {
            return Optional.of("count(orders)");
        }

        @Override
        public boolean areSame(Question first, Question second, SourceContext context) {
            return same.test(first.text(), second.text());
        }
    }

    @Test
    void neverKeepsWhatFailedOrWasCutOrDidNotRun() {
        executor.executing(new Execution.Done(new Rows(List.of(), List.of(), true, Duration.ZERO)));
        ask("How many foo orders?");
        executor.executing(new Execution.Failed(new SourceError("22012", "The statement divides by zero.")));
        ask("How many bar orders?");
        ask(Shop.question("How many baz orders?", Optional.empty(), false));
        reply = new ModelReply.Failed(ModelFault.TIMED_OUT, Spending.none());
        ask("How many qux orders?");

        assertThat(cache.kept()).isEmpty();
        assertThat(calls).hasValue(4);
    }

    @Test
    void asksForAFollowUpEachTime() {
        Question first = Shop.question("How many foo orders?");
        Question refined = new Question(
                first.id(),
                first.team(),
                first.source(),
                first.text(),
                first.tables(),
                true,
                100,
                first.askedAt(),
                Optional.of(new Refinement(new QueryId(UUID.randomUUID()), 2, "only foo")));
        ask(refined);
        ask(refined);

        assertThat(calls).hasValue(2);
        assertThat(cache.kept()).isEmpty();
    }

    @Test
    void failsNoQuestionWhereTheCacheCannotBeReached() {
        cache.breakDown();

        assertThat(result(ask("How many foo orders?")).provenance().answeredBy())
                .isEqualTo(AnsweredBy.MODEL);
        assertThat(failures).hasSize(1);
    }

    @Test
    void asksOnceForManyEqualQuestionsAtTheSameTime() throws Exception {
        Answering answering = answering();
        CountDownLatch together = new CountDownLatch(1);
        List<Future<Exchange>> asked = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                asked.add(threads.submit(() -> {
                    together.await();
                    return answering.answer(
                            Shop.question("How many foo orders?"), Progress.silent(), Cancellation.never());
                }));
            }
            together.countDown();
        }

        assertThat(calls).hasValue(1);
        for (Future<Exchange> one : asked) {
            assertThat(one.get().answer()).isInstanceOf(Answer.Result.class);
        }
        assertThat(cache.statistics(Shop.SOURCE.team()).hits()).isEqualTo(199);
    }

    @Test
    void whoeverWaitsForAnEqualQuestionMayLeave() throws Exception {
        gate = new CompletableFuture<>();
        Answering answering = answering();
        Question question = Shop.question("How many foo orders?");
        Cancellation cancellation = new Cancellation();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Exchange> first =
                    threads.submit(() -> answering.answer(question, Progress.silent(), Cancellation.never()));
            while (calls.get() == 0) {
                Thread.sleep(1);
            }
            cancellation.request();
            Future<Exchange> waiting =
                    threads.submit(() -> answering.answer(question, Progress.silent(), cancellation));

            assertThat(waiting.get(5, TimeUnit.SECONDS).answer()).isNotInstanceOf(Answer.Result.class);
            assertThat(first).isNotDone();
            gate.complete(null);
            assertThat(first.get().answer()).isInstanceOf(Answer.Result.class);
        }
    }

    @Test
    void tellsThatAModelIsAskedAndNotWhereNoneIs() {
        List<Progress.Step> steps = new ArrayList<>();
        answering().answer(Shop.question("How many foo orders?"), steps::add, Cancellation.never());
        assertThat(steps)
                .containsExactly(
                        Progress.Step.READING_SCHEMA,
                        Progress.Step.UNDERSTANDING,
                        Progress.Step.ASKING_MODEL,
                        Progress.Step.RUNNING,
                        Progress.Step.CHECKING);

        steps.clear();
        answering().answer(Shop.question("How many foo orders?"), steps::add, Cancellation.never());
        assertThat(steps).doesNotContain(Progress.Step.ASKING_MODEL);
    }
}
