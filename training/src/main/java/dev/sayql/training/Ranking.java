package dev.sayql.training;

import dev.sayql.engine.Winner;
import dev.sayql.engine.learned.TreeEnsemble;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Which candidate is likeliest, and how surely it is right. How surely is learned from the winners of questions about
 * databases that their ranking has not seen: a ranking is too sure of what it has learned from. Immutable.
 *
 * @param sureness from what tells how far a winner can be trusted, the logarithm of the odds that it is right
 * @param tried the same where it is known what the likeliest candidates find
 */
record Ranking(TreeEnsemble trees, TreeEnsemble sureness, TreeEnsemble tried) {
    private static final TreeTrainer.Settings RANKING = new TreeTrainer.Settings(300, 5, 0.08, 0.7, 0.5, 1, 8, 1);
    private static final TreeTrainer.Settings SURENESS = new TreeTrainer.Settings(250, 3, 0.05, 0.7, 0.4, 5, 8, 1);
    private static final int PARTS = 4;

    /**
     * Learns from candidates for questions of two kinds.
     *
     * @param others about the training databases
     * @param own the project's own
     * @param tune by which the number of trees is chosen
     */
    static Ranking learned(Groups others, Groups own, Groups tune) {
        Groups training = new Groups();
        training.addAll(others);
        training.addAll(own);
        Groups unseen = new Groups();
        Groups tried = new Groups();
        for (int part = 0; part < PARTS; part++) {
            int left = part;
            TreeEnsemble rest = order(training.about(database -> part(database) != left), tune);
            Groups held = others.about(database -> part(database) == left);
            unseen.addAll(winners(held, rest));
            tried.addAll(triedWinners(held, rest));
            Groups ownHeld = own.about(database -> part(database) == left);
            unseen.addAll(winners(ownHeld, rest));
            tried.addAll(triedWinners(ownHeld, rest));
        }
        TreeEnsemble trees = order(training, tune);
        return new Ranking(trees, TreeTrainer.trainAlone(unseen, SURENESS), TreeTrainer.trainAlone(tried, SURENESS));
    }

    /** One order, from some of the candidates alone. */
    static TreeEnsemble order(Groups candidates, Groups tune) {
        return TreeTrainer.train(candidates, tune, RANKING);
    }

    private static int part(String database) {
        return Math.floorMod(database.hashCode(), PARTS);
    }

    /** What tells how far each question's likeliest candidate can be trusted, each a group of its own. */
    static Groups winners(Groups groups, TreeEnsemble ranking) {
        return winners(groups, ranking, (winner, _) -> winner.features());
    }

    /** The same with what the likeliest candidates find. */
    static Groups triedWinners(Groups groups, TreeEnsemble ranking) {
        return winners(
                groups,
                ranking,
                (winner, span) -> winner.features(winner.likeliest().stream()
                        .map(place -> groups.found(span.start() + place))
                        .toList()));
    }

    private static Groups winners(
            Groups groups, TreeEnsemble ranking, BiFunction<Winner, Groups.Span, float[]> features) {
        Groups winners = new Groups();
        for (Groups.Span span : groups.spans()) {
            List<float[]> rows = groups.rows(span);
            Winner winner =
                    new Winner(rows, rows.stream().mapToDouble(ranking::score).toArray());
            winners.add(
                    List.of(features.apply(winner, span)),
                    List.of(groups.isRight(span.start() + winner.place())),
                    span.of());
        }
        return winners;
    }

    /** How probable it is that each of those that were tried is right. */
    double[] probabilities(Groups triedWinners) {
        return IntStream.range(0, triedWinners.size())
                .mapToDouble(row -> tried.probability(triedWinners.row(row)))
                .toArray();
    }
}
