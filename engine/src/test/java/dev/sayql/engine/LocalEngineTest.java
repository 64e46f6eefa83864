package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.Understood;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalEngineTest {
    private final LocalEngine engine = new LocalEngine();

    private Proposal propose(String question) {
        return engine.propose(Library.question(question), Library.context());
    }

    private Candidate best(String question) {
        Proposal proposal = propose(question);
        assertThat(proposal).as(question).isInstanceOf(Proposal.Candidates.class);
        return ((Proposal.Candidates) proposal).ranked().getFirst();
    }

    private Decline decline(String question) {
        Proposal proposal = propose(question);
        assertThat(proposal).as(question).isInstanceOf(Proposal.Declined.class);
        return ((Proposal.Declined) proposal).decline();
    }

    record Pair(String question, String sql) {}

    /** The file holds a question, its SQL on the next lines, and an empty line. */
    static Stream<Pair> pairs() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(LocalEngineTest.class.getResourceAsStream("library-questions.txt"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.strip().split("\n\n"))
                    .map(block -> block.split("\n", 2))
                    .map(parts -> new Pair(parts[0], parts[1].strip()))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void writesTheSqlOfTheFile(Pair pair) {
        assertThat(best(pair.question()).sql().text()).isEqualTo(pair.sql());
    }

    @Test
    void countsOneRowOnceThoughAJoinCouldMultiplyIt() {
        assertThat(best("how many members borrowed a novel").sql().text())
                .contains("count(*)")
                .contains("EXISTS")
                .doesNotContain("FROM public.member AS m\nJOIN");
    }

    @Test
    void namesTheWordsItDoesNotKnow() {
        Decline decline = decline("how many left-handed members are there");
        assertThat(decline.reason()).isEqualTo(Decline.Reason.UNKNOWN_WORDS);
        assertThat(decline.unknownWords()).contains("handed");
        assertThat(decline.nearest()).contains("member");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"delete all members", "please update the loans", "Drop table book", "show books; drop table book"
            })
    void declinesToChangeAnything(String question) {
        assertThat(decline(question).reason()).isEqualTo(Decline.Reason.WOULD_CHANGE_DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"why are fines so high", "predict the fines of next month", "how many loans will there be"})
    void declinesReasonsAndPredictions(String question) {
        assertThat(decline(question).reason()).isEqualTo(Decline.Reason.PREDICTION_OR_REASON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wie viele Leser haben wir im letzten Jahr gehabt", "сколько книг у нас есть", "本はいくつありますか"})
    void declinesOtherLanguages(String question) {
        assertThat(propose(question)).isInstanceOf(Proposal.Declined.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345",
                "?",
                "' OR 1=1 --",
                "\u0000\u0001",
                "borrow borrow borrow",
                "the of and",
                "novel novel essay"
            })
    void declinesWhatIsNoQuestion(String question) {
        assertThat(propose(question)).isInstanceOf(Proposal.Declined.class);
    }

    @Test
    void declinesVeryLongQuestionsQuickly() {
        assertThat(decline("how many members ".repeat(200)).reason()).isEqualTo(Decline.Reason.UNSUPPORTED);
    }

    @Test
    void quotesWhatPeopleType() {
        assertThat(best("books whose title contains \"O'Hara; DROP TABLE book\"")
                        .sql()
                        .text())
                .contains("ILIKE '%O''Hara; DROP TABLE book%'");
    }

    @Test
    void tellsWhatEachPhraseWasTakenFor() {
        String question = "fines by genre in 2025";
        Candidate candidate = best(question);
        assertThat(candidate.metrics()).containsExactly("fines");
        assertThat(candidate.understoodAs()).extracting(Understood::meaning).contains("metric fines", "2025");
        assertThat(candidate.understoodAs())
                .allSatisfy(understood -> assertThat(understood.end())
                        .isGreaterThan(understood.start())
                        .isLessThanOrEqualTo(question.length()));
    }

    @Test
    void restatesTheQueryInEnglish() {
        assertThat(best("members who never borrowed a book").restatement())
                .isEqualTo("First name and last name of member, where there are no loan.");
    }
}
