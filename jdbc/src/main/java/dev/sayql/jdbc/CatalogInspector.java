package dev.sayql.jdbc;

import dev.sayql.core.question.Source;
import dev.sayql.core.schema.EditDistance;
import dev.sayql.core.schema.Inspection;
import dev.sayql.core.schema.Inspection.UnknownName;
import dev.sayql.core.schema.InspectionProgress;
import dev.sayql.core.schema.InspectionProgress.Step;
import dev.sayql.core.schema.SchemaDetail;
import dev.sayql.core.schema.SchemaInspector;
import dev.sayql.core.schema.SchemaScope;
import dev.sayql.core.schema.Skipped;
import dev.sayql.core.schema.Table;
import dev.sayql.core.schema.TypeDetail;
import dev.sayql.sql.TableName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads all of a source's catalogue that people may want to know, in one read-only transaction with one statement for each
 * kind of thing. At most 10,000 tables and 150,000 columns are read; the rest is listed as skipped. Thread-safe.
 */
public final class CatalogInspector implements SchemaInspector {
    private static final Duration ONE_STATEMENT = Duration.ofSeconds(30);

    private final SourcePools pools;
    private final CatalogLimits limits;

    /** The pools are closed by whoever made them. */
    public CatalogInspector(SourcePools pools) {
        this(pools, CatalogLimits.usual());
    }

    CatalogInspector(SourcePools pools, CatalogLimits limits) {
        this.pools = pools;
        this.limits = limits;
    }

    /** Everything that was read; what is made of it is made when the session is over. */
    private record Reading(
            TableReading tables,
            DetailReading details,
            ListReading lists,
            List<TypeDetail> types,
            List<String> searchPath) {}

    @Override
    public Inspection inspect(Source source, SchemaScope scope, InspectionProgress progress) {
        Inspection inspection = inspection(read(source, scope, progress), scope);
        progress.reached(Step.DONE, inspection.schema().tables().size());
        return inspection;
    }

    private Reading read(Source source, SchemaScope scope, InspectionProgress progress) {
        try (ReadOnlySession session = ReadOnlySession.open(pools.of(source), ONE_STATEMENT)) {
            try {
                CatalogRows rows = new CatalogRows(session, progress);
                TableReading tables = TableReading.read(rows, scope, limits);
                tables.readDefinitions();
                return new Reading(
                        tables,
                        DetailReading.read(tables.byNumber(), rows),
                        ListReading.read(tables.byNumber(), rows),
                        TypeReading.read(rows),
                        session.searchPath());
            } catch (SQLException failure) {
                session.discard();
                throw SourceFailures.of(failure);
            }
        }
    }

    private static Inspection inspection(Reading read, SchemaScope scope) {
        TableReading tables = read.tables();
        Map<TableName, Table> complete = ForeignKeyInference.complete(
                        List.copyOf(tables.byNumber().values()))
                .stream()
                .collect(Collectors.toMap(Table::name, Function.identity()));
        List<Skipped> skipped = new ArrayList<>(read.lists().skipped(scope));
        tables.beyondLimits().forEach(table -> skipped.add(Skipped.table(table, Skipped.Reason.TOO_MANY)));
        SchemaDetail schema = new SchemaDetail(
                read.details().tables(complete), read.types(), skipped, read.searchPath(), tables.snapshot());
        List<TableName> there = new ArrayList<>(tables.outsideScope());
        there.addAll(complete.keySet());
        there.addAll(tables.beyondLimits());
        there.addAll(read.lists().leftOut());
        return new Inspection(schema, unknown(scope, there, read.lists().namespaces()));
    }

    private static List<UnknownName> unknown(SchemaScope scope, List<TableName> there, List<String> namespaces) {
        Optional<String> missing =
                scope.schema().filter(name -> namespaces.stream().noneMatch(known -> known.equalsIgnoreCase(name)));
        if (missing.isPresent()) {
            return List.of(new UnknownName(missing.get(), true, nearest(missing.get(), namespaces)));
        }
        SchemaScope whole = new SchemaScope(scope.schema(), Set.of());
        List<TableName> candidates = there.stream().filter(whole::includes).toList();
        return scope.tables().stream()
                .filter(text -> {
                    SchemaScope one = new SchemaScope(scope.schema(), Set.of(text));
                    return candidates.stream().noneMatch(one::includes);
                })
                .map(text -> new UnknownName(text, false, nearest(text, written(text, candidates))))
                .toList();
    }

    /** As whoever asked writes names: with or without the schema. */
    private static List<String> written(String text, List<TableName> names) {
        return names.stream()
                .map(name -> text.indexOf('.') >= 0 ? name.toString() : name.name())
                .distinct()
                .toList();
    }

    private static List<String> nearest(String text, Collection<String> known) {
        String wanted = text.toLowerCase(Locale.ROOT);
        Comparator<String> byDistance =
                Comparator.comparingInt(name -> EditDistance.between(wanted, name.toLowerCase(Locale.ROOT)));
        return known.stream()
                .filter(name ->
                        EditDistance.between(wanted, name.toLowerCase(Locale.ROOT)) <= Math.max(2, text.length() / 3))
                .sorted(byDistance.thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }
}
