package dev.sayql.engine.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.engine.learned.TreeEnsemble.Leaf;
import dev.sayql.engine.learned.TreeEnsemble.Node;
import dev.sayql.engine.learned.TreeEnsemble.Split;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TreeEnsembleTest {

    private static final Node STUMP = new Split(0, 1.5f, false, new Leaf(-1), new Leaf(2));
    private static final Node DEEPER =
            new Split(1, 0, true, new Split(0, 10, false, new Leaf(0.25f), new Leaf(0.5f)), new Leaf(-4));

    private final TreeEnsemble trees = TreeEnsemble.of(List.of("length", "depth"), 100, List.of(STUMP, DEEPER));

    @Test
    void addsOneLeafOfEachTreeToTheBase() {
        assertThat(trees.score(new float[] {1, -1})).isEqualTo(100 - 1 + 0.25);
        assertThat(trees.score(new float[] {11, -1})).isEqualTo(100 + 2 + 0.5);
        assertThat(trees.score(new float[] {11, 1})).isEqualTo(100 + 2 - 4);
    }

    @Test
    void exactlyTheThresholdGoesLow() {
        assertThat(trees.score(new float[] {1.5f, 0})).isEqualTo(100 - 1 + 0.25);
        assertThat(trees.score(new float[] {Math.nextUp(1.5f), 0})).isEqualTo(100 + 2 + 0.25);
    }

    @Test
    void missingFeatureGoesWhereTheSplitSays() {
        assertThat(trees.score(new float[] {Float.NaN, 1})).isEqualTo(100 + 2 - 4);
        assertThat(trees.score(new float[] {1, Float.NaN})).isEqualTo(100 - 1 + 0.25);
    }

    @Test
    void rowOfAnotherLengthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trees.score(new float[3]))
                .withMessage("a row of 3 features for trees over 2");
    }

    @Test
    void treeThatAsksForAFeatureBeyondTheRowIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TreeEnsemble.of(List.of("length"), 0, List.of(DEEPER)))
                .withMessageContaining("feature 1 of 1");
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        TreeEnsemble read = TreeEnsemble.read(new ByteArrayInputStream(written(trees)));

        assertThat(read.features()).containsExactly("length", "depth");
        assertThat(read.size()).isEqualTo(2);
        for (float first : new float[] {-3, 1.5f, 2, 12, Float.NaN}) {
            for (float second : new float[] {-3, 0, 2, Float.NaN}) {
                float[] row = {first, second};
                assertThat(read.score(row)).isEqualTo(trees.score(row));
            }
        }
        assertThat(written(read)).isEqualTo(written(trees));
    }

    @Test
    void noTreesAreTheBaseAlone() throws IOException {
        TreeEnsemble none = TreeEnsemble.of(List.of(), 0.5, List.of());

        assertThat(TreeEnsemble.read(new ByteArrayInputStream(written(none))).score(new float[0]))
                .isEqualTo(0.5);
    }

    @Test
    void everyCutAndEveryChangeIsFound() throws IOException {
        byte[] whole = written(trees);
        for (int length = 0; length < whole.length; length++) {
            assertUnreadable(Arrays.copyOf(whole, length), "cut at " + length);
        }
        // Gzip's head of ten bytes says when and where a file was packed, which nothing depends on.
        for (int place = 10; place < whole.length; place++) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 0x10;
            assertUnreadableOrTheSame(damaged, whole, "changed at " + place);
        }
    }

    @Test
    void otherFilesAreRefusedByName() throws IOException {
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        LogLinear.of(List.of("a"), 4, new float[1], new TreeMap<>(), 0).write(other);

        assertThatThrownBy(() -> TreeEnsemble.read(new ByteArrayInputStream(other.toByteArray())))
                .isInstanceOf(UnreadableModelException.class)
                .hasMessage("This is no readable trees model: it holds: log-linear");
        assertUnreadable("id,name\n1,Ada\n".getBytes(StandardCharsets.UTF_8), "a text");
    }

    /** Some bits of compressed bytes fill up the last one, and mean nothing. */
    private static void assertUnreadableOrTheSame(byte[] damaged, byte[] whole, String what) throws IOException {
        try {
            TreeEnsemble read = TreeEnsemble.read(new ByteArrayInputStream(damaged));
            assertThat(written(read)).as(what).isEqualTo(whole);
        } catch (UnreadableModelException found) {
            assertThat(found).as(what).hasMessageStartingWith("This is no readable ");
        }
    }

    private static void assertUnreadable(byte[] bytes, String what) {
        assertThatThrownBy(() -> TreeEnsemble.read(new ByteArrayInputStream(bytes)))
                .as(what)
                .isInstanceOf(UnreadableModelException.class);
    }

    private static byte[] written(TreeEnsemble trees) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        trees.write(out);
        return out.toByteArray();
    }
}
