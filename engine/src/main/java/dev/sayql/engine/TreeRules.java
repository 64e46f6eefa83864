package dev.sayql.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** How many rows stand below a row of a tree: "managers with at least three direct reports", "who mentors two others". */
final class TreeRules {
    private static final Set<String> LEADS =
            Set.of("with", "have", "has", "had", "having", "who", "that", "which", "are", "is", "were", "was");
    private static final String[] BELOW = {
        "direct reports",
        "direct report",
        "reports",
        "subordinates",
        "subordinate",
        "children",
        "child",
        "people under them",
        "people reporting to them",
        "employees reporting to them",
        "people below them"
    };

    private TreeRules() {}

    static void children(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.skip(at, LEADS);
        Comparators.withNumber(chart, lead)
                .ifPresent(found -> addBelow(
                        chart,
                        at,
                        found.end(),
                        found.value().operator(),
                        found.value().number(),
                        pieces));
        chart.number(lead)
                .filter(number -> lead > at)
                .ifPresent(number -> addBelow(chart, at, number.end(), Operator.EQUAL, number, pieces));
        deeds(chart, at, pieces);
    }

    private static void addBelow(
            Chart chart, int start, int at, Operator operator, Mention.OfNumber number, Consumer<Piece> pieces) {
        int named = chart.after(at, BELOW);
        List<Mention.OfTable> trees = chart.trees().stream()
                .map(tree -> new Mention.OfTable(at, at + 1, List.of(new Mention.Option<>(tree, 1)), false))
                .toList();
        if (named > 0 && trees.size() == 1 && chart.tables(at).isEmpty()) {
            pieces.accept(new Piece.CompareChildren(
                    Rule.span(start, named, 1.05), trees.getFirst(), operator, number.value()));
        }
        chart.trees(at)
                .forEach(tree -> pieces.accept(
                        new Piece.CompareChildren(Rule.span(start, tree.end(), 1.05), tree, operator, number.value())));
    }

    /** "mentors at least two other teachers", "supervise more than three people". */
    private static void deeds(Chart chart, int at, Consumer<Piece> pieces) {
        int verb = chart.skip(at, Set.of("who", "that", "which"));
        for (Mention.OfTable role : chart.roles(verb)) {
            Comparators.withNumber(chart, role.end()).ifPresent(found -> {
                int noun = chart.skip(found.end(), Set.of("other", "of", "their", "colleagues", "others", "people"));
                Optional<Mention.OfTable> same = chart.tables(noun).stream()
                        .filter(table -> table.best().equals(role.best()))
                        .findFirst();
                int end = same.map(Mention.OfTable::end).orElse(noun);
                if (end > found.end()) {
                    pieces.accept(new Piece.CompareChildren(
                            Rule.span(at, end, 1.05),
                            role,
                            found.value().operator(),
                            found.value().number().value()));
                }
            });
        }
    }

    /** "managers": those that others point to, in the plural where they are listed. */
    static void parents(Chart chart, int at, Consumer<Piece> pieces) {
        for (Mention.OfTable role : chart.roles(at)) {
            String word = chart.token(role.end() - 1).word();
            boolean listed = word.endsWith("s")
                    && !word.endsWith("ss")
                    && at <= 4
                    && chart.tables(at).isEmpty()
                    && !chart.is(
                            at - 1, "their", "its", "whose", "with", "and", "than", "of", "by", "per", "without", "no");
            if (listed && (at == 0 || !chart.is(at - 1, "who"))) {
                pieces.accept(new Piece.Parents(Rule.span(at, role.end(), 0.98), role));
            }
        }
    }
}
