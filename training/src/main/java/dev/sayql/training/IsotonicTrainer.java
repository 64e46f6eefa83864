package dev.sayql.training;

import dev.sayql.engine.model.IsotonicCurve;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rising curve nearest to what happened, in least squares, by pooling adjacent violators (Barlow et al. 1972). */
final class IsotonicTrainer {

    /** A score and whether it was right. */
    record Outcome(double score, boolean right) {}

    private record Block(double scoreSum, double rightSum, int count) {
        double mean() {
            return rightSum / count;
        }

        double score() {
            return scoreSum / count;
        }

        Block and(Block other) {
            return new Block(scoreSum + other.scoreSum, rightSum + other.rightSum, count + other.count);
        }
    }

    private IsotonicTrainer() {}

    /** @throws IllegalArgumentException when there is nothing to learn from */
    static IsotonicCurve train(List<Outcome> outcomes) {
        List<Block> blocks = new ArrayList<>();
        outcomes.stream().sorted(Comparator.comparingDouble(Outcome::score)).forEach(outcome -> {
            blocks.add(new Block(outcome.score(), outcome.right() ? 1 : 0, 1));
            while (blocks.size() > 1 && violates(blocks)) {
                Block last = blocks.removeLast();
                blocks.add(blocks.removeLast().and(last));
            }
        });
        return IsotonicCurve.of(
                blocks.stream().mapToDouble(Block::score).toArray(),
                blocks.stream().mapToDouble(Block::mean).toArray());
    }

    /** Equal scores are one point, too. */
    private static boolean violates(List<Block> blocks) {
        Block last = blocks.getLast();
        Block before = blocks.get(blocks.size() - 2);
        return before.mean() >= last.mean() || before.score() >= last.score();
    }
}
