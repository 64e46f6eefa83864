package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.SqlValidator;
import dev.sayql.sql.Verdict;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What plays a part in a query is held beside what plays it in the question. */
class RoleFeaturesTest {
    private static final SqlValidator VALIDATOR = new SqlValidator();
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);

    private static final int ORDER_WAY = 0;
    private static final int LIMIT = 5;
    private static final int TESTED_AT = 6;
    private static final int AGREEING = 8;
    private static final int CONTRADICTING = 9;
    private static final int GROUPED = 18;
    private static final int COUNTS = 21;
    private static final int SHOWN_BEHIND = 23;
    private static final int SHOWN_MISSED = 24;
    private static final int EITHER = 28;
    private static final int NEGATED = 30;
    private static final int DIFFERENT = 31;

    private final SourceContext library = Library.context();
    private final Knowledge knowledge = new Knowledge(library);

    @AfterAll
    static void close() {
        VALIDATOR.close();
    }

    @Test
    void theOrderThatIsSaidIsTellable() {
        String question = "Which book has the most pages?";

        assertThat(feature(ORDER_WAY, question, "SELECT title FROM book ORDER BY pages DESC LIMIT 1"))
                .isPositive();
        assertThat(feature(ORDER_WAY, question, "SELECT title FROM book ORDER BY pages LIMIT 1"))
                .isNegative();
        assertThat(feature(ORDER_WAY, question, "SELECT title FROM book")).isNaN();
    }

    @Test
    void asManyRowsAsSaidAreTellable() {
        String question = "top 3 books by pages";

        assertThat(feature(LIMIT, question, "SELECT title FROM book ORDER BY pages DESC LIMIT 3"))
                .isEqualTo(1);
        assertThat(feature(LIMIT, question, "SELECT title FROM book ORDER BY pages DESC LIMIT 1"))
                .isEqualTo(-1);
    }

    @Test
    void whatANumberIsComparedWithStandsBesideIt() {
        String question = "members whose fine is below 5 and books with more than 300 pages";

        String near = "SELECT title FROM book WHERE pages > 300";
        String far = "SELECT loan_id FROM loan WHERE fine > 300";
        assertThat(feature(TESTED_AT, question, near)).isLessThan(feature(TESTED_AT, question, far));
        assertThat(feature(AGREEING, question, near)).isEqualTo(1);
        assertThat(feature(CONTRADICTING, question, "SELECT title FROM book WHERE pages < 300"))
                .isEqualTo(1);
    }

    @Test
    void groupsAndCountsAreSaidOrNot() {
        String grouped = "SELECT genre, count(*) FROM book GROUP BY genre";
        String counted = "SELECT count(*) FROM book";

        assertThat(feature(GROUPED, "number of books for each genre", grouped)).isEqualTo(1);
        assertThat(feature(GROUPED, "number of books for each genre", counted)).isEqualTo(-1);
        assertThat(feature(GROUPED, "how many books are there", grouped)).isEqualTo(-2);
        assertThat(feature(COUNTS, "how many books are there", counted)).isEqualTo(1);
        assertThat(feature(COUNTS, "how many books are there", "SELECT title FROM book"))
                .isEqualTo(-1);
    }

    @Test
    void whatIsAskedForStandsBeforeWhatNarrowsIt() {
        String question = "title of the books whose genre is novel";

        String right = "SELECT title FROM book WHERE genre = 'novel'";
        String wrong = "SELECT genre FROM book WHERE genre = 'novel'";
        assertThat(feature(SHOWN_BEHIND, question, right)).isZero();
        assertThat(feature(SHOWN_BEHIND, question, wrong)).isEqualTo(1);
        assertThat(feature(SHOWN_MISSED, question, right)).isZero();
        assertThat(feature(SHOWN_MISSED, question, wrong)).isEqualTo(1);
    }

    @Test
    void smallWordsOfLogicAreMetOrNot() {
        String either = "SELECT title FROM book WHERE genre = 'novel' OR genre = 'essay'";
        String without = "SELECT name FROM author WHERE author_id NOT IN (SELECT author_id FROM book)";

        assertThat(feature(EITHER, "books that are a novel or an essay", either))
                .isEqualTo(1);
        assertThat(feature(EITHER, "books that are a novel", either)).isEqualTo(-2);
        assertThat(feature(NEGATED, "authors without books", without)).isEqualTo(1);
        assertThat(feature(NEGATED, "authors without books", "SELECT name FROM author"))
                .isEqualTo(-1);
        assertThat(feature(DIFFERENT, "different genres of books", "SELECT DISTINCT genre FROM book"))
                .isEqualTo(1);
        assertThat(feature(DIFFERENT, "different genres of books", "SELECT genre FROM book"))
                .isEqualTo(-1);
    }

    private float feature(int index, String question, String statement) {
        Verdict verdict = VALIDATOR.validate(new SqlText(statement), library.rules());
        assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
        Query query = SqlReader.read(((Verdict.Allowed) verdict).sql().syntax(), library.schema())
                .orElseThrow();
        Linking linking = new Linking(new Chart(Tokens.of(question), knowledge, TODAY));
        FeatureRow row = new FeatureRow();
        new RoleFeatures(linking, knowledge).addTo(row, query);
        return row.values()[index];
    }
}
