package dev.sayql.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the best rows of pieces that cover a question, best first. */
final class Search {
    private static final int KEPT = 40;
    private static final double UNKNOWN_WORD = -4;

    /** The grammar: each rule finds the pieces of one kind. The order does not matter. */
    private static final List<Rule> RULES = List.of(
            FillerRules::fillers,
            BesideRules::besides,
            ClauseRules::clauses,
            FillerRules::openings,
            CountingRules::whos,
            FirstTimeRules::firsts,
            FirstTimeRules::firstEver,
            AskingRules::measuresOf,
            FirstTimeRules::lastTimes,
            AskingRules::totalCounts,
            AskingRules::afterthoughts,
            MoneyRules::prices,
            PickRules::names,
            WithRules::accompaniments,
            CountingRules::fresh,
            PickRules::companions,
            PickRules::additions,
            PickRules::entities,
            PickRules::picks,
            AskingRules::counts,
            CountingRules::quantities,
            AskingRules::folds,
            EachRules::averages,
            EachRules::howManyEach,
            AskingRules::shares,
            ShareRules::ofEach,
            ShareRules::wholes,
            GroupingRules::groups,
            GroupingRules::narrowed,
            GroupingRules::times,
            SortRules::sorts,
            OrderRules::directions,
            FromToRules::orders,
            RankingRules::tops,
            RankingRules::places,
            RankingRules::adjectives,
            RankingRules::extremes,
            RankingRules::verbs,
            RankingRules::verbsOfColumns,
            FillerRules::units,
            FillerRules::rates,
            FillerRules::wholes,
            FillerRules::echoes,
            FillerRules::directions,
            AgentRules::agents,
            AgentRules::sellers,
            AgentRules::sold,
            MoneyRules::paying,
            MoneyRules::spending,
            MoneyRules::earning,
            MoneyRules::amounts,
            MoneyRules::amountsOf,
            MoneyRules::paid,
            MoneyRules::free,
            DeedRules::deeds,
            DeedRules::parted,
            LatestRules::latest,
            RankingRules::deedFirst,
            RankingRules::frequencies,
            TimesRules::times,
            ValueRules::values,
            ValueRules::kinds,
            ValueRules::flags,
            ValueRules::taught,
            ValueRules::former,
            ValueRules::current,
            ValueRules::bearers,
            NumberRules::numbers,
            DueRules::overdue,
            StockRules::levels,
            StockRules::amounts,
            UnitRules::kinds,
            UnitRules::comparisons,
            UnitRules::amounts,
            RateRules::amounts,
            RateRules::ranked,
            RateRules::earned,
            AlternativeRules::pairs,
            AverageRules::averages,
            ParentRules::comparisons,
            AverageRules::moreThanAverage,
            AverageRules::folds,
            AverageRules::verbs,
            DateRules::dates,
            DateRules::whens,
            AgeRules::ages,
            TextRules::texts,
            TextRules::partials,
            TextRules::within,
            AlternativeRules::alternatives,
            AlternativeRules::columns,
            RelationRules::without,
            RelationRules::events,
            KinRules::kin,
            ThingRules::things,
            ThingRules::unused,
            ThingRules::folding,
            ThingRules::extremes,
            ExtentRules::asked,
            ExtentRules::paid,
            TreeRules::children,
            TreeRules::parents);

    /** A reading of the whole question. */
    record Reading(List<Piece> pieces, double score) {}

    private record Step(Optional<Step> before, Optional<Piece> piece, double score) {}

    private Search() {}

    static List<Reading> readings(Chart chart) {
        return readings(chart, 0);
    }

    /** Readings of the words from this one on. */
    static List<Reading> readings(Chart chart, int from) {
        List<List<Step>> reached = new ArrayList<>();
        for (int at = 0; at <= chart.size(); at++) {
            reached.add(new ArrayList<>());
        }
        reached.get(from).add(new Step(Optional.empty(), Optional.empty(), 0));
        for (int at = from; at < chart.size(); at++) {
            List<Step> best = best(reached.get(at));
            for (Piece piece : piecesAt(chart, at)) {
                for (Step step : best) {
                    reached.get(piece.span().end())
                            .add(new Step(
                                    Optional.of(step),
                                    Optional.of(piece),
                                    step.score() + piece.span().score()));
                }
            }
        }
        return best(reached.getLast()).stream().map(Search::reading).toList();
    }

    private static Set<Piece> piecesAt(Chart chart, int at) {
        Set<Piece> pieces = new LinkedHashSet<>();
        Optional<Integer> idiom = Idioms.at(chart, at);
        RULES.forEach(rule -> rule.find(chart, at, piece -> {
            if (idiom.filter(start -> Idioms.cuts(piece, start)).isEmpty()) {
                pieces.add(piece);
            }
        }));
        pieces.add(new Piece.Unknown(new Piece.Span(at, at + 1, UNKNOWN_WORD)));
        return pieces;
    }

    private static List<Step> best(List<Step> steps) {
        return steps.stream()
                .sorted(Comparator.comparingDouble((Step step) -> -step.score()))
                .limit(KEPT)
                .toList();
    }

    private static Reading reading(Step last) {
        List<Piece> pieces = new ArrayList<>();
        Optional<Step> step = Optional.of(last);
        while (step.isPresent()) {
            step.get().piece().ifPresent(pieces::add);
            step = step.get().before();
        }
        Collections.reverse(pieces);
        return new Reading(List.copyOf(pieces), last.score());
    }
}
