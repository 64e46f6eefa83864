package dev.sayql.store;

import dev.sayql.core.team.Idempotency;
import dev.sayql.core.team.TeamId;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Replies in the system database, encrypted, for they may hold rows of a customer's data. Thread-safe. Throws
 * {@link SystemDatabaseException} when the system database cannot be used.
 */
public final class StoredIdempotency implements Idempotency {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LONGEST_WORK = Duration.ofMinutes(2);

    private static final String TAKE = """
            INSERT INTO idempotency_keys AS k (team_id, idempotency_key, request_digest, holder, begun_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (team_id, idempotency_key) DO UPDATE SET request_digest = excluded.request_digest,
                holder = excluded.holder, begun_at = excluded.begun_at, completed_at = NULL, encrypted_reply = NULL
            WHERE coalesce(k.completed_at, k.begun_at) <= ?
                OR (k.completed_at IS NULL AND k.begun_at <= ? AND k.request_digest = excluded.request_digest)
            """;

    private final SystemDatabase database;
    private final Sealing sealing;
    private final SecureRandom random;
    private final Clock clock;

    public StoredIdempotency(SystemDatabase database, MasterKeys master, SecureRandom random, Clock clock) {
        this.database = database;
        this.sealing = new Sealing(master, random);
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Begun begin(TeamId team, String key, String request) {
        if (key.isEmpty() || key.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("an idempotency key has 1 to 255 characters");
        }
        Claim claim = new Claim(team, key, randomId());
        Instant now = clock.instant();
        return database.run("take an idempotency key", connection -> {
            int taken = Sql.change(
                    connection,
                    TAKE,
                    row -> row.text(team.value())
                            .text(key)
                            .text(request)
                            .uuid(claim.holder())
                            .moment(now)
                            .moment(now.minus(KEPT))
                            .moment(now.minus(LONGEST_WORK)));
            if (taken == 1) {
                return new Begun.Fresh(claim);
            }
            // Gone between the two statements: somebody let it go just now, and asking again will find it free.
            return Sql.first(
                            connection,
                            "SELECT * FROM idempotency_keys WHERE team_id = ? AND idempotency_key = ?",
                            row -> row.text(team.value()).text(key),
                            row -> begun(row, claim, request))
                    .orElseGet(Begun.Running::new);
        });
    }

    private Begun begun(Row row, Claim claim, String request) throws SQLException {
        if (row.uuid("holder").equals(claim.holder())) {
            // The statement was sent twice because a connection broke.
            return new Begun.Fresh(claim);
        }
        if (!row.text("request_digest").equals(request)) {
            return new Begun.Mismatch();
        }
        return row.optionalMoment("completed_at").isPresent()
                ? new Begun.Replay(ReplyText.read(sealing.open(row.bytes("encrypted_reply"), belongsTo(claim))))
                : new Begun.Running();
    }

    @Override
    public void complete(Claim claim, Reply reply) {
        byte[] sealed = sealing.seal(ReplyText.write(reply), belongsTo(claim));
        database.runOne(
                "remember a reply",
                connection -> Sql.change(
                        connection,
                        """
                UPDATE idempotency_keys SET completed_at = ?, encrypted_reply = ?
                WHERE team_id = ? AND idempotency_key = ? AND holder = ? AND completed_at IS NULL
                """,
                        row -> row.moment(clock.instant())
                                .bytes(sealed)
                                .text(claim.team().value())
                                .text(claim.key())
                                .uuid(claim.holder())));
    }

    @Override
    public void abandon(Claim claim) {
        database.runOne(
                "let an idempotency key go",
                connection -> Sql.change(
                        connection,
                        """
                DELETE FROM idempotency_keys
                WHERE team_id = ? AND idempotency_key = ? AND holder = ? AND completed_at IS NULL
                """,
                        row -> row.text(claim.team().value()).text(claim.key()).uuid(claim.holder())));
    }

    /** Deletes what nobody can be given any more. */
    int clearOld() {
        Instant now = clock.instant();
        return database.runOne(
                "clear idempotency keys",
                connection -> Sql.change(
                        connection, """
                DELETE FROM idempotency_keys WHERE begun_at <= ? AND coalesce(completed_at, begun_at) <= ?
                """, row -> row.moment(now.minus(KEPT)).moment(now.minus(KEPT))));
    }

    private static List<String> belongsTo(Claim claim) {
        return List.of("reply", claim.team().value(), claim.key());
    }

    private UUID randomId() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
