package dev.sayql.app;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.answer.AnsweredBy;
import dev.sayql.core.answering.Answering;
import dev.sayql.core.answering.Progress;
import dev.sayql.core.answering.Remembering;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.execution.Executor;
import dev.sayql.core.execution.Explanation;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.Contexts;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.generation.Drafting;
import dev.sayql.core.generation.Generator;
import dev.sayql.core.generation.ModelReply;
import dev.sayql.core.generation.ModelWriter;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.history.History;
import dev.sayql.core.history.Recorded;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Source;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.SchemaReader;
import dev.sayql.core.team.ModelPolicy.Sharing;
import dev.sayql.core.team.TeamId;
import dev.sayql.llm.PromptCosts;
import dev.sayql.sql.ReadOnlySql;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.SqlValidator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Asks a month of questions of the whole flow, where a model writes what is known to be right and nothing is run: for what it
 * would cost. Used by one thread.
 */
final class CostReplay {

    private static final Decline NO_ENGINE = new Decline(Decline.Reason.UNSUPPORTED, "", List.of(), List.of());

    /** Every question is one that the engine leaves to a model. */
    static final Generator NONE = (question, context, _) -> new Proposal.Declined(NO_ENGINE, Optional.empty());

    private final SourceContext context;
    private final SqlValidator validator;
    private final PromptCosts costs;
    private final MovingClock clock = new MovingClock();

    CostReplay(SourceContext context, SqlValidator validator, PromptCosts costs) {
        this.context = context;
        this.validator = validator;
        this.costs = costs;
    }

    /** Asks the month with this generator before the model, and with this memory behind it, made for the month's own clock. */
    CostReport.Cost of(AskedMonth month, Generator generator, Function<Clock, Remembering> memory) {
        clock.now = Instant.EPOCH;
        Map<QueryId, CostReport.Known> known = new HashMap<>();
        Executor pretending = new Pretending();
        Answering answering = new Answering(
                (team, id) -> Optional.of(context.source()),
                new Contexts(
                        new ReadOnce(context),
                        (source, schema, policy) -> context.rules(),
                        source -> context.semantics(),
                        clock),
                new Drafting(generator, Optional.of(writer(known)), validator, pretending),
                pretending,
                new NoHistory(),
                Limits.defaults(),
                clock,
                Answering.Approvals.NONE,
                memory.apply(clock));
        CostReport.Cost cost = CostReport.Cost.nothing();
        long number = 0;
        for (AskedMonth.Asked asked : month.asked()) {
            clock.now = asked.at();
            Question question = new Question(
                    new QueryId(new UUID(0, ++number)),
                    context.source().team(),
                    context.source().id(),
                    asked.text(),
                    Optional.empty(),
                    true,
                    Question.DEFAULT_ROWS,
                    asked.at());
            known.put(question.id(), asked.known());
            cost = plus(cost, answering.answer(question, Progress.silent(), Cancellation.never()));
        }
        return cost;
    }

    private static CostReport.Cost plus(CostReport.Cost cost, Exchange exchange) {
        boolean called = exchange.spent().inputTokens() > 0;
        boolean remembered = exchange.answer() instanceof Answer.Result result
                && result.provenance().answeredBy() == AnsweredBy.CACHE;
        return new CostReport.Cost(
                cost.calls() + (called ? 1 : 0),
                cost.remembered() + (remembered ? 1 : 0),
                cost.local() + (called || remembered ? 0 : 1),
                cost.spent().plus(exchange.spent()));
    }

    private ModelWriter writer(Map<QueryId, CostReport.Known> known) {
        return (task, within, cancellation) -> {
            String sql = Optional.ofNullable(known.get(task.question().id()))
                    .map(CostReport.Known::sql)
                    .orElseThrow();
            return new ModelReply.Wrote(
                    new Candidate(new SqlText(sql), "As it is known.", List.of(), 0.5, List.of()).writtenBy("known"),
                    costs.of(task, Sharing.VALUES, sql));
        };
    }

    /** Goes on with the questions of the month. */
    private static final class MovingClock extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** The source as it was read once. */
    private record ReadOnce(SourceContext context) implements SchemaReader {

        @Override
        public Schema read(Source source) {
            return context.schema();
        }

        @Override
        public Map<ColumnName, List<String>> values(Source source, Schema schema) {
            Map<ColumnName, List<String>> values = new HashMap<>();
            context.values()
                    .columns()
                    .forEach(column ->
                            context.values().of(column).ifPresent(stored -> values.put(column, List.copyOf(stored))));
            return values;
        }
    }

    /** Runs nothing, and says that all went well. */
    private static final class Pretending implements Executor {

        @Override
        public Explanation explain(Source source, ReadOnlySql sql, Limits limits, Cancellation cancellation) {
            return new Explanation.Affordable(1, 1);
        }

        @Override
        public Execution execute(Source source, ReadOnlySql sql, Limits limits, Cancellation cancellation) {
            return new Execution.Done(new Rows(List.of(), List.of(), false, Duration.ZERO));
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
}
