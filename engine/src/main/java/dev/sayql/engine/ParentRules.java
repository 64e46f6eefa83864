package dev.sayql.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Rows compared with the row above them in a tree: "who earn more than their manager", "older than their mentor". */
final class ParentRules {
    private ParentRules() {}

    static void comparisons(Chart chart, int at, Consumer<Piece> pieces) {
        int word = chart.skip(at, Set.of("that", "who", "which", "are", "is", "were", "with", "have", "has", "a"));
        for (int length = 1; length <= 2; length++) {
            if (word + length < chart.size() && chart.is(word + length, "than")) {
                String phrase = chart.text(word, word + length).toLowerCase(Locale.ROOT);
                int than = word + length;
                English.comparative(phrase)
                        .ifPresent(adjective -> add(
                                chart,
                                at,
                                than + 1,
                                new Piece.Target.OfAdjective(adjective),
                                adjective.ascending() ? Operator.LESS : Operator.GREATER,
                                pieces));
            }
        }
        verbs(chart, at, word, pieces);
        columns(chart, at, word, pieces);
        dates(chart, at, word, pieces);
    }

    /** "who were hired before their manager", "joined later than their mentor did". */
    private static void dates(Chart chart, int at, int word, Consumer<Piece> pieces) {
        List<Found<Mention.OfColumn>> dates = new ArrayList<>();
        for (Mention.OfColumn column : chart.columns(word)) {
            if (chart.column(column.options().getFirst().meaning())
                    .filter(found -> found.dataType().isDate())
                    .isPresent()) {
                dates.add(new Found<>(column, column.end(), 1));
            }
        }
        for (Mention.OfEvent event : chart.events(word)) {
            Mention.OfColumn column =
                    new Mention.OfColumn(word, event.end(), List.of(new Mention.Option<>(event.column(), 1)));
            dates.add(new Found<>(column, event.end(), 1));
        }
        for (Found<Mention.OfColumn> date : dates) {
            int before = chart.after(date.end(), "before", "earlier than", "sooner than");
            int after = chart.after(date.end(), "after", "later than");
            if (before > 0 || after > 0) {
                add(
                        chart,
                        at,
                        Math.max(before, after),
                        new Piece.Target.OfColumn(date.value()),
                        before > 0 ? Operator.LESS : Operator.GREATER,
                        pieces);
            }
        }
    }

    /** "earn more than their manager". */
    private static void verbs(Chart chart, int at, int word, Consumer<Piece> pieces) {
        boolean more = chart.is(word + 1, "more");
        if (word < chart.size() && (more || chart.is(word + 1, "less")) && chart.is(word + 2, "than")) {
            Optional<English.Adjective> graded = English.verb(chart.token(word).stem());
            graded.ifPresent(adjective -> add(
                    chart,
                    at,
                    word + 3,
                    new Piece.Target.OfAdjective(adjective),
                    more ? Operator.GREATER : Operator.LESS,
                    pieces));
        }
    }

    /** "with a higher bonus than their manager". */
    private static void columns(Chart chart, int at, int word, Consumer<Piece> pieces) {
        boolean higher = chart.is(word, "higher", "more", "larger", "bigger", "greater");
        if (higher || chart.is(word, "lower", "less", "smaller")) {
            for (Found<Mention.OfColumn> column : Targets.columns(chart, word + 1)) {
                if (chart.is(column.end(), "than")) {
                    add(
                            chart,
                            at,
                            column.end() + 1,
                            new Piece.Target.OfColumn(column.value()),
                            higher ? Operator.GREATER : Operator.LESS,
                            pieces);
                }
            }
        }
    }

    private static void add(
            Chart chart, int start, int at, Piece.Target target, Operator operator, Consumer<Piece> pieces) {
        int role = chart.after(at, "their own", "their", "his", "her", "its");
        if (role < 0) {
            return;
        }
        int noun = chart.skip(role, Set.of("direct", "own"));
        for (Mention.OfTable above : chart.roles(noun)) {
            int end = chart.skip(above.end(), Set.of("did", "was", "does", "is"));
            pieces.accept(new Piece.CompareToParent(Rule.span(start, end, 1.06), above, target, operator));
        }
    }
}
