package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    private static final Lexicon LEXICON = new Lexicon(Library.context());

    private static List<String> words(String question) {
        return Spelling.corrected(Tokens.of(question), LEXICON).stream()
                .map(Token::word)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "autors, author",
        "memebers, member",
        "avergae, average",
        "montly, monthly",
        "titel, title",
        "highets, highest"
    })
    void putsASlipOfThePenRight(String slip, String word) {
        assertThat(Stem.of(words("show " + slip).getLast())).isEqualTo(Stem.of(word));
    }

    @ParameterizedTest
    @CsvSource({"wich, which", "teh, the", "waht, what", "hwo, how", "thier, their", "sortd, sorted"})
    void putsSlipsInSmallWordsRight(String slip, String word) {
        assertThat(Stem.of(words("show " + slip).getLast())).isEqualTo(Stem.of(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"artless", "moaners", "bookmarks", "lawns", "calvin", "adam", "peges7"})
    void leavesAWordOfEnglishAndShortNamesAlone(String word) {
        assertThat(words("show " + word).getLast()).isEqualTo(word);
    }

    @Test
    void neverTurnsANameIntoAnother() {
        assertThat(words("loans of Alen Mathisen")).containsExactly("loans", "of", "alen", "mathisen");
    }

    @Test
    void keepsWhatWasTyped() {
        assertThat(Spelling.corrected(Tokens.of("all autors"), LEXICON)
                        .getLast()
                        .text())
                .isEqualTo("autors");
    }
}
