package dev.sayql.app;

import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.generation.Contexts;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.Introspection;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.question.SourceRegistration;
import dev.sayql.core.question.SourceRegistry;
import dev.sayql.core.question.SourceState;
import dev.sayql.core.question.TableMetadata;
import dev.sayql.core.schema.Inspection;
import dev.sayql.core.schema.InspectionProgress;
import dev.sayql.core.schema.SchemaDetail;
import dev.sayql.core.schema.SchemaScope;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.schema.Table;
import dev.sayql.core.schema.TableDdl;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.team.TeamId;
import dev.sayql.jdbc.CatalogInspector;
import dev.sayql.jdbc.JdbcSource;
import dev.sayql.jdbc.SourcePools;
import dev.sayql.sql.TableName;
import dev.sayql.store.SemanticsYaml;
import dev.sayql.store.StoredSemantics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The sources of teams: those they connected, and for one team the operator's. Thread-safe.
 */
final class ConnectedSources implements SourceDesk {

    private final SourceAddress operator;
    private final SourceRegistry registry;
    private final Connections connections;
    private final SourcePools pools;
    private final Contexts contexts;
    private final StoredSemantics semantics;
    private final SchemaDrifts drifts;

    ConnectedSources(
            SourceAddress operator,
            SourceRegistry registry,
            Connections connections,
            SourcePools pools,
            Contexts contexts,
            StoredSemantics semantics,
            SchemaDrifts drifts) {
        this.operator = operator;
        this.registry = registry;
        this.connections = connections;
        this.pools = pools;
        this.contexts = contexts;
        this.semantics = semantics;
        this.drifts = drifts;
    }

    @Override
    public Optional<Source> find(TeamId team, SourceId id) {
        return isOfOperator(team, id) ? Optional.of(operator.source()) : registry.find(team, id);
    }

    private boolean isOfOperator(TeamId team, SourceId id) {
        return operator.source().team().equals(team) && operator.source().id().equals(id);
    }

    @Override
    public Optional<SourceId> usual(TeamId team) {
        return operator.source().team().equals(team)
                ? Optional.of(operator.source().id())
                : registry.list(team).stream()
                        .min(Comparator.comparing(SourceState::created)
                                .thenComparing(state -> state.source().id().value()))
                        .map(state -> state.source().id());
    }

    @Override
    public List<Listed> list(TeamId team) {
        Optional<SourceId> usual = usual(team);
        List<Listed> all = new ArrayList<>();
        if (operator.source().team().equals(team)) {
            all.add(ofOperator());
        }
        registry.list(team).stream()
                .map(state ->
                        listed(state, usual.equals(Optional.of(state.source().id()))))
                .sorted(Comparator.comparing(listed -> !listed.usual()))
                .forEach(all::add);
        return all;
    }

