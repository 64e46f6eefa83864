package dev.sayql.api;

import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.question.TableMetadata;
import dev.sayql.core.schema.Table;
import dev.sayql.core.team.WorkBoard;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Connecting databases. Reading a large one takes its time, so it can be watched, looked after later, and taken back. Thread-safe. */
final class UploadCalls {

    private final SourceDesk sources;
    private final Underway underway;
    private final Allowance allowance;
    private final Reception reception;

    UploadCalls(SourceDesk sources, Underway underway, Allowance allowance, Reception reception) {
        this.sources = sources;
        this.underway = underway;
        this.allowance = allowance;
        this.reception = reception;
    }

    List<Route> routes() {
        return List.of(reception.ask("/schema/upload", this::upload));
    }

    private Reply upload(Visit visit) {
        return switch (Uploads.read(visit.request().body())) {
            case Uploads.Reading.NotAnObject() -> Api.malformed("The body must be one JSON object.");
            case Uploads.Reading.Wrong(List<FieldProblem> problems) ->
                ProblemDetails.fields(problems).reply();
            case Uploads.Reading.Good(SourceDesk.Connection connection) -> {
                UUID id = UUID.randomUUID();
                yield underway.work(
                        visit,
                        WorkBoard.Kind.UPLOAD,
                        id,
                        "/schema/upload/" + id,
                        work -> reception.guarded(() -> allowance.oneTurn(visit, () -> {
                            work.run();
                            return connected(visit, connection, work);
                        })));
            }
        };
    }

    private Reply connected(Visit visit, SourceDesk.Connection connection, Underway.Work work) {
        return switch (sources.connect(visit.teamId(), connection, work, work.cancellation())) {
            case SourceDesk.Connected.Read read -> Reply.json(200, UploadedObject.of(read));
            case SourceDesk.Connected.Cancelled() ->
                ProblemDetails.of(Kind.CANCELLED, "This upload was taken back; nothing of it is kept.")
                        .reply();
            case SourceDesk.Connected.Refused(List<SourceDesk.Fault> faults) ->
                ProblemDetails.of(Kind.SOURCE_REFUSED, faults.getFirst().sentence())
                        .withErrors(faults.stream()
                                .map(fault -> new FieldProblem(fault.field(), fault.sentence()))
                                .toList())
                        .reply();
        };
    }

    /** What was found. */
    record UploadedObject(
            String source,
            String database,
            String fingerprint,
            int tableCount,
            int columnCount,
            long sizeBytes,
            List<UploadedTable> tables,
            List<SourceDesk.Skipped> skipped) {

        static UploadedObject of(SourceDesk.Connected.Read read) {
            var columns = read.schema().tables().stream()
                    .collect(Collectors.toMap(
                            table -> table.name().schema() + "." + table.name().name(),
                            (Table table) -> table.columns().size()));
            List<UploadedTable> tables = read.found().tables().stream()
                    .map(table -> UploadedTable.of(table, columns.getOrDefault(table.schema() + "." + table.name(), 0)))
                    .toList();
            return new UploadedObject(
                    read.source().id().value(),
                    read.source().database(),
                    read.found().fingerprint(),
                    tables.size(),
                    tables.stream().mapToInt(UploadedTable::columns).sum(),
                    read.found().bytes(),
                    tables,
                    read.skipped());
        }
    }

    /** A table that was found. */
    record UploadedTable(
            String schema,
            String name,
            String kind,
            int columns,
            @Nullable Long estimatedRows,
            long sizeBytes,
            @Nullable String comment,
            String ddl) {

        static UploadedTable of(TableMetadata table, int columns) {
            return new UploadedTable(
                    table.schema(),
                    table.name(),
                    table.kind(),
                    columns,
                    table.rows() < 0 ? null : (Long) table.rows(),
                    table.bytes(),
                    table.description().orElse(null),
                    table.ddl());
        }
    }
}
