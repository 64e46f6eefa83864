package dev.sayql.engine.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OppositesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders not sent and not paid either|orders not sent or not paid either",
                "From which industries do sponsors come?|to which industries do sponsors come?",
                "where from do they come|where to do they come",
                "members from newest to oldest|members from newest to newest",
            })
    void tellQuestionsApart(String one, String other) {
        assertThat(Opposites.tell(one, other)).isTrue();
        assertThat(Opposites.tell(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Which industries do sponsors come from?|From which industries do sponsors come?",
                "whether or not they paid|if they paid",
                "to which cities do trains go from Leeds|which cities do trains go to from Leeds",
                "customers in France or Spain|customers in France and Spain",
            })
    void sayNothingOfOthers(String one, String other) {
        assertThat(Opposites.tell(one, other)).isFalse();
        assertThat(Opposites.tell(other, one)).isFalse();
    }
}
