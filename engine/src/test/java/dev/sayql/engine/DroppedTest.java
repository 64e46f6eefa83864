package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DroppedTest {
    private static boolean isAnythingDropped(String question, String sql) {
        Knowledge knowledge = new Knowledge(Library.context());
        Chart chart = new Chart(Tokens.of(question), knowledge, LocalDate.of(2026, 3, 1));
        return new Dropped(chart).isAnythingBy(sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "books over 300 pages | SELECT b.title FROM book b",
                "members with three loans in 2025 | SELECT m.first_name FROM member m WHERE l.lent_on >= '2025-01-01'",
                "fines over 3000000000 | SELECT sum(l.fine) FROM loan l",
                "books that were not borrowed | SELECT b.title FROM book b JOIN loan l ON true",
                "fines of The Dispossessed | SELECT sum(l.fine) FROM loan l",
                "average pages of books | SELECT b.pages FROM book b"
            })
    void whatPassesOverAConditionIsNoMeaning(String question, String sql) {
        assertThat(isAnythingDropped(question, sql)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "books over 300 pages | SELECT b.title FROM book b WHERE b.pages > 300",
                "members with three loans in 2025 | SELECT 1 FROM loan l WHERE l.lent_on >= '2025-01-01' HAVING count(*) = 3",
                "loans in the last 30 days | SELECT count(*) FROM loan l WHERE l.lent_on >= '2026-01-30'",
                "books that were not borrowed | SELECT b.title FROM book b WHERE NOT EXISTS (SELECT 1 FROM loan l)",
                "fines of essays | SELECT sum(l.fine) FROM loan l JOIN book b ON true WHERE b.genre = 'essay'",
                "average pages of books | SELECT avg(b.pages) FROM book b",
                "books with not more than 300 pages | SELECT b.title FROM book b WHERE b.pages <= 300",
                "one book | SELECT b.title FROM book b"
            })
    void whatHoldsThemAllIsOne(String question, String sql) {
        assertThat(isAnythingDropped(question, sql)).isFalse();
    }
}
