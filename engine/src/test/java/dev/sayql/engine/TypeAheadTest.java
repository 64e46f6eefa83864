package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.generation.SourceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeAheadTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final LocalEngine engine = new LocalEngine();
    private final TypeAhead ahead = new TypeAhead(engine, Library.context());

    private List<String> sure(String typed) {
        return ahead.completions(typed, 40).stream()
                .filter(question -> ahead.isSure(question, NOW))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "how many bo | how many books are there",
                "How many rea | How many readers are there",
                "how many books | how many books are there",
                "number of books by gen | number of books by genre",
                "number of loans by mem | number of loans by member",
                "total fi | total fines",
                "total fines by | total fines by reader",
                "what is the total fines by mo | what is the total fines by month",
                "books in nov | books in novel",
                "how many books by authors from it | how many books by authors from Italy",
            })
    void completesToWhatIsAnswered(String typed, String question) {
        assertThat(sure(typed)).as("%s", ahead.completions(typed, 40)).contains(question);
    }

    @ParameterizedTest
    @ValueSource(strings = {"how many bo", "total fi", "top 3 b", "average ", "books in ", "h", "List all "})
    void goesOnAsItWasTyped(String typed) {
        assertThat(ahead.completions(typed, 40))
                .isNotEmpty()
                .allSatisfy(question -> assertThat(question).startsWithIgnoringCase(typed.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyzzy plugh", "how many xyzzy", "{rows}", "' OR 1=1 --", "日本語", "delete all bo"})
    void findsNothingSureInNonsense(String typed) {
        assertThat(sure(typed)).isEmpty();
        assertThat(ahead.isSure(typed, NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void findsSomethingBeforeAnythingIsTyped(String typed) {
        assertThat(sure(typed)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"how many ", "how many loaned o", "How many title", "number of gen", "how many book ti"})
    void countsRowsAndNoColumns(String typed) {
        assertThat(ahead.completions(typed, 400))
                .noneMatch(question -> question.matches(
                        "(?i)(how many|number of) (loan |book |author )?(loaned on|title|genre|name)( by .*)?"));
    }

    @Test
    void aQuestionThatWouldBeDeclinedIsNotSure() {
        assertThat(ahead.isSure("how many xyzzies are there", NOW)).isFalse();
        assertThat(ahead.isSure("how many books are there", NOW)).isTrue();
    }

    @Test
    void knowsNothingOfTablesAndValuesThatAreKeptBack() {
        SourceContext narrowed = Library.context().narrowedTo(Set.of(Library.BOOK));
        TypeAhead less = new TypeAhead(engine, narrowed);

        assertThat(less.completions("how many ", 40)).anyMatch(question -> question.contains("book"));
        assertThat(List.of("how many ", "number of books by ", "books from it", "total ", "who is ad"))
                .allSatisfy(typed -> assertThat(less.completions(typed, 40))
                        .noneMatch(
                                question -> question.matches("(?i).*(member|reader|loan|fines|author|italy|ada).*")));
    }

    @Test
    void isBoundedWhateverIsTyped() {
        assertThat(ahead.completions("a ".repeat(100), 40)).hasSizeLessThanOrEqualTo(40);
        assertThat(ahead.completions("how many books ", 3)).hasSizeLessThanOrEqualTo(3);
    }
}
