package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.generation.Proposal;
import dev.sayql.engine.learned.LogLinear;
import dev.sayql.engine.learned.TreeEnsemble;
import dev.sayql.engine.learned.TreeEnsemble.Leaf;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine with models that are not as they should be: the rules answer alone, as if there were none, and it can be seen. */
class EngineModelsTest {
    private static final List<String> QUESTIONS = List.of(
            "How many books are there?",
            "How many loans by genre?",
            "list the titles of long novels",
            "the fines of xyzzy");

    private final Map<String, byte[]> files = new HashMap<>();

    /** Small ones, for it does not matter what they say. */
    EngineModelsTest() throws IOException {
        ByteArrayOutputStream shapes = new ByteArrayOutputStream();
        LogLinear.of(List.of("a", "b"), 4, new float[2], new TreeMap<>(Map.of(3, new float[] {1, -1})), 0)
                .write(shapes);
        files.put("sketches.bin", shapes.toByteArray());
        for (String name : List.of("slots.bin", "ranking.bin", "sureness.bin", "tried.bin")) {
            ByteArrayOutputStream trees = new ByteArrayOutputStream();
            TreeEnsemble.of(List.of("first"), 0, List.of(new Leaf(name.length())))
                    .write(trees);
            files.put(name, trees.toByteArray());
        }
    }

    private EngineModels read() {
        return EngineModels.of(name -> Optional.ofNullable(files.get(name)).map(ByteArrayInputStream::new));
    }

    private static List<Proposal> proposals(EngineModels models) {
        LocalEngine engine = new LocalEngine(models);
        return QUESTIONS.stream()
                .map(question -> engine.propose(Library.question(question), Library.context()))
                .toList();
    }

    private void assertRulesAnswerAlone(String file) {
        EngineModels models = read();
        assertThat(models.canRank()).isFalse();
        assertThat(models.sketches()).isEmpty();
        assertThat(models.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains(file));
        assertThat(proposals(models)).isEqualTo(proposals(EngineModels.none()));
    }

    @Test
    void goodOnesAreUsed() {
        assertThat(read().canRank()).isTrue();
        assertThat(read().problem()).isEmpty();
    }

    @Test
    void theSecondRankingIsThereAsAWholeOrNotAtAll() {
        assertThat(read().reranker()).isEmpty();
        byte[] trees = files.getOrDefault("ranking.bin", new byte[0]);
        files.put("reranking.bin", trees);

        assertRulesAnswerAlone("reranked-sureness.bin");

        files.put("reranked-sureness.bin", trees);
        files.put("reranked-tried.bin", trees);
        assertThat(read().reranker()).isPresent();
        assertThat(read().problem()).isEmpty();
    }

    @Test
    void noneAtAllIsNoProblem() {
        files.clear();

        assertThat(read().canRank()).isFalse();
        assertThat(read().problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sketches.bin", "slots.bin", "ranking.bin", "sureness.bin", "tried.bin"})
    void oneThatIsMissing(String file) {
        files.remove(file);

        assertRulesAnswerAlone(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sketches.bin", "slots.bin", "ranking.bin", "sureness.bin", "tried.bin"})
    void oneThatIsCutShort(String file) {
        byte[] whole = files.getOrDefault(file, new byte[0]);
        for (int length : List.of(0, 1, 9, whole.length / 2, whole.length - 1)) {
            files.put(file, Arrays.copyOf(whole, length));

            assertRulesAnswerAlone(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sketches.bin", "slots.bin", "ranking.bin", "sureness.bin", "tried.bin"})
    void oneWithAFlippedBit(String file) {
        byte[] whole = files.getOrDefault(file, new byte[0]);
        // Behind the head of the compressed stream, of which not every bit means something.
        for (int place : List.of(12, whole.length / 3, whole.length / 2, whole.length - 5)) {
            byte[] flipped = whole.clone();
            flipped[place] ^= 0x10;
            files.put(file, flipped);

            assertRulesAnswerAlone(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sketches.bin", "slots.bin"})
    void oneOfAnotherKind(String file) {
        files.put(file, files.getOrDefault(file.equals("slots.bin") ? "sketches.bin" : "slots.bin", new byte[0]));

        assertRulesAnswerAlone(file);
    }
}
