package dev.sayql.api;

import dev.sayql.core.history.EgressLog;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.team.ModelPolicies;
import dev.sayql.core.team.ModelPolicy;
import dev.sayql.core.team.TeamId;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Calls to models that somebody put here, and what teams said of models. */
final class FakeModels implements EgressLog, ModelPolicies {

    final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Map<TeamId, ModelPolicy> policies = new ConcurrentHashMap<>();

    @Override
    public boolean keep(Call call, BigDecimal most, BigDecimal budget) {
        return false;
    }

    @Override
    public void ended(UUID call, End end) {}

    @Override
    public List<Entry> latest(TeamId team, Optional<QueryId> query, int most) {
        return entries.stream()
                .filter(entry -> entry.call().team().equals(team))
                .filter(entry -> query.isEmpty() || query.equals(entry.call().query()))
                .limit(most)
                .toList();
    }

    @Override
    public BigDecimal counted(TeamId team, YearMonth month) {
        return entries.stream()
                .filter(entry -> entry.call().team().equals(team))
                .flatMap(entry -> entry.end().stream())
                .map(End::counted)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public ModelPolicy of(TeamId team) {
        return policies.getOrDefault(team, ModelPolicy.defaults());
    }

    @Override
    public boolean change(TeamId team, ModelPolicy policy) {
        policies.put(team, policy);
        return true;
    }
}
