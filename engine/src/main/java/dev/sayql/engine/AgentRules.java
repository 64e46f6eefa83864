package dev.sayql.engine;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Nouns for those who do something: "our biggest spenders", "how many times did she order". */
final class AgentRules {
    private static final Set<String> FIRST = Set.of("biggest", "top", "best", "largest", "highest", "greatest");
    private static final Set<String> LAST = Set.of("smallest", "lowest", "bottom", "worst");

    private AgentRules() {}

    /** "three biggest spenders", where "spend" is a metric: ranks the persons by it. */
    static void agents(Chart chart, int at, Consumer<Piece> pieces) {
        agent(chart, at).ifPresent(metric -> pieces.accept(new Piece.Who(Rule.span(at, at + 1, 0.9))));
        Optional<Mention.OfNumber> before = chart.number(at);
        int word = before.map(Mention.OfNumber::end).orElse(at);
        boolean first = word < chart.size() && FIRST.contains(chart.token(word).word());
        boolean last = word < chart.size() && LAST.contains(chart.token(word).word());
        if (!first && !last) {
            return;
        }
        Optional<Mention.OfNumber> behind = before.isEmpty() ? chart.number(word + 1) : Optional.empty();
        int noun = behind.map(Mention.OfNumber::end).orElse(word + 1);
        int count = before.or(() -> behind).map(RankingRules::many).orElse(1);
        agent(chart, noun)
                .filter(metric -> count > 0)
                .ifPresent(metric -> pieces.accept(new Piece.Rank(
                        Rule.span(at, noun, 1.05), last, count, Optional.of(new Piece.Target.OfMetric(metric)))));
    }

    /** The metric that the noun's verb is another name of. */
    private static Optional<Mention.OfMetric> agent(Chart chart, int at) {
        if (at >= chart.size() || chart.token(at).quoted() || chart.isNamed(at)) {
            return Optional.empty();
        }
        String word = chart.token(at).word().replaceFirst("s$", "");
        // Sellers sell, and best sellers are sold.
        return word.length() > 4
                        && word.endsWith("er")
                        && chart.links(Stem.of(word.substring(0, word.length() - 2)), at)
                                .isEmpty()
                ? chart.metric(Stem.of(word.substring(0, word.length() - 2)), at)
                : Optional.empty();
    }
}
