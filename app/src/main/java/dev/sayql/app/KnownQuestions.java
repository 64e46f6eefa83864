package dev.sayql.app;

import dev.sayql.core.generation.Contexts;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceRegistry;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.schema.Table;
import dev.sayql.engine.SampleQuestions;
import dev.sayql.sql.TableName;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Sample questions of tables. Each is proven, which takes its time: so they are worked out once for each context of a source,
 * those of a table when it is opened, those of the first tables in the background by one thread. Thread-safe.
 */
final class KnownQuestions implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(KnownQuestions.class.getName());

    /** So many tables of a source are looked at beforehand. */
    private static final int FIRST_TABLES = 30;

    private final SampleQuestions samples;
    private final Contexts contexts;
    private final SourceRegistry registry;
    private final InstantSource clock;
    private final ConcurrentMap<Source, Known> known = new ConcurrentHashMap<>();
    private final Set<Source> inPreparation = ConcurrentHashMap.newKeySet();
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("sample-questions").factory());

    /** What was worked out in one context; in another nothing of it counts. */
    private record Known(SourceContext context, ConcurrentMap<TableName, List<String>> byTable) {}

    KnownQuestions(SampleQuestions samples, Contexts contexts, SourceRegistry registry, InstantSource clock) {
        this.samples = samples;
        this.contexts = contexts;
        this.registry = registry;
        this.clock = clock;
    }

    /** Those of one table, worked out now when they are not known. */
    List<String> of(SourceContext context, Table table) {
        Source source = context.source();
        Known current = known.compute(
                source,
                (key, old) -> old != null && old.context().equals(context)
                        ? old
                        : new Known(context, new ConcurrentHashMap<>()));
        return current.byTable().computeIfAbsent(table.name(), name -> {
            List<String> questions = samples.of(table, context, clock.instant());
            registry.suggest(source.team(), source.id(), name, questions);
            return questions;
        });
    }

    /**
     * Those that are known by now and wanted, in the order of the tables. Sees to it that more are known soon.
     *
     * @param now the source as it is known now; what was worked out in another context does not count
     */
    List<String> completing(Source source, Optional<SourceContext> now, Predicate<String> wanted, int most) {
        prepare(source);
        return Optional.ofNullable(known.get(source))
                .filter(current -> now.equals(Optional.of(current.context())))
                .stream()
                .flatMap(current -> first(current.context())
                        .flatMap(table -> current.byTable().getOrDefault(table.name(), List.of()).stream()))
                .filter(wanted)
                .limit(most)
                .toList();
    }

    /** Works out those of the first tables in the background. */
    void prepare(Source source) {
        if (inPreparation.add(source)) {
            try {
                background.execute(() -> {
                    inPreparation.remove(source);
                    workOut(source);
                });
            } catch (RejectedExecutionException closed) {
                inPreparation.remove(source);
            }
        }
    }

    private void workOut(Source source) {
        try {
            SourceContext context = contexts.of(source);
            first(context).takeWhile(table -> !background.isShutdown()).forEach(table -> of(context, table));
        } catch (SourceUnavailableException unavailable) {
            LOG.log(System.Logger.Level.DEBUG, "sample_questions=none reason={0}", unavailable.reason());
        } catch (RuntimeException failure) {
            if (!background.isShutdown()) {
                LOG.log(System.Logger.Level.WARNING, "sample_questions=failed", failure);
            }
        }
    }

    private static Stream<Table> first(SourceContext context) {
        return context.schema().tables().stream()
                .filter(table -> !table.isView())
                .limit(FIRST_TABLES);
    }

    /** Nothing more is worked out. */
    @Override
    public void close() {
        background.shutdownNow();
    }
}
