package dev.sayql.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sayql.evaluation.EvaluationCase.Expected;
import dev.sayql.evaluation.MalformedQuestionSetException.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionSetTest {
    private static final String ANSWER =
            "{'id':'a','question':'How many?','kind':'count','sql':'SELECT 1','expect':'answer','ordered':false}";
    private static final String DECLINE =
            "{'id':'d','question':'Why?','kind':'reason','sql':null,'expect':'decline','ordered':false}";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by the test engine
    private Path folder;

    @Test
    void readsQuestionsToAnswerAndToDeclineInOrder() {
        assertThat(read(ANSWER, DECLINE).cases())
                .containsExactly(
                        new EvaluationCase(
                                "a",
                                "How many?",
                                "count",
                                new Expected.Rows(List.of("SELECT 1"), new ResultMatch(false, false))),
                        new EvaluationCase("d", "Why?", "reason", new Expected.NoAnswer()));
    }

    @Test
    void readsAlternativesAfterTheGoldAndTheFlags() {
        String line = ANSWER.replace("'ordered':false", "'ordered':true,'also_ok':['SELECT 2'],'extra_columns':true");
        assertThat(read(line).cases().getFirst().expected())
                .isEqualTo(new Expected.Rows(List.of("SELECT 1", "SELECT 2"), new ResultMatch(true, true)));
    }

    @Test
    void readsFollowUps() {
        String line = ANSWER.replace("'kind'", "'then':['only for 2025','top 3'],'kind'");
        assertThat(read(line).cases().getFirst().then()).containsExactly("only for 2025", "top 3");
    }

    @Test
    void readsAnEmptySet() {
        assertThat(QuestionSet.read(new StringReader("")).cases()).isEmpty();
    }

    @Test
    void readsUtf8Files() throws IOException {
        Path file = Files.writeString(
                folder.resolve("set.jsonl"), DECLINE.replace('\'', '"').replace("Why?", "売上を教えて"));
        assertThat(QuestionSet.read(file).cases().getFirst().question()).isEqualTo("売上を教えて");
    }

    @Test
    void saysWhichFileCannotBeRead() {
        assertThatThrownBy(() -> QuestionSet.read(folder.resolve("absent.jsonl")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("absent.jsonl");
    }

    @Test
    void reportsEveryBadLineWithItsNumber() {
        assertThat(problems("[]", ANSWER, "", "{", DECLINE, "{'id':'a'} x").stream()
                        .map(Problem::line)
                        .distinct())
                .containsExactly(1, 3, 4, 6);
    }

    @Test
    void reportsEverythingThatIsWrongWithALine() {
        assertThat(problems("{'id':'','question':5,'expect':'answer','colour':'red'}"))
                .extracting(Problem::toString)
                .containsExactly(
                        "line 1: unknown field colour",
                        "line 1: id is missing, blank or not a text",
                        "line 1: question is missing, blank or not a text",
                        "line 1: kind is missing, blank or not a text",
                        "line 1: ordered is missing or neither true nor false",
                        "line 1: sql is missing, and the question is to be answered");
    }

    @Test
    void reportsAnIdUsedTwice() {
        assertThat(problems(ANSWER, DECLINE, ANSWER)).containsExactly(new Problem(3, "id a is already used in line 1"));
    }

    @Test
    void messageHoldsAllProblems() {
        assertThatThrownBy(() -> read("{", ANSWER, "7"))
                .hasMessageContaining("line 1: ")
                .hasMessageContaining("line 3: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'sql':'SELECT 1' | 'sql':null | sql is missing",
                "'sql':'SELECT 1' | 'sql':' ' | sql is missing, blank",
                "'expect':'answer' | 'expect':'decline' | sql must be null",
                "'expect':'answer' | 'expect':'maybe' | expect is neither",
                "'expect':'answer' | 'expect':null | expect is missing",
                "'ordered':false | 'ordered':'no' | ordered is missing",
                "'ordered':false | 'ordered':false,'ordered':true | not JSON",
                "'ordered':false | 'ordered':false,'also_ok':'SELECT 2' | also_ok is not a list",
                "'ordered':false | 'ordered':false,'also_ok':[] | also_ok is not a list",
                "'ordered':false | 'ordered':false,'also_ok':[3] | also_ok holds something",
                "'ordered':false | 'ordered':false,'extra_columns':1 | extra_columns is missing"
            })
    void reportsABadField(String good, String bad, String message) {
        assertThat(problems(ANSWER.replace(good, bad)))
                .anySatisfy(problem -> assertThat(problem.message()).contains(message));
    }

    @Test
    void rejectsADeclineWithoutAnySqlField() {
        assertThat(problems(DECLINE.replace("'sql':null,", ""))).hasSize(1);
    }

    @Test
    void rejectsADeclineWithOtherGold() {
        assertThat(problems(DECLINE.replace("'sql':null", "'sql':null,'also_ok':['SELECT 1']")))
                .hasSize(1);
    }

    @Test
    void rejectsAQuestionTooLongToAsk() {
        assertThat(problems(ANSWER.replace("How many?", "x".repeat(4_001))))
                .containsExactly(new Problem(1, "question is longer than 4000 characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecommerce.jsonl", "clinic.jsonl"})
    void readsTheQuestionSetsOfTheProject(String name) {
        List<EvaluationCase> cases =
                QuestionSet.read(Path.of("..", "datasets", name)).cases();
        assertThat(cases)
                .anyMatch(one -> one.expected() instanceof Expected.NoAnswer)
                .anyMatch(one -> one.expected() instanceof Expected.Rows);
    }

    private static QuestionSet read(String... lines) {
        return QuestionSet.read(new StringReader(String.join("\n", lines).replace('\'', '"')));
    }

    private static List<Problem> problems(String... lines) {
        return catchThrowableOfType(MalformedQuestionSetException.class, () -> read(lines))
                .problems();
    }
}
