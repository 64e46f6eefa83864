package dev.sayql.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sayql.core.history.AnswerCache;
import dev.sayql.core.history.CacheKey;
import dev.sayql.core.history.CacheStatistics;
import dev.sayql.core.history.CachedAnswer;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Remembered answers of this process alone: gone when it ends, and at most {@value #MOST}, of which those that are seldom used
 * go first. Thread-safe.
 */
public final class AnswersInMemory implements AnswerCache {

    static final int MOST = 10_000;

    private final Clock clock;
    private final Cache<String, CachedAnswer> answers;
    /** From the digest of a meaning to the digests of the newest keys with it, the newest first. */
    private final Cache<String, List<String>> meanings;

    private final Map<TeamId, CacheStatistics> counts = new ConcurrentHashMap<>();

    public AnswersInMemory(Clock clock) {
        this(clock, MOST);
    }

    AnswersInMemory(Clock clock, int most) {
        this.clock = clock;
        this.answers = Caffeine.newBuilder().maximumSize(most).build();
        this.meanings = Caffeine.newBuilder().maximumSize(most).build();
    }

    @Override
    public Optional<CachedAnswer> find(CacheKey key) {
        return answer(key.digest());
    }

    private Optional<CachedAnswer> answer(String digest) {
        Optional<CachedAnswer> found = Optional.ofNullable(answers.getIfPresent(digest));
        if (found.filter(answer -> answer.isOver(clock.instant())).isPresent()) {
            answers.asMap().remove(digest, found.get());
            return Optional.empty();
        }
        return found;
    }

    @Override
    public List<CachedAnswer> findMeaning(CacheKey key, String meaning) {
        return Optional.ofNullable(meanings.getIfPresent(key.digestOf(meaning))).stream()
                .flatMap(List::stream)
                .flatMap(digest -> answer(digest).stream())
                .filter(answer -> answer.meaning().equals(Optional.of(meaning)))
                .toList();
    }

    private static List<String> newest(String digest, List<String> others) {
        return Stream.concat(Stream.of(digest), others.stream().filter(other -> !other.equals(digest)))
                .limit(MOST_OF_A_MEANING)
                .toList();
    }

    @Override
    public boolean keep(CachedAnswer answer) {
        String digest = answer.key().digest();
        CachedAnswer kept = answers.asMap()
                .merge(digest, answer.withHits(0), (old, next) -> old.created().isBefore(next.created()) ? next : old);
        boolean taken = kept.created().equals(answer.created()) && kept.sql().equals(answer.sql()) && kept.hits() == 0;
        if (taken) {
            answer.meaning()
                    .map(answer.key()::digestOf)
                    .ifPresent(meaning ->
                            meanings.asMap().merge(meaning, List.of(digest), (others, own) -> newest(digest, others)));
        }
        return taken;
    }

    @Override
    public void countHit(CachedAnswer answer) {
        answers.asMap()
                .computeIfPresent(
                        answer.key().digest(),
                        (digest, kept) ->
                                kept.created().equals(answer.created()) ? kept.withHits(kept.hits() + 1) : kept);
        count(answer.key().team(), new CacheStatistics(0, 1, 0, answer.cost()));
    }

    @Override
    public void countMiss(TeamId team) {
        count(team, new CacheStatistics(0, 0, 1, BigDecimal.ZERO));
    }

    private void count(TeamId team, CacheStatistics more) {
        counts.merge(
                team,
                more,
                (old, next) -> new CacheStatistics(
                        0,
                        old.hits() + next.hits(),
                        old.misses() + next.misses(),
                        old.saved().add(next.saved())));
    }

    @Override
    public CacheStatistics statistics(TeamId team) {
        CacheStatistics counted = counts.getOrDefault(team, CacheStatistics.none());
        long entries = answers.asMap().values().stream()
                .filter(answer -> answer.key().team().equals(team) && !answer.isOver(clock.instant()))
                .count();
        return new CacheStatistics(entries, counted.hits(), counted.misses(), counted.saved());
    }

    @Override
    public int forget(TeamId team) {
        return forget(answer -> answer.key().team().equals(team));
    }

    @Override
    public int forget(TeamId team, SourceId source) {
        return forget(answer -> isAbout(answer, team, source));
    }

    @Override
    public int forgetSql(TeamId team, SourceId source, String sql) {
        return forget(answer -> isAbout(answer, team, source) && answer.sql().equals(sql));
    }

    private static boolean isAbout(CachedAnswer answer, TeamId team, SourceId source) {
        return answer.key().team().equals(team) && answer.key().source().equals(source);
    }

    private int forget(Predicate<CachedAnswer> unwanted) {
        List<String> digests = answers.asMap().entrySet().stream()
                .filter(entry -> unwanted.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        answers.invalidateAll(digests);
        return digests.size();
    }
}
