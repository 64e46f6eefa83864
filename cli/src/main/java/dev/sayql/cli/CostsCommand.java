package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.AppConfig;
import dev.sayql.app.CostReport;
import dev.sayql.core.generation.Spending;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a made-up month of questions would cost with and without what saves money. Asks no provider. */
@Command(
        name = "costs",
        description =
                "Replays a made-up month of questions and tells what language models would cost, without asking one.",
        mixinStandardHelpOptions = true)
final class CostsCommand implements Callable<Integer> {

    private static final String USUAL_FOLDER = "datasets";
    private static final String USUAL_FILES = "ecommerce{,-[0-9]*}.jsonl";
    private static final int MOST_QUESTIONS = 100_000;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Console console;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(
            names = "--questions",
            paramLabel = "q.jsonl",
            description =
                    "Lines with a question and the sql that answers it; those of the sample shop in datasets/ when"
                            + " left out. May be given several times.")
    private List<String> files = List.of();

    @Option(names = "--count", paramLabel = "n", description = "Questions in the month; 1,000 when not given.")
    private int count = 1_000;

    @Option(
            names = "--skew",
            paramLabel = "x",
            description = "How uneven the repetition is (exponent of Zipf's law); 1 when not given.")
    private double skew = 1;

    @Option(names = "--seed", paramLabel = "n", description = "Another month for another seed; 1 when not given.")
    private long seed = 1;

    CostsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (count < 1 || count > MOST_QUESTIONS || !(skew >= 0 && skew <= 5)) {
            throw new CommandFailure(
                    ExitCode.USAGE, "Wrong: --count is between 1 and 100,000, --skew between 0 and 5.");
        }
        List<CostReport.Known> known = known();
        if (known.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "There is no question with its SQL: run this in the project's folder, or name files with --questions.");
        }
        AppConfig config = source.applyTo(AppConfig.from(console.environment()));
        console.progress("Asking %,d questions in each way, of %,d different ones …".formatted(count, known.size()));
        print(CostReport.of(config, Opening.parts(console), new CostReport.Workload(known, count, skew, seed)));
        return ExitCode.ANSWERED;
    }

    /** Each question once, in the order of files and lines. */
    private List<CostReport.Known> known() throws IOException {
        Map<String, CostReport.Known> known = new LinkedHashMap<>();
        for (String file : files.isEmpty() ? usualFiles() : files) {
            try (JsonLines lines = JsonLines.of(file)) {
                for (Optional<JsonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                    Optional<String> question = line.get().text("question").filter(text -> !text.isBlank());
                    Optional<String> sql = line.get().text("sql").filter(text -> !text.isBlank());
                    if (question.isPresent() && sql.isPresent()) {
                        known.putIfAbsent(question.get(), new CostReport.Known(question.get(), sql.get()));
                    }
                }
            }
        }
        return List.copyOf(known.values());
    }

    private static List<String> usualFiles() throws IOException {
        Path folder = Path.of(USUAL_FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileSystem()
                            .getPathMatcher("glob:" + USUAL_FILES)
                            .matches(file.getFileName()))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private void print(List<CostReport.Row> rows) {
        BigDecimal whole = rows.getFirst().cost().spent().cost();
        console.out()
                .printf(
                        "%-37s %7s %10s %7s %14s %13s %9s %8s%n",
                        "WAY", "MODEL", "REMEMBERED", "ENGINE", "INPUT TOKENS", "OUTPUT TOKENS", "US$", "SAVED");
        for (CostReport.Row row : rows) {
            Spending spent = row.cost().spent();
            console.out()
                    .printf(
                            "%-37s %,7d %,10d %,7d %,14d %,13d %9s %7s%%%n",
                            row.way(),
                            row.cost().calls(),
                            row.cost().remembered(),
                            row.cost().local(),
                            spent.inputTokens(),
                            spent.outputTokens(),
                            spent.cost().setScale(2, RoundingMode.HALF_UP).toPlainString(),
                            saved(spent.cost(), whole));
        }
        console.out()
                .printf(
                        "%,d questions, seed %d, skew %s; tokens estimated (one for three bytes), at plain prices.%n",
                        count, seed, skew);
    }

    private static String saved(BigDecimal cost, BigDecimal whole) {
        return whole.signum() == 0
                ? "0.0"
                : HUNDRED.subtract(cost.multiply(HUNDRED).divide(whole, 3, RoundingMode.HALF_UP))
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
