package dev.sayql.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.generation.CrossEncoder;
import dev.sayql.core.generation.EmbedderUnavailableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of the reading of candidates; the rest is proven where there are databases. */
class CheckupTest {
    @TempDir
    private Path home;

    private List<Checkup.Finding> encoder(CrossEncoder encoder, Map<String, String> settings) {
        Parts parts = new Parts(
                (any, notices) -> {
                    throw new IllegalStateException("there are no databases here");
                },
                (table, clock) -> {
                    throw new IllegalStateException("there are no tables here");
                },
                texts -> List.of(),
                encoder,
                notice -> {});
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("SAYQL_HOME", home.toString());
        return Checkup.of(environment, parts).stream()
                .filter(finding -> finding.part().equals("encoder"))
                .toList();
    }

    @Test
    void anEncoderThatReadsIsInOrder() {
        List<String> read = new ArrayList<>();

        assertThat(encoder(
                        (question, texts) -> {
                            read.addAll(texts);
                            return new float[texts.size()];
                        },
                        Map.of()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.good()).isTrue());
        assertThat(read).isNotEmpty();
    }

    @Test
    void oneThatCannotIsToldWithTheReasonAndWhatToDo() {
        CrossEncoder broken = (question, texts) -> {
            throw new EmbedderUnavailableException("cross-encoder.bin is missing", new IllegalStateException());
        };

        assertThat(encoder(broken, Map.of())).singleElement().satisfies(finding -> {
            assertThat(finding.good()).isFalse();
            assertThat(finding.sentence()).contains("cross-encoder.bin is missing");
            assertThat(finding.advice()).contains("SAYQL_ENCODER=off");
        });
        assertThat(encoder(broken, Map.of("SAYQL_ENCODER", "off"))).isEmpty();
    }
}
