package dev.sayql.store;

import dev.sayql.core.question.PolicyVersion;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.question.SourcePolicy;
import dev.sayql.core.team.TeamId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What teams decided about their sources, every version kept. Asks the database every time, so that a decision made on one
 * machine binds all, and reads the document again only when its version changed. A document that cannot be read is a failure,
 * never an open source. Thread-safe. Throws {@link SystemDatabaseException} when the system database cannot be used.
 */
public final class StoredPolicies {

    private static final String NEWEST = """
            SELECT version, CASE WHEN version <> ? THEN document END AS document FROM source_policies
            WHERE team_id = ? AND source_id = ? ORDER BY version DESC LIMIT 1
            """;

    private static final String ADD = """
            INSERT INTO source_policies (team_id, source_id, version, document)
            SELECT ?, ?, coalesce(max(version), 0) + 1, ? FROM source_policies WHERE team_id = ? AND source_id = ?
            RETURNING version
            """;

    /** They may name values that were shown before. */
    private static final String FORGET_QUESTIONS = """
            UPDATE tables_metadata SET sample_questions = '{}' WHERE team_id = ? AND source_id = ?
            """;

    private final SystemDatabase database;
    private final ConcurrentMap<Key, PolicyVersion> known = new ConcurrentHashMap<>();

    private record Key(TeamId team, SourceId source) {}

    /** The document is left out when its version is the known one. */
    private record Stored(int version, Optional<String> document) {}

    public StoredPolicies(SystemDatabase database) {
        this.database = database;
    }

    /** What is in force. */
    public PolicyVersion of(Source source) {
        Key key = new Key(source.team(), source.id());
        PolicyVersion remembered = known.getOrDefault(key, PolicyVersion.NONE);
        Optional<Stored> stored = database.runOne(
                "read a source's policy",
                connection -> Sql.first(
                        connection,
                        NEWEST,
                        row -> of(row.number(remembered.version()), source),
                        row -> new Stored(row.number("version"), row.optionalText("document"))));
        if (stored.isEmpty()) {
            return PolicyVersion.NONE;
        }
        PolicyVersion current = stored.get()
                .document()
                .map(document -> new PolicyVersion(stored.get().version(), restored(document)))
                .orElse(remembered);
        known.put(key, current);
        return current;
    }

    /** Takes this in place of what was decided before. */
    public PolicyVersion replace(Source source, SourcePolicy policy) {
        String document = PolicyYaml.write(policy);
        int version = database.run("store a source's policy", connection -> {
            lock(connection, source);
            Sql.change(connection, FORGET_QUESTIONS, row -> of(row, source));
            return Sql.first(
                            connection,
                            ADD,
                            row -> of(of(row, source).text(document), source),
                            row -> row.number("version"))
                    .orElseThrow();
        });
        return new PolicyVersion(version, policy);
    }

    private static SourcePolicy restored(String document) {
        return switch (PolicyYaml.read(document)) {
            case PolicyYaml.Read.Understood(SourcePolicy policy) -> policy;
            case PolicyYaml.Read.Faulty(var problems) ->
                throw new IllegalStateException("a stored policy cannot be read: " + problems);
        };
    }

    /** Two decisions at once get two versions. */
    private static void lock(Connection connection, Source source) throws SQLException {
        Sql.first(
                connection,
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                row -> row.text("policy " + source.team() + " " + source.id()),
                row -> true);
    }

    private static Parameters of(Parameters row, Source source) throws SQLException {
        return row.text(source.team().value()).text(source.id().value());
    }
}
