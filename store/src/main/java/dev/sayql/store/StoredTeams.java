package dev.sayql.store;

import dev.sayql.core.team.TeamId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/** The teams of the system database. Thread-safe. Throws {@link SystemDatabaseException} when it cannot be used. */
public final class StoredTeams {
    private final SystemDatabase database;

    public StoredTeams(SystemDatabase database) {
        this.database = database;
    }

    /** Makes the team unless it is there; true when it was made now. */
    public boolean ensure(TeamId team, String name) {
        return database.run("make a team", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO teams (team_id, team_name) VALUES (?, ?) ON CONFLICT (team_id) DO NOTHING")) {
                new Parameters(statement).text(team.value()).text(name);
                return statement.executeUpdate() == 1;
            }
        });
    }

    /** Whether there is such a team and it may ask. */
    public boolean isActive(TeamId team) {
        return database.run("look up a team", connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT FROM teams WHERE team_id = ? AND is_active")) {
                new Parameters(statement).text(team.value());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next();
                }
            }
        });
    }
}
