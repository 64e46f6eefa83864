package dev.sayql.app;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.Source;
import dev.sayql.core.schema.Table;
import dev.sayql.engine.SampleQuestions;
import dev.sayql.sql.TableName;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/** Sample questions of tables, worked out once for each context of a source. Thread-safe. */
final class KnownQuestions {

    /** So many tables are looked at for one completion; each takes its time when it is new. */
    private static final int MOST_TABLES = 20;

    private final SampleQuestions samples;
    private final InstantSource clock;
    private final ConcurrentMap<Source, Known> known = new ConcurrentHashMap<>();

    /** What was worked out in one context; in another nothing of it counts. */
    private record Known(SourceContext context, ConcurrentMap<TableName, List<String>> byTable) {}

    KnownQuestions(SampleQuestions samples, InstantSource clock) {
        this.samples = samples;
        this.clock = clock;
    }

    List<String> of(SourceContext context, Table table) {
        Known current = known.compute(
                context.source(),
                (source, old) -> old != null && old.context().equals(context)
                        ? old
                        : new Known(context, new ConcurrentHashMap<>()));
        return current.byTable().computeIfAbsent(table.name(), name -> samples.of(table, context, clock.instant()));
    }

    /** Those that are wanted, of the first tables that have any. */
    List<String> completing(SourceContext context, Predicate<String> wanted, int most) {
        return context.schema().tables().stream()
                .filter(table -> !table.isView())
                .limit(MOST_TABLES)
                .flatMap(table -> of(context, table).stream())
                .filter(wanted)
                .limit(most)
                .toList();
    }
}
