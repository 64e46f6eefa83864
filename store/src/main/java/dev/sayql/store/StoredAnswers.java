package dev.sayql.store;

import dev.sayql.core.history.AnswerCache;
import dev.sayql.core.history.CacheKey;
import dev.sayql.core.history.CacheStatistics;
import dev.sayql.core.history.CacheUnavailableException;
import dev.sayql.core.history.CachedAnswer;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Remembered answers in the system database, for all nodes together. Thread-safe. */
public final class StoredAnswers implements AnswerCache {

    private static final String FIND = "SELECT * FROM answer_cache WHERE cache_key = ? AND expires_at > ?";

    private static final String FIND_MEANING = """
            SELECT * FROM answer_cache WHERE meaning_key = ? AND expires_at > ? ORDER BY created_at DESC LIMIT ?
            """;

    private static final String KEEP = """
            INSERT INTO answer_cache AS a (cache_key, meaning_key, team_id, source_id, basis, question, meaning, generated_sql,
                explanation, confidence, model, only_on, cost_usd, created_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?, ?, ?)
            ON CONFLICT (cache_key) DO UPDATE SET meaning_key = excluded.meaning_key, meaning = excluded.meaning,
                generated_sql = excluded.generated_sql, explanation = excluded.explanation,
                confidence = excluded.confidence, model = excluded.model, only_on = excluded.only_on,
                cost_usd = excluded.cost_usd, created_at = excluded.created_at, expires_at = excluded.expires_at,
                hit_count = 0
            WHERE a.created_at < excluded.created_at
            """;

    private static final String USED =
            "UPDATE answer_cache SET hit_count = hit_count + 1 WHERE cache_key = ? AND created_at = ?";

    private static final String COUNT = """
            INSERT INTO answer_cache_counts AS c (team_id, hits, misses, saved_usd) VALUES (?, ?, ?, ?)
            ON CONFLICT (team_id) DO UPDATE SET hits = c.hits + excluded.hits, misses = c.misses + excluded.misses,
                saved_usd = c.saved_usd + excluded.saved_usd
            """;

    private static final String STATISTICS = """
            SELECT coalesce(sum(hits), 0)::bigint AS hits, coalesce(sum(misses), 0)::bigint AS misses,
                coalesce(sum(saved_usd), 0) AS saved,
                (SELECT count(*) FROM answer_cache WHERE team_id = ? AND expires_at > ?) AS entries
            FROM answer_cache_counts WHERE team_id = ?
            """;

    private final SystemDatabase database;
    private final Clock clock;

    public StoredAnswers(SystemDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<CachedAnswer> find(CacheKey key) {
        return on(
                "find a remembered answer",
                connection -> Sql.first(
                        connection, FIND, row -> row.text(key.digest()).moment(clock.instant()), StoredAnswers::read));
    }

    @Override
    public List<CachedAnswer> findMeaning(CacheKey key, String meaning) {
        return on(
                "find remembered answers",
                connection -> Sql.all(
                        connection,
                        FIND_MEANING,
                        row -> row.text(key.digestOf(meaning))
                                .moment(clock.instant())
                                .number(MOST_OF_A_MEANING),
                        StoredAnswers::read));
    }

    private static CachedAnswer read(Row row) throws SQLException {
        return new CachedAnswer(
                new CacheKey(
                        new TeamId(row.text("team_id")),
                        new SourceId(row.text("source_id")),
                        row.text("basis"),
                        row.text("question")),
                row.optionalText("meaning"),
                row.text("generated_sql"),
                row.text("explanation"),
                row.optionalReal("confidence").orElseThrow(),
                row.text("model"),
                row.optionalDay("only_on"),
                row.decimal("cost_usd").stripTrailingZeros(),
                row.moment("created_at"),
                row.moment("expires_at"),
                row.big("hit_count"));
    }

    @Override
    public boolean keep(CachedAnswer answer) {
        return on("remember an answer", connection -> Sql.change(connection, KEEP, row -> fill(row, answer))) == 1;
    }

    private static void fill(Parameters row, CachedAnswer answer) throws SQLException {
        CacheKey key = answer.key();
        row.text(key.digest())
                .text(answer.meaning().map(key::digestOf))
                .text(key.team().value())
                .text(key.source().value())
                .text(key.basis())
                .text(key.question())
                .text(answer.meaning())
                .text(answer.sql())
                .text(answer.explanation())
                .real(answer.confidence())
                .text(answer.model())
                .text(answer.onlyOn().map(Object::toString))
                .decimal(answer.cost())
                .moment(answer.created())
                .moment(answer.expires());
    }

    @Override
    public void countHit(CachedAnswer answer) {
        on(
                "count a remembered answer",
                connection -> Sql.change(
                        connection, USED, row -> row.text(answer.key().digest()).moment(answer.created())));
        on(
                "count a remembered answer",
                connection -> Sql.change(
                        connection,
                        COUNT,
                        row -> row.text(answer.key().team().value())
                                .number(1)
                                .number(0)
                                .decimal(answer.cost())));
    }

    @Override
    public void countMiss(TeamId team) {
        on(
                "count a question without a remembered answer",
                connection -> Sql.change(
                        connection,
                        COUNT,
                        row -> row.text(team.value()).number(0).number(1).decimal(BigDecimal.ZERO)));
    }

    @Override
    public CacheStatistics statistics(TeamId team) {
        return on(
                        "count remembered answers",
                        connection -> Sql.first(
                                connection,
                                STATISTICS,
                                row -> row.text(team.value())
                                        .moment(clock.instant())
                                        .text(team.value()),
                                row -> new CacheStatistics(
                                        row.big("entries"),
                                        row.big("hits"),
                                        row.big("misses"),
                                        row.decimal("saved").stripTrailingZeros())))
                .orElseGet(CacheStatistics::none);
    }

    @Override
    public int forget(TeamId team) {
        return delete("DELETE FROM answer_cache WHERE team_id = ?", row -> row.text(team.value()));
    }

    @Override
    public int forget(TeamId team, SourceId source) {
        return delete(
                "DELETE FROM answer_cache WHERE team_id = ? AND source_id = ?",
                row -> row.text(team.value()).text(source.value()));
    }

    @Override
    public int forgetSql(TeamId team, SourceId source, String sql) {
        return delete(
                "DELETE FROM answer_cache WHERE team_id = ? AND source_id = ? AND generated_sql = ?",
                row -> row.text(team.value()).text(source.value()).text(sql));
    }

    private int delete(String statement, Sql.Fill fill) {
        return on("forget remembered answers", connection -> Sql.change(connection, statement, fill));
    }

    private <T> T on(String what, SystemDatabase.Work<T> work) {
        try {
            return database.runOne(what, work);
        } catch (SystemDatabaseException down) {
            throw new CacheUnavailableException(down);
        }
    }
}
