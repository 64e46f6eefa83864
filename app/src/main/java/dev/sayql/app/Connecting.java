package dev.sayql.app;

import dev.sayql.core.connection.SourceDesk.Address;
import dev.sayql.core.connection.SourceDesk.Connected;
import dev.sayql.core.connection.SourceDesk.Connection;
import dev.sayql.core.connection.SourceDesk.Fault;
import dev.sayql.core.connection.SourceDesk.Skipped;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.question.Introspection;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.question.SourcePolicy;
import dev.sayql.core.question.SourceRegistration;
import dev.sayql.core.question.SourceRegistry;
import dev.sayql.core.question.SourceState;
import dev.sayql.core.schema.Inspection;
import dev.sayql.core.schema.InspectionProgress;
import dev.sayql.core.schema.SchemaDetail;
import dev.sayql.core.schema.SchemaScope;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.team.TeamId;
import dev.sayql.jdbc.CatalogInspector;
import dev.sayql.jdbc.JdbcSource;
import dev.sayql.jdbc.PolicyReader;
import dev.sayql.jdbc.SourcePools;
import dev.sayql.store.PolicyYaml;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Connects databases for teams. Nothing is stored before it was seen to work: what works now must not be lost to a slip. Thread-safe. */
final class Connecting {

    private static final String POLICY = "policy";

    private final SourceAddress operator;
    private final SourceRegistry registry;
    private final Policies policies;
    private final SourceMemory memory;

    Connecting(SourceAddress operator, SourceRegistry registry, Policies policies, SourceMemory memory) {
        this.operator = operator;
        this.registry = registry;
        this.policies = policies;
        this.memory = memory;
    }

    Connected connect(TeamId team, Connection wanted, InspectionProgress progress, Cancellation cancellation) {
        SchemaScope scope = new SchemaScope(wanted.schemas().stream().findFirst(), new HashSet<>(wanted.tables()));
        Optional<PolicyYaml.Read> policy = wanted.policy().map(PolicyYaml::read);
        if (policy.isPresent() && policy.get() instanceof PolicyYaml.Read.Faulty(List<String> problems)) {
            return new Connected.Refused(
                    problems.stream().map(problem -> new Fault(POLICY, problem)).toList());
        }
        return switch (memory.connections().read(wanted.url(), scope)) {
            case Connections.Read.Refused(List<Fault> faults) -> new Connected.Refused(faults);
            case Connections.Read.Usable usable ->
                connect(team, wanted, usable, policy.flatMap(Connecting::understood), progress, cancellation);
        };
    }

    private static Optional<SourcePolicy> understood(PolicyYaml.Read read) {
        return read instanceof PolicyYaml.Read.Understood(SourcePolicy policy) ? Optional.of(policy) : Optional.empty();
    }

    private Connected connect(
            TeamId team,
            Connection wanted,
            Connections.Read.Usable usable,
            Optional<SourcePolicy> policy,
            InspectionProgress progress,
            Cancellation cancellation) {
        JdbcSource connection = usable.connection();
        SourceId id = wanted.id().orElseGet(() -> freshId(team, connection));
        Source source = new Source(team, id, connection.settings().database());
        if (operator.source().team().equals(team) && operator.source().id().equals(id)) {
            return Connected.Refused.of("source", "This name is taken by the source of this server's operator.");
        }
        Inspection found;
        try (SourcePools trial = new SourcePools(asked -> Optional.of(connection), cancellation)) {
            found = new CatalogInspector(trial).inspect(source, connection.scope(), progress);
            if (!found.unknown().isEmpty()) {
                return unknown(found.unknown());
            }
            if (policy.isPresent()) {
                new PolicyReader(trial, asked -> SourcePolicy.NONE)
                        .of(source, found.schema().schema(), policy.get());
            }
        } catch (SourceUnavailableException unavailable) {
            return cancellation.isRequested() ? new Connected.Cancelled() : refusal(wanted.url(), unavailable);
        }
        // The last moment: what is begun to be stored is stored whole.
        return cancellation.isRequested()
                ? new Connected.Cancelled()
                : stored(source, wanted, usable, policy, found.schema());
    }

    private Connected stored(
            Source source,
            Connection wanted,
            Connections.Read.Usable usable,
            Optional<SourcePolicy> policy,
            SchemaDetail found) {
        // Before the source can be asked: it must not be open for a moment.
        policy.ifPresent(decided -> policies.keep(source, decided));
        Introspection introspection = SchemaDrifts.introspection(found);
        registry.register(new SourceRegistration(source, usable.secret(), false, wanted.schemas(), wanted.tables()));
        memory.forget(source);
        registry.introspected(source.team(), source.id(), introspection);
        return new Connected.Read(source, found.schema(), introspection, skipped(found));
    }

    /** What the team can mend is told as a matter of its request; what passes is thrown on. */
    private static Connected refusal(Address address, SourceUnavailableException unavailable) {
        return switch (unavailable.reason()) {
            case WRONG_CREDENTIALS, UNKNOWN_DATABASE, NOT_ALLOWED, TOO_OLD ->
                Connected.Refused.of(fieldOf(address), unavailable.sentence());
            case FAULTY_POLICY -> Connected.Refused.of(POLICY, unavailable.sentence());
            case UNREACHABLE, OVERLOADED, TOO_POWERFUL_ROLE -> throw unavailable;
        };
    }

    private static String fieldOf(Address address) {
        return switch (address) {
            case Address.Text _ -> "connection_string";
            case Address.Parts _ -> "host";
        };
    }

    private static Connected unknown(List<Inspection.UnknownName> names) {
        return Connected.Refused.of(
                names.getFirst().isSchema() ? "schema_name" : "include_tables",
                names.stream().map(Inspection.UnknownName::sentence).collect(Collectors.joining(" ")));
    }

    /** The name of the source that leads to the same database already, or a new one. */
    private SourceId freshId(TeamId team, JdbcSource connection) {
        Set<String> taken = new HashSet<>();
        taken.add(operator.source().id().value());
        for (SourceState state : registry.list(team)) {
            Optional<JdbcSource> other = memory.connections().of(state.source());
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
}
