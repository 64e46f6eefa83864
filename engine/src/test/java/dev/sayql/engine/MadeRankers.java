package dev.sayql.engine;

import dev.sayql.engine.learned.TreeEnsemble;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Rankings that say what a test wants: the candidates with a small number in one place come first. */
final class MadeRankers {
    /** The features of each candidate, and what reading adds to them. */
    static final int OF_CANDIDATES = new CandidatePool(Library.context(), EngineModels.none())
            .of("number of books by genre", LocalDate.of(2026, 3, 18))
            .getFirst()
            .features()
            .length;

    static final int OF_READ = OF_CANDIDATES + 3;

    private static final int OF_WINNERS = 9;
    private static final int OF_TRIED = 15;

    private MadeRankers() {}

    /** The grammar's first reading comes first, with one probability before the likeliest are tried and another after. */
    static Ranker byGrammar(double untried, double tried) {
        return of(0, OF_CANDIDATES, untried, tried);
    }

    /** What is read as likeliest comes first. */
    static Ranker byReading(double probability) {
        return of(OF_CANDIDATES + 1, OF_READ, probability, probability);
    }

    private static Ranker of(int place, int width, double untried, double tried) {
        TreeEnsemble.Split split =
                new TreeEnsemble.Split(place, 0.5f, false, new TreeEnsemble.Leaf(2), new TreeEnsemble.Leaf(0));
        return new Ranker(
                TreeEnsemble.of(features(width), 0, List.of(split)),
                always(untried, width + OF_WINNERS),
                always(tried, width + OF_WINNERS + OF_TRIED));
    }

    private static TreeEnsemble always(double probability, int width) {
        float odds = (float) Math.log(probability / (1 - probability));
        return TreeEnsemble.of(features(width), 0, List.of(new TreeEnsemble.Leaf(odds)));
    }

    private static List<String> features(int count) {
        return IntStream.range(0, count).mapToObj(index -> "f" + index).toList();
    }
}
