package dev.sayql.llm;

import dev.sayql.core.history.VerifiedQueries;
import dev.sayql.core.history.VerifiedQuery;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries that were approved from the beginning, and nothing else. */
final class ApprovedQueries implements VerifiedQueries {

    private final List<VerifiedQuery> queries = new ArrayList<>();

    ApprovedQueries with(String question, String sql, String fingerprint) {
        queries.add(new VerifiedQuery(
                UUID.randomUUID(),
                Bookshop.TEAM,
                Bookshop.CONTEXT.source().id(),
                question,
                sql,
                "As approved",
                Optional.empty(),
                Optional.of(fingerprint),
                VerifiedQuery.Status.APPROVED,
                Optional.of("key"),
                Bookshop.NOW,
                Bookshop.NOW));
        return this;
    }

    @Override
    public boolean propose(VerifiedQuery query) {
        return false;
    }

    @Override
    public Optional<VerifiedQuery> find(TeamId team, UUID id) {
        return Optional.empty();
    }

    @Override
    public List<VerifiedQuery> list(TeamId team, VerifiedQuery.Status status) {
        return List.of();
    }

    @Override
    public List<VerifiedQuery> of(TeamId team, SourceId source) {
        return List.copyOf(queries);
    }

    @Override
    public Optional<VerifiedQuery> approved(TeamId team, SourceId source, String question) {
        return Optional.empty();
    }

    @Override
    public boolean approve(TeamId team, UUID id, String reviewer, String fingerprint) {
        return false;
    }

    @Override
    public boolean reject(TeamId team, UUID id, String reviewer) {
        return false;
    }

    @Override
    public boolean remove(TeamId team, UUID id) {
        return false;
    }
}
