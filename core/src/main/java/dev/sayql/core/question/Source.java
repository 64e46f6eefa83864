package dev.sayql.core.question;

import dev.sayql.core.team.TeamId;

/**
 * A database that a team may ask questions of. Holds no connection secrets; adapters look those up by team and id.
 * Immutable.
 *
 * @param database the database's own name, for display
 */
public record Source(TeamId team, SourceId id, String database) {}
