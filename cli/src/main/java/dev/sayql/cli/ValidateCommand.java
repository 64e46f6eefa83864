package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.AppConfig;
import dev.sayql.app.Workbench;
import dev.sayql.core.schema.EditDistance;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.Problem;
import dev.sayql.sql.Rules;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.TableName;
import dev.sayql.sql.Verdict;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges a file of SQL statements as questions' SQL is judged, and runs none of them. */
@Command(
        name = "validate",
        description = "Judges SQL statements against a database and runs none of them.",
        footer = {"", "In:  {\"id\",\"sql\"} a line. Out: {\"id\",\"verdict\",\"code\",\"detail\",\"micros\"} a line."},
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    private static final int MOST_TRIES = 5;

    private final Console console;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private TableOptions onlyThese = new TableOptions();

    @Option(names = "--in", required = true, paramLabel = "statements.jsonl", description = "The statements.")
    private String in = "";

    @Option(names = "--out", required = true, paramLabel = "verdicts.jsonl", description = "Gets the verdicts.")
    private String out = "";

    ValidateCommand(Console console) {
        this.console = console;
    }

    /** One line of the output; no code and no detail when allowed. */
    record VerdictLine(
            Object id,
            String verdict,
            @Nullable String code,
            @Nullable String detail,
            long micros) {}

    @Override
    public Integer call() {
        Optional<List<String>> tables = onlyThese.names();
        try (JsonLines lines = JsonLines.of(in);
                Workbench workbench = new Workbench();
                Workbench.Bench bench = bench(workbench);
                LineWriter verdicts = LineWriter.to(out, in)) {
            Rules rules = rules(bench.context().schema(), bench.context().rules(), tables);
            bench.warnings().forEach(console::warn);
            workbench.validator().warmUp();
            long allowed = 0;
            long rejected = 0;
            for (Optional<JsonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                VerdictLine verdict = judge(line.get(), workbench, rules);
                verdicts.write(verdict);
                if (verdict.verdict().equals("allow")) {
                    allowed++;
                } else {
                    rejected++;
                }
            }
            console.progress("%,d allowed, %,d rejected".formatted(allowed, rejected));
            return ExitCode.ANSWERED;
        }
    }

    /** A database that is named needs nothing else to be configured. */
    private Workbench.Bench bench(Workbench workbench) {
        return source.named()
                .map(named -> workbench.open(named, source.policy()))
                .orElseGet(() ->
                        workbench.open(source.applyTo(AppConfig.from(console.environment())), Opening.parts(console)));
    }

    private static VerdictLine judge(JsonLines.Line line, Workbench workbench, Rules rules) {
        Optional<String> sql = line.text("sql");
        if (sql.isEmpty()) {
            return new VerdictLine(
                    line.id(), "reject", "malformed_line", "The line is no JSON object with id and sql.", 0);
        }
        long started = System.nanoTime();
        Verdict verdict = workbench.validator().validate(new SqlText(sql.get()), rules);
        for (int tries = 1; tries < MOST_TRIES && isRetryable(verdict); tries++) {
            verdict = workbench.validator().validate(new SqlText(sql.get()), rules);
        }
        long micros = (System.nanoTime() - started) / 1_000;
        return switch (verdict) {
            case Verdict.Allowed _ -> new VerdictLine(line.id(), "allow", null, null, micros);
            case Verdict.Rejected(List<Problem> problems) ->
                new VerdictLine(
                        line.id(),
                        "reject",
                        problems.getFirst().code().id(),
                        problems.getFirst().detail(),
                        micros);
        };
    }

    private static boolean isRetryable(Verdict verdict) {
        return verdict instanceof Verdict.Rejected(List<Problem> problems)
                && problems.getFirst().code().isRetryable();
    }

    private static Rules rules(Schema schema, Rules all, Optional<List<String>> names) {
        if (names.isEmpty()) {
            return all;
        }
        Set<TableName> tables = new HashSet<>();
        for (String name : names.get()) {
            List<Table> named = schema.named(name);
            if (named.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.USAGE, "There is no table named " + name + "." + nearest(schema, name));
            }
            named.forEach(table -> tables.add(table.name()));
        }
        return all.narrowedTo(tables);
    }

    private static String nearest(Schema schema, String name) {
        return schema.tables().stream()
                .map(table -> table.name().name())
                .min(Comparator.comparingInt(known -> EditDistance.between(known, name)))
                .map(known -> " The nearest is " + known + ".")
                .orElse("");
    }
}
