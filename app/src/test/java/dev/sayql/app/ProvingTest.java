package dev.sayql.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is typed is put to the engine until enough is sure, and nothing more. */
class ProvingTest {
    private static final Source SHOP = new Source(new TeamId("demo"), new SourceId("shop"), "shop");

    private final Proving proving = new Proving();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Proofs proofs = new Proofs(question -> {
        asked.add(question);
        if (question.startsWith("broken")) {
            throw new IllegalStateException("broken");
        }
        return question.startsWith("sure");
    });

    @AfterEach
    void close() {
        proving.close();
    }

    private List<String> sure(List<String> questions, int most) {
        proving.begin(SHOP, proofs, questions, most);
        return proofs.sure(
                questions,
                most,
                most,
                System.nanoTime() + Duration.ofSeconds(20).toNanos());
    }

    private static List<String> questions(String... kinds) {
        return IntStream.range(0, kinds.length)
                .mapToObj(place -> kinds[place] + " " + place)
                .toList();
    }

    @Test
    void noMoreIsPutToTheEngineThanIsWanted() {
        List<String> questions = questions("not", "sure", "not", "sure", "sure", "not");

        assertThat(sure(questions, 2)).containsExactly("sure 1", "sure 3");
        assertThat(sure(List.of("sure other"), 1)).containsExactly("sure other");
        assertThat(asked).containsExactly("not 0", "sure 1", "not 2", "sure 3", "sure other");
    }

    @Test
    void whereTooFewAreSureAllArePutToItAndEachOnce() {
        List<String> questions = questions("not", "sure", "not");

        assertThat(sure(questions, 5)).containsExactly("sure 1");
        assertThat(sure(questions, 5)).containsExactly("sure 1");
        assertThat(asked).containsExactlyElementsOf(questions);
    }

    @Test
    void whatMakesTheEngineFailIsNotSureAndNotTriedAgain() {
        List<String> questions = questions("broken", "sure");

        assertThat(sure(questions, 2)).containsExactly("sure 1");
        assertThat(sure(questions, 2)).containsExactly("sure 1");
        assertThat(asked).containsExactlyElementsOf(questions);
    }
}
