package dev.sayql.store;

import dev.sayql.core.team.Team;
import dev.sayql.core.team.TeamId;
import dev.sayql.core.team.TeamLimits;
import dev.sayql.core.team.Teams;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The teams of the system database. Thread-safe. Throws {@link SystemDatabaseException} when it cannot be used. */
public final class StoredTeams implements Teams {

    /** What {@link #read} needs, of the table {@code teams} under the name {@code t}. */
    static final String COLUMNS = """
            t.team_id, t.team_name, t.contact_email, t.is_active, t.rate_limit_per_minute, t.burst_limit,
            t.monthly_query_limit, t.running_limit, t.queued_limit, t.created_at AS team_created_at
            """;

    private static final String CREATE = """
            INSERT INTO teams (team_id, team_name, contact_email, is_active, rate_limit_per_minute, burst_limit,
                monthly_query_limit, running_limit, queued_limit, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (team_id) DO NOTHING
            """;

    private static final String CHANGE = """
            UPDATE teams SET team_name = ?, contact_email = ?, is_active = ?, rate_limit_per_minute = ?, burst_limit = ?,
                monthly_query_limit = ?, running_limit = ?, queued_limit = ?
            WHERE team_id = ?
            """;

    private final SystemDatabase database;

    public StoredTeams(SystemDatabase database) {
        this.database = database;
    }

    /** Makes the team with the usual limits unless it is there; true when it was made now. */
    public boolean ensure(TeamId team, String name) {
        return database.runOne(
                        "make a team",
                        connection -> Sql.change(
                                connection,
                                "INSERT INTO teams (team_id, team_name) VALUES (?, ?) ON CONFLICT (team_id) DO NOTHING",
                                row -> row.text(team.value()).text(name)))
                == 1;
    }

    @Override
    public boolean create(Team team) {
        return database.runOne(
                        "make a team",
                        connection -> Sql.change(
                                connection,
                                CREATE,
                                row -> settings(row.text(team.id().value()), team)
                                        .moment(team.created())))
                == 1;
    }

    @Override
    public boolean change(Team team) {
        return database.runOne(
                        "change a team",
                        connection -> Sql.change(
                                connection,
                                CHANGE,
                                row -> settings(row, team).text(team.id().value())))
                == 1;
    }

    private static Parameters settings(Parameters row, Team team) throws SQLException {
        return row.text(team.name())
                .text(team.contact())
                .flag(team.active())
                .number(team.limits().perMinute())
                .number(team.limits().burst())
                .number(team.limits().monthly())
                .number(team.limits().running())
                .number(team.limits().queued());
    }

    @Override
    public Optional<Team> find(TeamId id) {
        return database.runOne(
                "look up a team",
                connection -> Sql.first(
                        connection,
                        "SELECT " + COLUMNS + " FROM teams t WHERE t.team_id = ?",
                        row -> row.text(id.value()),
                        StoredTeams::read));
    }

    @Override
    public List<Team> list() {
        return database.runOne(
                "list teams",
                connection -> Sql.all(
                        connection,
                        "SELECT " + COLUMNS + " FROM teams t ORDER BY t.team_id",
                        row -> {},
                        StoredTeams::read));
    }

    /** Whether there is such a team and it may ask. */
    public boolean isActive(TeamId team) {
        return find(team).filter(Team::active).isPresent();
    }

    static Team read(Row row) throws SQLException {
        return new Team(
                new TeamId(row.text("team_id")),
                row.text("team_name"),
                row.optionalText("contact_email"),
                new TeamLimits(
                        row.number("rate_limit_per_minute"),
                        row.number("burst_limit"),
                        row.number("monthly_query_limit"),
                        row.number("running_limit"),
                        row.number("queued_limit")),
                row.flag("is_active"),
                row.moment("team_created_at"));
    }
}
