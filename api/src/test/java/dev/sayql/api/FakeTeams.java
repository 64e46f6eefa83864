package dev.sayql.api;

import dev.sayql.core.team.Team;
import dev.sayql.core.team.TeamId;
import dev.sayql.core.team.Teams;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps teams in memory. */
final class FakeTeams implements Teams {

    private final Map<String, Team> teams = new ConcurrentSkipListMap<>();

    @Override
    public boolean create(Team team) {
        return teams.putIfAbsent(team.id().value(), team) == null;
    }

    @Override
    public Optional<Team> find(TeamId id) {
        return Optional.ofNullable(teams.get(id.value()));
    }

    @Override
    public List<Team> list() {
        return List.copyOf(teams.values());
    }

    @Override
    public boolean change(Team team) {
        return teams.replace(team.id().value(), team) != null;
    }
}
