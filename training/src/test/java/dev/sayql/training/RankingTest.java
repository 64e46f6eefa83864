package dev.sayql.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.sayql.engine.Winner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void isSurerWhereWinnersAreRight() {
        Ranking ranking = Ranking.learned(questions(600, 1), questions(100, 3), questions(150, 2));
        Groups unseen = Ranking.triedWinners(questions(300, 4), ranking.trees());

        double[] sure = ranking.probabilities(unseen);

        assertThat(Arrays.stream(sure).max().orElseThrow())
                .isGreaterThan(Arrays.stream(sure).min().orElseThrow() + 0.2);
        assertThat(Arrays.stream(sure).average().orElseThrow()).isCloseTo(unseen.share(), offset(0.1));
    }

    @Test
    void theWinnerIsTheFirstOfThoseWithTheHighestScore() {
        Winner winner = new Winner(List.of(row(1), row(2), row(3)), new double[] {0, 4, 4});

        assertThat(winner.place()).isEqualTo(1);
        assertThat(winner.share(1)).isEqualTo(winner.share(2)).isGreaterThan(0.4);
    }

    private static float[] row(float value) {
        return new float[] {value, 0, 0, 0, 0, 0, 0};
    }

    /** The right candidate has the larger value; where both are small, chance decides. */
    private static Groups questions(int count, long seed) {
        Random random = new Random(seed);
        Groups groups = new Groups();
        for (int question = 0; question < count; question++) {
            boolean clear = random.nextBoolean();
            boolean first = random.nextBoolean();
            List<float[]> rows = new ArrayList<>();
            rows.add(row(clear ? (first ? 9 : 1) : random.nextFloat()));
            rows.add(row(clear ? (first ? 1 : 9) : random.nextFloat()));
            groups.add(rows, List.of(first, !first), "database" + question % 20);
        }
        return groups;
    }
}
