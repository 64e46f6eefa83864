package dev.sayql.store;

import dev.sayql.core.team.AdminKeys;
import dev.sayql.core.team.IssuedKey;
import dev.sayql.core.team.KeyState;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys of administrators in the system database. Thread-safe. Throws {@link SystemDatabaseException} when the system
 * database cannot be used.
 */
public final class StoredAdminKeys implements AdminKeys {
    static final String ENVIRONMENT = "admin";

    private static final String VALID = "revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)";

    private final SystemDatabase database;
    private final SecureRandom random;
    private final Clock clock;
    private final KeyMemory<String> known;

    public StoredAdminKeys(SystemDatabase database, SecureRandom random, Clock clock) {
        this.database = database;
        this.random = random;
        this.clock = clock;
        this.known = new KeyMemory<>(clock);
    }

    @Override
    public IssuedKey issue(String label) {
        ApiKey key = ApiKey.random(ENVIRONMENT, random);
        database.runOne("store a key", connection -> insert(connection, key, label));
        return new IssuedKey(key.id(), key.text());
    }

    @Override
    public Optional<IssuedKey> issueFirst(String label) {
        ApiKey key = ApiKey.random(ENVIRONMENT, random);
        return database.run("store a first key", connection -> {
            Sql.all(
                    connection,
                    "SELECT pg_advisory_xact_lock(hashtextextended('first admin key', 0))::text AS locked",
                    row -> {},
                    row -> row.text("locked"));
            boolean any = Sql.first(
                            connection,
                            "SELECT key_id FROM admin_keys WHERE " + VALID + " LIMIT 1",
                            row -> row.moment(clock.instant()),
                            row -> row.text("key_id"))
                    .isPresent();
            if (any) {
                return Optional.empty();
            }
            insert(connection, key, label);
            return Optional.of(new IssuedKey(key.id(), key.text()));
        });
    }

    private int insert(Connection connection, ApiKey key, String label) throws SQLException {
        return Sql.change(
                connection,
                "INSERT INTO admin_keys (key_id, key_hash, label, created_at) VALUES (?, ?, ?, ?)",
                row -> row.text(key.id()).bytes(key.hash()).text(label).moment(clock.instant()));
    }

    @Override
    public boolean revoke(String keyId) {
        int revoked = database.runOne(
                "revoke a key",
                connection -> Sql.change(
                        connection,
                        "UPDATE admin_keys SET revoked_at = ? WHERE key_id = ? AND revoked_at IS NULL",
                        row -> row.moment(clock.instant()).text(keyId)));
        known.forget(keyId);
        return revoked == 1;
    }

    @Override
    public List<KeyState> list() {
        return database.runOne(
                "list keys",
                connection -> Sql.all(
                        connection,
                        "SELECT *, '" + ENVIRONMENT
                                + "' AS environment FROM admin_keys ORDER BY created_at DESC, key_id",
                        row -> {},
                        StoredKeys::state));
    }

    @Override
    public Optional<String> idOf(String presented) {
        return ApiKey.parse(presented)
                .filter(key -> key.environment().equals(ENVIRONMENT))
                .flatMap(key -> known.recall(key).or(() -> lookUp(key)));
    }

    private record Found(boolean same, Optional<Instant> expires, Optional<Instant> lastUsed) {}

    private Optional<String> lookUp(ApiKey key) {
        Instant now = clock.instant();
        return database.run("check a key", connection -> {
            Optional<Found> found = Sql.first(
                    connection,
                    "SELECT key_hash, expires_at, last_used_at FROM admin_keys WHERE key_id = ? AND " + VALID,
                    row -> row.text(key.id()).moment(now),
                    row -> found(row, key));
            // A key that is not there costs a comparison too.
            boolean same = found.map(Found::same).orElseGet(() -> MessageDigest.isEqual(new byte[32], key.hash()));
            if (found.isEmpty() || !same) {
                return Optional.empty();
            }
            StoredKeys.touch(connection, "admin_keys", key.id(), found.get().lastUsed(), now);
            known.keep(key, key.id(), found.get().expires());
            return Optional.of(key.id());
        });
    }

    private static Found found(Row row, ApiKey key) throws SQLException {
        return new Found(
                MessageDigest.isEqual(row.bytes("key_hash"), key.hash()),
                row.optionalMoment("expires_at"),
                row.optionalMoment("last_used_at"));
    }
}
