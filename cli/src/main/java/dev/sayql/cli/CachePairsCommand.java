package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.AppConfig.SourceConfig;
import dev.sayql.app.ConfigurationException;
import dev.sayql.app.Secret;
import dev.sayql.app.Workbench;
import dev.sayql.core.question.SourcePolicy;
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

/** Tells of pairs of questions whether the second would be answered from what is remembered of the first. Runs nothing. */
@Command(
        name = "cache-pairs",
        description = "Tells which pairs of questions are proven to mean the same.",
        footer = {
            "",
            "In:  {\"id\",\"db\",\"prefix\",\"q1\",\"q2\"} a line; other fields are ignored.",
            "Out: {\"id\",\"hit\"} a line, in the same order; \"error\" says why a pair could not be looked at."
        },
        mixinStandardHelpOptions = true)
final class CachePairsCommand implements Callable<Integer> {

    private static final String DATABASE = "{db}";
    private static final String PREFIX = "{prefix}";

    private final Console console;
    private final RoleWarnings roles;

    @Option(names = "--pairs", required = true, paramLabel = "pairs.jsonl", description = "The pairs of questions.")
    private String pairs = "";

    @Option(
            names = "--url",
            required = true,
            paramLabel = "postgresql://user@host:port/{prefix}{db}",
            description = "Where the databases are; {prefix} and {db} stand for those of a pair.")
    private String url = "";

    @Option(names = "--out", required = true, paramLabel = "hits.jsonl", description = "Gets the hits.")
    private String out = "";

    @Option(names = "--trust-source", description = "Accept a role that may do more than read.")
    private boolean trusted;

    CachePairsCommand(Console console) {
        this.console = console;
        this.roles = new RoleWarnings(console);
    }

    /** What a line says of a database. */
    private record Database(String prefix, String name) {

        String in(String url) {
            return url.replace(PREFIX, encoded(prefix)).replace(DATABASE, encoded(name));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    /** A pair and where its line goes. */
    private record Pair(int place, Object id, String first, String second) {}

    /** One line of what is written. */
    private sealed interface Line {

        record Told(Object id, boolean hit) implements Line {}

        record Unusable(Object id, boolean hit, String error) implements Line {}
    }

    private record Compared(int place, Line line) {}

    @Override
    public Integer call() {
        LinesInOrder<Line> lines = new LinesInOrder<>();
        Map<Database, List<Pair>> byDatabase = read(lines);
        refuseOneUrlForAll(byDatabase);
        try (LineWriter file = LineWriter.to(out, pairs);
                Workbench workbench = new Workbench()) {
            lines.writeTo(file);
            List<RuntimeException> unusable = new ArrayList<>();
            int done = 0;
            for (Map.Entry<Database, List<Pair>> group : byDatabase.entrySet()) {
                done++;
                console.progress("[%d/%d] %s: %,d pairs"
                        .formatted(
                                done,
                                byDatabase.size(),
                                Escaped.line(group.getKey().name()),
                                group.getValue().size()));
                compare(group.getKey(), group.getValue(), workbench, lines).ifPresent(unusable::add);
            }
            roles.sum();
            return unusable.isEmpty() || unusable.size() < byDatabase.size()
                    ? ExitCode.ANSWERED
                    : Endings.of(unusable.getFirst()).exitCode();
        }
    }

    private void refuseOneUrlForAll(Map<Database, List<Pair>> byDatabase) {
        if (byDatabase.keySet().stream()
                        .map(database -> database.in(url))
                        .distinct()
                        .count()
                < byDatabase.size()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The pairs are about %,d databases: write {prefix} and {db} in --url where their names go."
                            .formatted(byDatabase.size()));
        }
    }

    private Map<Database, List<Pair>> read(LinesInOrder<Line> lines) {
        Map<Database, List<Pair>> byDatabase = new LinkedHashMap<>();
        try (JsonLines file = JsonLines.of(pairs)) {
            for (Optional<JsonLines.Line> next = file.next(); next.isPresent(); next = file.next()) {
                JsonLines.Line line = next.get();
                int place = lines.expectOne();
                Optional<String> database = line.text("db");
                Optional<String> first = line.text("q1");
                Optional<String> second = line.text("q2");
                if (database.isEmpty() || first.isEmpty() || second.isEmpty()) {
                    unusable(lines, place, line.id(), "The line is no JSON object with db, q1 and q2.");
                } else {
                    byDatabase
                            .computeIfAbsent(
                                    new Database(line.text("prefix").orElse(""), database.get()),
                                    key -> new ArrayList<>())
                            .add(new Pair(place, line.id(), first.get(), second.get()));
                }
            }
        }
        return byDatabase;
    }

    /** Every pair of a database gets its line; what keeps the database from being used comes back. */
    private Optional<RuntimeException> compare(
            Database database, List<Pair> group, Workbench workbench, LinesInOrder<Line> lines) {
        SourceConfig config = new SourceConfig(new Secret(database.in(url)), trusted);
        try (Workbench.Bench bench = workbench.open(config, SourcePolicy.NONE)) {
            roles.of(bench.warnings());
            group.parallelStream()
                    .map(pair -> compared(pair, workbench, bench))
                    .toList()
                    .forEach(compared -> lines.put(compared.place(), compared.line()));
            return Optional.empty();
        } catch (SourceUnavailableException | ConfigurationException unusable) {
            String sentence = String.valueOf(unusable.getMessage());
            console.progress("  " + Escaped.line(sentence));
            group.forEach(pair -> lines.put(pair.place(), new Line.Unusable(pair.id(), false, sentence)));
            return Optional.of(unusable);
        }
    }

    /** Never throws for a pair: what goes wrong with one stays with that one. */
    private Compared compared(Pair pair, Workbench workbench, Workbench.Bench bench) {
        try {
            boolean same = workbench.areSame(
                    workbench.question(bench, pair.first()), workbench.question(bench, pair.second()), bench);
            return new Compared(pair.place(), new Line.Told(pair.id(), same));
        } catch (IllegalArgumentException unaskable) {
            return failed(pair, String.valueOf(unaskable.getMessage()));
        } catch (RuntimeException | StackOverflowError unexpected) {
            return failed(pair, "Unexpected " + unexpected.getClass().getSimpleName());
        }
    }

    private Compared failed(Pair pair, String sentence) {
        console.progress("  " + Escaped.line(pair.id() + ": " + sentence));
        return new Compared(pair.place(), new Line.Unusable(pair.id(), false, sentence));
    }

    private void unusable(LinesInOrder<Line> lines, int place, Object id, String sentence) {
        console.progress("  " + Escaped.line(id + ": " + sentence));
        lines.put(place, new Line.Unusable(id, false, sentence));
    }
}
