package dev.sayql.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlierQuestionsTest {
    private static final Source SHOP = new Source(new TeamId("demo"), new SourceId("shop"), "Shop");

    private final List<String> asked = new ArrayList<>(List.of("How many orders are there?"));
    private final Deque<Runnable> background = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private int reads;
    private boolean down;

    private final EarlierQuestions<String> earlier = new EarlierQuestions<>(
            source -> {
                reads++;
                if (down) {
                    throw new IllegalStateException("down");
                }
                return asked;
            },
            () -> now,
            background::add);

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void theKeysOfASecondReadOnce() {
        for (int key = 0; key < 10; key++) {
            assertThat(earlier.of(SHOP)).hasSize(1);
            pass(Duration.ofMillis(80));
        }
        assertThat(reads).isEqualTo(1);
        assertThat(background).isEmpty();
    }

    @Test
    void whatIsAnsweredMeanwhileComesWithALaterKeyAndNoKeyWaitsForIt() {
        earlier.of(SHOP);
        asked.add("List all products");
        pass(Duration.ofSeconds(2));

        assertThat(earlier.of(SHOP)).hasSize(1);
        assertThat(earlier.of(SHOP)).hasSize(1);
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(earlier.of(SHOP)).hasSize(2);
    }

    @Test
    void afterAPauseNothingOldIsOffered() {
        earlier.of(SHOP);
        asked.clear();
        pass(Duration.ofSeconds(11));

        assertThat(earlier.of(SHOP)).isEmpty();
    }

    @Test
    void whatCannotBeReadIsToldAndNothingStaleIsKept() {
        earlier.of(SHOP);
        down = true;
        pass(Duration.ofSeconds(2));
        earlier.of(SHOP);
        background.remove().run();

        assertThatThrownBy(() -> earlier.of(SHOP)).hasMessage("down");
        down = false;
        assertThat(earlier.of(SHOP)).hasSize(1);
    }

    @Test
    void eachSourceHasItsOwn() {
        earlier.of(SHOP);
        earlier.of(new Source(new TeamId("other"), new SourceId("shop"), "Shop"));

        assertThat(reads).isEqualTo(2);
    }
}
