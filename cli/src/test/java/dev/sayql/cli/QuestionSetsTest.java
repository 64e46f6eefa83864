package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.answering.Progress;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.evaluation.CaseResult;
import dev.sayql.evaluation.Evaluation;
import dev.sayql.evaluation.QuestionSet;
import dev.sayql.evaluation.Report;
import dev.sayql.testkit.SampleDatabase;
import dev.sayql.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Asks the question sets through the whole of SayQL, each of its own database, and holds the answers to their shares. */
class QuestionSetsTest {

    private static final Path DATASETS = Path.of("..", "datasets");
    private static final Path SHOP_SEMANTICS = Path.of(
            "..", "embedded", "src", "main", "resources", "dev", "sayql", "embedded", "ecommerce", "semantics.yaml");

    private static Report firstSets;
    private static Report secondSets;
    private static Report thirdSets;
    private static Report fourthSets;
    private static Report refinements;
    private static Report hunted;

    @BeforeAll
    static void askAll() throws IOException {
        firstSets = both(shop("ecommerce"), ofItsOwn("clinic"));
        secondSets = both(shop("ecommerce-2"), both(ofItsOwn("airline"), ofItsOwn("hr")));
        thirdSets =
                both(both(shop("ecommerce-3"), shop("ecommerce-5")), both(shop("ecommerce-6"), shop("ecommerce-7")));
        for (String set : List.of(
                "festival",
                "freight",
                "campus",
                "farm",
                "gym",
                "museum",
                "hotel",
                "school",
                "bank",
                "league",
                "broadcast",
                "courier",
                "observatory",
                "realestate",
                "veterinary",
                "cinema",
                "rental",
                "tracker",
                "insurance",
                "courses",
                "restaurant",
                "charity",
                "travel",
                "transit",
                "garage",
                "pharmacy",
                "newspaper",
                "brewery",
                "zoo",
                "skiresort")) {
            thirdSets = both(thirdSets, ofItsOwn(set));
        }
        for (int set = 8; set <= 17; set++) {
            thirdSets = both(thirdSets, shop("ecommerce-" + set));
        }
        for (String schema : List.of(
                "hotel",
                "clinic",
                "hr",
                "insurance",
                "restaurant",
                "charity",
                "courses",
                "tracker",
                "library",
                "gym",
                "airline",
                "festival",
                "freight",
                "museum",
                "school",
                "bank")) {
            thirdSets = both(thirdSets, ofItsOwn(schema, schema + "-2"));
        }
        hunted = shop("ecommerce-hunted");
        for (String schema : List.of(
                "cinema",
                "clinic",
                "realestate",
                "veterinary",
                "restaurant",
                "courses",
                "travel",
                "hr",
                "league",
                "farm",
                "freight",
                "museum",
                "zoo",
                "skiresort",
                "pharmacy",
                "brewery",
                "newspaper")) {
            hunted = both(hunted, ofItsOwn(schema, schema + "-hunted"));
        }
        fourthSets = both(shop("ecommerce-4"), both(ofItsOwn("library"), ofItsOwn("plant")));
        refinements = both(
                both(shop("ecommerce-refinements"), shop("ecommerce-refinements-2")),
                both(ofItsOwn("hr", "hr-refinements"), ofItsOwn("gym", "gym-refinements")));
    }

