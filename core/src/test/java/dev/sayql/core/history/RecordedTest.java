package dev.sayql.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.answer.AnsweredBy;
import dev.sayql.core.answer.Caveat;
import dev.sayql.core.answer.Check;
import dev.sayql.core.answer.Provenance;
import dev.sayql.core.answer.Receipt;
import dev.sayql.core.answer.Trust;
import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.execution.SourceError;
import dev.sayql.core.generation.Clarification;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.generation.ModelFault;
import dev.sayql.core.generation.Shop;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.schema.SourceUnavailableException.Reason;
import dev.sayql.sql.Problem;
import dev.sayql.sql.ReadOnlySql;
import dev.sayql.sql.RejectionCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordedTest {
    private static final ReadOnlySql SQL = Shop.checked("SELECT name FROM products");
    private static final Rows ROWS = new Rows(
            List.of(new Rows.Column("name", "text")),
            List.of(List.of(new Cell.Text("a secret of the customer"))),
            true,
            Duration.ofMillis(5));

    private static final Map<Ending, Answer> ENDINGS = Map.ofEntries(
            Map.entry(
                    Ending.ANSWERED,
                    new Answer.Result(
                            SQL,
                            Optional.of(ROWS),
                            new Provenance(AnsweredBy.LOCAL, "Names of products", List.of(), 0.8, List.of()),
                            new Receipt(Set.of(), List.of(new Caveat(Check.TRUNCATION, "There are more."))))),
            Map.entry(Ending.CLARIFICATION, new Answer.NeedsClarification(new Clarification("Which?", List.of()))),
            Map.entry(
                    Ending.DECLINED,
                    new Answer.Declined(new Decline(Decline.Reason.UNSUPPORTED, "Not yet.", List.of(), List.of()))),
            Map.entry(
                    Ending.REFUSED,
                    new Answer.Refused("DROP TABLE x", List.of(new Problem(RejectionCode.NOT_A_QUERY, "DROP")))),
            Map.entry(Ending.TOO_EXPENSIVE, new Answer.TooExpensive(SQL, 1, 2)),
            Map.entry(Ending.TOO_SLOW, new Answer.TooSlow(SQL, Duration.ofSeconds(30))),
            Map.entry(Ending.SOURCE_FAILED, new Answer.SourceFailed(SQL, new SourceError("22012", "Division."))),
            Map.entry(Ending.SOURCE_UNAVAILABLE, new Answer.SourceUnavailable(Reason.UNREACHABLE, "Not there.")),
            Map.entry(
                    Ending.MODEL_UNAVAILABLE,
                    new Answer.ModelUnavailable(
                            ModelFault.TIMED_OUT,
                            new Decline(Decline.Reason.UNSUPPORTED, "Not yet.", List.of(), List.of()))),
            Map.entry(Ending.CANCELLED, new Answer.Cancelled(SQL)),
            Map.entry(Ending.UNKNOWN_SOURCE, new Answer.UnknownSource(new SourceId("nowhere"))),
            Map.entry(Ending.UNKNOWN_TABLES, new Answer.UnknownTables(List.of("a", "b"), List.of("c"))),
            Map.entry(Ending.FAILED, new Answer.Failed("e-1")));

    private static Recorded recorded(Ending ending) {
        Question question = Shop.question("Names?", Optional.of(List.of("products")), true);
        Answer answer = Optional.ofNullable(ENDINGS.get(ending)).orElseThrow();
        return Recorded.of(new Exchange(question, answer, Shop.NOW, Shop.NOW.plusMillis(7)));
    }

    @Test
    void everyEndingIsKept() {
        assertThat(ENDINGS).hasSize(Ending.values().length);
        Arrays.stream(Ending.values()).forEach(ending -> {
            Recorded recorded = recorded(ending);
            assertThat(recorded.ending()).isEqualTo(ending);
            assertThat(recorded.question()).isEqualTo("Names?");
            assertThat(recorded.team()).isEqualTo(Shop.SOURCE.team());
            assertThat(recorded.tables()).contains(List.of("products"));
            assertThat(recorded.started()).isEqualTo(Shop.NOW);
            assertThat(recorded.took()).isEqualTo(Duration.ofMillis(7));
            assertThat(recorded.explanation()).isNotBlank();
        });
    }

    @Test
    void anAnswerIsKeptWithItsEvidenceAndWithoutItsRows() {
        Recorded recorded = recorded(Ending.ANSWERED);

        assertThat(recorded.sql()).contains(SQL.text());
        assertThat(recorded.explanation()).isEqualTo("Names of products");
        assertThat(recorded.rowsReturned()).isEqualTo(OptionalInt.of(1));
        assertThat(recorded.truncated()).isTrue();
        assertThat(recorded.answeredBy()).contains(AnsweredBy.LOCAL);
        assertThat(recorded.confidence()).isEqualTo(OptionalDouble.of(0.8));
        assertThat(recorded.trust()).isEqualTo(Trust.UNCERTAIN);
        assertThat(recorded.caveats()).containsExactly("There are more.");
        assertThat(recorded.complexity()).isEqualTo(OptionalInt.of(1));
        assertThat(recorded).asString().doesNotContain("a secret of the customer");
    }

    @Test
    void whatWasRefusedIsKeptWithEveryReason() {
        assertThat(recorded(Ending.REFUSED).sql()).contains("DROP TABLE x");
        assertThat(recorded(Ending.REFUSED).explanation()).isEqualTo("not_a_query: DROP");
        assertThat(recorded(Ending.REFUSED).trust()).isEqualTo(Trust.NONE);
    }

    @Test
    void failuresOfTheSourceAreKeptWithTheirSql() {
        for (Ending ending : List.of(Ending.TOO_SLOW, Ending.TOO_EXPENSIVE, Ending.SOURCE_FAILED, Ending.CANCELLED)) {
            assertThat(recorded(ending).sql()).contains(SQL.text());
            assertThat(recorded(ending).complexity()).isPresent();
        }
        assertThat(recorded(Ending.SOURCE_FAILED).explanation()).isEqualTo("22012: Division.");
    }
}