    private Listed ofOperator() {
        return new Listed(
                operator.source(),
                true,
                true,
                "ready",
                OptionalInt.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Listed listed(SourceState state, boolean usual) {
        boolean read = state.introspected().isPresent();
        return new Listed(
                state.source(),
                false,
                usual,
                switch (state.status()) {
                    case NEW -> "new";
                    case READY -> "ready";
                    case FAILED -> "failed";
                },
                read ? OptionalInt.of(state.tables()) : OptionalInt.empty(),
                read ? OptionalLong.of(state.bytes()) : OptionalLong.empty(),
                state.fingerprint(),
                state.introspected(),
                state.problem());
    }

    @Override
    public Connected connect(TeamId team, Connection wanted) {
        SchemaScope scope = new SchemaScope(wanted.schemas().stream().findFirst(), new HashSet<>(wanted.tables()));
        return switch (connections.read(wanted.url(), scope)) {
            case Connections.Read.Refused(List<Fault> faults) -> new Connected.Refused(faults);
            case Connections.Read.Usable usable -> connect(team, wanted, usable, scope);
        };
    }

    private static String fieldOf(Address address) {
        return switch (address) {
            case Address.Text _ -> "connection_string";
            case Address.Parts _ -> "host";
        };
    }

    private Connected connect(TeamId team, Connection wanted, Connections.Read.Usable usable, SchemaScope scope) {
        JdbcSource connection = usable.connection();
        String database = connection.settings().database();
        Optional<SourceId> id = wanted.id().or(() -> Optional.of(freshId(team, connection)));
        Source source = new Source(team, id.get(), database);
        if (isOfOperator(team, source.id())) {
            return Connected.Refused.of("source", "This name is taken by the source of this server's operator.");
        }
        Inspection found;
        // Nothing is stored before it was seen to work: what works now must not be lost to a slip.
        try (SourcePools trial = new SourcePools(asked -> Optional.of(connection))) {
            found = new CatalogInspector(trial).inspect(source, scope, InspectionProgress.UNHEARD);
        } catch (SourceUnavailableException unavailable) {
            return refusal(wanted.url(), unavailable);
        }
        if (!found.unknown().isEmpty()) {
            return Connected.Refused.of(
                    found.unknown().getFirst().isSchema() ? "schema_name" : "include_tables",
                    found.unknown().stream()
                            .map(Inspection.UnknownName::sentence)
                            .collect(Collectors.joining(" ")));
        }
        registry.register(new SourceRegistration(source, usable.secret(), false, wanted.schemas(), wanted.tables()));
        forget(source);
        Introspection introspection = keep(source, found.schema());
        return new Connected.Read(source, found.schema().schema(), introspection, skipped(found.schema()));
    }

    /** What the team can mend is told as a matter of its request; what passes is thrown on. */
    private static Connected refusal(Address address, SourceUnavailableException unavailable) {
        return switch (unavailable.reason()) {
            case WRONG_CREDENTIALS, UNKNOWN_DATABASE, NOT_ALLOWED, TOO_OLD ->
                Connected.Refused.of(fieldOf(address), unavailable.sentence());
            case UNREACHABLE, OVERLOADED, TOO_POWERFUL_ROLE, FAULTY_POLICY -> throw unavailable;
        };
    }

    /** The name of the source that leads to the same database already, or a new one. */
    private SourceId freshId(TeamId team, JdbcSource connection) {
        Set<String> taken = new HashSet<>();
        taken.add(operator.source().id().value());
        for (SourceState state : registry.list(team)) {
            Optional<JdbcSource> other = connections.of(state.source());
            if (other.filter(known -> leadsTo(known, connection)).isPresent()) {
                return state.source().id();
            }
            taken.add(state.source().id().value());
        }
        return Connections.idOf(connection.settings().database(), taken);
    }

    private static boolean leadsTo(JdbcSource one, JdbcSource other) {
        return one.settings().host().equals(other.settings().host())
                && one.settings().port() == other.settings().port()
                && one.settings().database().equals(other.settings().database());
    }

    private static List<Skipped> skipped(SchemaDetail schema) {
        return schema.skipped().stream()
                .map(left -> new Skipped(
                        left.column()
                                .map(column -> left.table() + "." + column)
                                .orElse(left.table().toString()),
                        left.sentence()))
                .toList();
    }

    private Introspection keep(Source source, SchemaDetail schema) {
        contexts.forget(source);
        Introspection introspection = drifts.introspection(schema, contexts.of(source));
        registry.introspected(source.team(), source.id(), introspection);
        return introspection;
    }

    private void forget(Source source) {
        connections.forget(source);
        pools.forget(source);
        contexts.forget(source);
    }

    @Override
    public Tested test(Source source) {
        long started = System.nanoTime();
        try {
            Optional<String> warning = pools.check(source);
            return new Tested(true, Optional.empty(), warning.orElse("The database can be asked."), since(started));
        } catch (SourceUnavailableException unavailable) {
            return new Tested(false, Optional.of(unavailable.reason()), unavailable.sentence(), since(started));
        }
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    @Override
    public Drift refresh(Source source) {
        SchemaDetail found = inspected(source, scopeOf(source));
        List<TableMetadata> before = registry.tables(source.team(), source.id());
        Optional<String> fingerprint = isOfOperator(source.team(), source.id())
                ? drifts.lastSeen(source)
                : registry.state(source.team(), source.id()).flatMap(SourceState::fingerprint);
        keep(source, found);
        return drifts.between(source, before, fingerprint, found);
    }

    /** Reads again a source that is due, and keeps why that did not work. */
    void refreshDue(Source source) {
        try {
            SchemaDetail found = inspected(source, scopeOf(source));
            boolean changed = !registry.state(source.team(), source.id())
                    .flatMap(SourceState::fingerprint)
                    .equals(Optional.of(found.fingerprint()));
            if (changed) {
                contexts.forget(source);
            }
            registry.introspected(source.team(), source.id(), drifts.introspection(found, contexts.of(source)));
        } catch (SourceUnavailableException unavailable) {
            registry.failed(source.team(), source.id(), unavailable.sentence());
        }
    }

    private SchemaScope scopeOf(Source source) {
        return registry.registration(source.team(), source.id())
                .map(Connections::scope)
                .orElseGet(SchemaScope::everything);
    }

    private SchemaDetail inspected(Source source, SchemaScope scope) {
        return new CatalogInspector(pools)
                .inspect(source, scope, InspectionProgress.UNHEARD)
                .schema();
    }

    @Override
    public Removed remove(TeamId team, SourceId id) {
        if (isOfOperator(team, id)) {
            return Removed.NOT_OURS;
        }
        Optional<Source> source = registry.find(team, id);
        if (source.isEmpty() || !registry.remove(team, id)) {
            return Removed.UNKNOWN;
        }
        forget(source.get());
        return Removed.GONE;
    }

    @Override
    public SourceContext context(Source source) {
        return contexts.of(source);
    }

    @Override
    public Optional<String> ddl(Source source, Table table) {
        if (!isOfOperator(source.team(), source.id())) {
            return registry.tables(source.team(), source.id()).stream()
                    .filter(known -> new TableName(known.schema(), known.name()).equals(table.name()))
                    .map(TableMetadata::ddl)
                    .findFirst();
        }
        // A column that the operator keeps back is not told by the way.
        return inspected(source, only(table.name()))
                .table(table.name())
                .filter(detail -> detail.columns().size() == table.columns().size())
                .map(TableDdl::of);
    }

    private static SchemaScope only(TableName name) {
        return new SchemaScope(Optional.of(name.schema()), Set.of(name.toString()));
    }

    @Override
    public List<String> sampleQuestions(SourceContext context, Table table) {
        return drifts.sampleQuestions(context, table);
    }

    @Override
    public List<String> sampleQuestions(SourceContext context, Predicate<String> wanted, int most) {
        return drifts.sampleQuestions(context, wanted, most);
    }

    @Override
    public Taught teach(Source source, String document) {
        return switch (SemanticsYaml.read(document, contexts.of(source).schema())) {
            case SemanticsYaml.Read.Faulty(List<String> problems) -> new Taught.Faulty(problems);
            case SemanticsYaml.Read.Understood(Semantics taught) ->
                new Taught.Stored(semantics.replace(source, taught).version());
        };
    }
}
