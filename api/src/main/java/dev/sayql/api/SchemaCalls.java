package dev.sayql.api;

import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a source's database looks like. Thread-safe. */
final class SchemaCalls {

    private static final int MOST_WITH_QUESTIONS = 30;

    private final SourceDesk sources;

    SchemaCalls(SourceDesk sources) {
        this.sources = sources;
    }

    List<Route> routes(Reception reception) {
        return List.of(
                reception.look("GET", "/schema", visit -> of(visit, this::schema)),
                reception.look("GET", "/schema/{table}", visit -> of(visit, source -> table(visit, source))));
    }

    /** Calls with the source that the query string names, or the team's usual one. */
    private Reply of(Visit visit, Function<Source, Reply> call) {
        QueryFields fields = new QueryFields(visit.request());
        Optional<String> named = fields.text("source", 100);
        List<FieldProblem> problems = fields.problems();
        return Reception.wrong(problems).orElseGet(() -> {
            Optional<SourceId> id = named.isPresent() ? named.flatMap(Ids::source) : sources.usual(visit.teamId());
            if (named.isEmpty() && id.isEmpty()) {
                return QuestionCalls.noSource();
            }
            return id.flatMap(known -> sources.find(visit.teamId(), known))
                    .map(call)
                    .orElseGet(SourceCalls::unknownSource);
        });
    }

    /** All tables of a source. */
    record SchemaObject(String source, String database, String fingerprint, List<TableObject> tables) {}

    private Reply schema(Source source) {
        SourceContext context = sources.context(source);
        List<Table> all = context.schema().tables();
        // Each is proven, which takes its time; of a large schema they are given with each table.
        boolean small = all.size() <= MOST_WITH_QUESTIONS;
        List<TableObject> tables = all.stream()
                .map(table -> TableObject.of(
                        table, small ? sources.sampleQuestions(context, table) : List.of(), Optional.empty()))
                .toList();
        return Reply.json(
                200,
                new SchemaObject(
                        source.id().value(), source.database(), context.schema().fingerprint(), tables));
    }

    private Reply table(Visit visit, Source source) {
        SourceContext context = sources.context(source);
        List<Table> named = context.schema().named(visit.request().pathParameter("table"));
        if (named.isEmpty()) {
            return ProblemDetails.of(Kind.NOT_FOUND, "There is no such table.").reply();
        }
        Table table = usual(named, context.schema().searchPath());
        return Reply.json(
                200, TableObject.of(table, sources.sampleQuestions(context, table), sources.ddl(source, table)));
    }

    /** Of several with one name, the one that PostgreSQL would find first. */
    private static Table usual(List<Table> named, List<String> searchPath) {
        return searchPath.stream()
                .flatMap(schema ->
                        named.stream().filter(table -> table.name().schema().equals(schema)))
                .findFirst()
                .orElse(named.getFirst());
    }

    /** A table on the wire. */
    record TableObject(
            String schema,
            String name,
            String kind,
            @Nullable String comment,
            @Nullable Long estimatedRows,
            List<ColumnObject> columns,
            List<String> primaryKey,
            List<List<String>> uniqueKeys,
            List<ForeignKeyObject> foreignKeys,
            List<String> sampleQuestions,
            @Nullable String ddl) {

        static TableObject of(Table table, List<String> sampleQuestions, Optional<String> ddl) {
            return new TableObject(
                    table.name().schema(),
                    table.name().name(),
                    AnswerObjects.id(table.kind()),
                    table.comment().orElse(null),
                    table.estimatedRows() < 0 ? null : (Long) table.estimatedRows(),
                    table.columns().stream().map(ColumnObject::of).toList(),
                    table.primaryKey(),
                    table.uniqueKeys(),
                    table.foreignKeys().stream().map(ForeignKeyObject::of).toList(),
                    sampleQuestions,
                    ddl.orElse(null));
        }
    }

    /** A column on the wire. */
    record ColumnObject(
            String name,
            String type,
            boolean nullable,
            @Nullable String comment,
            List<String> enumValues) {

        static ColumnObject of(Column column) {
            return new ColumnObject(
                    column.name(),
                    column.declaredType(),
                    column.nullable(),
                    column.comment().orElse(null),
                    column.enumValues());
        }
    }

    /** A foreign key on the wire. */
    record ForeignKeyObject(List<String> columns, String references, List<String> referencedColumns, boolean inferred) {

        static ForeignKeyObject of(ForeignKey key) {
            return new ForeignKeyObject(key.columns(), key.target().toString(), key.targetColumns(), key.inferred());
        }
    }
}
