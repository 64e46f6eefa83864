package dev.sayql.engine.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NounsTest {
    private final Nouns nouns = Nouns.all();

    @Test
    void nounsForTheSameThingAreNoDistanceApart() {
        assertThat(nouns.distance("physician", "doctors")).hasValue(0);
        assertThat(nouns.distance("last name", "surname")).hasValue(0);
    }

    @Test
    void aKindOfSomethingIsOneStepBelowItWhicheverIsSaidFirst() {
        assertThat(nouns.distance("ship", "vessel")).hasValue(1);
        assertThat(nouns.distance("vessel", "ship")).hasValue(1);
    }

    @Test
    void nounsOfDifferentThingsAreUnrelated() {
        assertThat(nouns.distance("author", "institution")).isEmpty();
        assertThat(nouns.distance("teacher", "student")).isEmpty();
    }

    @Test
    void whatIsNoNounIsNone() {
        assertThat(nouns.has("between")).isFalse();
        assertThat(nouns.distance("between", "ship")).isEmpty();
    }
}
