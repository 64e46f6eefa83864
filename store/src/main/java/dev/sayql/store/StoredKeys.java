package dev.sayql.store;

import dev.sayql.core.team.Caller;
import dev.sayql.core.team.IssuedKey;
import dev.sayql.core.team.KeyState;
import dev.sayql.core.team.Keys;
import dev.sayql.core.team.TeamId;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys of teams in the system database. A key that was found valid is believed for four seconds before it is looked up
 * again. Thread-safe. Throws {@link SystemDatabaseException} when the system database cannot be used.
 */
public final class StoredKeys implements Keys {
    private static final Duration USED_TO_THE = Duration.ofMinutes(1);

    private static final String VALID = "revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)";

    private static final String FIND =
            "SELECT k.key_id, k.key_hash, k.expires_at, k.last_used_at, " + StoredTeams.COLUMNS
                    + " FROM api_keys k JOIN teams t ON t.team_id = k.team_id"
                    + " WHERE k.key_id = ? AND k.environment = ? AND t.is_active AND k." + VALID;

    private final SystemDatabase database;
    private final SecureRandom random;
    private final Clock clock;
    private final KeyMemory<Caller> known;

    public StoredKeys(SystemDatabase database, SecureRandom random, Clock clock) {
        this.database = database;
        this.random = random;
        this.clock = clock;
        this.known = new KeyMemory<>(clock);
    }

    @Override
    public IssuedKey issue(TeamId team, String environment, String label) {
        ApiKey key = newKey(environment);
        database.runOne("store a key", connection -> insert(connection, key, team, label));
        return new IssuedKey(key.id(), key.text());
    }

    @Override
    public Optional<IssuedKey> issueFirst(TeamId team, String environment, String label) {
        ApiKey key = newKey(environment);
        return database.run("store a first key", connection -> {
            lock(connection, team);
            if (hasValidKey(connection, team)) {
                return Optional.empty();
            }
            insert(connection, key, team, label);
            return Optional.of(new IssuedKey(key.id(), key.text()));
        });
    }

    private ApiKey newKey(String environment) {
        if (environment.equals(StoredAdminKeys.ENVIRONMENT)) {
            throw new IllegalArgumentException("the environment of a team's key is not \"" + environment + "\"");
        }
        return ApiKey.random(environment, random);
    }

    @Override
    public Optional<IssuedKey> rotate(TeamId team, String keyId, Duration overlap) {
        Optional<IssuedKey> replacement = database.run("rotate a key", connection -> {
            Instant now = clock.instant();
            Optional<KeyState> old = Sql.first(
                    connection,
                    "SELECT * FROM api_keys WHERE team_id = ? AND key_id = ? AND " + VALID + " FOR UPDATE",
                    row -> row.text(team.value()).text(keyId).moment(now),
                    StoredKeys::state);
            if (old.isEmpty()) {
                return Optional.empty();
            }
            ApiKey key = newKey(old.get().environment());
            insert(connection, key, team, old.get().label());
            Sql.change(
                    connection,
                    "UPDATE api_keys SET expires_at = least(expires_at, ?) WHERE key_id = ?",
                    row -> row.moment(now.plus(overlap)).text(keyId));
            return Optional.of(new IssuedKey(key.id(), key.text()));
        });
        known.forget(keyId);
        return replacement;
    }

    @Override
    public boolean revoke(TeamId team, String keyId) {
        int revoked = database.runOne(
                "revoke a key",
                connection -> Sql.change(
                        connection,
                        "UPDATE api_keys SET revoked_at = ? WHERE key_id = ? AND team_id = ? AND revoked_at IS NULL",
                        row -> row.moment(clock.instant()).text(keyId).text(team.value())));
        known.forget(keyId);
        return revoked == 1;
    }

    @Override
    public List<KeyState> list(TeamId team) {
        return database.runOne(
                "list keys",
                connection -> Sql.all(
                        connection,
                        "SELECT * FROM api_keys WHERE team_id = ? ORDER BY created_at DESC, key_id",
                        row -> row.text(team.value()),
                        StoredKeys::state));
    }

    static KeyState state(Row row) throws SQLException {
        return new KeyState(
                row.text("key_id"),
                row.text("environment"),
                row.text("label"),
                row.moment("created_at"),
                row.optionalMoment("last_used_at"),
                row.optionalMoment("expires_at"),
                row.optionalMoment("revoked_at"));
    }

    @Override
    public Optional<Caller> callerOf(String presented) {
        return ApiKey.parse(presented).flatMap(key -> known.recall(key).or(() -> lookUp(key)));
    }

    private Optional<Caller> lookUp(ApiKey key) {
        Instant now = clock.instant();
        return database.run("check a key", connection -> {
            Optional<Found> found = Sql.first(
                    connection,
                    FIND,
                    row -> row.text(key.id()).text(key.environment()).moment(now),
                    row -> found(row, key));
            // A key that is not there costs a comparison too.
            boolean same = found.map(Found::same).orElseGet(() -> MessageDigest.isEqual(new byte[32], key.hash()));
            if (found.isEmpty() || !same) {
                return Optional.empty();
            }
            touch(connection, "api_keys", key.id(), found.get().lastUsed(), now);
            known.keep(key, found.get().caller(), found.get().expires());
            return Optional.of(found.get().caller());
        });
    }

    private record Found(Caller caller, boolean same, Optional<Instant> expires, Optional<Instant> lastUsed) {}

    private static Found found(Row row, ApiKey key) throws SQLException {
        return new Found(
                new Caller(StoredTeams.read(row), row.text("key_id")),
                MessageDigest.isEqual(row.bytes("key_hash"), key.hash()),
                row.optionalMoment("expires_at"),
                row.optionalMoment("last_used_at"));
    }

    /** Writes when a key was used, at most once a minute. */
    static void touch(Connection connection, String table, String keyId, Optional<Instant> lastUsed, Instant now)
            throws SQLException {
        Instant old = now.minus(USED_TO_THE);
        if (lastUsed.filter(used -> used.isAfter(old)).isEmpty()) {
            Sql.change(
                    connection,
                    "UPDATE " + table
                            + " SET last_used_at = ? WHERE key_id = ? AND (last_used_at IS NULL OR last_used_at <= ?)",
                    row -> row.moment(now).text(keyId).moment(old));
        }
    }

    private boolean hasValidKey(Connection connection, TeamId team) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT key_id FROM api_keys WHERE team_id = ? AND " + VALID + " LIMIT 1",
                        row -> row.text(team.value()).moment(clock.instant()),
                        row -> row.text("key_id"))
                .isPresent();
    }

    private static void lock(Connection connection, TeamId team) throws SQLException {
        Sql.first(
                connection,
                "SELECT team_id FROM teams WHERE team_id = ? FOR UPDATE",
                row -> row.text(team.value()),
                row -> row.text("team_id"));
    }

    private int insert(Connection connection, ApiKey key, TeamId team, String label) throws SQLException {
        return Sql.change(
                connection,
                """
                INSERT INTO api_keys (key_id, team_id, environment, key_hash, label, created_at) VALUES (?, ?, ?, ?, ?, ?)
                """,
                row -> row.text(key.id())
                        .text(team.value())
                        .text(key.environment())
                        .bytes(key.hash())
                        .text(label)
                        .moment(clock.instant()));
    }
}
