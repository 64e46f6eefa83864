package dev.sayql.app;

import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.PolicyVersion;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.question.SourceRegistry;
import dev.sayql.core.question.SourceState;
import dev.sayql.core.question.TableMetadata;
import dev.sayql.core.schema.InspectionProgress;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.schema.Table;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.team.TeamId;
import dev.sayql.store.SemanticsYaml;
import dev.sayql.store.StoredSemantics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The sources of teams: those they connected, and for one team the operator's. Thread-safe.
 */
final class ConnectedSources implements SourceDesk {

    private final SourceAddress operator;
    private final SourceRegistry registry;
    private final SourceMemory memory;
    private final StoredSemantics semantics;
    private final Policies policies;
    private final Connecting connecting;
    private final Rereading rereading;

    ConnectedSources(
            SourceAddress operator,
            SourceRegistry registry,
            SourceMemory memory,
            StoredSemantics semantics,
            Policies policies,
            SchemaDrifts drifts) {
        this.operator = operator;
        this.registry = registry;
        this.memory = memory;
        this.semantics = semantics;
        this.policies = policies;
        this.connecting = new Connecting(operator, registry, policies, memory);
        this.rereading = new Rereading(registry, memory, drifts);
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
    public Connected connect(TeamId team, Connection wanted, InspectionProgress progress, Cancellation cancellation) {
        Connected connected = connecting.connect(team, wanted, progress, cancellation);
        if (connected instanceof Connected.Read read) {
            memory.questions().prepare(read.source());
        }
        return connected;
    }

    @Override
    public Tested test(Source source) {
        long started = System.nanoTime();
        try {
            Optional<String> warning = memory.pools().check(source);
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
        return rereading.refresh(source);
    }

    /** Reads again a source that is due, and keeps why that did not work. */
    void refreshDue(Source source) {
        rereading.refreshDue(source);
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
        memory.forget(source.get());
        return Removed.GONE;
    }

    @Override
    public SourceContext context(Source source) {
        return memory.contexts().of(source);
    }

    @Override
    public Optional<String> ddl(Source source, Table table) {
        if (context(source).rules().columns().touches(table.name())) {
            return Optional.empty();
        }
        return isOfOperator(source.team(), source.id())
                ? rereading.ddl(source, table)
                : registry.table(source.team(), source.id(), table.name()).map(TableMetadata::ddl);
    }

    @Override
    public List<String> sampleQuestions(SourceContext context, Table table) {
        return memory.questions().of(context, table);
    }

    @Override
    public List<String> suggestions(Source source, String typed, Predicate<String> wanted, int most) {
        // What is kept back by now may stand in what was worked out before.
        Optional<SourceContext> current = memory.contexts().known(source);
        return Stream.concat(
                        memory.questions().completing(source, current, wanted, most).stream(),
                        typed.isBlank()
                                ? Stream.empty()
                                : memory.typed().completing(source, current, typed, most).stream())
                .toList();
    }

    @Override
    public Taught teach(Source source, String document) {
        return switch (SemanticsYaml.read(document, memory.contexts().of(source).schema())) {
            case SemanticsYaml.Read.Faulty(List<String> problems) -> new Taught.Faulty(problems);
            case SemanticsYaml.Read.Understood(Semantics taught) ->
                new Taught.Stored(semantics.replace(source, taught).version());
        };
    }

    @Override
    public boolean takeBack(Source source) {
        return semantics.takeBack(source);
    }

    @Override
    public PolicyVersion policy(Source source) {
        return policies.of(source);
    }

    @Override
    public Decided decide(Source source, String document) {
        Decided decided = policies.decide(source, document, memory.contexts());
        if (decided instanceof Decided.Stored) {
            memory.drifted(source);
            memory.changed(source);
        }
        return decided;
    }
}
