package dev.sayql.store;

import dev.sayql.core.history.HistoryCursor;
import dev.sayql.core.history.HistoryFilter;
import dev.sayql.core.team.TeamId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which exchanges a page holds, as conditions of a query. Each condition is left out when nothing was asked of it, so that
 * every combination can use the index made for it; the order is the one all of those indexes have. Immutable.
 */
final class HistoryQuery {
    private static final String ORDER = " ORDER BY started_at DESC, query_id LIMIT ?";

    private final List<String> conditions = new ArrayList<>();
    private final List<Sql.Fill> fills = new ArrayList<>();

    HistoryQuery(TeamId team, HistoryFilter filter, Optional<HistoryCursor> after, int most) {
        add("team_id = ?", row -> row.text(team.value()));
        filter.source().ifPresent(source -> add("source_id = ?", row -> row.text(source.value())));
        filter.from().ifPresent(from -> add("started_at >= ?", row -> row.moment(from)));
        filter.until().ifPresent(until -> add("started_at < ?", row -> row.moment(until)));
        List<String> endings =
                filter.endings().stream().map(Row::stored).sorted().toList();
        switch (endings.size()) {
            case 0 -> {}
            case 1 -> add("ending = ?", row -> row.text(endings.getFirst()));
            default -> add("ending = ANY (?)", row -> row.texts(endings));
        }
        filter.thumb().ifPresent(thumb -> add("user_feedback_type = ?", row -> row.text(StoredHistory.stored(thumb))));
        filter.refined().ifPresent(parent -> add("parent_query_id = ?", row -> row.uuid(parent.value())));
        // The first half bounds the index, the second steps over what was on the last page.
        after.ifPresent(cursor -> add(
                "started_at <= ? AND (started_at < ? OR query_id > ?)",
                row -> row.moment(cursor.started())
                        .moment(cursor.started())
                        .uuid(cursor.id().value())));
        fills.add(row -> row.number(most));
    }

    private void add(String condition, Sql.Fill fill) {
        conditions.add(condition);
        fills.add(fill);
    }

    /** From WHERE to LIMIT. */
    String conditions() {
        return "WHERE " + String.join(" AND ", conditions) + ORDER;
    }

    void fill(Parameters row) throws SQLException {
        for (Sql.Fill fill : fills) {
            fill.into(row);
        }
    }
}
