package dev.sayql.app;

import dev.sayql.core.connection.CheckedSql;
import dev.sayql.core.connection.SourceDesk.Drift;
import dev.sayql.core.history.EvaluationTest;
import dev.sayql.core.history.EvaluationTests;
import dev.sayql.core.history.VerifiedQueries;
import dev.sayql.core.question.Introspection;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.TableMetadata;
import dev.sayql.core.schema.SchemaDetail;
import dev.sayql.core.schema.SchemaDrift;
import dev.sayql.core.schema.SchemaSnapshot;
import dev.sayql.core.schema.TableDdl;
import dev.sayql.core.schema.TableDetail;
import dev.sayql.core.schema.TableShape;
import dev.sayql.sql.Problem;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.TableName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What changed in a source's database since it was last read, and what that touches. Thread-safe. */
final class SchemaDrifts {

    private static final int FINGERPRINT_CHARACTERS = 32;

    private final VerifiedQueries verified;
    private final EvaluationTests tests;
    private final CheckedSql checked;
    /** What was last seen of sources that are stored nowhere. */
    private final ConcurrentMap<Source, SchemaSnapshot> seen = new ConcurrentHashMap<>();

    SchemaDrifts(VerifiedQueries verified, EvaluationTests tests, CheckedSql checked) {
        this.verified = verified;
        this.tests = tests;
        this.checked = checked;
    }

    /** What is kept of a reading; questions about its tables come later, for they take their time. */
    static Introspection introspection(SchemaDetail schema) {
        Map<TableName, TableShape> shapes =
                schema.snapshot().tables().stream().collect(Collectors.toMap(TableShape::name, Function.identity()));
        return new Introspection(
                schema.fingerprint(),
                schema.tables().stream()
                        .map(table -> metadata(table, Optional.ofNullable(shapes.get(table.name()))))
                        .toList());
    }

    private static TableMetadata metadata(TableDetail table, Optional<TableShape> shape) {
        String document =
                shape.map(one -> new SchemaSnapshot(List.of(one)).text()).orElse("");
        return new TableMetadata(
                table.name().schema(),
                table.name().name(),
                table.table().kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                TableDdl.of(table),
                table.volume().estimatedRows(),
                table.volume().bytes(),
                table.table().comment(),
                List.of(),
                digest(document),
                document);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, FINGERPRINT_CHARACTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    /** The fingerprint of what was last seen of a source that is stored nowhere. */
    Optional<String> lastSeen(Source source) {
        return Optional.ofNullable(seen.get(source)).map(SchemaSnapshot::fingerprint);
    }

    /** What changed, and which kept statements no longer pass the checks. */
    Drift between(Source source, List<TableMetadata> before, Optional<String> fingerprint, SchemaDetail found) {
        Optional<SchemaSnapshot> remembered = Optional.ofNullable(seen.put(source, found.snapshot()));
        Optional<SchemaSnapshot> old = before.isEmpty() ? remembered : Optional.of(snapshot(before));
        List<Drift.Change> changes =
                old
                        .map(snapshot ->
                                SchemaDrift.between(snapshot, found.snapshot()).changes())
                        .orElse(List.of())
                        .stream()
                        .map(change -> new Drift.Change(change.table().toString(), change.sentence()))
                        .toList();
        boolean changed =
                fingerprint.filter(known -> !known.equals(found.fingerprint())).isPresent();
        return new Drift(
                fingerprint,
                found.fingerprint(),
                changes,
                changed ? touchedQueries(source) : List.of(),
                changed ? touchedTests(source) : List.of());
    }

    private static SchemaSnapshot snapshot(List<TableMetadata> tables) {
        List<TableShape> shapes = new ArrayList<>();
        tables.stream()
                .map(TableMetadata::document)
                .filter(document -> !document.isEmpty())
                .forEach(
                        document -> shapes.addAll(SchemaSnapshot.parse(document).tables()));
        return new SchemaSnapshot(shapes);
    }

    private List<Drift.Touched> touchedQueries(Source source) {
        return verified.of(source.team(), source.id()).stream()
                .flatMap(
                        query -> reason(source, query.sql())
                                .map(reason -> new Drift.Touched(query.id(), query.question(), reason))
                                .stream())
                .toList();
    }

    private List<Drift.Touched> touchedTests(Source source) {
        return tests.list(source.team(), Optional.empty()).stream()
                .filter(test ->
                        test.source().filter(id -> !id.equals(source.id())).isEmpty())
                .flatMap(test -> touched(source, test).stream())
                .toList();
    }

    private Optional<Drift.Touched> touched(Source source, EvaluationTest test) {
        return test.expected()
                .sql()
                .flatMap(sql -> reason(source, sql))
                .map(reason -> new Drift.Touched(test.id(), test.question(), reason));
    }

    private Optional<String> reason(Source source, String sql) {
        return checked.problems(source, new SqlText(sql)).stream()
                .map(Problem::detail)
                .findFirst();
    }
}
