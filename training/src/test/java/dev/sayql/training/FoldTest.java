package dev.sayql.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FoldTest {

    @Test
    void unknownDatabasesAreForTraining() {
        assertThat(Fold.of("nobody knows it")).isEqualTo(Fold.TRAIN);
    }

    @Test
    void theHalvesAreTwo() {
        assertThat(Arrays.asList("a", "b", "c", "d", "e", "f").stream()
                        .map(Fold::half)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void theFoldsAreFixed() {
        assertThat(Fold.of("movie_1")).isEqualTo(Fold.TUNE);
        assertThat(Fold.of("college_2")).isEqualTo(Fold.TRAIN);
    }
}
