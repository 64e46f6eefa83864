package dev.sayql.training;

import dev.sayql.engine.Winner;
import dev.sayql.engine.model.TreeEnsemble;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which candidate is likeliest, and how surely it is right. How surely is learned from the winners of questions about
 * databases that their ranking has not seen: a ranking is too sure of what it has learned from. Immutable.
 *
 * @param sureness from what tells how far a winner can be trusted, the logarithm of the odds that it is right
 */
record Ranking(TreeEnsemble trees, TreeEnsemble sureness) {
    private static final TreeTrainer.Settings RANKING = new TreeTrainer.Settings(300, 5, 0.08, 0.7, 0.5, 1, 3, 1);
    private static final TreeTrainer.Settings SURENESS = new TreeTrainer.Settings(250, 3, 0.05, 0.7, 0.4, 5, 8, 1);
    private static final int PARTS = 4;

    static Ranking learned(Groups training, Groups tune) {
        Groups unseen = new Groups();
        for (int part = 0; part < PARTS; part++) {
            int left = part;
            TreeEnsemble others = TreeTrainer.train(training.about(database -> part(database) != left), tune, RANKING);
            unseen.addAll(winners(training.about(database -> part(database) == left), others));
        }
        TreeEnsemble trees = TreeTrainer.train(training, tune, RANKING);
        return new Ranking(trees, TreeTrainer.trainAlone(unseen, SURENESS));
    }

    private static int part(String database) {
        return Math.floorMod(database.hashCode(), PARTS);
    }

    /** What tells how far each question's likeliest candidate can be trusted, each a group of its own. */
    static Groups winners(Groups groups, TreeEnsemble ranking) {
        Groups winners = new Groups();
        for (Groups.Span span : groups.spans()) {
            List<float[]> rows = groups.rows(span);
            Winner winner =
                    new Winner(rows, rows.stream().mapToDouble(ranking::score).toArray());
            winners.add(List.of(winner.features()), List.of(groups.isRight(span.start() + winner.place())), span.of());
        }
        return winners;
    }

    /** How probable it is that each is right. */
    double[] probabilities(Groups winners) {
        return IntStream.range(0, winners.size())
                .mapToDouble(row -> sureness.probability(winners.row(row)))
                .toArray();
    }
}
