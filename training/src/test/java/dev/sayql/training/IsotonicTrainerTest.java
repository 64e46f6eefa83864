package dev.sayql.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sayql.engine.model.IsotonicCurve;
import java.util.List;
import org.junit.jupiter.api.Test;

class IsotonicTrainerTest {

    @Test
    void neighboursThatFallArePooled() {
        IsotonicCurve curve = IsotonicTrainer.train(List.of(
                new IsotonicTrainer.Outcome(0.1, false),
                new IsotonicTrainer.Outcome(0.4, true),
                new IsotonicTrainer.Outcome(0.5, false),
                new IsotonicTrainer.Outcome(0.9, true)));

        assertThat(curve.at(0)).isZero();
        assertThat(curve.at(0.45)).isEqualTo(0.5, within(1e-9));
        assertThat(curve.at(1)).isEqualTo(1);
    }

    @Test
    void equalScoresAreOnePoint() {
        IsotonicCurve curve = IsotonicTrainer.train(
                List.of(new IsotonicTrainer.Outcome(0.5, false), new IsotonicTrainer.Outcome(0.5, true)));

        assertThat(curve.at(0.5)).isEqualTo(0.5, within(1e-9));
    }
}
