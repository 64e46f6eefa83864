package dev.sayql.core.history;

import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.util.List;
import java.util.Optional;

/** Remembers nothing and counts nothing. */
final class NoAnswers implements AnswerCache {

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
        return CacheStatistics.none();
    }

    @Override
    public int forget(TeamId team) {
        return 0;
    }

    @Override
    public int forget(TeamId team, SourceId source) {
        return 0;
    }

    @Override
    public int forgetSql(TeamId team, SourceId source, String sql) {
        return 0;
    }
}
