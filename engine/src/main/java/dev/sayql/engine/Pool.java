package dev.sayql.engine;

import dev.sayql.sql.SqlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All candidates for one question, each once: the readings of the rules and what was put together from what was learned. */
final class Pool {
    private static final int MOST_GUESSES = 12;
    private static final int MOST = 50;

    private Pool() {}

    static List<Pooled> of(List<Guess> guesses, List<LearnedCandidates.Learned> learned, Keys keys) {
        Map<String, Pooled> pool = new LinkedHashMap<>();
        for (int rank = 0; rank < Math.min(MOST_GUESSES, guesses.size()); rank++) {
            Guess guess = guesses.get(rank);
            SqlText sql = guess.candidate().sql();
            pool.putIfAbsent(
                    canonical(sql), new Pooled(sql, guess.query(), Optional.of(guess), rank, Optional.empty(), -1));
        }
        for (int rank = 0; rank < learned.size(); rank++) {
            LearnedCandidates.Learned one = learned.get(rank);
            SqlText sql = SqlWriter.write(one.query(), keys);
            int place = rank;
            pool.merge(
                    canonical(sql),
                    new Pooled(sql, one.query(), Optional.empty(), -1, Optional.of(one), place),
                    (known, same) -> known.learned().isPresent()
                            ? known
                            : new Pooled(
                                    known.sql(),
                                    known.query(),
                                    known.guess(),
                                    known.guessRank(),
                                    same.learned(),
                                    place));
        }
        List<Pooled> all = new ArrayList<>(pool.values());
        return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }

    /** The statement without the names of its columns, which no answer depends on. */
    private static String canonical(SqlText sql) {
        return sql.text().replaceAll(" AS (\"[^\"]+\"|\\w+)(?=[,\n)]|$)", "").replaceAll("\\s+", " ");
    }
}
