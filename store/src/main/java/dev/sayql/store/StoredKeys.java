package dev.sayql.store;

import dev.sayql.core.team.TeamId;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The keys of teams; of each only a hash is stored. Several keys of a team are valid at once, so that one can be replaced
 * without a pause. Thread-safe. Throws {@link SystemDatabaseException} when the system database cannot be used.
 */
public final class StoredKeys {
    private static final String VALID = "revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)";

    private final SystemDatabase database;
    private final SecureRandom random;
    private final Clock clock;

    public StoredKeys(SystemDatabase database, SecureRandom random, Clock clock) {
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Makes a key for a team that exists. This is the only moment its text can be seen.
     *
     * @param environment 1 to 8 lower-case letters: {@code dev}, {@code prod}
     * @param label for people
     */
    public ApiKey issue(TeamId team, String environment, String label) {
        ApiKey key = ApiKey.random(environment, random);
        database.run("store a key", connection -> insert(connection, key, team, label));
        return key;
    }

    /** Makes a key unless the team has a valid one; of several processes that start at once only one makes it. */
    public Optional<ApiKey> issueFirst(TeamId team, String environment, String label) {
        ApiKey key = ApiKey.random(environment, random);
        return database.run("store a first key", connection -> {
            lock(connection, team);
            if (hasValidKey(connection, team)) {
                return Optional.empty();
            }
            insert(connection, key, team, label);
            return Optional.of(key);
        });
    }

    /** The team whose valid key this is; empty for every other text, after the same comparison of hashes. */
    public Optional<TeamId> teamOf(String presented) {
        return ApiKey.parse(presented)
                .flatMap(key -> database.run("check a key", connection -> teamOf(connection, key)));
    }

    /** The key is not accepted from now on; false when there is no such valid key of this team. */
    public boolean revoke(TeamId team, String keyId) {
        return database.run("revoke a key", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "UPDATE api_keys SET revoked_at = ? WHERE key_id = ? AND team_id = ? AND revoked_at IS NULL")) {
                new Parameters(statement).moment(clock.instant()).text(keyId).text(team.value());
                return statement.executeUpdate() == 1;
            }
        });
    }

    /** The key is accepted until this moment. */
    public boolean expire(TeamId team, String keyId, Instant at) {
        return database.run("let a key expire", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "UPDATE api_keys SET expires_at = ? WHERE key_id = ? AND team_id = ? AND revoked_at IS NULL")) {
                new Parameters(statement).moment(at).text(keyId).text(team.value());
                return statement.executeUpdate() == 1;
            }
        });
    }

    private Optional<TeamId> teamOf(Connection connection, ApiKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT k.key_hash, k.team_id FROM api_keys k JOIN teams t ON t.team_id = k.team_id
                WHERE k.key_id = ? AND k.environment = ? AND t.is_active AND k.""" + VALID)) {
            new Parameters(statement).text(key.id()).text(key.environment()).moment(clock.instant());
            try (ResultSet row = statement.executeQuery()) {
                boolean known = row.next();
                boolean same = MessageDigest.isEqual(known ? row.getBytes(1) : new byte[32], key.hash());
                return known && same ? Optional.of(new TeamId(row.getString(2))) : Optional.empty();
            }
        }
    }

    private boolean hasValidKey(Connection connection, TeamId team) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT FROM api_keys WHERE team_id = ? AND " + VALID)) {
            new Parameters(statement).text(team.value()).moment(clock.instant());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void lock(Connection connection, TeamId team) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT FROM teams WHERE team_id = ? FOR UPDATE")) {
            new Parameters(statement).text(team.value());
            statement.execute();
        }
    }

    private int insert(Connection connection, ApiKey key, TeamId team, String label) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO api_keys (key_id, team_id, environment, key_hash, label, created_at) VALUES (?, ?, ?, ?, ?, ?)
                """)) {
            new Parameters(statement)
                    .text(key.id())
                    .text(team.value())
                    .text(key.environment())
                    .bytes(key.hash())
                    .text(label)
                    .moment(clock.instant());
            return statement.executeUpdate();
        }
    }
}
