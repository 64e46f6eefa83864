package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.app.AppConfig.SourceConfig;
import dev.sayql.app.Secret;
import dev.sayql.app.Workbench;
import dev.sayql.core.question.SourcePolicy;
import dev.sayql.evaluation.EvaluationCase;
import dev.sayql.evaluation.QuestionSet;
import dev.sayql.testkit.SampleDatabase;
import dev.sayql.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Questions of the question sets, each changed in one thing so that it asks for something else, over the database it is about: none
 * may be taken for what it was. With {@code -Dsayql.long=true} all questions of all sets, otherwise a few of two.
 */
class ChangedQuestionsTest {

    private static final Path DATASETS = Path.of("..", "datasets");
    private static final boolean ALL = Boolean.getBoolean("sayql.long");
    private static final int FEW = 12;
    private static final List<String> SAMPLE = List.of("ecommerce", "clinic");

    private final List<String> taken = new ArrayList<>();
    private int changed;
    private int kept;

    @Test
    void noQuestionThatAsksForSomethingElseIsTakenForTheSame() throws IOException {
        for (String schema : ALL ? schemas() : SAMPLE) {
            if (schema.equals("ecommerce")) {
                compare(schema, Cli.url(SampleDatabase.reader()));
            } else {
                try (TestDatabase database = TestDatabase.create(schema, script(schema))) {
                    compare(schema, Cli.url(database.reader()));
                }
            }
        }
        System.out.printf(
                "%,d changed questions, %d taken for the same; %,d with a word before them, of which all are the same%n",
                changed, taken.size(), kept);
        assertThat(taken).isEmpty();
        assertThat(changed).isGreaterThan(2 * FEW);
    }

    private static List<String> schemas() throws IOException {
        try (Stream<Path> files = Files.list(DATASETS)) {
            return Stream.concat(
                            Stream.of("ecommerce"),
                            files.filter(Files::isDirectory)
                                    .map(folder -> folder.getFileName().toString())
                                    .sorted())
                    .toList();
        }
    }

    private static String script(String schema) throws IOException {
        Path folder = DATASETS.resolve(schema);
        return Files.readString(folder.resolve("schema.sql")) + QuestionSetsTest.data(folder) + "; ANALYZE";
    }

    private static List<EvaluationCase> cases(String schema) throws IOException {
        try (Stream<Path> files = Files.list(DATASETS)) {
            List<EvaluationCase> all = files.filter(
                            file -> file.getFileName().toString().matches(schema + "(-[0-9]+)?\\.jsonl"))
                    .sorted()
                    .flatMap(file -> QuestionSet.read(file).cases().stream())
                    .toList();
            int step = ALL ? 1 : Math.max(1, all.size() / FEW);
            return IntStream.range(0, all.size())
                    .filter(at -> at % step == 0)
                    .mapToObj(all::get)
                    .toList();
        }
    }

    private void compare(String schema, String url) throws IOException {
        try (Workbench workbench = new Workbench();
                Workbench.Bench bench = workbench.open(new SourceConfig(new Secret(url), false), SourcePolicy.NONE)) {
            for (EvaluationCase asked : cases(schema)) {
                for (String other : QuestionChanges.of(asked.question())) {
                    changed++;
                    if (areSame(asked.question(), other, workbench, bench)) {
                        taken.add(schema + ": " + asked.question() + " | " + other);
                    }
                }
                if (areSame(asked.question(), "please " + asked.question(), workbench, bench)) {
                    kept++;
                } else {
                    taken.add(schema + ", not the same: " + asked.question());
                }
            }
        }
    }

    private static boolean areSame(String one, String other, Workbench workbench, Workbench.Bench bench) {
        return workbench.areSame(workbench.question(bench, one), workbench.question(bench, other), bench);
    }
}
