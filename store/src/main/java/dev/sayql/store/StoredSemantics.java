package dev.sayql.store;

import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.semantics.SemanticsOf;
import dev.sayql.core.team.TeamId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What teams taught about their sources, every version kept. Asks the database every time, so that an edit on one machine is
 * seen by all, and reads the document again only when its version changed. Thread-safe. Throws
 * {@link SystemDatabaseException} when the system database cannot be used.
 */
public final class StoredSemantics implements SemanticsOf {
    private final SystemDatabase database;
    private final ConcurrentMap<Key, Semantics> known = new ConcurrentHashMap<>();

    private record Key(TeamId team, SourceId source) {}

    private record Stored(int version, Optional<String> document) {}

    public StoredSemantics(SystemDatabase database) {
        this.database = database;
    }

    @Override
    public Semantics of(Source source) {
        Key key = new Key(source.team(), source.id());
        int knownVersion = known.getOrDefault(key, Semantics.none()).version();
        Stored stored = database.run("read semantics", connection -> newest(connection, source, knownVersion));
        if (stored.version() == 0) {
            return Semantics.none();
        }
        return stored.document()
                .map(document -> remember(key, restore(document, stored.version())))
                .orElseGet(() -> known.getOrDefault(key, Semantics.none()));
    }

    /** The document as it was stored; empty when nothing was taught. */
    public Optional<String> document(Source source) {
        return database.run("read semantics", connection -> newest(connection, source, 0))
                .document();
    }

    /**
     * Replaces what was taught. The document's own version does not count; the stored one is one more than the last.
     *
     * @return what was stored, with its version
     */
    public Semantics replace(Source source, Semantics semantics) {
        String document = SemanticsYaml.write(semantics);
        int version = database.run("store semantics", connection -> {
            lock(connection, source);
            int next = newest(connection, source, 0).version() + 1;
            insert(connection, source, next, document, OptionalInt.empty());
            return next;
        });
        return remember(new Key(source.team(), source.id()), withVersion(semantics, version));
    }

    /** Stores what a source comes with, unless something is stored; nobody taught it, and it is not taken back. */
    public void begin(Source source, Semantics semantics) {
        String document = SemanticsYaml.write(semantics);
        database.run("store semantics", connection -> {
            lock(connection, source);
            return newest(connection, source, 0).version() == 0
                    ? insert(connection, source, 1, document, OptionalInt.of(0))
                    : 0;
        });
    }

    /**
     * Stores again what was taught before the last change; the next time, what was taught before that. No version is lost.
     *
     * @return false when nothing was taught that could be taken back
     */
    public boolean takeBack(Source source) {
        return database.run("take back semantics", connection -> {
            lock(connection, source);
            int newest = newest(connection, source, 0).version();
            int effective = effective(connection, source, newest);
            if (effective == 0) {
                return false;
            }
            int before = effective(connection, source, effective - 1);
            String document = before > 0
                    ? document(connection, source, before)
                    : effective(connection, source, 1) == 0
                            ? document(connection, source, 1)
                            : SemanticsYaml.write(Semantics.none());
            insert(connection, source, newest + 1, document, OptionalInt.of(before));
            return true;
        });
    }

    /** The version that a version says again, or itself. */
    private static int effective(Connection connection, Source source, int version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT coalesce(restores, version) FROM source_semantics
                WHERE team_id = ? AND source_id = ? AND version = ?
                """)) {
            new Parameters(statement)
                    .text(source.team().value())
                    .text(source.id().value())
                    .number(version);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    private static String document(Connection connection, Source source, int version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT document FROM source_semantics WHERE team_id = ? AND source_id = ? AND version = ?")) {
            new Parameters(statement)
                    .text(source.team().value())
                    .text(source.id().value())
                    .number(version);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("version " + version + " of the semantics is gone");
                }
                return row.getString(1);
            }
        }
    }

    private Semantics remember(Key key, Semantics semantics) {
        known.put(key, semantics);
        return semantics;
    }

    private static Semantics restore(String document, int version) {
        return switch (SemanticsYaml.read(document)) {
            case SemanticsYaml.Read.Understood(Semantics semantics) -> withVersion(semantics, version);
            case SemanticsYaml.Read.Faulty(var problems) ->
                throw new IllegalStateException("stored semantics cannot be read: " + problems);
        };
    }

    private static Semantics withVersion(Semantics semantics, int version) {
        return new Semantics(
                version, semantics.terms(), semantics.metrics(), semantics.labels(), semantics.defaultDates());
    }

    /** The document is left out when its version is the known one. */
    private static Stored newest(Connection connection, Source source, int knownVersion) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT version, CASE WHEN version <> ? THEN document END FROM source_semantics
                WHERE team_id = ? AND source_id = ? ORDER BY version DESC LIMIT 1
                """)) {
            new Parameters(statement)
                    .number(knownVersion)
                    .text(source.team().value())
                    .text(source.id().value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Stored(row.getInt(1), Optional.ofNullable(row.getString(2)))
                        : new Stored(0, Optional.empty());
            }
        }
    }

    /** Two edits at once get two versions. */
    private static void lock(Connection connection, Source source) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            new Parameters(statement).text("semantics " + source.team() + " " + source.id());
            statement.execute();
        }
    }

    private static int insert(Connection connection, Source source, int version, String document, OptionalInt restores)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO source_semantics (team_id, source_id, version, document, restores) VALUES (?, ?, ?, ?, ?)
                """)) {
            new Parameters(statement)
                    .text(source.team().value())
                    .text(source.id().value())
                    .number(version)
                    .text(document)
                    .number(restores);
            return statement.executeUpdate();
        }
    }
}
