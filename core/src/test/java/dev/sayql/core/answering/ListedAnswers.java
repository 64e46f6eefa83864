package dev.sayql.core.answering;

import dev.sayql.core.history.AnswerCache;
import dev.sayql.core.history.CacheKey;
import dev.sayql.core.history.CacheStatistics;
import dev.sayql.core.history.CacheUnavailableException;
import dev.sayql.core.history.CachedAnswer;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A cache as a list, which can break down. Thread-safe. */
final class ListedAnswers implements AnswerCache {

    private final Clock clock;
    private final List<CachedAnswer> answers = new ArrayList<>();
    private boolean broken;
    private long hits;
    private long misses;
    private BigDecimal saved = BigDecimal.ZERO;

    ListedAnswers(Clock clock) {
        this.clock = clock;
    }

    void breakDown() {
        broken = true;
    }

    synchronized List<CachedAnswer> kept() {
        return List.copyOf(answers);
    }

    private Optional<CachedAnswer> first(Predicate<CachedAnswer> wanted) {
        if (broken) {
            throw new CacheUnavailableException(new IllegalStateException("down"));
        }
        return answers.stream()
                .filter(answer -> !answer.isOver(clock.instant()))
                .filter(wanted)
                .findFirst();
    }

    @Override
    public synchronized Optional<CachedAnswer> find(CacheKey key) {
        return first(answer -> answer.key().equals(key));
    }

    @Override
    public synchronized List<CachedAnswer> findMeaning(CacheKey key, String meaning) {
        return answers.reversed().stream()
                .filter(answer -> answer.meaning().equals(Optional.of(meaning)))
                .filter(answer -> answer.key().digestOf(meaning).equals(key.digestOf(meaning)))
                .toList();
    }

    @Override
    public synchronized boolean keep(CachedAnswer answer) {
        answers.removeIf(old -> old.key().equals(answer.key()));
        return answers.add(answer);
    }

    @Override
    public synchronized void countHit(CachedAnswer answer) {
        hits++;
        saved = saved.add(answer.cost());
    }

    @Override
    public synchronized void countMiss(TeamId team) {
        misses++;
    }

    @Override
    public synchronized CacheStatistics statistics(TeamId team) {
        return new CacheStatistics(answers.size(), hits, misses, saved);
    }

    @Override
    public synchronized int forget(TeamId team) {
        int before = answers.size();
        answers.clear();
        return before;
    }

    @Override
    public int forget(TeamId team, SourceId source) {
        return forget(team);
    }

    @Override
    public int forgetSql(TeamId team, SourceId source, String sql) {
        return forget(team);
    }
}
