package dev.sayql.core.team;

import java.util.List;
import java.util.Optional;

/** Every team there is. A change is seen on every node within five seconds. Thread-safe. */
public interface Teams {

    /** Makes the team; false when there is one with this id already, which then stays as it is. */
    boolean create(Team team);

    Optional<Team> find(TeamId id);

    /** All of them, by id. */
    List<Team> list();

    /** Takes over name, contact, limits and activity; false when there is no such team. */
    boolean change(Team team);
}
