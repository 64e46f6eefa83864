package dev.sayql.engine;

import dev.sayql.sql.SqlText;
import java.util.Optional;

/**
 * One of the queries that could answer a question, and where it came from. Immutable.
 *
 * @param guess the reading of the rules that made it
 * @param guessRank its place among those; -1 when none did
 * @param learned what was put together from what was learned
 * @param learnedRank its place among those; -1 when it is none
 */
record Pooled(
        SqlText sql,
        Query query,
        Optional<Guess> guess,
        int guessRank,
        Optional<LearnedCandidates.Learned> learned,
        int learnedRank) {}
