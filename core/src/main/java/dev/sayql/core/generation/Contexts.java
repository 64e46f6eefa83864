package dev.sayql.core.generation;

import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.question.SourcePolicy;
import dev.sayql.core.schema.RulesReader;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.SchemaReader;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.semantics.SemanticsOf;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.Rules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The context of each source: read once, kept for a while, read again when it is too old, when its owner decides otherwise about
 * it, or when told to forget. Semantics and policies are asked for every time, so that an edit takes effect at once. Thread-safe.
 */
public final class Contexts {
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final SchemaReader reader;
    private final RulesReader rules;
    private final SemanticsOf semantics;
    private final Clock clock;
    private final ConcurrentMap<Key, Known> known = new ConcurrentHashMap<>();

    private record Key(TeamId team, SourceId source) {}

    private record Known(SourceContext context, SourcePolicy policy, Instant readAt) {

        boolean isGood(SourcePolicy now, Instant time) {
            return policy.equals(now) && !readAt.plus(LIFETIME).isBefore(time);
        }
    }

    /** Of sources without a policy. */
    public Contexts(SchemaReader reader, SemanticsOf semantics, Clock clock) {
        this(reader, RulesReader.NO_POLICY, semantics, clock);
    }

    public Contexts(SchemaReader reader, RulesReader rules, SemanticsOf semantics, Clock clock) {
        this.reader = reader;
        this.rules = rules;
        this.semantics = semantics;
        this.clock = clock;
    }

    /** Endings: {@link dev.sayql.core.schema.SourceUnavailableException} when the source cannot be read. */
    public SourceContext of(Source source) {
        Semantics current = semantics.of(source);
        SourcePolicy policy = rules.policy(source);
        Known entry = known.compute(new Key(source.team(), source.id()), (key, old) -> {
            Instant now = clock.instant();
            if (old == null || !old.isGood(policy, now)) {
                return new Known(read(source, current, policy), policy, now);
            }
            // The same context object is kept while nothing changed: generators remember what they derived from it.
            return old.context().semantics().equals(current)
                    ? old
                    : new Known(withSemantics(old.context(), current), policy, old.readAt());
        });
        return entry.context();
    }

    /** What is known of a source without looking at it again; empty also when its owner has decided otherwise since. */
    public Optional<SourceContext> known(Source source) {
        return Optional.ofNullable(known.get(new Key(source.team(), source.id())))
                .filter(entry -> entry.policy().equals(rules.policy(source)))
                .map(Known::context);
    }

    /** What whoever asks the source should know of how it is reached, as far as it was seen. */
    public List<String> warnings(Source source) {
        return reader.warnings(source);
    }

    /**
     * Looks at the source as it would be under a policy. Ends as {@link RulesReader} does when the policy cannot be used.
     */
    public void tryOn(Source source, SourcePolicy policy) {
        rules.of(source, reader.read(source), policy);
    }

    /** The next question reads the source's schema and values anew. */
    public void forget(Source source) {
        known.remove(new Key(source.team(), source.id()));
    }

    private SourceContext read(Source source, Semantics current, SourcePolicy policy) {
        Schema whole = reader.read(source);
        Rules allowed = rules.of(source, whole, policy);
        Schema columns = whole.without(allowed.columns());
        Schema shown = allowed.allowedTables().map(columns::narrowedTo).orElse(columns);
        return new SourceContext(source, shown, new Values(reader.values(source, shown)), current, allowed);
    }

    private static SourceContext withSemantics(SourceContext context, Semantics semantics) {
        return new SourceContext(context.source(), context.schema(), context.values(), semantics, context.rules());
    }
}
