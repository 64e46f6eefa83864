package dev.sayql.training;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.generation.TextEmbedder;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.team.ModelPolicy.Sharing;
import dev.sayql.core.team.TeamId;
import dev.sayql.embedding.SentenceEncoder;
import dev.sayql.llm.SchemaContext;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.TableName;
import dev.sayql.sql.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how often a prompt shows every table that the answer needs, over all databases as if they were one. */
@Command(
        name = "context",
        description = "Measures how often a prompt shows every table that is needed, all databases merged into one.",
        mixinStandardHelpOptions = true)
final class ContextCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, description = "The folder with questions.jsonl.")
    private Path data = Path.of("");

    @Option(names = "--url", required = true, description = "postgresql://user@host:port/sp_{db}")
    private String url = "";

    @Option(names = "--tokens", description = "The most that the schema may take; 8,000 when not given.")
    private int tokens = 8_000;

    @Option(names = "--sharing", description = "values or schema; values when not given.")
    private Sharing sharing = Sharing.VALUES;

    @Option(names = "--reworded", description = "Ask the questions in their other wording.")
    private boolean reworded;

    @Option(names = "--words-only", description = "Leave out the sentence encoder.")
    private boolean wordsOnly;

    @Option(names = "--misses", description = "Print so many questions with the tables that were not shown.")
    private int misses;

    @Spec
    private @Nullable CommandSpec spec;

    private final List<Table> tables = new ArrayList<>();
    private final Map<ColumnName, List<String>> values = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();

    /** A question and the tables that its known answer reads, of the merged schema. */
    private record Asked(String text, Set<TableName> needed) {}

    @Override
    public Integer call() throws IOException, SQLException {
        try (Benches<BenchQuestion> benches = Benches.of(BenchQuestion.readAll(data), url)) {
            benches.each(database -> true, this::merge);
        }
        SourceContext context = new SourceContext(
                new Source(new TeamId("local"), new SourceId("merged"), "merged"),
                new Schema(tables, List.of("public"), "merged"),
                new Values(values),
                Semantics.none());
        try (SentenceEncoder encoder = new SentenceEncoder()) {
            Optional<TextEmbedder> embedder = wordsOnly ? Optional.empty() : Optional.of(encoder);
            report(new SchemaContext(context, sharing, tokens, embedder, Runnable::run));
        }
        return 0;
    }

    /** Each database becomes a schema of its name. */
    private void merge(Benches.Open<BenchQuestion> open) {
        SourceContext context = open.bench().context();
        for (Table table : context.schema().tables()) {
            tables.add(new Table(
                    in(open.database(), table.name()),
                    table.kind(),
                    table.columns(),
                    table.primaryKey(),
                    table.uniqueKeys(),
                    table.foreignKeys().stream()
                            .map(key -> new ForeignKey(
                                    key.columns(),
                                    in(open.database(), key.target()),
                                    key.targetColumns(),
                                    key.inferred()))
                            .toList(),
                    table.comment(),
                    table.estimatedRows()));
        }
        for (ColumnName column : context.values().columns()) {
            context.values()
                    .of(column)
                    .ifPresent(stored ->
                            values.put(new ColumnName(in(open.database(), column.table()), column.column()), stored));
        }
        for (BenchQuestion question : open.questions()) {
            if (open.workbench().validator().validate(new SqlText(question.sql()), context.rules())
                    instanceof Verdict.Allowed(var sql)) {
                Set<TableName> needed = new HashSet<>();
                sql.tables().forEach(table -> needed.add(in(open.database(), table)));
                asked.add(new Asked(reworded ? question.reworded().orElse(question.text()) : question.text(), needed));
            }
        }
    }

    private static TableName in(String database, TableName table) {
        return new TableName(database, table.name());
    }

    private void report(SchemaContext context) {
        int shown = 0;
        long most = 0;
        long sum = 0;
        int left = misses;
        for (Asked question : asked) {
            SchemaContext.Shown prompt = context.of(question.text());
            boolean all = prompt.tables().containsAll(question.needed());
            shown += all ? 1 : 0;
            most = Math.max(most, prompt.text().length());
            sum += prompt.tables().size();
            if (!all && left-- > 0) {
                Set<TableName> missing = new HashSet<>(question.needed());
                missing.removeAll(prompt.tables());
                out().println(question.text() + "  lacks " + missing);
            }
        }
        out().printf(
                        Locale.ROOT,
                        "%d tables, %d questions: all that is needed was shown for %.2f %% at %,d tokens (%s); %.0f tables and"
                                + " %,d characters at most a prompt%n",
                        tables.size(),
                        asked.size(),
                        100.0 * shown / Math.max(1, asked.size()),
                        tokens,
                        sharing.name().toLowerCase(Locale.ROOT),
                        (double) sum / Math.max(1, asked.size()),
                        most);
    }

    private PrintWriter out() {
        return spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
    }
}
