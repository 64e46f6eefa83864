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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Asks the question sets through the whole of SayQL, those of a schema of one database and two schemas at once, and holds the answers to their
 * shares: with {@code -Dsayql.long=true} all there are, otherwise about a third of those that came late.
 */
class QuestionSetsTest {

    private static final Path DATASETS = Path.of("..", "datasets");
    private static final String SHOP = "ecommerce";
    private static final Path SHOP_SEMANTICS = Path.of(
            "..", "embedded", "src", "main", "resources", "dev", "sayql", "embedded", "ecommerce", "semantics.yaml");

    private static final boolean ALL = Boolean.getBoolean("sayql.long");
    private static final int ONE_OF = 3;
    private static final int AT_ONCE = 2;
    private static final Pattern NUMBERED = Pattern.compile("-\\d+$");

    private static final Set<String> FIRST = Set.of("ecommerce", "clinic");
    private static final Set<String> SECOND = Set.of("ecommerce-2", "airline", "hr");
    private static final Set<String> FOURTH = Set.of("ecommerce-4", "library", "plant");

    private static Report firstSets;
    private static Report secondSets;
    private static Report thirdSets;
    private static Report fourthSets;
    private static Report refinements;
    private static Report hunted;

    @BeforeAll
    static void askAll() throws Exception {
        Map<String, Report> reports = asked(names().stream()
                .filter(set -> ALL || !isLate(set) || Math.floorMod(set.hashCode(), ONE_OF) == 0)
                .toList());
        firstSets = those(reports, FIRST::contains);
        secondSets = those(reports, SECOND::contains);
        fourthSets = those(reports, FOURTH::contains);
        refinements = those(reports, set -> set.contains("-refinements"));
        hunted = those(reports, set -> set.endsWith("-hunted"));
        thirdSets = those(reports, QuestionSetsTest::isLate);
    }

    private static boolean isLate(String set) {
        return !FIRST.contains(set)
                && !SECOND.contains(set)
                && !FOURTH.contains(set)
                && !set.contains("-refinements")
                && !set.endsWith("-hunted");
    }

    /** The sets there are; the longest last would leave one processor idle, so the shop's come first. */
    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(DATASETS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".jsonl"))
                    .map(file -> file.substring(0, file.length() - ".jsonl".length()))
                    .sorted(Comparator.comparing((String set) -> !schema(set).equals(SHOP))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    private static Map<String, Report> asked(List<String> sets) throws Exception {
        Map<String, List<String>> bySchema = sets.stream()
                .collect(Collectors.groupingBy(QuestionSetsTest::schema, LinkedHashMap::new, Collectors.toList()));
        Map<String, Report> reports = new TreeMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Map<String, Report>>> running = new ArrayList<>();
            bySchema.forEach((schema, own) -> running.add(threads.submit(() -> ask(schema, own))));
            for (Future<Map<String, Report>> one : running) {
                reports.putAll(one.get());
            }
        }
        return reports;
    }

    private static Report those(Map<String, Report> reports, Predicate<String> wanted) {
        return new Report(reports.entrySet().stream()
                .filter(one -> wanted.test(one.getKey()))
                .flatMap(one -> one.getValue().results().stream())
                .toList());
    }

    /** The schema that a set asks of: its name without what tells the sets of a schema apart. */
    private static String schema(String set) {
        String plain = NUMBERED.matcher(set).replaceFirst("");
        return plain.endsWith("-hunted") || plain.endsWith("-refinements")
                ? plain.substring(0, plain.lastIndexOf('-'))
                : plain;
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
    void nineOfTenQuestionsOfTheSecondSetsAreAnsweredRight() {
        assertThat(secondSets.toAnswer().share()).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void nineOfTenQuestionsOfTheThirdSetsAreAnsweredRight() {
        assertThat(thirdSets.toAnswer().share()).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void nineOfTenQuestionsOfTheFourthSetsAreAnsweredRight() {
        assertThat(fourthSets.toAnswer().share()).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void nineOfTenOfAllQuestionsAreAnsweredRight() {
        assertThat(all().toAnswer().share()).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void hardlyAnyAnswerOfTheFirstSetsIsWrong() {
        assertThat(wrongShare(firstSets)).isLessThanOrEqualTo(0.01);
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
    void halfOfThoseThatWereOnceAnsweredWrongAreAnsweredRight() {
        assertThat(hunted.toAnswer().share()).isGreaterThanOrEqualTo(0.50);
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

    private static Map<String, Report> ask(String schema, List<String> sets) throws IOException {
        if (schema.equals(SHOP)) {
            return ask(sets, new Asked(SampleDatabase.reader(), Files.readString(SHOP_SEMANTICS)));
        }
        Path folder = DATASETS.resolve(schema);
        String script = Files.readString(folder.resolve("schema.sql")) + data(folder);
        try (TestDatabase database = TestDatabase.create(schema, script + "; ANALYZE")) {
            return ask(sets, new Asked(database.reader(), taught(folder)));
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

    private static Map<String, Report> ask(List<String> sets, Asked asked) {
        Map<String, Report> reports = new TreeMap<>();
        try (asked) {
            for (String set : sets) {
                Report report = evaluation(asked).run(QuestionSet.read(DATASETS.resolve(set + ".jsonl")));
                print(set, report);
                reports.put(set, report);
            }
        }
        return reports;
    }

    private static Evaluation evaluation(Asked asked) {
        return new Evaluation(
                asked::question,
                asked::refined,
                question -> asked.answering()
                        .answer(question, Progress.silent(), Cancellation.never())
                        .answer(),
                asked::gold,
                InstantSource.system());
    }

    private static void print(String set, Report report) {
        System.out.println(
                set + "\n" + report.text() + String.format(Locale.ROOT, "wrong: %.1f %%%n", 100 * wrongShare(report)));
    }
}
