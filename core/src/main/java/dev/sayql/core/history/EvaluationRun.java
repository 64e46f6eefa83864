package dev.sayql.core.history;

import dev.sayql.core.question.QueryId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One run over a team's tests. Immutable.
 *
 * @param filter what was run, in words; for people
 */
public record EvaluationRun(UUID id, Instant started, Instant finished, String filter, List<CaseResult> results) {

    /**
     * How one test went.
     *
     * @param reason why it passed or did not, for people
     * @param query the exchange that the test made
     */
    public record CaseResult(UUID test, boolean passed, String reason, Duration took, Optional<QueryId> query) {}

    public EvaluationRun {
        results = List.copyOf(results);
    }

    public long passed() {
        return results.stream().filter(CaseResult::passed).count();
    }
}
