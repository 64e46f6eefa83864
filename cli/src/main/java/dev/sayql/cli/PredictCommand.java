package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.AppConfig;
import dev.sayql.app.AppConfig.SourceConfig;
import dev.sayql.app.ConfigurationException;
import dev.sayql.app.Secret;
import dev.sayql.app.Workbench;
import dev.sayql.core.question.SourcePolicy;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.embedding.MiniLmCrossEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes SQL for a file of questions over many databases, to be measured elsewhere. What candidates find only helps to choose. */
@Command(
        name = "predict",
        description = "Writes SQL for a file of questions; no row is shown and nothing is recorded.",
        footer = {
            "",
            "In:  {\"id\",\"db\",\"question\"} a line.",
            "Out: {\"id\",\"sql\",\"answered\",\"confidence\",\"millis\"} a line; millis until the candidates are ranked.",
            "The likeliest candidates are run, read only, before one is chosen; how long that took is said at the end."
        },
        mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {

    private static final String PLACEHOLDER = "{db}";
    /** Of so many tables it is said how long looking at them took. */
    private static final int LARGE = 200;

    private final Console console;

    @Option(names = "--questions", required = true, paramLabel = "q.jsonl", description = "The questions.")
    private String questions = "";

    @Option(
            names = "--url",
            required = true,
            paramLabel = "postgresql://user@host:port/sp_{db}",
            description = "Where the databases are; {db} stands for a question's db.")
    private String url = "";

    @Option(names = "--out", required = true, paramLabel = "preds.jsonl", description = "Gets the SQL.")
    private String out = "";

    @Option(names = "--trust-source", description = "Accept a role that may do more than read.")
    private boolean trusted;

    @Option(
            names = "--policy",
            paramLabel = "file.yaml",
            description = "What is opened beside tables, and which columns are kept back; see docs/sources.md.")
    private @Nullable String policy;

    private final List<Double> tried = new ArrayList<>();
    private final RoleWarnings roles;

    PredictCommand(Console console) {
        this.console = console;
        this.roles = new RoleWarnings(console);
    }

    /** A question and where its prediction goes. */
    private record Asked(int place, Object id, String question) {}

    @Override
    public Integer call() {
        LinesInOrder<Prediction> predictions = new LinesInOrder<>();
        Map<String, List<Asked>> byDatabase = read(predictions);
        if (byDatabase.size() > 1 && !url.contains(PLACEHOLDER)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The questions are about %,d databases: write {db} in --url where the database's name goes."
                            .formatted(byDatabase.size()));
        }
        try (LineWriter file = LineWriter.to(out, questions);
                MiniLmCrossEncoder encoder = MiniLmCrossEncoder.bundled();
                Workbench workbench = new Workbench(encoder)) {
            predictions.writeTo(file);
            List<RuntimeException> unusable = new ArrayList<>();
            int done = 0;
            for (Map.Entry<String, List<Asked>> group : byDatabase.entrySet()) {
                done++;
                console.progress("[%d/%d] %s: %,d questions"
                        .formatted(
                                done,
                                byDatabase.size(),
                                Escaped.line(group.getKey()),
                                group.getValue().size()));
                predict(group.getKey(), group.getValue(), workbench, predictions)
                        .ifPresent(unusable::add);
            }
            roles.sum();
            tellTried();
            return unusable.isEmpty() || unusable.size() < byDatabase.size()
                    ? ExitCode.ANSWERED
                    : Endings.of(unusable.getFirst()).exitCode();
        }
    }

    private Map<String, List<Asked>> read(LinesInOrder<Prediction> predictions) {
        Map<String, List<Asked>> byDatabase = new LinkedHashMap<>();
        try (JsonLines lines = JsonLines.of(questions)) {
            for (Optional<JsonLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
                JsonLines.Line line = next.get();
                int place = predictions.expectOne();
                Optional<String> database = line.text("db");
                Optional<String> question = line.text("question");
                if (database.isEmpty() || question.isEmpty()) {
                    tell(line.id(), "The line is no JSON object with db and question.");
                    predictions.put(place, Prediction.none(line.id()));
                } else {
                    byDatabase
                            .computeIfAbsent(database.get(), key -> new ArrayList<>())
                            .add(new Asked(place, line.id(), question.get()));
                }
            }
        }
        return byDatabase;
    }

    /** Every question of a database gets its prediction; what keeps the database from being used comes back. */
    private Optional<RuntimeException> predict(
            String database, List<Asked> group, Workbench workbench, LinesInOrder<Prediction> predictions) {
        String encoded = URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
        SourcePolicy kept = policy == null ? SourcePolicy.NONE : AppConfig.policyOf(SourceOptions.readText(policy));
        SourceConfig config = new SourceConfig(new Secret(url.replace(PLACEHOLDER, encoded)), trusted);
        long started = System.nanoTime();
        try (Workbench.Bench bench = workbench.open(config, kept)) {
            roles.of(bench.warnings());
            tellBegun(bench, System.nanoTime() - started, workbench.workOut(bench.context()));
            Predictor predictor = new Predictor(workbench, bench, this::tell, tried::add);
            for (Asked asked : group) {
                predictions.put(asked.place(), predictor.predict(asked.id(), asked.question()));
            }
            return Optional.empty();
        } catch (SourceUnavailableException | ConfigurationException unusable) {
            console.progress("  " + Escaped.line(String.valueOf(unusable.getMessage())));
            group.forEach(asked -> predictions.put(asked.place(), Prediction.none(asked.id())));
            return Optional.of(unusable);
        }
    }

    /** What comes before the first question of a large database is told apart from what questions take. */
    private void tellBegun(Workbench.Bench bench, long nanos, Duration words) {
        int tables = bench.context().schema().tables().size();
        if (tables >= LARGE) {
            console.progress("  %,d tables and their values read in %.1f s, their words worked out in %.1f s"
                    .formatted(tables, nanos / 1e9, words.toMillis() / 1e3));
        }
    }

    private void tellTried() {
        if (!tried.isEmpty()) {
            List<Double> sorted = tried.stream().sorted().toList();
            console.progress("Candidates were tried for %.1f ms a question (median), %.1f ms at most."
                    .formatted(sorted.get(sorted.size() / 2), sorted.getLast()));
        }
    }

    private void tell(Object id, String sentence) {
        console.progress("  " + Escaped.line(id + ": " + sentence));
    }
}
