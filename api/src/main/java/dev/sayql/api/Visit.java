package dev.sayql.api;

import dev.sayql.core.team.Caller;
import dev.sayql.core.team.Team;
import dev.sayql.core.team.TeamId;

/** A call of a team that was let in. Immutable. */
record Visit(Caller caller, Request request) {

    Team team() {
        return caller.team();
    }

    /** The same as if this header had not come. */
    Visit without(String header) {
        return new Visit(caller, request.without(header));
    }

    TeamId teamId() {
        return caller.team().id();
    }
}
