package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.answer.AnsweredBy;
import dev.sayql.core.answer.Caveat;
import dev.sayql.core.answer.Check;
import dev.sayql.core.answer.Provenance;
import dev.sayql.core.answer.Receipt;
import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.execution.SourceError;
import dev.sayql.core.generation.Clarification;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.generation.ModelFault;
import dev.sayql.core.generation.Spending;
import dev.sayql.core.history.Ending;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.history.HistoryUnavailableException;
import dev.sayql.core.history.Recorded;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Refinement;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.schema.SourceUnavailableException.Reason;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.Catalog;
import dev.sayql.sql.Problem;
import dev.sayql.sql.ReadOnlySql;
import dev.sayql.sql.RejectionCode;
import dev.sayql.sql.Rules;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.SqlValidator;
import dev.sayql.sql.Verdict;
import dev.sayql.testkit.FixedClock;
import dev.sayql.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredHistoryTest {
    private static final Instant STARTED = Instant.parse("2026-03-15T09:00:00.123456Z");
    private static final FixedClock CLOCK = FixedClock.at("2026-03-15T09:00:01Z");

    private final TestDatabase test = TestDatabase.create("history");
    private final SystemDatabase database = SystemDatabases.open(test);
    private final StoredHistory history = new StoredHistory(database, CLOCK);

    @AfterAll
    void close() {
        database.close();
        test.close();
    }

    private static Question question(String text, Optional<List<String>> tables) {
        return new Question(
                new QueryId(UUID.randomUUID()),
                new TeamId("demo"),
                new SourceId("shop"),
                text,
                tables,
                true,
                100,
                STARTED);
    }

    private static Exchange exchange(Answer answer) {
        return new Exchange(
                question("How many orders?", Optional.empty()), answer, STARTED, STARTED.plusNanos(12_345_000));
    }

    private static ReadOnlySql checked(String sql) {
        try (SqlValidator validator = new SqlValidator()) {
            Rules rules = Rules.allTablesOf(new Catalog(List.of(), List.of()));
            return ((Verdict.Allowed) validator.validate(new SqlText(sql), rules)).sql();
        }
    }

    private static Answer.Result result(ReadOnlySql sql) {
        Rows rows = new Rows(
                List.of(new Rows.Column("one", "integer")),
                List.of(List.of(new Cell.Decimal(BigDecimal.ONE))),
                true,
                Duration.ofMillis(4));
        return new Answer.Result(
                sql,
                Optional.of(rows),
                new Provenance(AnsweredBy.LOCAL, "One", List.of(), 0.875, List.of("m")),
                new Receipt(Set.of(), List.of(new Caveat(Check.TRUNCATION, "Cut, \"here\"."))));
    }

    static Stream<Answer> answers() {
        ReadOnlySql sql = checked("SELECT 1 AS one");
        return Stream.of(
                result(sql),
                new Answer.TooExpensive(sql, 1, 2),
                new Answer.TooSlow(sql, Duration.ofSeconds(30)),
                new Answer.SourceFailed(sql, new SourceError("22012", "The statement divides by zero.")),
                new Answer.Cancelled(sql),
                new Answer.NeedsClarification(new Clarification("Which one?", List.of("a", "b"))),
                new Answer.Declined(
                        new Decline(Decline.Reason.UNKNOWN_WORDS, "Unknown: foo", List.of("foo"), List.of())),
                new Answer.Refused(
                        "DELETE FROM orders",
                        List.of(
                                new Problem(RejectionCode.WRITES_DATA, "DELETE"),
                                new Problem(RejectionCode.NOT_A_QUERY, "x"))),
                new Answer.SourceUnavailable(Reason.UNREACHABLE, "Not reachable."),
                new Answer.ModelUnavailable(
                        ModelFault.TIMED_OUT,
                        new Decline(Decline.Reason.UNKNOWN_WORDS, "Unknown: foo", List.of("foo"), List.of())),
                new Answer.UnknownSource(new SourceId("nowhere")),
                new Answer.UnknownTables(List.of("custmers"), List.of("customers")),
                new Answer.Failed("e-1"));
    }

    @Test
    void givesBackWhichExchangeARefinementChanges() {
        Question first = question("How many orders?", Optional.empty());
        Refinement refinement = new Refinement(first.id(), 2, "only for 2025");
        Question second = new Question(
                new QueryId(UUID.randomUUID()),
                first.team(),
                first.source(),
                first.text(),
                first.tables(),
                true,
                7,
                STARTED,
                Optional.of(refinement));
        history.record(new Exchange(second, new Answer.Failed("e-2"), STARTED, STARTED));

        assertThat(history.find(second.team(), second.id())).hasValueSatisfying(found -> {
            assertThat(found.refinement()).contains(refinement);
            assertThat(found.attempt()).isEqualTo(2);
            assertThat(found.maxRows()).isEqualTo(7);
        });
    }

    @ParameterizedTest
    @MethodSource("answers")
    void givesBackWhatWasRecorded(Answer answer) {
        Exchange exchange = exchange(answer);
        history.record(exchange);

        assertThat(history.find(exchange.question().team(), exchange.question().id()))
                .contains(Recorded.of(exchange));
    }

    @Test
    void everyEndingIsAmongTheseAnswers() {
        assertThat(answers().map(answer -> Recorded.of(exchange(answer)).ending()))
                .containsExactlyInAnyOrder(Ending.values());
    }

    @Test
    void keepsTheSelectedTablesAndOddTexts() {
        Question question =
                question("Which \"{tables}\", \\ and ünïcode, 😀?", Optional.of(List.of("a,b", "\"c\"", "")));
        Exchange exchange = new Exchange(question, new Answer.Failed("e-2"), STARTED, STARTED);
        history.record(exchange);

        assertThat(history.find(question.team(), question.id())).contains(Recorded.of(exchange));
    }

    @Test
    void keepsWhatModelsWerePaid() {
        Spending spent = new Spending(1_300, 10, new BigDecimal("0.0015"));
        Question question = question("How much?", Optional.empty());
        history.record(new Exchange(question, new Answer.Failed("e-5"), STARTED, STARTED, spent));

        assertThat(history.find(question.team(), question.id()).map(Recorded::spent))
                .contains(spent);
    }

    @Test
    void recordsAQuestionThatHoldsANulCharacter() {
        Question question = question("How many\0orders?", Optional.empty());
        history.record(new Exchange(question, new Answer.Failed("e-3"), STARTED, STARTED));

        assertThat(history.find(question.team(), question.id()).map(Recorded::question))
                .contains("How many\uFFFDorders?");
    }

    @Test
    void knowsNothingOfAnotherTeamsExchange() {
        Exchange exchange = exchange(new Answer.Failed("e-4"));
        history.record(exchange);

        assertThat(history.find(new TeamId("other"), exchange.question().id())).isEmpty();
        assertThat(history.find(new TeamId("demo"), new QueryId(UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    void keepsAnExchangeThatIsRecordedTwiceOnce() {
        Exchange exchange = exchange(new Answer.Failed("e-5"));
        history.record(exchange);
        history.record(exchange);

        assertThat(history.find(exchange.question().team(), exchange.question().id()))
                .isPresent();
    }

    @Test
    void saysWhenAnExchangeCannotBeKept() {
        try (TestDatabase gone = TestDatabase.create("gone");
                SystemDatabase closedSoon = SystemDatabases.open(gone)) {
            TestDatabase.run(gone.owner(), "DROP TABLE query_history CASCADE");

            assertThatThrownBy(() -> new StoredHistory(closedSoon, CLOCK).record(exchange(new Answer.Failed("e-6"))))
                    .isInstanceOf(HistoryUnavailableException.class);
        }
    }
}
