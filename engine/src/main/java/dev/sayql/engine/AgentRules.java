package dev.sayql.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

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
        if (chart.is(at, "earners", "earner") && at > 0 && !chart.isNamed(at)) {
            pieces.accept(new Piece.Who(Rule.span(at, at + 1, 0.9)));
        }
        boolean first = word < chart.size() && FIRST.contains(chart.token(word).word());
        boolean last = word < chart.size() && LAST.contains(chart.token(word).word());
        if (!first && !last) {
            return;
        }
        Optional<Mention.OfNumber> behind = before.isEmpty() ? chart.number(word + 1) : Optional.empty();
        int noun = behind.map(Mention.OfNumber::end).orElse(word + 1);
        int count = before.or(() -> behind).map(RankingRules::many).orElse(1);
        if (chart.is(noun, "earners", "earner") && agent(chart, noun).isEmpty() && count > 0) {
            English.verb(Stem.of("earn"))
                    .ifPresent(paid -> pieces.accept(new Piece.Rank(
                            Rule.span(at, noun, 1.05), last, count, Optional.of(new Piece.Target.OfAdjective(paid)))));
        }
        agent(chart, noun)
                .filter(metric -> count > 0)
                .ifPresent(metric -> pieces.accept(new Piece.Rank(
                        Rule.span(at, noun, 1.05), last, count, Optional.of(new Piece.Target.OfMetric(metric)))));
    }

    /** "our 3 best sellers": the things that are sold, by how much of them is; "top scorers": those who score the most. */
    static void sellers(Chart chart, int at, Consumer<Piece> pieces) {
        int our = chart.skip(at, Set.of("the", "our"));
        Optional<Mention.OfNumber> before = chart.number(our);
        int word = before.map(Mention.OfNumber::end).orElse(our);
        boolean best = chart.is(word, "best", "top", "worst", "biggest", "leading");
        Optional<Mention.OfNumber> behind = before.isEmpty() ? chart.number(word + 1) : Optional.empty();
        int noun = behind.map(Mention.OfNumber::end).orElse(word + 1);
        int count = before.or(() -> behind).map(RankingRules::many).orElse(1);
        if (!best || noun >= chart.size() || count < 1) {
            return;
        }
        if (chart.is(noun, "sellers", "seller", "selling")) {
            chart.metric(Stem.of("sell"), noun)
                    .ifPresent(metric -> pieces.accept(new Piece.Rank(
                            Rule.span(at, noun, 1.03),
                            chart.is(word, "worst"),
                            count,
                            Optional.of(new Piece.Target.OfMetric(metric)))));
        }
        int agent = chart.tables(noun).isEmpty()
                ? noun
                : chart.tables(noun).getFirst().end();
        doing(chart, agent)
                .filter(link ->
                        agent == noun || chart.tables(noun).getFirst().best().equals(link.best()))
                .ifPresent(link -> pieces.accept(new Piece.Rank(
                        Rule.span(at, agent, 1.03),
                        chart.is(word, "worst"),
                        count,
                        Optional.of(new Piece.Target.OfCount(link)))));
    }

    /** Whom or what the noun stands for, behind words that rank. */
    static void sold(Chart chart, int at, Consumer<Piece> pieces) {
        boolean ranked = IntStream.range(Math.max(0, at - 3), at)
                .anyMatch(before -> chart.is(before, "best", "top", "worst", "biggest", "leading"));
        if (ranked && chart.is(at, "sellers", "seller")) {
            chart.links(Stem.of("sell"), at)
                    .flatMap(link -> chart.facts().thingOf(link.best()))
                    .ifPresent(thing -> pieces.accept(new Piece.Entity(
                            Rule.span(at, at + 1, 0.95),
                            new Mention.OfTable(at, at + 1, List.of(new Mention.Option<>(thing, 1)), false),
                            false)));
        }
        if (ranked && doing(chart, at).isPresent()) {
            pieces.accept(new Piece.Who(Rule.span(at, at + 1, 0.9)));
        }
    }

    /** The rows that lead from those who do something: goals, of scorers. */
    private static Optional<Mention.OfTable> doing(Chart chart, int at) {
        if (at >= chart.size() || chart.token(at).quoted() || chart.isNamed(at)) {
            return Optional.empty();
        }
        String word = chart.token(at).word().replaceFirst("s$", "");
        boolean agent = word.length() > 4 && word.endsWith("er") && !word.equals("seller");
        return agent
                ? chart.links(Stem.of(word.substring(0, word.length() - 2)), at)
                        .or(() -> chart.links(Stem.of(word.substring(0, word.length() - 1)), at))
                : Optional.empty();
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
