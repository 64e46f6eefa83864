package dev.sayql.engine.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.engine.College;
import dev.sayql.engine.LocalEngine;
import dev.sayql.engine.SourceWords;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OtherWordsTest {
    private final SourceWords source = new LocalEngine().wordsOf(College.context());

    private boolean differInNounsOnly(String one, String other) {
        return Wording.differInNounsOnly(one, other, source);
    }

    @Test
    void aWordThatTheSourceLacksStandsForTheOneItHas() {
        assertThat(differInNounsOnly("the hardest courses of all", "the hardest curriculums of all"))
                .isTrue();
        assertThat(differInNounsOnly("the hardest courses of all", "the hardest teachers of all"))
                .isFalse();
        assertThat(differInNounsOnly("courses and curriculums", "curriculums and courses"))
                .isFalse();
    }

    @Test
    void aWordOfAStoredValueStandsForNothing() {
        assertThat(differInNounsOnly("happy students near the station", "happy students near the terminal"))
                .isFalse();
    }

    @Test
    void whereTheSourceHasTwoNamesNoWordStandsForEither() {
        assertThat(differInNounsOnly("odd categories of courses", "odd types of courses"))
                .isFalse();
        assertThat(OtherWords.areSaidFor("points", "score", Set.of("points"))).isTrue();
        assertThat(OtherWords.areSaidFor("points", "score", Set.of("points", "rating")))
                .isFalse();
    }

    @Test
    void whatIsNarrowerStandsForNothingWider() {
        assertThat(OtherWords.areSaidFor("college", "school", Set.of("college")))
                .isTrue();
        assertThat(OtherWords.areSaidFor("school", "college", Set.of("school"))).isFalse();
        assertThat(OtherWords.areSaidFor("venue", "location", Set.of("venue"))).isTrue();
        assertThat(OtherWords.areSaidFor("location", "venue", Set.of("location")))
                .isFalse();
    }

    @Test
    void goodsAreProductsAndWhatIsGoodIsNot() {
        assertThat(OtherWords.areSaidFor("product", "goods", Set.of("product"))).isTrue();
        assertThat(OtherWords.areSaidFor("product", "good", Set.of("product"))).isFalse();
    }

    @Test
    void twoWordsAreSaidForOne() {
        assertThat(OtherWords.areSaidFor("headquarters", "head office", Set.of("headquarters")))
                .isTrue();
    }
}
