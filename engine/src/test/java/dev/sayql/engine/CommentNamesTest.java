package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommentNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Technique, techn, technique",
        "Number of loading docks, docks, loading docks",
        "Parent machine: the one this equipment is part of, par_mach, parent machine",
        "Technician it is assigned to; NULL until assigned, tech_no, technician"
    })
    void shortCommentsNameColumns(String comment, String column, String name) {
        assertThat(CommentNames.ofColumn(comment, NamePhrases.wordsOf(column, Set.of()), Set.of("machine")))
                .contains(List.of(name.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "Branch where the member signed up, home_branch_id",
        "Year, first_published",
        "True when the employee works from home, remote"
    })
    void othersNameNothing(String comment, String column) {
        assertThat(CommentNames.ofColumn(comment, NamePhrases.wordsOf(column, Set.of()), Set.of("branch")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Donations received, donations", "Museums of the group, museums", "Artworks lent to others, artworks"})
    void theNounAtTheBeginningNamesATable(String comment, String name) {
        assertThat(CommentNames.ofTable(comment)).contains(List.of(name));
    }

    @Test
    void aNameIsShortForWordsThatHoldItsLettersInOrder() {
        assertThat(CommentNames.abbreviates("dontn", List.of("donations"))).isTrue();
        assertThat(CommentNames.abbreviates("loan", List.of("artworks"))).isFalse();
    }

    @Test
    void aDateTellsWhatHadHappenedThen() {
        assertThat(CommentNames.eventOf("Date returned; NULL while still out")).contains("returned");
        assertThat(CommentNames.eventOf("When it was closed")).contains("closed");
        assertThat(CommentNames.eventOf("Date of installation")).isEmpty();
    }
}
