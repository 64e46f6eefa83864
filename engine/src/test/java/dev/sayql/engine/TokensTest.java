package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static List<String> words(String question) {
        return Tokens.of(question).stream().map(Token::word).toList();
    }

    @Test
    void writesOutWhatHaveAndAreAreShortFor() {
        assertThat(Tokens.of("who've you're").stream().map(Token::word)).containsExactly("who", "have", "you", "are");
    }

    @Test
    void writesContractionsOut() {
        assertThat(words("Who hasn't ordered?")).containsExactly("who", "has", "not", "ordered");
    }

    @Test
    void takesThePossessiveOff() {
        assertThat(words("Jane Smith's orders")).containsExactly("jane", "smith", "orders");
    }

    @Test
    void keepsQuotedTextWhole() {
        Token quoted = Tokens.of("products called \"Desk Lamp\"").getLast();
        assertThat(quoted.text()).isEqualTo("Desk Lamp");
        assertThat(quoted.quoted()).isTrue();
    }

    @Test
    void keepsDatesMailsAndAmountsWhole() {
        assertThat(words("a@b.org since 2025-03-01 over $1,200.50 at 20%"))
                .containsExactly("a@b.org", "since", "2025-03-01", "over", "$1,200.50", "at", "20", "%");
    }

    @Test
    void remembersWhereEachWordStood() {
        Token second = Tokens.of("all  orders").getLast();
        assertThat("all  orders".substring(second.start(), second.end())).isEqualTo("orders");
    }

    @Test
    void keepsTheNamesOfSitesWhole() {
        assertThat(words("mail ends with @example.com, contains .org or shop.example.co."))
                .containsExactly(
                        "mail", "ends", "with", "@example.com", ",", "contains", ".org", "or", "shop.example.co");
    }

    @Test
    void asksWhenWhereADateIsAskedFor() {
        assertThat(words("On what date did Ada join?")).containsExactly("when", "did", "ada", "join");
        assertThat(words("on what day were most loans made")).startsWith("on", "what", "day");
        assertThat(words("which day was the busiest")).containsExactly("which", "day", "was", "the", "busiest");
    }

    @Test
    void makesNothingOfPunctuation() {
        assertThat(words("?!...")).isEmpty();
    }
}
