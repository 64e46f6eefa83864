package dev.sayql.app;

import dev.sayql.core.generation.Contexts;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.Source;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.engine.LocalEngine;
import dev.sayql.engine.TypeAhead;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Completes what people type. Only what has been put to the engine and is answered for sure is offered; a call waits a few
 * milliseconds for that, and what is not known by then is found out in the background by one thread, for the next key. What is
 * known counts in one context of a source only. Nothing that was typed is logged or stored. Thread-safe.
 */
final class TypedQuestions implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(TypedQuestions.class.getName());

    private static final Duration PATIENCE = Duration.ofMillis(4);
    /** With so many to offer, a call does not wait for more. */
    private static final int ENOUGH = 3;
    /** So many beginnings are looked into for each call. */
    private static final int LOOKED_INTO = 40;
    /** So many sources are kept ready, those used last. */
    private static final int MOST_KEPT = 32;

    private final LocalEngine engine;
    private final Contexts contexts;
    private final InstantSource clock;
    private final Map<Source, Known> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Known> eldest) {
            return size() > MOST_KEPT;
        }
    });
    private final Set<Source> inPreparation = ConcurrentHashMap.newKeySet();
    private final Proving proving = new Proving();

    /** What was worked out in one context; in another nothing of it counts. */
    private record Known(SourceContext context, TypeAhead ahead, Proofs proofs) {}

    TypedQuestions(LocalEngine engine, Contexts contexts, InstantSource clock) {
        this.engine = engine;
        this.contexts = contexts;
        this.clock = clock;
    }

    /**
     * At most so many, the most usual first; none while the source is looked at for the first time.
     *
     * @param now the source as it is known now; what was worked out in another context does not count
     */
    List<String> completing(Source source, Optional<SourceContext> now, String typed, int most) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        prepare(source);
        return Optional.ofNullable(known.get(source))
                .filter(current -> now.equals(Optional.of(current.context())))
                .map(current -> {
                    List<String> found = current.ahead().completions(typed, LOOKED_INTO);
                    proving.begin(source, current.proofs(), found, most);
                    return current.proofs().sure(found, most, Math.min(most, ENOUGH), until);
                })
                .orElse(List.of());
    }

    /** Looks at the source in the background; one that is slow to answer keeps no other waiting. */
    private void prepare(Source source) {
        if (inPreparation.add(source)) {
            Thread.ofVirtual().name("type-ahead-context").start(() -> lookAt(source));
        }
    }

    private void lookAt(Source source) {
        try {
            SourceContext context = contexts.of(source);
            Known current = known.get(source);
            if (current == null || !current.context().equals(context)) {
                TypeAhead ahead = new TypeAhead(engine, context);
                known.put(source, new Known(context, ahead, new Proofs(text -> ahead.isSure(text, clock.instant()))));
            }
        } catch (SourceUnavailableException unavailable) {
            LOG.log(System.Logger.Level.DEBUG, "type_ahead=none reason={0}", unavailable.reason());
        } catch (RuntimeException failure) {
            if (!proving.isClosed()) {
                LOG.log(System.Logger.Level.WARNING, "type_ahead=none", failure);
            }
        } finally {
            inPreparation.remove(source);
        }
    }

    /** The source was taken away, or is another one now. */
    void forget(Source source) {
        known.remove(source);
    }

    /** Nothing more is found out. */
    @Override
    public void close() {
        proving.close();
    }
}
