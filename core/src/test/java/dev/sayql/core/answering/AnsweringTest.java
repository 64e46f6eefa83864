package dev.sayql.core.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import dev.sayql.core.generation.Clarification;
import dev.sayql.core.generation.Contexts;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.generation.Drafting;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.ScriptedExecutor;
import dev.sayql.core.generation.Shop;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.history.History;
import dev.sayql.core.history.HistoryUnavailableException;
import dev.sayql.core.history.Recorded;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Source;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.SchemaReader;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.schema.SourceUnavailableException.Reason;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.team.TeamId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnsweringTest {
    private static final Clock CLOCK = Clock.fixed(Shop.NOW, ZoneOffset.UTC);
    private static final SourceError ERROR = new SourceError("22012", "The statement divides by zero.");

    private final ScriptedExecutor executor = new ScriptedExecutor();
    private final ListHistory history = new ListHistory();
    private final List<Progress.Step> steps = new ArrayList<>();
    private Proposal proposal =
            new Proposal.Candidates(List.of(Shop.candidate("SELECT count(*) AS orders FROM orders")));
    private Optional<Source> source = Optional.of(Shop.SOURCE);
    private boolean readable = true;

    private static final class ListHistory implements History {
        private final List<Exchange> exchanges = new ArrayList<>();
        private boolean available = true;

        @Override
        public void record(Exchange exchange) {
            if (!available) {
                throw new HistoryUnavailableException(new IllegalStateException("down"));
            }
            exchanges.add(exchange);
        }

        @Override
        public Optional<Recorded> find(TeamId team, QueryId id) {
            return Optional.empty();
        }
    }

    private final class ShopReader implements SchemaReader {
        @Override
        public Schema read(Source asked) {
            if (!readable) {
                throw new SourceUnavailableException(Reason.WRONG_CREDENTIALS, "The password is wrong.");
            }
            return Shop.SCHEMA;
        }

        @Override
        public Map<ColumnName, List<String>> values(Source asked, Schema schema) {
            return Shop.VALUES;
        }
    }

    private Answer answer(Question question) {
        return new Answering(
                        (team, id) -> source,
                        new Contexts(new ShopReader(), asked -> Semantics.none(), CLOCK),
                        new Drafting((asked, context, trials) -> proposal, Shop.VALIDATOR, executor),
                        executor,
                        history,
                        Limits.defaults(),
                        CLOCK,
                        Answering.Approvals.NONE)
                .answer(question, steps::add, Cancellation.never())
                .answer();
    }

    private Answer answer() {
        return answer(Shop.question("How many orders?"));
    }

    @AfterEach
    void everyAnswerThatWasGivenIsRecorded() {
        if (history.available) {
            assertThat(history.exchanges).hasSize(1);
        }
    }

    @Test
    void answersWithRowsProvenanceAndReceipt() {
        assertThat(answer()).asInstanceOf(type(Answer.Result.class)).satisfies(result -> {
            assertThat(result.rows()).contains(ScriptedExecutor.ONE_ROW);
            assertThat(result.provenance().answeredBy()).isEqualTo(AnsweredBy.LOCAL);
            assertThat(result.provenance().restatement()).isEqualTo("The meaning of it");
            assertThat(result.receipt().caveats()).isEmpty();
            assertThat(result.trust()).isEqualTo(Trust.CHECKED);
        });
        assertThat(steps)
                .containsExactly(
                        Progress.Step.READING_SCHEMA,
                        Progress.Step.UNDERSTANDING,
                        Progress.Step.RUNNING,
                        Progress.Step.CHECKING);
        assertThat(executor.rowLimit()).isEqualTo(100);
        assertThat(executor.executed()).isEqualTo(executor.explained());
    }

    @Test
    void isUnsureOfAnAnswerWithoutRows() {
        executor.executing(new Execution.Done(new Rows(List.of(), List.of(), false, Duration.ZERO)));

        assertThat(answer())
                .asInstanceOf(type(Answer.Result.class))
                .satisfies(result -> assertThat(result.trust()).isEqualTo(Trust.UNCERTAIN));
    }

    @Test
    void recordsTheQuestionWithItsAnswer() {
        Question question = Shop.question("How many orders?");
        Answer answer = answer(question);

        assertThat(history.exchanges).containsExactly(new Exchange(question, answer, Shop.NOW, Shop.NOW));
    }

    @Test
    void writesOnlyTheSqlWhenAskedNotToRunIt() {
        assertThat(answer(Shop.question("How many orders?", Optional.empty(), false)))
                .asInstanceOf(type(Answer.Result.class))
                .satisfies(result -> {
                    assertThat(result.rows()).isEmpty();
                    assertThat(result.trust()).isEqualTo(Trust.UNCERTAIN);
                });
        assertThat(executor.executed()).isEmpty();
    }

    @Test
    void refusesUnsafeSqlAndRunsNothing() {
        proposal = new Proposal.Candidates(List.of(Shop.candidate("DELETE FROM orders")));

        assertThat(answer()).isInstanceOf(Answer.Refused.class);
        assertThat(executor.explained()).isEmpty();
        assertThat(executor.executed()).isEmpty();
    }

    @Test
    void refusesATableThatWasNotSelected() {
        proposal = new Proposal.Candidates(List.of(Shop.candidate("SELECT count(*) FROM users")));

        assertThat(answer(Shop.question("How many users?", Optional.of(List.of("orders")), true)))
                .isInstanceOf(Answer.Refused.class);
    }

    @Test
    void namesSelectedTablesThatDoNotExist() {
        assertThat(answer(Shop.question("How many?", Optional.of(List.of("ordrs")), true)))
                .asInstanceOf(type(Answer.UnknownTables.class))
                .satisfies(unknown -> {
                    assertThat(unknown.names()).containsExactly("ordrs");
                    assertThat(unknown.nearest()).startsWith("orders");
                });
    }

    @Test
    void endsInWhatTheGeneratorSays() {
        Clarification clarification = new Clarification("Which?", List.of("a", "b"));
        proposal = new Proposal.Unclear(clarification, Optional.of(Shop.candidate("SELECT 1 FROM orders")));

        assertThat(answer()).isEqualTo(new Answer.NeedsClarification(clarification));
        assertThat(executor.executed()).isEmpty();
    }

    @Test
    void declinesWithTheReason() {
        Decline decline = new Decline(Decline.Reason.PREDICTION_OR_REASON, "No forecasts.", List.of(), List.of());
        proposal = new Proposal.Declined(decline, Optional.empty());

        assertThat(answer()).isEqualTo(new Answer.Declined(decline));
    }

    @Test
    void startsNothingThatIsTooExpensive() {
        executor.explaining(new Explanation.TooExpensive(1e9, 1e12));

        assertThat(answer()).isInstanceOf(Answer.TooExpensive.class);
        assertThat(executor.executed()).isEmpty();
    }

    @Test
    void tellsATimeLimit() {
        executor.executing(new Execution.TimedOut(Duration.ofSeconds(30)));

        assertThat(answer())
                .asInstanceOf(type(Answer.TooSlow.class))
                .extracting(Answer.TooSlow::after)
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void tellsAFailureOfTheStatement() {
        executor.executing(new Execution.Failed(ERROR));

        assertThat(answer())
                .asInstanceOf(type(Answer.SourceFailed.class))
                .extracting(Answer.SourceFailed::error)
                .isEqualTo(ERROR);
    }

    @Test
    void tellsACancellation() {
        executor.executing(new Execution.Cancelled());

        assertThat(answer()).isInstanceOf(Answer.Cancelled.class);
    }

    @Test
    void tellsThatTheSourceIsUnknown() {
        source = Optional.empty();

        assertThat(answer()).isEqualTo(new Answer.UnknownSource(Shop.SOURCE.id()));
    }

    @Test
    void tellsThatTheSourceCannotBeUsed() {
        readable = false;

        assertThat(answer())
                .isEqualTo(new Answer.SourceUnavailable(Reason.WRONG_CREDENTIALS, "The password is wrong."));
    }

    @Test
    void givesNoAnswerThatCannotBeRecorded() {
        history.available = false;

        assertThatThrownBy(this::answer).isInstanceOf(HistoryUnavailableException.class);
    }
}
