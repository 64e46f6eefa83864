package dev.sayql.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Phrases that mean something else than their words: what is "on sale" has not been sold. Such a phrase is read as a whole or
 * not at all.
 */
final class Idioms {
    private static final Set<String> PHRASES = Set.of(
            "on sale",
            "for sale",
            "on loan",
            "on order",
            "on offer",
            "on hold",
            "on duty",
            "on call",
            "on leave",
            "on time",
            "in time",
            "on display",
            "on show",
            "on tour",
            "in charge",
            "in use",
            "in progress",
            "in service",
            "in transit",
            "in debt",
            "in arrears",
            "at risk",
            "on shift",
            "on record",
            "on trial",
            "on board",
            "on holiday",
            "on vacation",
            "in advance",
            "on demand",
            "in person",
            "on strike",
            "on track",
            "on budget",
            "on paper",
            "in print");

    private Idioms() {}

    /** The first token of a phrase that begins here or one token before, when nobody said what it means. */
    static Optional<Integer> at(Chart chart, int at) {
        for (int start : List.of(at - 1, at)) {
            if (start >= 0 && start + 1 < chart.size() && isIdiom(chart, start)) {
                return Optional.of(start);
            }
        }
        return Optional.empty();
    }

    /** Whether a piece cuts the phrase that begins at the token in two. */
    static boolean cuts(Piece piece, int start) {
        boolean holds = piece.span().start() <= start && piece.span().end() >= start + 2;
        boolean touches = piece.span().start() <= start + 1 && piece.span().end() > start;
        return touches && !holds;
    }

    private static boolean isIdiom(Chart chart, int start) {
        String phrase = chart.token(start).word() + " " + chart.token(start + 1).word();
        boolean longer = chart.tables(start + 1).stream().anyMatch(table -> table.end() > start + 2)
                || chart.columns(start + 1).stream().anyMatch(column -> column.end() > start + 2)
                || !chart.tables(start + 2).isEmpty()
                || !chart.columns(start + 2).isEmpty();
        return PHRASES.contains(phrase) && !longer && !chart.token(start).quoted();
    }
}
