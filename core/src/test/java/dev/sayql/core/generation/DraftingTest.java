package dev.sayql.core.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Explanation;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.execution.SourceError;
import dev.sayql.sql.Rules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DraftingTest {
    private static final SourceError ERROR = new SourceError("42703", "A column does not exist.");

    private final ScriptedExecutor executor = new ScriptedExecutor();

    private Draft draft(Proposal proposal) {
        Generator generator = (question, context, trials) -> proposal;
        return new Drafting(generator, Shop.VALIDATOR, executor)
                .draft(
                        Shop.question("How many orders?"),
                        Shop.CONTEXT,
                        Rules.allTablesOf(Shop.SCHEMA.catalog()),
                        Limits.defaults(),
                        Cancellation.never())
                .draft();
    }

    private Draft draft(String... candidates) {
        return draft(new Proposal.Candidates(
                List.of(candidates).stream().map(Shop::candidate).toList()));
    }

    @Test
    void takesTheBestCandidateWhenItPassesBothChecks() {
        Draft draft = draft("SELECT count(*) FROM orders", "SELECT count(*) FROM users");

        assertThat(draft).asInstanceOf(type(Draft.Proven.class)).satisfies(proven -> {
            assertThat(proven.sql().tables()).containsExactly(Shop.ORDERS);
            assertThat(proven.candidate().sql().text()).isEqualTo("SELECT count(*) FROM orders");
        });
        assertThat(executor.explained()).hasSize(1);
    }

    @Test
    void takesTheNextCandidateWhenTheValidatorRefusesTheBest() {
        assertThat(draft("DELETE FROM orders", "SELECT count(*) FROM users"))
                .asInstanceOf(type(Draft.Proven.class))
                .extracting(proven -> proven.sql().tables())
                .isEqualTo(Set.of(Shop.USERS));
    }

    @Test
    void takesTheNextCandidateWhenTheServerRefusesTheBest() {
        executor.explaining(new Explanation.Failed(ERROR), "orders");

        assertThat(draft("SELECT count(*) FROM orders", "SELECT count(*) FROM users"))
                .isInstanceOf(Draft.Proven.class);
    }

    @Test
    void tellsTheBestCandidatesProblemWhenNonePasses() {
        executor.explaining(new Explanation.Failed(ERROR));

        assertThat(draft("DELETE FROM orders", "SELECT count(*) FROM users"))
                .asInstanceOf(type(Draft.Refused.class))
                .satisfies(refused -> {
                    assertThat(refused.sql()).isEqualTo("DELETE FROM orders");
                    assertThat(refused.problems()).isNotEmpty();
                });
        assertThat(draft("SELECT count(*) FROM users", "DELETE FROM orders"))
                .asInstanceOf(type(Draft.Failed.class))
                .extracting(Draft.Failed::error)
                .isEqualTo(ERROR);
    }

    @Test
    void tellsWhatWouldBeTooExpensive() {
        executor.explaining(new Explanation.TooExpensive(9e9, 1e12));

        assertThat(draft("SELECT count(*) FROM users"))
                .asInstanceOf(type(Draft.TooExpensive.class))
                .satisfies(expensive -> {
                    assertThat(expensive.cost()).isEqualTo(9e9);
                    assertThat(expensive.rows()).isEqualTo(1e12);
                });
    }

    @Test
    void neverAsksTheServerAboutWhatTheValidatorRefused() {
        draft("DELETE FROM orders", "DROP TABLE orders", "SELECT pg_sleep(9)");

        assertThat(executor.explained()).isEmpty();
    }

    @Test
    void triesNoMoreThanFive() {
        executor.explaining(new Explanation.Failed(ERROR));
        draft(IntStream.range(0, 9)
                .mapToObj(number -> "SELECT " + number + " FROM orders")
                .toArray(String[]::new));

        assertThat(executor.explained()).hasSize(5);
    }

    @Test
    void passesOnWhatIsUnclearOrDeclinedAndRunsNoGuess() {
        Clarification clarification = new Clarification("Which date?", List.of("ordered", "shipped"));
        Decline decline = new Decline(Decline.Reason.UNKNOWN_WORDS, "Unknown word: foo", List.of("foo"), List.of());
        Optional<Candidate> guess = Optional.of(Shop.candidate("SELECT 1 FROM orders"));

        assertThat(draft(new Proposal.Unclear(clarification, guess))).isEqualTo(new Draft.Unclear(clarification));
        assertThat(draft(new Proposal.Declined(decline, guess))).isEqualTo(new Draft.Declined(decline));
        assertThat(executor.explained()).isEmpty();
    }
}
