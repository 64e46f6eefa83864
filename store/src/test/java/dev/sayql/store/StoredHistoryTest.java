package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.generation.Clarification;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.history.HistoryUnavailableException;
import dev.sayql.core.history.Recorded;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.schema.SourceUnavailableException.Reason;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.Problem;
import dev.sayql.sql.RejectionCode;
import dev.sayql.testkit.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    private final TestDatabase test = TestDatabase.create("history");
    private final SystemDatabase database = SystemDatabases.open(test);
    private final StoredHistory history = new StoredHistory(database);

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

    static Stream<Answer> answers() {
        return Stream.of(
                new Answer.NeedsClarification(new Clarification("Which one?", List.of("a", "b"))),
                new Answer.Declined(
                        new Decline(Decline.Reason.UNKNOWN_WORDS, "Unknown: foo", List.of("foo"), List.of())),
                new Answer.Refused(
                        "DELETE FROM orders",
                        List.of(
                                new Problem(RejectionCode.WRITES_DATA, "DELETE"),
                                new Problem(RejectionCode.NOT_A_QUERY, "x"))),
                new Answer.SourceUnavailable(Reason.UNREACHABLE, "Not reachable."),
                new Answer.UnknownSource(new SourceId("nowhere")),
                new Answer.UnknownTables(List.of("custmers"), List.of("customers")),
                new Answer.Failed("e-1"));
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
    void keepsTheSelectedTablesAndOddTexts() {
        Question question =
                question("Which \"{tables}\", \\ and ünïcode, 😀?", Optional.of(List.of("a,b", "\"c\"", "")));
        Exchange exchange = new Exchange(question, new Answer.Failed("e-2"), STARTED, STARTED);
        history.record(exchange);

        assertThat(history.find(question.team(), question.id())).contains(Recorded.of(exchange));
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
            TestDatabase.run(gone.owner(), "DROP TABLE query_history");

            assertThatThrownBy(() -> new StoredHistory(closedSoon).record(exchange(new Answer.Failed("e-6"))))
                    .isInstanceOf(HistoryUnavailableException.class);
        }
    }
}
