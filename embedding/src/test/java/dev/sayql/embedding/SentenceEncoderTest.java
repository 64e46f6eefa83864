package dev.sayql.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sayql.core.generation.EmbedderUnavailableException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SentenceEncoderTest {
    private static final SentenceEncoder ENCODER = new SentenceEncoder();
    private static final String VOCABULARY = "/all-minilm-l6-v2-q-tokenizer.json";

    @AfterAll
    static void close() {
        ENCODER.close();
    }

    private static double nearness(String one, String other) {
        List<float[]> vectors = ENCODER.embed(List.of(one, other));
        double sum = 0;
        for (int index = 0; index < MiniLm.WIDTH; index++) {
            sum += vectors.getFirst()[index] * vectors.getLast()[index];
        }
        return sum;
    }

    @Test
    void putsWordsOfOneMeaningNearOneAnother() {
        assertThat(nearness("physician", "doctor")).isGreaterThan(nearness("physician", "invoice") + 0.2);
        assertThat(nearness("wage of employee", "salary")).isGreaterThan(nearness("wage of employee", "colour") + 0.2);
    }

    @Test
    void givesVectorsOfLengthOneInTheOrderOfTheTexts() {
        List<float[]> vectors = ENCODER.embed(List.of("doctor", "invoice", "doctor"));

        assertThat(vectors).hasSize(3);
        assertThat(vectors.getFirst()).isEqualTo(vectors.getLast()).isNotEqualTo(vectors.get(1));
        assertThat(nearness("doctor", "doctor")).isCloseTo(1, within(1e-5));
    }

    @Test
    void readsWhatIsNoTextAtAll() {
        assertThat(ENCODER.embed(List.of("", "\uD83D\uDE00", "x".repeat(10_000))))
                .hasSize(3);
        assertThat(ENCODER.embed(List.of())).isEmpty();
    }

    @Test
    void loadsNothingBeforeTheFirstText() {
        SentenceEncoder missing = new SentenceEncoder("/nothing.onnx", VOCABULARY);

        missing.close();
    }

    @Test
    void saysWhatIsMissingAndSaysTheSameAgain() {
        SentenceEncoder missing = new SentenceEncoder("/nothing.onnx", VOCABULARY);

        assertThatThrownBy(() -> missing.embed(List.of("doctor")))
                .isInstanceOf(EmbedderUnavailableException.class)
                .hasMessageContaining("/nothing.onnx");
        assertThatThrownBy(() -> missing.embed(List.of("doctor"))).isInstanceOf(EmbedderUnavailableException.class);
    }

    @Test
    void tellsADamagedNetworkFromAMissingOne() {
        // The vocabulary is a file, and no network.
        SentenceEncoder damaged = new SentenceEncoder(VOCABULARY, VOCABULARY);

        assertThatThrownBy(() -> damaged.embed(List.of("doctor")))
                .isInstanceOf(EmbedderUnavailableException.class)
                .hasMessageNotContaining("missing");
    }
}
