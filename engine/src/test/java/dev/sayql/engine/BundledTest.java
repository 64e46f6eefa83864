package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BundledTest {

    @Test
    void knowsTheNamesOfACountry() {
        assertThat(Bundled.countriesByName().get("united kingdom")).contains("uk", "gb", "gbr", "british");
        assertThat(Bundled.countriesByName().get("german")).contains("germany", "de", "deu");
    }

    @Test
    void knowsTheStates() {
        assertThat(Bundled.statesByName().get("tx")).containsExactlyInAnyOrder("tx", "texas");
    }

    @Test
    void noWordStandsTwiceInAGroup() {
        assertThat(Bundled.columns()).allSatisfy(group -> assertThat(group).doesNotHaveDuplicates());
        assertThat(Bundled.tables()).allSatisfy(group -> assertThat(group).doesNotHaveDuplicates());
    }

    @Test
    void hasADictionary() {
        assertThat(Bundled.isEnglish("library")).isTrue();
        assertThat(Bundled.isEnglish("libary")).isFalse();
    }
}
