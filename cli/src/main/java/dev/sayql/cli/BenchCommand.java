package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.App;
import dev.sayql.app.AppConfig;
import dev.sayql.core.answer.Answer;
import dev.sayql.core.answering.Progress;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.sql.ReadOnlySql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures how long answers take, against the bare driver running the same SQL; and how long judging the SQL takes, against
 * the server parsing and analysing the same text. No text is judged twice.
 */
@Command(
        name = "bench",
        description = "Measures how long answers take, against the bare driver and the server's own parser.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    private static final String USUAL_FILE = "datasets/ecommerce.jsonl";
    private static final List<String> USUAL_QUESTIONS = List.of(
            "How many orders are there?",
            "What is the total revenue by region?",
            "List all products",
            "Which customers placed the most orders?",
            "What is the average order value?",
            "How many orders were cancelled last month?");

    /** Longer statements are not in the figures for judging. */
    private static final int MOST_BYTES_JUDGED = 1_024;

    private final Console console;
    /** The row limit of the next text that is judged; no two are the same. */
    private int rows = 1;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(
            names = "--questions",
            paramLabel = "q.jsonl",
            description = "Lines with a question each; datasets/ecommerce.jsonl when it is there.")
    private String file = "";

    @Option(names = "--rounds", paramLabel = "n", description = "Measured rounds over all questions; 5 when not given.")
    private int rounds = 5;

    @Option(
            names = "--load",
            description = "Measures a server under load instead: answers a second over HTTP, distinct and repeated"
                    + " questions apart, against the bare driver. Asks the sample shop.")
    private boolean load;

    @Option(names = "--seconds", paramLabel = "n", description = "With --load: for each kind; 10 when not given.")
    private int seconds = 10;

    @Option(names = "--callers", paramLabel = "n", description = "With --load: at one time; 4 when not given.")
    private int callers = 4;

    @Option(
            names = "--typing",
            description =
                    "Measures suggestions instead: types questions key by key to a server over HTTP and asks what is"
                            + " suggested. Asks the sample shop.")
    private boolean typing;

    @Option(
            names = "--typed",
            paramLabel = "n",
            description = "With --typing: so many questions; 16, all there are, when not given.")
    private int typed = TypingBench.MOST;

    @Option(
            names = "--tables",
            paramLabel = "n,…",
            split = ",",
            description =
                    "Measures the local engine instead, over made-up sources of so many tables, such as 20,200,2000;"
                            + " needs no database.")
    private List<Integer> tables = List.of();

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (rounds < 1 || rounds > 1_000) {
            throw new CommandFailure(ExitCode.USAGE, "--rounds must be between 1 and 1,000.");
        }
        if (!tables.isEmpty()) {
            return withTables();
        }
        AppConfig config = source.applyTo(AppConfig.from(console.environment()));
        if (load || typing) {
            return served(config);
        }
        List<String> questions = questions();
        // What is measured fills nobody's history.
        try (App app = Opening.app(config.withTeam(LoadBench.TEAM), console)) {
            Measured warming = new Measured();
            for (int round = 0; round < 2; round++) {
                measure(app, questions, warming);
            }
            Measured measured = new Measured();
            for (int round = 0; round < rounds; round++) {
                measure(app, questions, measured);
            }
            report(questions.size(), measured);
            return ExitCode.ANSWERED;
        }
    }

    private int withTables() {
        if (tables.stream().anyMatch(size -> size < 20 || size > 4_000)) {
            throw new CommandFailure(ExitCode.USAGE, "--tables is a list of numbers between 20 and 4,000.");
        }
        new TablesBench(this::print, rounds).run(tables);
        return ExitCode.ANSWERED;
    }

    private int served(AppConfig config) {
        if (seconds < 1 || seconds > 600 || callers < 1 || callers > 200 || typed < 1 || typed > TypingBench.MOST) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--seconds is 1 to 600, --callers 1 to 200, --typed 1 to " + TypingBench.MOST + ".");
        }
        LoadBench bench = new LoadBench(console, Duration.ofSeconds(seconds), callers);
        if (load) {
            bench.run(config);
        }
        if (typing) {
            bench.type(config, typed);
        }
        return ExitCode.ANSWERED;
    }

    /** Samples in nanoseconds; all but understanding only of questions that were answered. */
    private static final class Measured {

        private final List<Long> understanding = new ArrayList<>();
        private final List<Long> whole = new ArrayList<>();
        private final List<Long> bare = new ArrayList<>();
        private final List<Long> judging = new ArrayList<>();
        private final List<Long> preparing = new ArrayList<>();
    }

    private void measure(App app, List<String> questions, Measured into) {
        for (String text : questions) {
            Question question = question(app, text);
            long started = System.nanoTime();
            app.propose(question);
            into.understanding.add(System.nanoTime() - started);
            started = System.nanoTime();
            Answer answer = app.answering()
                    .answer(question, Progress.silent(), Cancellation.never())
                    .answer();
            long took = System.nanoTime() - started;
            if (answer instanceof Answer.Result result) {
                into.whole.add(took);
                into.bare.add(app.runBare(result.sql()).toNanos());
                measureJudging(app, result.sql(), into);
            }
        }
    }

    private void measureJudging(App app, ReadOnlySql sql, Measured into) {
        rows++;
        if (sql.limitedTo(rows).getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES_JUDGED) {
            into.judging.add(app.check(sql, rows).toNanos());
            into.preparing.add(app.prepareBare(sql, rows).toNanos());
        }
    }

    private static Question question(App app, String text) {
        return new Question(
                new QueryId(UUID.randomUUID()),
                app.team(),
                app.source().id(),
                text,
                Optional.empty(),
                true,
                Question.DEFAULT_ROWS,
                Instant.now());
    }

    private void report(int questions, Measured measured) {
        print("%d questions, %d rounds, %d answers".formatted(questions, rounds, measured.whole.size()));
        print("%-32s %10s %10s %10s".formatted("", "median", "p95", "p99"));
        print(line("understanding (parse, rank)", measured.understanding));
        print(line("whole answer", measured.whole));
        print(line("bare driver, same SQL", measured.bare));
        print(ratio("whole answer / bare driver", measured.whole, measured.bare));
        print(line("judging a new statement <= 1 KB", measured.judging));
        print(line("server's PREPARE, same text", measured.preparing));
        print(ratio("judging / server's PREPARE", measured.judging, measured.preparing));
        residentMegabytes().ifPresent(megabytes -> print("%-32s %7d MB".formatted("resident memory", megabytes)));
    }

    private static String line(String what, List<Long> nanos) {
        return String.format(
                Locale.ROOT,
                "%-32s %7.2f ms %7.2f ms %7.2f ms",
                what,
                percentile(nanos, 50) / 1_000_000.0,
                percentile(nanos, 95) / 1_000_000.0,
                percentile(nanos, 99) / 1_000_000.0);
    }

    private static String ratio(String what, List<Long> nanos, List<Long> others) {
        return String.format(
                Locale.ROOT,
                "%-32s %10.2f %10.2f %10.2f",
                what,
                ratio(nanos, others, 50),
                ratio(nanos, others, 95),
                ratio(nanos, others, 99));
    }

    private static double ratio(List<Long> nanos, List<Long> others, int percent) {
        return (double) percentile(nanos, percent) / Math.max(1, percentile(others, percent));
    }

    private void print(String line) {
        console.out().println(line);
    }

    /** The nearest-rank percentile; 0 of nothing. */
    static long percentile(List<Long> samples, int percent) {
        List<Long> sorted = samples.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
    }

    private List<String> questions() {
        if (file.isEmpty() && !Files.isReadable(Path.of(USUAL_FILE))) {
            return USUAL_QUESTIONS;
        }
        List<String> questions = new ArrayList<>();
        try (JsonLines lines = JsonLines.of(file.isEmpty() ? USUAL_FILE : file)) {
            for (Optional<JsonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                line.get().text("question").filter(text -> !text.isBlank()).ifPresent(questions::add);
            }
        }
        if (questions.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "The file holds no line with a question.");
        }
        return questions;
    }

    private static Optional<Long> residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst();
        } catch (IOException unknownHere) {
            return Optional.empty();
        }
    }
}
