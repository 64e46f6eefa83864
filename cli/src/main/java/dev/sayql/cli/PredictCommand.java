package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.AppConfig.SourceConfig;
import dev.sayql.app.ConfigurationException;
import dev.sayql.app.Secret;
import dev.sayql.app.Workbench;
import dev.sayql.core.schema.SourceUnavailableException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes SQL for a file of questions over many databases, to be measured elsewhere. Runs none of it. */
@Command(
        name = "predict",
        description = "Writes SQL for a file of questions; nothing is run or recorded.",
        footer = {
            "",
            "In:  {\"id\",\"db\",\"question\"} a line.",
            "Out: {\"id\",\"sql\",\"answered\",\"confidence\",\"millis\"} a line."
        },
        mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {

    private static final String PLACEHOLDER = "{db}";

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

    PredictCommand(Console console) {
        this.console = console;
    }

    private record Asked(Object id, String question) {}

    @Override
    public Integer call() {
        try (LineWriter predictions = LineWriter.to(out);
                Workbench workbench = new Workbench()) {
            Map<String, List<Asked>> byDatabase = read(predictions);
            int done = 0;
            for (Map.Entry<String, List<Asked>> group : byDatabase.entrySet()) {
                done++;
                console.progress("[%d/%d] %s: %,d questions"
                        .formatted(
                                done,
                                byDatabase.size(),
                                Escaped.line(group.getKey()),
                                group.getValue().size()));
                predict(group.getKey(), group.getValue(), workbench, predictions);
            }
            return ExitCode.ANSWERED;
        }
    }

    private Map<String, List<Asked>> read(LineWriter predictions) {
        Map<String, List<Asked>> byDatabase = new LinkedHashMap<>();
        try (JsonLines lines = JsonLines.of(questions)) {
            for (Optional<JsonLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
                JsonLines.Line line = next.get();
                Optional<String> database = line.text("db");
                Optional<String> question = line.text("question");
                if (database.isEmpty() || question.isEmpty()) {
                    predictions.write(Prediction.failed(line.id(), "The line is no JSON object with db and question."));
                } else {
                    byDatabase
                            .computeIfAbsent(database.get(), key -> new ArrayList<>())
                            .add(new Asked(line.id(), question.get()));
                }
            }
        }
        return byDatabase;
    }

    private void predict(String database, List<Asked> group, Workbench workbench, LineWriter predictions) {
        String encoded = URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
        SourceConfig config = new SourceConfig(new Secret(url.replace(PLACEHOLDER, encoded)), trusted);
        try (Workbench.Bench bench = workbench.open(config)) {
            Predictor predictor = new Predictor(workbench, bench);
            for (Asked asked : group) {
                predictions.write(predictor.predict(asked.id(), asked.question()));
            }
        } catch (SourceUnavailableException | ConfigurationException down) {
            String sentence = String.valueOf(down.getMessage());
            console.progress("  " + Escaped.line(sentence));
            group.forEach(asked -> predictions.write(Prediction.failed(asked.id(), sentence)));
        }
    }
}