    @Test
    void seventeenOfTwentyFollowUpsAreAnsweredRight() {
        assertThat(refinements.toAnswer().share()).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void hardlyAnyFollowUpIsAnsweredWrong() {
        assertThat(wrongShare(refinements)).isLessThanOrEqualTo(0.02);
    }

    @Test
    void noFollowUpIsAnsweredThatIsToBeDeclined() {
        assertThat(refinements.toDecline().wrong()).isZero();
        assertThat(refinements.toDecline().asked())
                .isGreaterThanOrEqualTo(refinements.results().size() / 4);
    }

    @Test
    void nineOfTenQuestionsOfTheFirstSetsAreAnsweredRight() {
        assertThat(firstSets.toAnswer().share()).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void sevenOfTenQuestionsOfTheSecondSetsAreAnsweredRight() {
        assertThat(secondSets.toAnswer().share()).isGreaterThanOrEqualTo(0.70);
    }

    @Test
    void eightOfTenQuestionsOfTheThirdSetsAreAnsweredRight() {
        assertThat(thirdSets.toAnswer().share()).isGreaterThanOrEqualTo(0.80);
    }

    @Test
    void nineOfTenQuestionsOfTheFourthSetsAreAnsweredRight() {
        assertThat(fourthSets.toAnswer().share()).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void hardlyAnyAnswerOfTheFirstSetsIsWrong() {
        assertThat(wrongShare(firstSets)).isLessThanOrEqualTo(0.02);
    }

    @Test
    void hardlyAnyAnswerOfAllSetsIsWrong() {
        assertThat(wrongShare(all())).isLessThanOrEqualTo(0.02);
    }

    @Test
    void whatWasOnceAnsweredWrongIsNotAnsweredWrongAgain() {
        assertThat(hunted.toAnswer().wrong()).isZero();
        assertThat(hunted.toDecline().wrong()).isZero();
    }

    @Test
    void halfOfWhatWasOnceAnsweredWrongIsAnsweredRight() {
        assertThat(hunted.toAnswer().share()).isGreaterThanOrEqualTo(0.45);
    }

    @Test
    void noQuestionIsAnsweredThatTheDataCannotAnswer() {
        assertThat(all().toDecline().wrong()).isZero();
    }

    @Test
    void nothingFails() {
        assertThat(both(all(), hunted).results()).noneMatch(result -> result.outcome() == CaseResult.Outcome.FAILED);
    }

    private static Report all() {
        return both(both(firstSets, secondSets), both(thirdSets, fourthSets));
    }

    private static double wrongShare(Report report) {
        int wrong = report.toAnswer().wrong() + report.toDecline().wrong();
        return (double) wrong / report.results().size();
    }

    private static Report both(Report first, Report second) {
        return new Report(Stream.of(first, second)
                .map(Report::results)
                .flatMap(Collection::stream)
                .toList());
    }

    private static Report shop(String set) throws IOException {
        return ask(set, new Asked(SampleDatabase.reader(), Files.readString(SHOP_SEMANTICS)));
    }

    private static Report ofItsOwn(String set) throws IOException {
        return ofItsOwn(set, set);
    }

    private static Report ofItsOwn(String schema, String set) throws IOException {
        Path folder = DATASETS.resolve(schema);
        String script = Files.readString(folder.resolve("schema.sql")) + data(folder);
        try (TestDatabase database = TestDatabase.create(schema, script + "; ANALYZE")) {
            return ask(set, new Asked(database.reader(), taught(folder)));
        }
    }

    /** A schema may come as strangers' do, with nothing taught. */
    private static Optional<String> taught(Path folder) throws IOException {
        Path file = folder.resolve("semantics.yaml");
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    static String data(Path folder) throws IOException {
        Path packed = folder.resolve("data.sql.gz");
        if (!Files.exists(packed)) {
            return Files.readString(folder.resolve("data.sql"));
        }
        try (InputStream text = new GZIPInputStream(Files.newInputStream(packed))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Report ask(String set, Asked asked) {
        try (asked) {
            Evaluation evaluation = new Evaluation(
                    asked::question,
                    asked::refined,
                    question -> asked.answering()
                            .answer(question, Progress.silent(), Cancellation.never())
                            .answer(),
                    asked::gold,
                    InstantSource.system());
            Report report = evaluation.run(QuestionSet.read(DATASETS.resolve(set + ".jsonl")));
            print(set, report);
            return report;
        }
    }

    private static void print(String set, Report report) {
        System.out.println(
                set + "\n" + report.text() + String.format(Locale.ROOT, "wrong: %.1f %%%n", 100 * wrongShare(report)));
    }
}
