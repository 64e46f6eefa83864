package dev.sayql.store;

import dev.sayql.core.question.ConnectionSecret;
import dev.sayql.core.question.Introspection;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.question.SourceRegistration;
import dev.sayql.core.question.SourceRegistry;
import dev.sayql.core.question.SourceState;
import dev.sayql.core.question.TableMetadata;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.TableName;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Connected sources in the system database; how to reach one is encrypted for its team and source. Thread-safe. Throws
 * {@link SystemDatabaseException} when the system database cannot be used.
 */
public final class StoredSources implements SourceRegistry {
    private static final Duration CLAIMED = Duration.ofMinutes(10);

    private static final String ADD_SOURCE = """
            INSERT INTO sources (team_id, source_id, database_name, encrypted_connection, is_trusted, created_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (team_id, source_id) DO UPDATE SET database_name = excluded.database_name,
                encrypted_connection = excluded.encrypted_connection, is_trusted = excluded.is_trusted
            """;

    private static final String ADD_SCHEMA = """
            INSERT INTO database_schemas (team_id, source_id, included_schemas, included_tables, looked_at, created_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (team_id, source_id) DO UPDATE SET included_schemas = excluded.included_schemas,
                included_tables = excluded.included_tables
            """;

    private static final String STATES = """
            SELECT s.team_id, s.source_id, s.database_name, s.encrypted_connection, s.is_trusted, d.included_schemas,
                d.included_tables, d.status, d.table_count, d.size_bytes, d.fingerprint, d.last_introspected_at,
                d.last_problem, s.created_at, greatest(s.updated_at, d.updated_at) AS updated_at
            FROM sources s JOIN database_schemas d ON d.team_id = s.team_id AND d.source_id = s.source_id
            WHERE s.team_id = ?
            """;

