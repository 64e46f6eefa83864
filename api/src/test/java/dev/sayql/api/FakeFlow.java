package dev.sayql.api;

import dev.sayql.core.answering.Answering;
import dev.sayql.core.answering.Refining;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.execution.Executor;
import dev.sayql.core.execution.Explanation;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.Contexts;
import dev.sayql.core.generation.Drafting;
import dev.sayql.core.generation.Generator;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.Understood;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.history.History;
import dev.sayql.core.history.Recorded;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.SchemaReader;
import dev.sayql.core.schema.Table;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.team.Caller;
import dev.sayql.core.team.RateLimiter;
import dev.sayql.core.team.Team;
import dev.sayql.core.team.TeamId;
import dev.sayql.core.team.TeamLimits;
import dev.sayql.sql.Catalog;
import dev.sayql.sql.ReadOnlySql;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.SqlValidator;
import dev.sayql.sql.TableName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The whole flow with the real validator; what a generator and a database would say is given. */
final class FakeFlow implements AutoCloseable {

    static final TeamId TEAM = new TeamId("demo");
    static final SourceId SOURCE = new SourceId("shop");
    static final String KEY = "good-key";
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-15T09:00:00Z"), ZoneOffset.UTC);
    private static final Source SHOP = new Source(TEAM, SOURCE, "shop");

    final List<Exchange> recorded = new CopyOnWriteArrayList<>();
    final List<String> failures = new ArrayList<>();
    final Map<String, Caller> callers =
            new ConcurrentHashMap<>(Map.of(KEY, new Caller(team(TEAM, TeamLimits.defaults()), "k1")));
    final FakeBadKeys badKeys = new FakeBadKeys();
    final FakeQuota quota = new FakeQuota();
    final FakeAudit audit = new FakeAudit();
    final FakeModels models = new FakeModels();
    final FakeAnswers answers = new FakeAnswers();
    final Api api;
    private final SqlValidator validator = new SqlValidator();

    FakeFlow(Generator generator, Execution ending) {
        this(generator, new FakeExecutor(new Explanation.Affordable(1, 1), ending));
    }

    FakeFlow(Generator generator, Executor executor) {
        History history = new FakeHistory(recorded);
        Answering answering = new Answering(
                (team, id) -> team.equals(TEAM) && id.equals(SOURCE) ? Optional.of(SHOP) : Optional.empty(),
                new Contexts(new FakeSchemaReader(), source -> Semantics.none(), CLOCK),
                new Drafting(generator, validator, executor),
                executor,
                history,
                Limits.defaults(),
                CLOCK,
                Answering.Approvals.NONE);
        FailureLog log = (errorId, cause) -> failures.add(errorId);
        Entrance entrance = new Entrance(
                key -> Optional.ofNullable(callers.get(key)),
                new FakeAdminKeys(),
                badKeys,
                team -> new RateLimiter.Taken.Granted(20, 19, Duration.ofSeconds(6)),
                quota,
                new FakeIdempotency(),
                audit);
        FakeDesk desk = new FakeDesk(SHOP, new Contexts(new FakeSchemaReader(), source -> Semantics.none(), CLOCK));
        Api.Answers asked = new Api.Answers(
                new Door(answering, history, log, CLOCK),
                new Refining(history),
                desk,
                desk,
                FakeRecords.with(history, models, answers),
                new FakeWorkBoard(),
                new Ready());
        api = new Api(
                entrance,
                asked,
                new Api.Administration(new FakeTeams(), new FakeKeys(), models, "dev"),
                new Watchers(log, entry -> {}, cause -> false, new Figures()),
                CLOCK);
    }

    /** A generator that always proposes this SQL. */
    static Generator proposing(String sql) {
        Candidate candidate = new Candidate(
                new SqlText(sql),
                "the number of orders",
                List.of(new Understood("orders", 9, 15, "table orders")),
                0.93,
                List.of());
        return (question, context, trials) -> new Proposal.Candidates(List.of(candidate));
    }

    Reply call(String method, String path, String body) {
        return call(method, path, Map.of(), body);
    }

    Reply call(String method, String path, Map<String, String> pathParameters, String body) {
        return call(method, path, Request.of(Map.of("x-api-key", KEY), pathParameters, body));
    }

    Reply call(String method, String path, Request request) {
        return route(method, path).endpoint().reply(request);
    }

    static Team team(TeamId id, TeamLimits limits) {
        return new Team(id, id.value(), Optional.empty(), limits, true, CLOCK.instant());
    }

    Route route(String method, String path) {
        return api.routes().stream()
                .filter(route -> route.method().equals(method) && route.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        validator.close();
    }

    record FakeExecutor(Explanation explanation, Execution ending) implements Executor {

        @Override
        public Explanation explain(Source source, ReadOnlySql sql, Limits limits, Cancellation cancellation) {
            return explanation;
        }

        @Override
        public Execution execute(Source source, ReadOnlySql sql, Limits limits, Cancellation cancellation) {
            return ending;
        }
    }

    private record FakeHistory(List<Exchange> exchanges) implements History {

        @Override
        public void record(Exchange exchange) {
            exchanges.add(exchange);
        }

        @Override
        public Optional<Recorded> find(TeamId team, QueryId id) {
            return exchanges.stream()
                    .map(Recorded::of)
                    .filter(recorded ->
                            recorded.id().equals(id) && recorded.team().equals(team))
                    .findFirst();
        }
    }

    private static final class FakeSchemaReader implements SchemaReader {

        @Override
        public Schema read(Source source) {
            Table orders = new Table(
                    new TableName("public", "orders"),
                    Catalog.Kind.TABLE,
                    List.of(
                            column("order_id", "int4", DataType.INTEGER),
                            column("status", "text", DataType.TEXT),
                            column("total", "numeric", DataType.NUMERIC)),
                    List.of("order_id"),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    100);
            return new Schema(List.of(orders), List.of("public"), "fingerprint");
        }

        @Override
        public Map<ColumnName, List<String>> values(Source source, Schema schema) {
            return Map.of();
        }

        private static Column column(String name, String type, DataType dataType) {
            return new Column(name, Catalog.TypeName.builtIn(type), dataType, type, false, Optional.empty(), List.of());
        }
    }

    /** A server that can answer by rules alone. */
    private static final class Ready implements Readiness {

        @Override
        public Map<String, Boolean> parts() {
            return Map.of("system_database", true);
        }

        @Override
        public String models() {
            return "absent";
        }
    }
}
