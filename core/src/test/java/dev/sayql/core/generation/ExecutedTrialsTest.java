package dev.sayql.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.execution.Executor;
import dev.sayql.core.execution.Explanation;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.execution.SourceError;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Source;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.sql.ReadOnlySql;
import dev.sayql.sql.Rules;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.SqlValidator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExecutedTrialsTest {
    private static final Finding UNTRIED = new Finding.Untried();
    private static final Finding BROKEN = new Finding.Broken();
    private static final SourceError ERROR = new SourceError("42703", "A column does not exist.");

    private final ScriptedExecutor scripted = new ScriptedExecutor();

    private static Trials trials(Executor executor) {
        return trials(executor, () -> 0);
    }

    private static Trials trials(Executor executor, LongSupplier clock) {
        return trials(Shop.VALIDATOR, executor, clock);
    }

    private static Trials trials(SqlValidator validator, Executor executor, LongSupplier clock) {
        return new ExecutedTrials(
                validator,
                executor,
                Shop.CONTEXT.source(),
                Rules.allTablesOf(Shop.SCHEMA.catalog()),
                Limits.defaults(),
                Cancellation.never(),
                clock);
    }

    private List<Finding> found(String... statements) {
        return trials(scripted).of(Stream.of(statements).map(SqlText::new).toList());
    }

    @Test
    void whatRunsShowsWhatItFinds() {
        assertThat(found("SELECT count(*) FROM orders")).containsExactly(Finding.of(ScriptedExecutor.ONE_ROW));
    }

    @Test
    void whatTheValidatorRefusesNeverReachesTheServer() {
        assertThat(found("DELETE FROM orders", "SELECT pg_sleep(9)")).containsExactly(BROKEN, BROKEN);
        assertThat(scripted.explained()).isEmpty();
        assertThat(scripted.executed()).isEmpty();
    }

    @Test
    void aParserWithoutTimeSaysNothingAboutTheStatement() {
        SqlValidator closed = new SqlValidator();
        closed.close();

        assertThat(trials(closed, scripted, () -> 0).of(List.of(new SqlText("SELECT count(*) FROM users"))))
                .containsExactly(UNTRIED);
    }

    @Test
    void whatTheServerRefusesIsBroken() {
        scripted.explaining(new Explanation.Failed(ERROR), "users").executing(new Execution.Failed(ERROR));

        assertThat(found("SELECT count(*) FROM users", "SELECT count(*) FROM orders"))
                .containsExactly(BROKEN, BROKEN);
    }

    @Test
    void whatCostsTooMuchIsNotRun() {
        scripted.explaining(new Explanation.TooExpensive(9e9, 9e9));

        assertThat(found("SELECT count(*) FROM users")).containsExactly(UNTRIED);
        assertThat(scripted.executed()).isEmpty();
    }

    @Test
    void whatTakesTooLongIsUntried() {
        scripted.executing(new Execution.TimedOut(Duration.ofMillis(300)));

        assertThat(found("SELECT count(*) FROM users")).containsExactly(UNTRIED);
    }

    @Test
    void theTimeIsForAllOfThemTogether() {
        List<Duration> given = new ArrayList<>();
        AtomicLong now = new AtomicLong();

        List<Finding> found = trials(slow(given, now), now::get)
                .of(Stream.of("users", "orders", "users", "orders")
                        .map(table -> new SqlText("SELECT count(*) FROM " + table))
                        .toList());

        Finding one = Finding.of(ScriptedExecutor.ONE_ROW);
        assertThat(found).containsExactly(one, one, UNTRIED, UNTRIED);
        assertThat(given).isNotEmpty().allMatch(time -> time.compareTo(Duration.ofMillis(300)) <= 0);
    }

    @Test
    void whereverTheTimeRunsOutTheServerIsGivenSome() {
        AtomicLong now = new AtomicLong();

        List<Finding> found = trials(
                        scripted, () -> now.getAndAdd(Duration.ofMillis(120).toNanos()))
                .of(List.of(new SqlText("SELECT count(*) FROM users"), new SqlText("SELECT count(*) FROM orders")));

        assertThat(found).containsExactly(UNTRIED, UNTRIED);
        assertThat(scripted.explained()).hasSize(1);
    }

    /** Takes 150 ms for each. */
    private Executor slow(List<Duration> given, AtomicLong now) {
        return new Executor() {
            @Override
            public Explanation explain(Source source, ReadOnlySql sql, Limits limits, Cancellation cancellation) {
                given.add(limits.statementTimeout());
                return scripted.explain(source, sql, limits, cancellation);
            }

            @Override
            public Execution execute(Source source, ReadOnlySql sql, Limits limits, Cancellation cancellation) {
                now.addAndGet(Duration.ofMillis(150).toNanos());
                return scripted.execute(source, sql, limits, cancellation);
            }
        };
    }

    @Test
    void aSourceThatCannotBeReachedIsLeftToTheAnswer() {
        Executor down = new Executor() {
            @Override
            public Explanation explain(Source source, ReadOnlySql sql, Limits limits, Cancellation cancellation) {
                throw new SourceUnavailableException(SourceUnavailableException.Reason.UNREACHABLE, "It is down.");
            }

            @Override
            public Execution execute(Source source, ReadOnlySql sql, Limits limits, Cancellation cancellation) {
                throw new IllegalStateException("was not explained");
            }
        };

        assertThat(trials(down).of(List.of(new SqlText("SELECT count(*) FROM users"))))
                .containsExactly(UNTRIED);
    }

    @Test
    void nothingIsTriedForWhoeverWantsNothingRun() {
        List<Finding> seen = new ArrayList<>();
        Generator curious = (question, context, trials) -> {
            seen.addAll(trials.of(List.of(new SqlText("SELECT count(*) FROM users"))));
            return new Proposal.Candidates(List.of(Shop.candidate("SELECT count(*) FROM users")));
        };
        Question question = Shop.question("How many users?");

        drafted(curious, question);
        assertThat(seen).containsExactly(Finding.of(ScriptedExecutor.ONE_ROW));
        seen.clear();
        drafted(curious, notRun(question));
        assertThat(seen).containsExactly(UNTRIED);
    }

    private void drafted(Generator generator, Question question) {
        new Drafting(generator, Shop.VALIDATOR, scripted)
                .draft(
                        question,
                        Shop.CONTEXT,
                        Rules.allTablesOf(Shop.SCHEMA.catalog()),
                        Limits.defaults(),
                        Cancellation.never());
    }

    private static Question notRun(Question question) {
        return new Question(
                question.id(),
                question.team(),
                question.source(),
                question.text(),
                Optional.empty(),
                false,
                question.maxRows(),
                question.askedAt());
    }
}
