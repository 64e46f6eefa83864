package dev.sayql.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.engine.learned.TreeEnsemble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeTrainerTest {
    private static final TreeTrainer.Settings SETTINGS = new TreeTrainer.Settings(60, 3, 0.2, 0.8, 1, 1, 0.5, 1);

    @Test
    void learnsWhichRowOfAGroupIsRight() {
        TreeEnsemble trees = TreeTrainer.train(groups(300, 1), groups(100, 2), SETTINGS);
        Groups unseen = groups(200, 3);
        double[] scores = new double[unseen.size()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = trees.score(unseen.row(row));
        }

        assertThat(unseen.accuracy(scores)).isGreaterThan(0.8);
    }

    @Test
    void theSameSeedLearnsTheSame() throws IOException {
        assertThat(written(TreeTrainer.train(groups(50, 1), groups(50, 2), SETTINGS)))
                .isEqualTo(written(TreeTrainer.train(groups(50, 1), groups(50, 2), SETTINGS)));
    }

    @Test
    void groupsInWhichAllOrNoneAreRightTeachNothing() {
        Groups groups = new Groups();
        groups.add(List.of(new float[] {1}, new float[] {2}), List.of(true, true));
        groups.add(List.of(new float[] {1}, new float[] {2}), List.of(false, false));

        TreeEnsemble trees = TreeTrainer.train(groups, new Groups(), SETTINGS);

        assertThat(trees.score(new float[] {1}))
                .isEqualTo(trees.score(new float[] {2}))
                .isZero();
    }

    @Test
    void learnsHowProbableItIsThatARowIsRightByItself() {
        Random random = new Random(5);
        Groups rows = new Groups();
        for (int row = 0; row < 4_000; row++) {
            float value = random.nextInt(2);
            rows.add(List.of(new float[] {value}), List.of(random.nextDouble() < (value > 0 ? 0.9 : 0.2)));
        }

        TreeEnsemble trees = TreeTrainer.trainAlone(rows, SETTINGS);

        assertThat(trees.probability(new float[] {1})).isBetween(0.85, 0.95);
        assertThat(trees.probability(new float[] {0})).isBetween(0.15, 0.25);
    }

    private static byte[] written(TreeEnsemble trees) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        trees.write(out);
        return out.toByteArray();
    }

    /** The right row has the largest first feature unless it lacks the second; the third is noise. */
    private static Groups groups(int count, long seed) {
        Random random = new Random(seed);
        Groups groups = new Groups();
        for (int group = 0; group < count; group++) {
            List<float[]> rows = new ArrayList<>();
            int best = -1;
            for (int row = 0; row < 6; row++) {
                float second = random.nextInt(3) == 0 ? Float.NaN : random.nextFloat();
                rows.add(new float[] {random.nextInt(40), second, random.nextFloat()});
                boolean better = !Float.isNaN(second) && (best < 0 || rows.get(row)[0] > rows.get(best)[0]);
                best = better ? row : best;
            }
            List<Boolean> right = new ArrayList<>();
            for (int row = 0; row < 6; row++) {
                right.add(row == best);
            }
            groups.add(rows, right);
        }
        return groups;
    }
}
