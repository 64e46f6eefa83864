package dev.sayql.store;

import dev.sayql.core.team.Idempotency;
import dev.sayql.core.team.TeamId;
import dev.sayql.core.team.WorkBoard;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The board in the system database, by the database's clock; replies are encrypted, for they may hold rows of a customer's
 * data. What no server has spoken of for ten minutes is forgotten. Thread-safe. Throws {@link SystemDatabaseException} when
 * the system database cannot be used.
 */
public final class StoredWorkBoard implements WorkBoard {
    private static final String POST = """
            WITH forgotten AS (DELETE FROM work_underway WHERE seen_at < now() - interval '10 minutes')
            INSERT INTO work_underway (work_id, team_id, kind) VALUES (?, ?, ?) ON CONFLICT (work_id) DO NOTHING
            """;

    private static final String REPORT = """
            UPDATE work_underway w SET seen_at = now(), state = r.state, steps = r.steps
            FROM unnest(?::uuid[], ?::text[], ?::text[]) AS r (work_id, state, steps)
            WHERE w.work_id = r.work_id AND w.ended_at IS NULL
            RETURNING w.work_id, w.stop_requested_at IS NOT NULL AS must_stop,
                set_config('synchronous_commit', 'off', true) AS quick
            """;

    private static final String END = """
            UPDATE work_underway SET seen_at = now(), ended_at = now(), state = ?, steps = ?, encrypted_reply = ?
            WHERE work_id = ? AND team_id = ?
            """;

    private static final String FIND = """
            SELECT state, steps, ended_at IS NULL AND seen_at < now() - interval '15 seconds' AS lost, encrypted_reply
            FROM work_underway WHERE team_id = ? AND kind = ? AND work_id = ?
            """;

    private static final String ASK_TO_STOP = """
            UPDATE work_underway SET stop_requested_at = coalesce(stop_requested_at, now())
            WHERE team_id = ? AND kind = ? AND work_id = ? AND ended_at IS NULL
                AND seen_at >= now() - interval '15 seconds'
            """;

    private final SystemDatabase database;
    private final Sealing sealing;

    public StoredWorkBoard(SystemDatabase database, MasterKeys master, SecureRandom random) {
        this.database = database;
        this.sealing = new Sealing(master, random);
    }

    @Override
    public void post(TeamId team, Kind kind, UUID id) {
        database.runOne(
                "post work",
                connection -> Sql.change(
                        connection, POST, row -> row.uuid(id).text(team.value()).text(Row.stored(kind))));
    }

    @Override
    public Set<UUID> report(Map<UUID, Report> reports) {
        List<UUID> ids = List.copyOf(reports.keySet());
        List<Report> values = new ArrayList<>();
        ids.forEach(id -> values.add(reports.get(id)));
        return database.runOne(
                "report on work",
                connection -> Sql.all(
                                connection,
                                REPORT,
                                row -> row.texts(
                                                ids.stream().map(UUID::toString).toList())
                                        .texts(values.stream()
                                                .map(Report::state)
                                                .toList())
                                        .texts(values.stream()
                                                .map(Report::steps)
                                                .toList()),
                                row -> row.flag("must_stop")
                                        ? Optional.of(row.uuid("work_id"))
                                        : Optional.<UUID>empty())
                        .stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
    }

    @Override
    public void end(TeamId team, UUID id, Report last, Optional<Idempotency.Reply> reply) {
        Optional<byte[]> sealed = reply.map(kept -> sealing.seal(ReplyText.write(kept), belongsTo(team, id)));
        database.runOne(
                "say how work ended",
                connection -> Sql.change(
                        connection,
                        END,
                        row -> row.text(last.state())
                                .text(last.steps())
                                .bytes(sealed)
                                .uuid(id)
                                .text(team.value())));
    }

    @Override
    public Optional<Posted> find(TeamId team, Kind kind, UUID id) {
        return database.runOne(
                "look after work",
                connection -> Sql.first(
                        connection, FIND, row -> of(row, team, kind, id), row -> posted(row, belongsTo(team, id))));
    }

    @Override
    public boolean askToStop(TeamId team, Kind kind, UUID id) {
        return database.runOne(
                        "ask to stop work",
                        connection -> Sql.change(connection, ASK_TO_STOP, row -> of(row, team, kind, id)))
                == 1;
    }

    private static Parameters of(Parameters row, TeamId team, Kind kind, UUID id) throws SQLException {
        return row.text(team.value()).text(Row.stored(kind)).uuid(id);
    }

    private Posted posted(Row row, List<String> belongsTo) throws SQLException {
        return new Posted(
                new Report(row.text("state"), row.text("steps")),
                row.flag("lost"),
                row.optionalBytes("encrypted_reply").map(bytes -> ReplyText.read(sealing.open(bytes, belongsTo))));
    }

    private static List<String> belongsTo(TeamId team, UUID id) {
        return List.of("work", team.value(), id.toString());
    }
}
