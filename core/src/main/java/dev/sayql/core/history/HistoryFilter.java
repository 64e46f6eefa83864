package dev.sayql.core.history;

import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.SourceId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which exchanges to list: those that meet everything that is said. Immutable.
 *
 * @param from asked at this moment or later
 * @param until asked before this moment
 * @param endings one of these; empty means any
 * @param thumb judged so
 * @param refined refinements of this exchange
 */
public record HistoryFilter(
        Optional<SourceId> source,
        Optional<Instant> from,
        Optional<Instant> until,
        Set<Ending> endings,
        Optional<Feedback.Thumb> thumb,
        Optional<QueryId> refined) {

    public HistoryFilter {
        endings = Set.copyOf(endings);
    }

    /** Every exchange. */
    public static HistoryFilter all() {
        return new HistoryFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), Optional.empty());
    }
}
