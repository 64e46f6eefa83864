package dev.sayql.api;

import dev.sayql.core.team.MonthlyQuota;
import dev.sayql.core.team.Team;
import java.time.Instant;

/** Counts all teams together. */
final class FakeQuota implements MonthlyQuota {

    private static final Instant RESETS = Instant.parse("2026-04-01T00:00:00Z");
    private int used;

    @Override
    public synchronized Counted count(Team team) {
        if (used >= team.limits().monthly()) {
            return new Counted.Exhausted(used, team.limits().monthly(), RESETS);
        }
        return new Counted.Within(++used, team.limits().monthly(), RESETS);
    }

    @Override
    public synchronized void giveBack(Team team) {
        used--;
    }

    @Override
    public synchronized Counted look(Team team) {
        return new Counted.Within(used, team.limits().monthly(), RESETS);
    }

    synchronized int used() {
        return used;
    }
}