    private static final String ADD_TABLE = """
            INSERT INTO tables_metadata (team_id, source_id, schema_name, table_name, table_kind, ddl, row_estimate,
                size_bytes, description, sample_questions, fingerprint, document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String CLAIM = """
            UPDATE database_schemas d SET looked_at = ?
            FROM (SELECT team_id, source_id FROM database_schemas
                  WHERE looked_at <= ? AND coalesce(last_introspected_at, '-infinity') <= ?
                  ORDER BY looked_at LIMIT ? FOR UPDATE SKIP LOCKED) due
                JOIN sources s ON s.team_id = due.team_id AND s.source_id = due.source_id
            WHERE d.team_id = due.team_id AND d.source_id = due.source_id
            RETURNING s.team_id, s.source_id, s.database_name
            """;

    private final SystemDatabase database;
    private final Sealing sealing;
    private final Clock clock;

    public StoredSources(SystemDatabase database, MasterKeys master, SecureRandom random, Clock clock) {
        this.database = database;
        this.sealing = new Sealing(master, random);
        this.clock = clock;
    }

    @Override
    public void register(SourceRegistration registration) {
        Source source = registration.source();
        byte[] sealed = sealing.seal(registration.connection().text(), belongsTo(source.team(), source.id()));
        Instant now = clock.instant();
        database.run("store a source", connection -> {
            Sql.change(
                    connection,
                    ADD_SOURCE,
                    row -> of(row, source.team(), source.id())
                            .text(source.database())
                            .bytes(sealed)
                            .flag(registration.trusted())
                            .moment(now));
            return Sql.change(
                    connection,
                    ADD_SCHEMA,
                    row -> of(row, source.team(), source.id())
                            .texts(registration.schemas())
                            .texts(registration.tables())
                            .moment(now)
                            .moment(now));
        });
    }

    @Override
    public Optional<SourceRegistration> registration(TeamId team, SourceId id) {
        return one(
                team,
                id,
                row -> new SourceRegistration(
                        source(row),
                        new ConnectionSecret(sealing.open(row.bytes("encrypted_connection"), belongsTo(team, id))),
                        row.flag("is_trusted"),
                        row.texts("included_schemas"),
                        row.texts("included_tables")));
    }

    @Override
    public Optional<Source> find(TeamId team, SourceId id) {
        return one(team, id, StoredSources::source);
    }

    @Override
    public Optional<SourceState> state(TeamId team, SourceId id) {
        return one(team, id, StoredSources::state);
    }

    private <T> Optional<T> one(TeamId team, SourceId id, Sql.Read<T> read) {
        return database.runOne(
                "find a source",
                connection -> Sql.first(connection, STATES + " AND s.source_id = ?", row -> of(row, team, id), read));
    }

    @Override
    public List<SourceState> list(TeamId team) {
        return database.runOne(
                "list sources",
                connection -> Sql.all(
                        connection,
                        STATES + " ORDER BY s.source_id",
                        row -> row.text(team.value()),
                        StoredSources::state));
    }

    @Override
    public boolean introspected(TeamId team, SourceId id, Introspection found) {
        return database.run("store what was read of a source", connection -> {
            int changed = Sql.change(
                    connection,
                    """
                    UPDATE database_schemas SET status = 'ready', table_count = ?, size_bytes = ?, fingerprint = ?,
                        last_introspected_at = ?, looked_at = ?, last_problem = NULL
                    WHERE team_id = ? AND source_id = ?
                    """,
                    row -> of(
                            row.number(found.tables().size())
                                    .number(found.bytes())
                                    .text(found.fingerprint())
                                    .moment(clock.instant())
                                    .moment(clock.instant()),
                            team,
                            id));
            if (changed == 1) {
                replaceTables(connection, team, id, found.tables());
            }
            return changed == 1;
        });
    }

    private static void replaceTables(Connection connection, TeamId team, SourceId id, List<TableMetadata> tables)
            throws SQLException {
        Sql.change(
                connection,
                "DELETE FROM tables_metadata WHERE team_id = ? AND source_id = ?",
                row -> of(row, team, id));
        Sql.changeEach(
                connection,
                ADD_TABLE,
                tables,
                (row, table) -> of(row, team, id)
                        .text(table.schema())
                        .text(table.name())
                        .text(table.kind())
                        .text(table.ddl())
                        .number(table.rows())
                        .number(table.bytes())
                        .text(table.description())
                        .texts(table.sampleQuestions())
                        .text(table.fingerprint())
                        .text(table.document()));
    }

    @Override
    public boolean failed(TeamId team, SourceId id, String problem) {
        return database.runOne(
                        "store a source's problem",
                        connection -> Sql.change(
                                connection, """
                        UPDATE database_schemas SET status = 'failed', last_problem = ?, looked_at = ?
                        WHERE team_id = ? AND source_id = ?
                        """, row -> of(row.text(problem).moment(clock.instant()), team, id)))
                == 1;
    }

    @Override
    public List<TableMetadata> tables(TeamId team, SourceId id) {
        return database.runOne(
                "list a source's tables",
                connection -> Sql.all(connection, """
                SELECT * FROM tables_metadata WHERE team_id = ? AND source_id = ? ORDER BY schema_name, table_name
                """, row -> of(row, team, id), StoredSources::table));
    }

    @Override
    public Optional<TableMetadata> table(TeamId team, SourceId id, TableName table) {
        return database.runOne(
                "look at a source's table",
                connection -> Sql.first(
                        connection,
                        """
                SELECT * FROM tables_metadata
                WHERE team_id = ? AND source_id = ? AND schema_name = ? AND table_name = ?
                """,
                        row -> of(row, team, id).text(table.schema()).text(table.name()),
                        StoredSources::table));
    }

    @Override
    public void suggest(TeamId team, SourceId id, TableName table, List<String> questions) {
        database.runOne(
                "store questions about a table",
                connection -> Sql.change(
                        connection,
                        """
                UPDATE tables_metadata SET sample_questions = ?
                WHERE team_id = ? AND source_id = ? AND schema_name = ? AND table_name = ?
                """,
                        row -> of(row.texts(questions), team, id)
                                .text(table.schema())
                                .text(table.name())));
    }

    @Override
    public boolean remove(TeamId team, SourceId id) {
        return database.runOne(
                        "remove a source",
                        connection -> Sql.change(
                                connection,
                                "DELETE FROM sources WHERE team_id = ? AND source_id = ?",
                                row -> of(row, team, id)))
                == 1;
    }

    @Override
    public List<Source> claimDue(Duration age, int most) {
        Instant now = clock.instant();
        return database.runOne(
                "claim sources to read",
                connection -> Sql.all(
                        connection,
                        CLAIM,
                        row -> row.moment(now)
                                .moment(now.minus(CLAIMED))
                                .moment(now.minus(age))
                                .number(most),
                        StoredSources::source));
    }

    private static Parameters of(Parameters row, TeamId team, SourceId id) throws SQLException {
        return row.text(team.value()).text(id.value());
    }

    private static List<String> belongsTo(TeamId team, SourceId id) {
        return List.of("source", team.value(), id.value());
    }

    private static Source source(Row row) throws SQLException {
        return new Source(
                new TeamId(row.text("team_id")), new SourceId(row.text("source_id")), row.text("database_name"));
    }

    private static SourceState state(Row row) throws SQLException {
        return new SourceState(
                source(row),
                row.value(SourceState.Status.class, "status"),
                row.number("table_count"),
                row.big("size_bytes"),
                row.optionalText("fingerprint"),
                row.optionalMoment("last_introspected_at"),
                row.optionalText("last_problem"),
                row.moment("created_at"),
                row.moment("updated_at"));
    }

    private static TableMetadata table(Row row) throws SQLException {
        return new TableMetadata(
                row.text("schema_name"),
                row.text("table_name"),
                row.text("table_kind"),
                row.text("ddl"),
                row.big("row_estimate"),
                row.big("size_bytes"),
                row.optionalText("description"),
                row.texts("sample_questions"),
                row.text("fingerprint"),
                row.text("document"));
    }
}
