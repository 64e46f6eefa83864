package dev.sayql.core.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Explanation;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.execution.SourceError;
import dev.sayql.core.generation.Attempt;
import dev.sayql.core.generation.Change;
import dev.sayql.core.generation.Contexts;
import dev.sayql.core.generation.Drafting;
import dev.sayql.core.generation.Generator;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.Revision;
import dev.sayql.core.generation.ScriptedExecutor;
import dev.sayql.core.generation.Shop;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.generation.Trials;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.history.History;
import dev.sayql.core.history.Recorded;
import dev.sayql.core.question.FollowUp;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Source;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.SchemaReader;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.team.TeamId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefiningTest {
    private static final Clock CLOCK = Clock.fixed(Shop.NOW, ZoneOffset.UTC);
    private static final Revision REVISION = new Revision(
            Revision.Manner.CHANGED, List.of(new Change(Change.Part.LIMIT, Optional.empty(), Optional.of("3"))));

    private final ScriptedExecutor executor = new ScriptedExecutor();
    private final ListHistory history = new ListHistory();
    private final Refining refining = new Refining(history);
    private final ScriptedGenerator generator = new ScriptedGenerator();
    private int schemasRead;

    private static final class ListHistory implements History {
        private final List<Exchange> exchanges = new ArrayList<>();

        @Override
        public void record(Exchange exchange) {
            exchanges.add(exchange);
        }

        @Override
        public Optional<Recorded> find(TeamId team, QueryId id) {
            return exchanges.stream()
                    .filter(exchange -> exchange.question().team().equals(team))
                    .filter(exchange -> exchange.question().id().equals(id))
                    .map(Recorded::of)
                    .findFirst();
        }
    }

    private static final class ScriptedGenerator implements Generator {
        private List<Attempt> earlier = List.of();

        @Override
        public Proposal propose(Question question, SourceContext context, Trials trials) {
            return new Proposal.Candidates(List.of(Shop.candidate("SELECT count(*) AS orders FROM orders")));
        }

        @Override
        public Proposal refine(Question question, List<Attempt> attempts, SourceContext context, Trials trials) {
            earlier = attempts;
            return new Proposal.Candidates(List.of(
                    Shop.candidate("SELECT count(*) AS users FROM users").revising(REVISION)));
        }
    }

    private final class CountingReader implements SchemaReader {
        @Override
        public Schema read(Source asked) {
            schemasRead++;
            return Shop.SCHEMA;
        }

        @Override
        public Map<ColumnName, List<String>> values(Source asked, Schema schema) {
            return Shop.VALUES;
        }
    }

    private final Answering answering = new Answering(
            (team, id) -> Optional.of(Shop.SOURCE),
            new Contexts(new CountingReader(), asked -> Semantics.none(), CLOCK),
            new Drafting(generator, Shop.VALIDATOR, executor),
            executor,
            history,
            Limits.defaults(),
            CLOCK,
            Answering.Approvals.NONE);

    private Answer answer(Question question) {
        return answering
                .answer(question, Progress.silent(), Cancellation.never())
                .answer();
    }

    private static FollowUp followUp(TeamId team, QueryId parent, String text) {
        return new FollowUp(new QueryId(UUID.randomUUID()), team, parent, text, true, Shop.NOW);
    }

    private Question refined(Question parent, String text) {
        return ((Refined.Asks) refining.question(followUp(parent.team(), parent.id(), text))).question();
    }

    private Question asked(String text) {
        Question question = Shop.question(text);
        answer(question);
        return question;
    }

    @Test
    void keepsTheSourceTheTablesAndTheRowsOfItsParent() {
        Question parent = Shop.question("How many orders?", Optional.of(List.of("orders", "users")), true);
        answer(parent);
        Question question = refined(parent, " top 3 ");

        assertThat(question.source()).isEqualTo(parent.source());
        assertThat(question.tables()).isEqualTo(parent.tables());
        assertThat(question.maxRows()).isEqualTo(parent.maxRows());
        assertThat(question.text()).isEqualTo("How many orders?");
        assertThat(question.refinement()).hasValueSatisfying(refinement -> {
            assertThat(refinement.parent()).isEqualTo(parent.id());
            assertThat(refinement.text()).isEqualTo("top 3");
        });
    }

    @Test
    void countsAttempts() {
        Question second = refined(asked("How many orders?"), "top 3");
        answer(second);

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(refined(second, "top 5").attempt()).isEqualTo(3);
    }

    @Test
    void saysWhatChangedAndRecordsIt() {
        Question question = refined(asked("How many orders?"), "top 3");

        assertThat(answer(question))
                .asInstanceOf(type(Answer.Result.class))
                .satisfies(result -> assertThat(result.provenance().revision()).contains(REVISION));
        assertThat(history.find(question.team(), question.id()))
                .hasValueSatisfying(
                        recorded -> assertThat(recorded.refinement()).isEqualTo(question.refinement()));
    }

    @Test
    void givesTheGeneratorTheWholeChainTheFirstQuestionFirst() {
        Question second = refined(asked("How many orders?"), "top 3");
        answer(second);
        answer(refined(second, "top 5"));

        assertThat(generator.earlier).extracting(Attempt::text).containsExactly("How many orders?", "top 3");
        assertThat(generator.earlier).extracting(Attempt::outcome).containsOnly(Attempt.Outcome.ANSWERED);
        assertThat(generator.earlier).allMatch(attempt -> attempt.meaning().equals(Optional.of("The meaning of it")));
    }

    @Test
    void anotherTeamsExchangeIsAsUnknownAsNone() {
        Question parent = asked("How many orders?");
        QueryId nobodys = new QueryId(UUID.randomUUID());

        assertThat(refining.question(followUp(new TeamId("others"), parent.id(), "top 3")))
                .isEqualTo(new Refined.UnknownParent(parent.id()));
        assertThat(refining.question(followUp(parent.team(), nobodys, "top 3")))
                .isEqualTo(new Refined.UnknownParent(nobodys));
    }

    @Test
    void nothingIsRepairedThatDidNotFail() {
        Question parent = asked("How many orders?");

        assertThat(refining.question(followUp(parent.team(), parent.id(), "  ")))
                .isEqualTo(new Refined.NothingToRepair(parent.id()));
    }

    @Test
    void readsTheSchemaAnewWhenAStatementFailedAndNothingElseIsSaid() {
        executor.explaining(new Explanation.Failed(new SourceError("42703", "There is no such column.")));
        Question parent = asked("How many orders?");
        answer(refined(parent, "top 3"));
        assertThat(schemasRead).isEqualTo(1);

        answer(refined(parent, ""));
        assertThat(schemasRead).isEqualTo(2);
        assertThat(generator.earlier).extracting(Attempt::outcome).containsExactly(Attempt.Outcome.NOT_RUN);
    }

    @Test
    void aRepairDoesNotTryAgainWhatDidNotRun() {
        executor.explaining(new Explanation.Failed(new SourceError("42703", "There is no such column.")), "users");
        Question second = refined(asked("How many orders?"), "top 3");
        answer(second);

        assertThat(answer(refined(second, "")))
                .asInstanceOf(type(Answer.Declined.class))
                .satisfies(declined -> assertThat(declined.decline().message()).contains("no other way"));
    }

    @Test
    void aChainWithoutItsBeginningIsShorterThanItsNumberSays() {
        Question second = refined(asked("How many orders?"), "top 3");
        answer(second);
        Question third = refined(second, "top 5");
        history.exchanges.removeFirst();
        answer(third);

        assertThat(generator.earlier).hasSize(third.attempt() - 2);
    }

    @Test
    void aGeneratorThatKnowsOnlyWholeQuestionsDeclines() {
        Generator whole = (question, context, trials) -> generator.propose(question, context, trials);

        assertThat(whole.refine(Shop.question("x"), List.of(), Shop.CONTEXT, Trials.NONE))
                .isInstanceOf(Proposal.Declined.class);
    }
}
