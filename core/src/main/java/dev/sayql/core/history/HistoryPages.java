package dev.sayql.core.history;

import dev.sayql.core.team.TeamId;
import java.util.List;
import java.util.Optional;

/** Lists a team's exchanges, the newest first. As quick in the thousandth page as in the first. Thread-safe. */
@FunctionalInterface
public interface HistoryPages {

    /** The most exchanges on a page. */
    int MOST = 500;

    /**
     * One page.
     *
     * @param after where the last page ended; empty for the first
     * @param most how many exchanges, 1 to {@value #MOST}
     */
    Page page(TeamId team, HistoryFilter filter, Optional<HistoryCursor> after, int most);

    /**
     * Some exchanges. Immutable.
     *
     * @param next where to go on; empty on the last page
     */
    record Page(List<Recorded> exchanges, Optional<HistoryCursor> next) {
        public Page {
            exchanges = List.copyOf(exchanges);
        }
    }
}
