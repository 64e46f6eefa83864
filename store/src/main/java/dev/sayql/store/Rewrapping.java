package dev.sayql.store;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Puts the keys of all encrypted records under the current master key, a hundred records in a transaction. What was done stays
 * done: begun again after a failure it does the rest. The records themselves are not decrypted. Servers that know both keys
 * may run meanwhile. Thread-safe. Throws {@link SystemDatabaseException} when the system database cannot be used.
 */
public final class Rewrapping {
    private static final int BATCH = 100;

    private static final List<Place> PLACES = List.of(
            new Place("source", "sources", "source_id", "encrypted_connection"),
            new Place("reply", "idempotency_keys", "idempotency_key", "encrypted_reply"),
            new Place("work", "work_underway", "work_id::text", "encrypted_reply"));

    private final SystemDatabase database;
    private final MasterKeys keys;
    private final Sealing sealing;

    public Rewrapping(SystemDatabase database, MasterKeys keys, SecureRandom random) {
        this.database = database;
        this.keys = keys;
        this.sealing = new Sealing(keys, random);
    }

    /**
     * What was done. Immutable.
     *
     * @param rewrapped records that stand under the current master key now
     * @param unreadable records that none of the keys opens; they are left as they are
     */
    public record Done(int rewrapped, int unreadable) {}

    /** Where encrypted records stand, and what they are bound to beside their team. */
    private record Place(String kind, String table, String name, String column) {

        String select() {
            return """
                    SELECT team_id, %2$s AS name, %3$s AS sealed FROM %1$s
                    WHERE %3$s IS NOT NULL AND substring(%3$s FROM 2 FOR %4$d) <> ? AND (team_id, %2$s) > (?, ?)
                    ORDER BY team_id, %2$s LIMIT %5$d FOR UPDATE
                    """.formatted(table, name, column, MasterKey.ID_BYTES, BATCH);
        }

        String update() {
            return "UPDATE %s SET %s = ? WHERE team_id = ? AND %s = ?".formatted(table, column, name);
        }
    }

    private record Found(String team, String name, ByteBuffer sealed) {}

    /** A batch that was done, and where the next begins. */
    private record Batch(Done done, Optional<Found> last) {}

    /** Does all that is left to do. */
    public Done run() {
        int rewrapped = 0;
        int unreadable = 0;
        for (Place place : PLACES) {
            Found after = new Found("", "", ByteBuffer.allocate(0));
            Batch batch;
            do {
                Found from = after;
                batch = database.run("change a master key", connection -> rewrap(connection, place, from));
                rewrapped += batch.done().rewrapped();
                unreadable += batch.done().unreadable();
                after = batch.last().orElse(from);
            } while (batch.last().isPresent());
        }
        return new Done(rewrapped, unreadable);
    }

    private Batch rewrap(Connection connection, Place place, Found after) throws SQLException {
        List<Found> found = Sql.all(
                connection,
                place.select(),
                row -> row.bytes(keys.current().id()).text(after.team()).text(after.name()),
                row -> new Found(row.text("team_id"), row.text("name"), ByteBuffer.wrap(row.bytes("sealed"))));
        int rewrapped = 0;
        for (Found one : found) {
            Optional<byte[]> fresh = rewrapped(place, one);
            if (fresh.isPresent()) {
                rewrapped += Sql.change(
                        connection,
                        place.update(),
                        row -> row.bytes(fresh.get()).text(one.team()).text(one.name()));
            }
        }
        return new Batch(
                new Done(rewrapped, found.size() - rewrapped),
                found.isEmpty() ? Optional.empty() : Optional.of(found.getLast()));
    }

    private Optional<byte[]> rewrapped(Place place, Found found) {
        try {
            return Optional.of(
                    sealing.rewrapped(found.sealed().array(), List.of(place.kind(), found.team(), found.name())));
        } catch (SystemDatabaseException unreadable) {
            return Optional.empty();
        }
    }
}
