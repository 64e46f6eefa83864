package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.team.Team;
import dev.sayql.core.team.TeamId;
import dev.sayql.core.team.TeamLimits;
import dev.sayql.core.team.Teams;
import dev.sayql.testkit.TestDatabase;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredTeamsTest {
    private static final Instant CREATED = Instant.parse("2026-03-15T09:00:00Z");

    private final TestDatabase test = TestDatabase.create("teams");
    private final SystemDatabase database = SystemDatabases.open(test);
    private final Teams teams = new StoredTeams(database);

    @AfterAll
    void close() {
        database.close();
        test.close();
    }

    private static Team team(String id) {
        return new Team(
                new TeamId(id), "Team " + id, Optional.of("people@example.com"), TeamLimits.defaults(), true, CREATED);
    }

    @Test
    void givesBackWhatWasCreated() {
        assertThat(teams.create(team("alpha"))).isTrue();
        assertThat(teams.create(team("alpha").withActive(false)))
                .as("there is one already, and it stays as it is")
                .isFalse();

        assertThat(teams.find(new TeamId("alpha"))).contains(team("alpha"));
        assertThat(teams.find(new TeamId("nobody"))).isEmpty();
        assertThat(teams.list()).contains(team("alpha"));
    }

    @Test
    void changesEverythingButTheId() {
        teams.create(team("beta"));
        Team changed = new Team(
                new TeamId("beta"), "New name", Optional.empty(), new TeamLimits(7, 8, 9, 1, 0), false, CREATED);

        assertThat(teams.change(changed)).isTrue();
        assertThat(teams.find(new TeamId("beta"))).contains(changed);
        assertThat(teams.change(team("gamma"))).isFalse();
    }

    @Test
    void theUsualLimitsAreTheSameHereAndInTheDatabase() {
        TeamId bare = new TeamId("bare");
        new StoredTeams(database).ensure(bare, "Bare");

        assertThat(teams.find(bare).map(Team::limits)).contains(TeamLimits.defaults());
    }
}
