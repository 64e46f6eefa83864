package dev.sayql.engine.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CueTest {

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    @Test
    void theFirstIsNotTheLast() {
        assertThat(Cue.areOtherPlaces(words("loans of the first week"), words("loans of the last week")))
                .isTrue();
        assertThat(Cue.areOtherPlaces(words("the first loan"), words("loan that was first")))
                .isFalse();
        assertThat(Cue.areOtherPlaces(words("the first loan"), words("the loan")))
                .isFalse();
    }

    @Test
    void twoCountsAreNotOne() {
        assertThat(Cue.counts(words("how many passed and how many did not"))).isEqualTo(2);
        assertThat(Cue.counts(words("which passed and how many did not"))).isEqualTo(1);
        assertThat(Cue.counts(words("the largest number of loans"))).isZero();
        assertThat(Cue.counts(words("books by the number of loans"))).isZero();
    }

    @Test
    void whatIsDoneToAllIsMoreThanWhatIsDone() {
        assertThat(Cue.isDoneToAll(words("members who borrowed all books"))).isTrue();
        assertThat(Cue.isDoneToAll(words("members who have every book"))).isTrue();
        assertThat(Cue.isDoneToAll(words("members who borrowed books"))).isFalse();
        assertThat(Cue.isDoneToAll(words("the titles of all books"))).isFalse();
    }
}
