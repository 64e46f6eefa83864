package dev.sayql.core.history;

import dev.sayql.core.team.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A team's tests and how their runs went; a new team begins with the fourteen of the sample shop. Thread-safe. */
public interface EvaluationTests {

    /** The most tests a team can have, and the most runs that are listed. */
    int MOST = 1_000;

    /** Adds the test, without totals; false when one with this id is there, or the team has {@value #MOST}. */
    boolean add(EvaluationTest test);

    Optional<EvaluationTest> find(TeamId team, UUID id);

    /** By category, then in the order they were made; of one category when it is given. */
    List<EvaluationTest> list(TeamId team, Optional<EvaluationTest.Category> category);

    /** Takes over everything but the totals; false when the team has no such test. */
    boolean change(EvaluationTest test);

    /** Forgets the test; results of its runs stay. False when the team has no such test. */
    boolean remove(TeamId team, UUID id);

    /** Keeps a run and adds it to the totals of its tests; tests that are gone by now are left out. */
    void record(TeamId team, EvaluationRun run);

    /** The latest runs, the newest first. */
    List<EvaluationRun> runs(TeamId team, int most);
}
