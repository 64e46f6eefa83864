package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.generation.Decline;
import dev.sayql.core.generation.Proposal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignWordsTest {
    private static Proposal proposed(String question) {
        return new LocalEngine().propose(Library.question(question), Library.context());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zeige mir alle Bücher",
                "Umsatz pro Land",
                "combien de livres avons-nous par auteur",
                "cuántos libros hay",
                "quanti libri abbiamo",
                "hoeveel boeken hebben we"
            })
    void otherLanguagesAreRecognised(String question) {
        assertThat(proposed(question))
                .isInstanceOfSatisfying(
                        Proposal.Declined.class,
                        declined -> assertThat(declined.decline().reason()).isEqualTo(Decline.Reason.OTHER_LANGUAGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "books from Los Angeles and Las Vegas",
                "authors from las palmas and del rio",
                "authors called Van Der Berg or De Las Casas",
                "how many members pay pro rata",
                "books with \"der und die\" in the title"
            })
    void namesOfOtherLanguagesAreNone(String question) {
        Proposal proposal = proposed(question);
        if (proposal instanceof Proposal.Declined(Decline decline, var _)) {
            assertThat(decline.reason()).isNotEqualTo(Decline.Reason.OTHER_LANGUAGE);
        }
    }
}
