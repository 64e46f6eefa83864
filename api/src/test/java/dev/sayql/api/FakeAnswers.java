package dev.sayql.api;

import dev.sayql.core.history.AnswerCache;
import dev.sayql.core.history.CacheKey;
import dev.sayql.core.history.CacheStatistics;
import dev.sayql.core.history.CachedAnswer;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has figures, and remembers what it was told to forget. */
final class FakeAnswers implements AnswerCache {

    final List<String> forgotten = new ArrayList<>();

    @Override
    public Optional<CachedAnswer> find(CacheKey key) {
        return Optional.empty();
    }

    @Override
    public List<CachedAnswer> findMeaning(CacheKey key, String meaning) {
        return List.of();
    }

    @Override
    public boolean keep(CachedAnswer answer) {
        return false;
    }

    @Override
    public void countHit(CachedAnswer answer) {}

    @Override
    public void countMiss(TeamId team) {}

    @Override
    public CacheStatistics statistics(TeamId team) {
        return team.equals(FakeFlow.TEAM)
                ? new CacheStatistics(7, 3, 1, new BigDecimal("0.0123"))
                : CacheStatistics.none();
    }

    @Override
    public int forget(TeamId team) {
        forgotten.add(team.value());
        return 7;
    }

    @Override
    public int forget(TeamId team, SourceId source) {
        forgotten.add(team + " " + source);
        return 2;
    }

    @Override
    public int forgetSql(TeamId team, SourceId source, String sql) {
        forgotten.add(team + " " + source + " " + sql);
        return 1;
    }
}
