package dev.sayql.core.history;

import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.util.List;
import java.util.Optional;

/**
 * Remembers statements that language models wrote, team by team. What is over is not there any more, whether or not it was
 * removed already. Thread-safe. Throws {@link CacheUnavailableException} when it cannot be reached.
 */
public interface AnswerCache {

    /** Remembers nothing. */
    AnswerCache NONE = new NoAnswers();

    /** The answer for exactly this key. */
    Optional<CachedAnswer> find(CacheKey key);

    /** How many answers {@link #findMeaning} brings at most. */
    int MOST_OF_A_MEANING = 5;

    /**
     * The newest answers to questions that may mean the same, the newest first, with keys that differ in the question only; at
     * most {@value #MOST_OF_A_MEANING}.
     */
    List<CachedAnswer> findMeaning(CacheKey key, String meaning);

    /** Keeps an answer, in place of an older one with its key; false when a newer one is there. */
    boolean keep(CachedAnswer answer);

    /** Counts a question that this answered, also when it was replaced or is gone since. */
    void countHit(CachedAnswer answer);

    /** Counts a question that had no answer here. */
    void countMiss(TeamId team);

    /** The team's counts up to now; those of {@link #countHit} and {@link #countMiss} outlive what is forgotten. */
    CacheStatistics statistics(TeamId team);

    /** Forgets all of a team's answers, and says how many there were. */
    int forget(TeamId team);

    /** Forgets the answers about one source, and says how many there were. */
    int forget(TeamId team, SourceId source);

    /** Forgets the answers about one source that are this statement, whatever the question was; says how many there were. */
    int forgetSql(TeamId team, SourceId source, String sql);
}
