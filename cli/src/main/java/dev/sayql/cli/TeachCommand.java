package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.api.Teaching;
import dev.sayql.app.App;
import dev.sayql.app.AppConfig;
import dev.sayql.core.connection.SourceDesk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Teaches one word or number, or takes the last change back. */
@Command(
        name = "teach",
        description = "Says what a word means in a database, or takes back what was taught last.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "  ./sayql teach client --means users",
            "  ./sayql teach bought --through order_items",
            "  ./sayql teach mail --column users.email",
            "  ./sayql teach \"called off\" --column orders.status --value cancelled",
            "  ./sayql teach \"in stock\" --column products.stock_quantity --is \"> 0\"",
            "  ./sayql teach revenue --metric \"sum(orders.total_amount)\"",
            "  ./sayql teach --undo"
        })
final class TeachCommand implements Callable<Integer> {

    private static final Pattern METRIC = Pattern.compile("(\\w+)\\(([\\w.]+?)(?:\\.(\\w+))?\\)");

    private final Console console;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(names = "--means", paramLabel = "table", description = "The rows of this table.")
    private String table = "";

    @Option(
            names = "--through",
            paramLabel = "table",
            description = "A link through this table: what \"bought\" leads through.")
    private String via = "";

    @Option(names = "--column", paramLabel = "table.column", description = "This column.")
    private String column = "";

    @Option(names = "--value", paramLabel = "text", description = "With --column: this stored value.")
    private String value = "";

    @Option(names = "--is", paramLabel = "\"> 0\"", description = "With --column: this comparison.")
    private String is = "";

    @Option(
            names = "--metric",
            paramLabel = "\"sum(table.column)\"",
            description =
                    "This number: count, count_distinct, sum, average, minimum or maximum of a column; count(table)"
                            + " counts rows.")
    private String metric = "";

    @Option(names = "--undo", description = "Take back the last change of what was taught; again for the one before.")
    private boolean undo;

    @Parameters(paramLabel = "phrase", arity = "0..1", description = "The word or words, best in quotes.")
    private String phrase = "";

    TeachCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        long meanings = List.of(table, via, column, metric).stream()
                .filter(text -> !text.isBlank())
                .count();
        if (undo ? !phrase.isBlank() || meanings > 0 : phrase.isBlank() || meanings != 1) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Say a phrase and one of --means, --through, --column and --metric, or --undo alone.");
        }
        if (column.isBlank() && !(value.isBlank() && is.isBlank())) {
            throw new CommandFailure(ExitCode.USAGE, "--value and --is go with --column.");
        }
        Map<String, Object> lesson = metric.isBlank() ? term() : metric();
        AppConfig config = source.applyTo(AppConfig.from(console.environment()));
        try (App app = Opening.app(config, console)) {
            return undo ? takeBack(app) : teach(app, lesson);
        }
    }

    private Map<String, Object> term() {
        Map<String, Object> term = new LinkedHashMap<>(Map.of("phrase", phrase));
        Map.of("table", table, "via", via, "column", column, "value", value, "is", is)
                .forEach((name, text) -> {
                    if (!text.isBlank()) {
                        term.put(name, text);
                    }
                });
        return term;
    }

    private Map<String, Object> metric() {
        Matcher form = METRIC.matcher(metric.strip());
        if (!form.matches()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--metric is written as \"sum(table.column)\" or \"count(table)\".");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        boolean rows = form.group(1).equals("count");
        fields.put("table", rows && form.group(3) != null ? form.group(2) + "." + form.group(3) : form.group(2));
        fields.put("aggregate", form.group(1));
        if (!rows && form.group(3) != null) {
            fields.put("expression", form.group(3));
        }
        return Map.of("name", phrase, "forms", List.of(fields));
    }

    private int teach(App app, Map<String, Object> lesson) {
        Teaching.Kind kind = metric.isBlank() ? Teaching.Kind.TERM : Teaching.Kind.METRIC;
        return switch (new Teaching(app.sources()).add(app.source(), kind, lesson)) {
            case SourceDesk.Taught.Stored(int version) -> {
                console.progress("Taught as version " + version + ". To take it back: ./sayql teach --undo");
                yield ExitCode.ANSWERED;
            }
            case SourceDesk.Taught.Faulty(List<String> problems) ->
                throw new CommandFailure(ExitCode.USAGE, String.join("\n", problems));
        };
    }

    private int takeBack(App app) {
        if (!app.sources().takeBack(app.source())) {
            throw new CommandFailure(ExitCode.USAGE, "Nothing was taught that could be taken back.");
        }
        console.progress("Taken back. What is taught now: ./sayql semantics show");
        return ExitCode.ANSWERED;
    }
}
