package dev.sayql.api;

import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.connection.CheckedSql;
import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.history.VerifiedQueries;
import dev.sayql.core.history.VerifiedQuery;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.Problem;
import dev.sayql.sql.SqlText;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** SQL that people vouch for, checked before it is kept. Thread-safe. */
final class Vouching {

    private final SourceDesk sources;
    private final CheckedSql checked;
    private final VerifiedQueries verified;
    private final Clock clock;

    Vouching(SourceDesk sources, CheckedSql checked, VerifiedQueries verified, Clock clock) {
        this.sources = sources;
        this.checked = checked;
        this.verified = verified;
        this.clock = clock;
    }

    /** What is put before a reviewer. */
    record Proposed(SourceId source, String question, SqlText sql, String explanation, Optional<QueryId> from) {}

    /** The reply when this SQL is not one that would be run. */
    Optional<Reply> refused(TeamId team, SourceId sourceId, String field, SqlText sql) {
        Optional<Source> source = sources.find(team, sourceId);
        if (source.isEmpty()) {
            return Optional.of(SourceCalls.unknownSource());
        }
        List<Problem> problems = checked.problems(source.get(), sql);
        return problems.isEmpty() ? Optional.empty() : Optional.of(refused(field, problems));
    }

    private static Reply refused(String field, List<Problem> problems) {
        List<String> security = problems.stream()
                .filter(problem -> Outcome.errorTypeOf(problem.code()) == ErrorType.SECURITY)
                .map(Sentences::problem)
                .toList();
        List<FieldProblem> errors = problems.stream()
                .map(problem -> new FieldProblem(field, Sentences.problem(problem)))
                .toList();
        return ProblemDetails.of(Kind.SQL_REFUSED, Sentences.refused(problems))
                .withErrors(errors)
                .withSecurityIssues(security)
                .reply();
    }

    /** Puts it into the reviewer's queue. */
    VerifiedQuery propose(TeamId team, Proposed proposed) {
        Instant now = clock.instant();
        VerifiedQuery query = new VerifiedQuery(
                UUID.randomUUID(),
                team,
                proposed.source(),
                proposed.question(),
                proposed.sql().text(),
                proposed.explanation(),
                proposed.from(),
                Optional.empty(),
                VerifiedQuery.Status.PROPOSED,
                Optional.empty(),
                now,
                now);
        verified.propose(query);
        return verified.find(team, query.id()).orElse(query);
    }

    /** Approves what a reviewer looked at; a reply when it cannot be. */
    Optional<Reply> approve(VerifiedQuery query, String reviewer) {
        Optional<Source> source = sources.find(query.team(), query.source());
        if (source.isEmpty()) {
            return Optional.of(SourceCalls.unknownSource());
        }
        Optional<Reply> refused = refused(query.team(), query.source(), "sql", new SqlText(query.sql()));
        if (refused.isEmpty()) {
            String fingerprint = sources.context(source.get()).schema().fingerprint();
            verified.approve(query.team(), query.id(), reviewer, fingerprint);
        }
        return refused;
    }
}
