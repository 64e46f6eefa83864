package dev.sayql.core.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Explanation;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.execution.SourceError;
import dev.sayql.sql.Rules;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelDraftingTest {

    private static final Spending ONE_CALL = new Spending(100, 10, new BigDecimal("0.01"));
    private static final String GOOD = "SELECT count(*) FROM orders";

    private final ScriptedExecutor executor = new ScriptedExecutor();
    private final Deque<ModelReply> replies = new ArrayDeque<>();
    private final List<ModelTask> tasks = new ArrayList<>();
    private final List<Duration> times = new ArrayList<>();
    private Duration patience = Duration.ofMinutes(1);
    private Proposal proposal = declining(Decline.Reason.UNKNOWN_WORDS);

    private static Proposal declining(Decline.Reason reason) {
        return new Proposal.Declined(
                new Decline(reason, "I do not know the word foo.", List.of("foo"), List.of()),
                Optional.of(Shop.candidate("SELECT 1 FROM users")));
    }

    private static ModelReply wrote(String sql) {
        return new ModelReply.Wrote(Shop.candidate(sql).writtenBy("clever-1"), ONE_CALL);
    }

    private Drafted draft(ModelReply... scripted) {
        replies.addAll(Arrays.asList(scripted));
        ModelWriter model = new ModelWriter() {
            @Override
            public ModelReply write(ModelTask task, Duration within, Cancellation cancellation) {
                tasks.add(task);
                times.add(within);
                return replies.removeFirst();
            }

            @Override
            public Duration patience() {
                return patience;
            }
        };
        return new Drafting((question, context, trials) -> proposal, Optional.of(model), Shop.VALIDATOR, executor)
                .draft(
                        Shop.question("How many foo?"),
                        Shop.CONTEXT,
                        Rules.allTablesOf(Shop.SCHEMA.catalog()),
                        Limits.defaults(),
                        Cancellation.never());
    }

    @Test
    void asksTheModelWhatTheLocalEngineDeclines() {
        Drafted drafted = draft(wrote(GOOD));

        assertThat(drafted.spent()).isEqualTo(ONE_CALL);
        assertThat(drafted.draft())
                .asInstanceOf(type(Draft.Proven.class))
                .satisfies(proven -> assertThat(proven.candidate().model()).contains("clever-1"));
        assertThat(tasks).singleElement().satisfies(task -> {
            assertThat(task.declined().unknownWords()).containsExactly("foo");
            assertThat(task.guess()).isPresent();
            assertThat(task.trials()).isEmpty();
        });
    }

    @Test
    void neverAsksTheModelWhatTheLocalEngineAnswers() {
        proposal = new Proposal.Candidates(List.of(Shop.candidate(GOOD)));

        assertThat(draft().draft()).isInstanceOf(Draft.Proven.class);
        assertThat(tasks).isEmpty();
    }

    @Test
    void asksTheModelWhatTheLocalEngineIsUnsureOf() {
        proposal = unsure();

        assertThat(draft(wrote(GOOD)).draft()).isInstanceOf(Draft.Proven.class);
    }

    @Test
    void leavesTheChoiceToThePersonWhereTheModelDoesNotHelp() {
        assertThatTheEngineAsks(new ModelReply.Failed(ModelFault.SWITCHED_OFF, ONE_CALL));
    }

    /** A reply names what the engine offered, so nothing else may be shown with numbers. */
    @Test
    void offersTheEnginesMeaningsWhereTheModelAsksBackToo() {
        assertThatTheEngineAsks(
                new ModelReply.Unclear(new Clarification("What then?", List.of("Other.", "More.")), ONE_CALL));
    }

    private void assertThatTheEngineAsks(ModelReply reply) {
        proposal = unsure();

        Drafted drafted = draft(reply);

        assertThat(drafted.spent()).isEqualTo(ONE_CALL);
        assertThat(drafted.draft())
                .asInstanceOf(type(Draft.Unclear.class))
                .satisfies(asked -> assertThat(asked.clarification().options()).containsExactly("This.", "That."));
    }

    private static Proposal unsure() {
        return new Proposal.Unclear(
                new Clarification("Which?", List.of("This.", "That.")),
                Optional.of(Shop.candidate("SELECT 1 FROM users")));
    }

    @ParameterizedTest
    @EnumSource(
            value = Decline.Reason.class,
            names = {"WOULD_CHANGE_DATA", "PREDICTION_OR_REASON", "NOT_A_QUESTION_OF_DATA"})
    void neverSendsWhatNoStatementCanAnswer(Decline.Reason reason) {
        proposal = declining(reason);

        assertThat(draft().draft()).isInstanceOf(Draft.Declined.class);
        assertThat(tasks).isEmpty();
    }

    @Test
    void neverTouchesAStatementThatPasses() {
        assertThat(draft(wrote("SELECT name FROM products")).draft())
                .asInstanceOf(type(Draft.Proven.class))
                .extracting(proven -> proven.candidate().sql().text())
                .isEqualTo("SELECT name FROM products");
        assertThat(tasks).hasSize(1);
    }

    @Test
    void mendsAMisspeltNameWithoutTheModelAndOwnsUpToIt() {
        Drafted mended = draft(wrote("SELECT o.totl_amount, 'totl_amount' FROM ordrs o"));
        assertThat(tasks).hasSize(1);
        assertThat(mended.draft()).asInstanceOf(type(Draft.Proven.class)).satisfies(proven -> {
            assertThat(proven.sql().text()).contains("total_amount").contains("'totl_amount'");
            assertThat(proven.candidate().restatement())
                    .isEqualTo("The meaning of it It wrote ordrs; taken as orders. It wrote totl_amount; taken as"
                            + " total_amount.");
        });
    }

    @Test
    void tellsTheModelExactlyWhatIsWrong() {
        Drafted drafted = draft(wrote("SELECT colour FROM products"), wrote(GOOD));

        assertThat(drafted.draft()).isInstanceOf(Draft.Proven.class);
        assertThat(drafted.spent()).isEqualTo(ONE_CALL.plus(ONE_CALL));
        assertThat(tasks.getLast().trials()).singleElement().satisfies(trial -> {
            assertThat(trial.sql()).isEqualTo("SELECT colour FROM products");
            assertThat(trial.problem())
                    .contains("A column of this name does not exist.")
                    .contains("colour");
        });
    }

    @Test
    void tellsTheModelWhatTheServerSaid() {
        executor.explaining(new Explanation.Failed(new SourceError("42883", "No such function.")), "orders");

        assertThat(draft(wrote(GOOD), wrote("SELECT count(*) FROM users")).draft())
                .isInstanceOf(Draft.Proven.class);
        assertThat(tasks.getLast().trials().getFirst().problem())
                .contains("42883")
                .contains("No such function.");
    }

    @Test
    void asksForTwoRepairsAtMost() {
        Drafted drafted = draft(
                wrote("SELECT aaaa FROM users"), wrote("SELECT bbbb FROM users"), wrote("SELECT cccc FROM users"));

        assertThat(drafted.draft())
                .asInstanceOf(type(Draft.Refused.class))
                .extracting(Draft.Refused::sql)
                .isEqualTo("SELECT cccc FROM users");
        assertThat(tasks).hasSize(3);
        assertThat(drafted.spent().inputTokens()).isEqualTo(300);
    }

    @Test
    void asksForNoRepairOnceTheTimeOfTheQuestionIsUp() {
        patience = Duration.ofNanos(1);

        assertThat(draft(wrote("SELECT aaaa FROM users")).draft()).isInstanceOf(Draft.Refused.class);
        assertThat(tasks).hasSize(1);
    }

    @Test
    void leavesEachRepairOnlyTheTimeThatIsLeft() {
        draft(wrote("SELECT aaaa FROM users"), wrote(GOOD));

        assertThat(times.getFirst()).isEqualTo(patience);
        assertThat(times.getLast()).isLessThan(patience).isPositive();
    }

    @Test
    void stopsWhenTheModelWritesTheSameAgain() {
        assertThat(draft(wrote("SELECT aaaa FROM users"), wrote("SELECT aaaa FROM users"))
                        .draft())
                .isInstanceOf(Draft.Refused.class);
        assertThat(tasks).hasSize(2);
    }

    @Test
    void refusesAtOnceWhatWouldChangeDataOrHoldsTwoStatements() {
        for (String sql : List.of(
                "DELETE FROM orders",
                "SELECT 1; DROP TABLE orders",
                "WITH gone AS (DELETE FROM orders RETURNING 1) SELECT * FROM gone",
                "SELECT * FROM pg_authid",
                "SELECT * FROM orders FOR UPDATE")) {
            tasks.clear();
            assertThat(draft(wrote(sql)).draft()).as(sql).isInstanceOf(Draft.Refused.class);
            assertThat(tasks).as(sql).hasSize(1);
        }
        assertThat(executor.explained()).isEmpty();
    }

    @Test
    void passesOnWhatTheModelAsksAndDeclines() {
        Clarification clarification = new Clarification("Which foo?", List.of("big", "small"));
        Decline decline = new Decline(Decline.Reason.UNSUPPORTED, "No table has foo.", List.of(), List.of());

        assertThat(draft(new ModelReply.Unclear(clarification, ONE_CALL)))
                .isEqualTo(new Drafted(new Draft.Unclear(clarification), ONE_CALL));
        assertThat(draft(new ModelReply.Declined(decline, ONE_CALL)))
                .isEqualTo(new Drafted(new Draft.Declined(decline), ONE_CALL));
    }

    @ParameterizedTest
    @EnumSource(ModelFault.class)
    void saysWhatIsNotUnderstoodAndWhyNoModelHelped(ModelFault fault) {
        Drafted drafted = draft(new ModelReply.Failed(fault, ONE_CALL));

        assertThat(drafted.spent()).isEqualTo(ONE_CALL);
        if (fault.isOutage()) {
            assertThat(drafted.draft())
                    .asInstanceOf(type(Draft.ModelUnavailable.class))
                    .satisfies(down -> assertThat(down.fault()).isEqualTo(fault));
        } else {
            assertThat(drafted.draft())
                    .asInstanceOf(type(Draft.Declined.class))
                    .extracting(declined -> declined.decline().message())
                    .isEqualTo("I do not know the word foo. " + fault.sentence());
        }
    }

    @Test
    void remembersWhatTheFirstCallCostWhenTheSecondFails() {
        Drafted drafted =
                draft(wrote("SELECT aaaa FROM users"), new ModelReply.Failed(ModelFault.TIMED_OUT, Spending.none()));

        assertThat(drafted.draft()).isInstanceOf(Draft.ModelUnavailable.class);
        assertThat(drafted.spent()).isEqualTo(ONE_CALL);
    }
}
