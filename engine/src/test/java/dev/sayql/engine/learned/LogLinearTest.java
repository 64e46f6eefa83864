package dev.sayql.engine.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LogLinearTest {

    private static final List<String> CLASSES = List.of("count", "list", "none");

    private final LogLinear model = LogLinear.of(
            CLASSES,
            4,
            new float[] {0, 1, 0},
            new TreeMap<>(Map.of(
                    0, new float[] {1.27f, 0, 0},
                    15, new float[] {-0.64f, 2.54f, 0.001f})),
            0.01);

    @Test
    void probabilitiesAreTheSoftmaxOfTheWeightsThatAreThere() {
        double[] found = model.logProbabilities(new int[] {0, 15});

        double[] scores = {1.27 - 0.64, 1 + 2.54, 0};
        double total = Arrays.stream(scores).map(Math::exp).sum();
        for (int i = 0; i < scores.length; i++) {
            assertThat(found[i]).isCloseTo(scores[i] - Math.log(total), within(1e-6));
        }
        assertThat(Arrays.stream(found).map(Math::exp).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void withoutFeaturesTheBiasesDecide() {
        double[] found = model.logProbabilities(new int[0]);

        assertThat(found[1] - found[0]).isCloseTo(1, within(1e-9));
        assertThat(found[2]).isEqualTo(found[0]);
    }

    @Test
    void smallWeightsAreLeftOut() {
        assertThat(model.size()).isEqualTo(3);
    }

    @Test
    void aWeightIsOffByHalfAStepAtMost() {
        TreeMap<Integer, float[]> learned = new TreeMap<>();
        for (int feature = 0; feature < 16; feature++) {
            learned.put(feature, new float[] {feature / 7.3f - 1, 0});
        }
        LogLinear quantised = LogLinear.of(List.of("a", "b"), 4, new float[2], learned, 0);

        double step = 1.0548 / 127;
        for (int feature = 0; feature < 16; feature++) {
            double[] found = quantised.logProbabilities(new int[] {feature});
            assertThat(found[0] - found[1]).isCloseTo(feature / 7.3 - 1, within(step / 2 + 1e-6));
        }
    }

    @Test
    void featureBeyondTheModelIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> model.logProbabilities(new int[] {16}));
        assertThatIllegalArgumentException().isThrownBy(() -> model.logProbabilities(new int[] {-1}));
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        LogLinear read = LogLinear.read(new ByteArrayInputStream(written(model)));

        assertThat(read.classes()).isEqualTo(CLASSES);
        assertThat(read.bits()).isEqualTo(4);
        for (int[] features : new int[][] {{}, {0}, {15}, {0, 3, 15}}) {
            assertThat(read.logProbabilities(features)).isEqualTo(model.logProbabilities(features));
        }
    }

    @Test
    void everyCutAndEveryChangeIsFound() throws IOException {
        byte[] whole = written(model);
        for (int length = 0; length < whole.length; length++) {
            assertUnreadable(Arrays.copyOf(whole, length), "cut at " + length);
        }
        for (int place = 10; place < whole.length; place++) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 0x04;
            assertUnreadableOrTheSame(damaged, whole, "changed at " + place);
        }
    }

    /** Some bits of compressed bytes fill up the last one, and mean nothing. */
    private static void assertUnreadableOrTheSame(byte[] damaged, byte[] whole, String what) throws IOException {
        try {
            LogLinear read = LogLinear.read(new ByteArrayInputStream(damaged));
            assertThat(written(read)).as(what).isEqualTo(whole);
        } catch (UnreadableModelException found) {
            assertThat(found).as(what).hasMessageStartingWith("This is no readable ");
        }
    }

    private static void assertUnreadable(byte[] bytes, String what) {
        assertThatThrownBy(() -> LogLinear.read(new ByteArrayInputStream(bytes)))
                .as(what)
                .isInstanceOf(UnreadableModelException.class);
    }

    private static byte[] written(LogLinear model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }
}
