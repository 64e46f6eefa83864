package dev.sayql.store;

import dev.sayql.core.history.VerifiedQueries;
import dev.sayql.core.history.VerifiedQuery;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Verified queries in the system database. Thread-safe. Throws {@link SystemDatabaseException} when the system database cannot
 * be used.
 */
public final class StoredVerifiedQueries implements VerifiedQueries {
    private static final String PROPOSE = """
            INSERT INTO verified_queries (verified_query_id, team_id, source_id, natural_language_query, normalised_query,
                verified_sql, explanation, query_id, schema_fingerprint, status, reviewer, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'proposed', NULL, ?, ?)
            ON CONFLICT (verified_query_id) DO NOTHING
            """;

    private static final String OTHERS = """
            UPDATE verified_queries SET status = 'rejected', reviewer = ?
            WHERE (team_id, source_id, normalised_query) = (
                    SELECT team_id, source_id, normalised_query FROM verified_queries
                    WHERE team_id = ? AND verified_query_id = ?)
                AND status = 'approved' AND verified_query_id <> ?
            """;

    private static final String APPROVE = """
            UPDATE verified_queries SET status = 'approved', reviewer = ?, schema_fingerprint = ?
            WHERE team_id = ? AND verified_query_id = ?
            """;

    private static final String APPROVED = """
            SELECT * FROM verified_queries
            WHERE team_id = ? AND source_id = ? AND md5(normalised_query) = md5(?) AND normalised_query = ?
                AND status = 'approved'
            """;

    private final SystemDatabase database;

    public StoredVerifiedQueries(SystemDatabase database) {
        this.database = database;
    }

    @Override
    public boolean propose(VerifiedQuery query) {
        return database.runOne(
                        "store a verified query",
                        connection -> Sql.change(
                                connection,
                                PROPOSE,
                                row -> row.uuid(query.id())
                                        .text(query.team().value())
                                        .text(query.source().value())
                                        .text(query.question())
                                        .text(VerifiedQuery.normalised(query.question()))
                                        .text(query.sql())
                                        .text(query.explanation())
                                        .uuid(query.from().map(QueryId::value))
                                        .text(query.fingerprint())
                                        .moment(query.created())
                                        .moment(query.created())))
                == 1;
    }

    @Override
    public Optional<VerifiedQuery> find(TeamId team, UUID id) {
        return select(
                        "SELECT * FROM verified_queries WHERE team_id = ? AND verified_query_id = ?",
                        row -> row.text(team.value()).uuid(id))
                .stream()
                .findFirst();
    }

    @Override
    public List<VerifiedQuery> list(TeamId team, VerifiedQuery.Status status) {
        return select(
                "SELECT * FROM verified_queries WHERE team_id = ? AND status = ? ORDER BY created_at, verified_query_id"
                        + " LIMIT " + MOST,
                row -> row.text(team.value()).text(Row.stored(status)));
    }

    @Override
    public List<VerifiedQuery> of(TeamId team, SourceId source) {
        return select(
                "SELECT * FROM verified_queries WHERE team_id = ? AND source_id = ?"
                        + " ORDER BY created_at, verified_query_id LIMIT " + MOST,
                row -> row.text(team.value()).text(source.value()));
    }

    @Override
    public Optional<VerifiedQuery> approved(TeamId team, SourceId source, String question) {
        String normalised = VerifiedQuery.normalised(question);
        return select(
                        APPROVED,
                        row -> row.text(team.value())
                                .text(source.value())
                                .text(normalised)
                                .text(normalised))
                .stream()
                .findFirst();
    }

    private List<VerifiedQuery> select(String statement, Sql.Fill fill) {
        return database.runOne(
                "read verified queries",
                connection -> Sql.all(connection, statement, fill, StoredVerifiedQueries::read));
    }

    @Override
    public boolean approve(TeamId team, UUID id, String reviewer, String fingerprint) {
        return database.run("approve a query", connection -> {
            lock(connection, team);
            Sql.change(
                    connection,
                    OTHERS,
                    row -> row.text(reviewer).text(team.value()).uuid(id).uuid(id));
            return Sql.change(
                            connection,
                            APPROVE,
                            row -> row.text(reviewer)
                                    .text(fingerprint)
                                    .text(team.value())
                                    .uuid(id))
                    == 1;
        });
    }

    /** Two reviewers of a team go one after the other. */
    private static void lock(Connection connection, TeamId team) throws SQLException {
        Sql.first(
                connection,
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))::text AS locked",
                row -> row.text("verified queries of " + team),
                row -> row.text("locked"));
    }

    @Override
    public boolean reject(TeamId team, UUID id, String reviewer) {
        return database.runOne(
                        "reject a query",
                        connection -> Sql.change(
                                connection,
                                """
                        UPDATE verified_queries SET status = 'rejected', reviewer = ?
                        WHERE team_id = ? AND verified_query_id = ?
                        """,
                                row -> row.text(reviewer).text(team.value()).uuid(id)))
                == 1;
    }

    @Override
    public boolean remove(TeamId team, UUID id) {
        return database.runOne(
                        "remove a verified query",
                        connection -> Sql.change(
                                connection,
                                "DELETE FROM verified_queries WHERE team_id = ? AND verified_query_id = ?",
                                row -> row.text(team.value()).uuid(id)))
                == 1;
    }

    private static VerifiedQuery read(Row row) throws SQLException {
        return new VerifiedQuery(
                row.uuid("verified_query_id"),
                new TeamId(row.text("team_id")),
                new SourceId(row.text("source_id")),
                row.text("natural_language_query"),
                row.text("verified_sql"),
                row.text("explanation"),
                row.optionalUuid("query_id").map(QueryId::new),
                row.optionalText("schema_fingerprint"),
                row.value(VerifiedQuery.Status.class, "status"),
                row.optionalText("reviewer"),
                row.moment("created_at"),
                row.moment("updated_at"));
    }
}
