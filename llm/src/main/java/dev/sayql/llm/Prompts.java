package dev.sayql.llm;

import dev.sayql.core.generation.Attempt;
import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.ModelTask;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.generation.TextEmbedder;
import dev.sayql.core.history.VerifiedQuery;
import dev.sayql.core.question.Refinement;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Metric;
import dev.sayql.core.semantics.Term;
import dev.sayql.core.team.ModelPolicy.Sharing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes prompts of versioned files. Words of other people – names, comments, values, the question itself – stand in them as
 * quoted data between tags. Thread-safe.
 */
final class Prompts {

    /** A file is never changed once it was released; a better one gets the next number. */
    static final String VERSION = "sql-1";

    private static final int MOST_SOURCES = 16;
    private static final int MOST_TERMS = 60;
    private static final int MOST_METRICS = 20;
    private static final int MOST_PHRASE = 80;
    private static final int MOST_EXPRESSION = 200;

    private final int contextTokens;
    private final Optional<TextEmbedder> embedder;
    private final String rules;
    private final Map<Key, SchemaContext> schemas = new LinkedHashMap<>(MOST_SOURCES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SchemaContext> eldest) {
            return size() > MOST_SOURCES;
        }
    };

    private record Key(SourceContext context, Sharing sharing) {}

    /** @param embedder finds tables by meaning in schemas that are too large for a prompt */
    Prompts(int contextTokens, Optional<TextEmbedder> embedder) {
        this.contextTokens = contextTokens;
        this.embedder = embedder;
        this.rules = file(VERSION + ".md");
    }

    private static String file(String name) {
        try (InputStream in = Prompts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the prompt " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * What asks for the SQL of a question.
     *
     * @param examples questions like it with approved SQL; left out where no value may leave, for SQL holds some
     */
    Prompt of(ModelTask task, Sharing sharing, List<VerifiedQuery> examples) {
        SchemaContext.Shown shown = schema(task.context(), sharing).of(words(task));
        String schema = "<schema>\n" + shown.text()
                + (shown.whole() ? "" : "There are more tables; these are the likeliest.\n") + "</schema>\n"
                + taught(task.context(), sharing);
        return new Prompt(VERSION, rules, schema, question(task, sharing, examples));
    }

    /** The smallest question that proves that a model replies. */
    Prompt ofTest() {
        return new Prompt(
                VERSION,
                "Reply with {\"sql\":null,\"assumptions\":[],\"unclear\":null,\"declined\":\"test\"}",
                "",
                "Test.");
    }

    private SchemaContext schema(SourceContext context, Sharing sharing) {
        synchronized (schemas) {
            return schemas.computeIfAbsent(
                    new Key(context, sharing),
                    key -> new SchemaContext(context, sharing, contextTokens, embedder, Prompts::inBackground));
        }
    }

    /** Reading a large schema is work for a processor, and nobody waits for it. */
    private static void inBackground(Runnable reading) {
        Thread.ofPlatform().daemon().name("table-meanings").start(reading);
    }

    /** Everything that was said, for finding the tables that it is about. */
    private static String words(ModelTask task) {
        String earlier = task.earlier().stream().map(Attempt::text).collect(Collectors.joining(" "));
        String refinement = task.question().refinement().map(Refinement::text).orElse("");
        return task.question().text() + " " + earlier + " " + refinement;
    }

    private static String taught(SourceContext context, Sharing sharing) {
        StringBuilder text = new StringBuilder();
        context.semantics().terms().stream()
                .filter(term -> isShown(term.target(), context.schema()))
                .flatMap(term -> line(term, sharing).stream())
                .limit(MOST_TERMS)
                .forEach(text::append);
        context.semantics().metrics().stream()
                .limit(MOST_METRICS)
                .map(Prompts::line)
                .forEach(text::append);
        return text.isEmpty() ? "" : "<glossary>\n" + text + "</glossary>\n";
    }

    /** What the owner keeps back since it was taught does not leave. */
    private static boolean isShown(Term.Target target, Schema schema) {
        return switch (target) {
            case Term.Target.OfTable(var table) -> schema.table(table).isPresent();
            case Term.Target.Via(var table) -> schema.table(table).isPresent();
            case Term.Target.OfColumn(var column) -> isShown(column, schema);
            case Term.Target.Condition condition -> isShown(condition.column(), schema);
            case Term.Target.OfValue(var column, var _) -> isShown(column, schema);
        };
    }

    private static boolean isShown(ColumnName column, Schema schema) {
        return schema.table(column.table())
                .flatMap(table -> table.column(column.column()))
                .isPresent();
    }

    /** Empty for what holds a stored value that may not leave. */
    private static Optional<String> line(Term term, Sharing sharing) {
        Optional<String> meaning = switch (term.target()) {
            case Term.Target.OfTable(var table) -> Optional.of(SchemaText.name(table));
            case Term.Target.Via(var table) -> Optional.of("through " + SchemaText.name(table));
            case Term.Target.OfColumn(var column) -> Optional.of(SchemaText.name(column));
            case Term.Target.OtherThan(var column, String value) ->
                shared(sharing, SchemaText.name(column) + " is not ", value);
            case Term.Target.OneOf(var column, var values) ->
                sharing == Sharing.VALUES
                        ? Optional.of(values.stream()
                                .map(value -> Quoted.text(value, MOST_PHRASE))
                                .collect(Collectors.joining(", ", SchemaText.name(column) + " is one of ", "")))
                        : Optional.<String>empty();
            case Term.Target.Condition condition ->
                Optional.of(SchemaText.name(condition.column()) + " " + condition.is());
            case Term.Target.OfValue(var column, String value) ->
                shared(sharing, SchemaText.name(column) + " = ", value);
        };
        return meaning.map(text -> Quoted.text(term.phrase(), MOST_PHRASE) + ": " + text + "\n");
    }

    private static Optional<String> shared(Sharing sharing, String before, String value) {
        return sharing == Sharing.VALUES ? Optional.of(before + Quoted.text(value, MOST_PHRASE)) : Optional.empty();
    }

    private static String line(Metric metric) {
        String forms = metric.forms().stream()
                .map(form -> form.aggregation() + " of " + form.expression() + " in " + SchemaText.name(form.table()))
                .collect(Collectors.joining(", or "));
        String text = forms.length() <= MOST_EXPRESSION ? forms : forms.substring(0, MOST_EXPRESSION) + "…";
        return Quoted.text(metric.name(), MOST_PHRASE) + ": " + framed(text) + "\n";
    }

    private static String framed(String text) {
        return text.replace("<", "\\u003c").replace(">", "\\u003e");
    }

    private static String question(ModelTask task, Sharing sharing, List<VerifiedQuery> examples) {
        StringBuilder text = new StringBuilder();
        text.append("Today is ")
                .append(DateTimeFormatter.ISO_LOCAL_DATE.format(task.question().today()))
                .append(", a ")
                .append(task.question().today().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .append("; dates are in the time zone UTC.\n");
        if (sharing == Sharing.VALUES) {
            text.append(lines(examples));
            hints(task).ifPresent(text::append);
        }
        task.earlier().forEach(attempt -> text.append(line(attempt, sharing)));
        text.append("<question>")
                .append(Quoted.whole(clean(task.question()
                        .refinement()
                        .filter(refinement -> !refinement.isRepair())
                        .map(Refinement::text)
                        .orElse(task.question().text()))))
                .append("</question>\n");
        task.question()
                .refinement()
                .ifPresent(refinement -> text.append(
                        refinement.isRepair()
                                ? "The last statement failed; answer the question with one that works.\n"
                                : "The question changes what was asked before; answer it as changed.\n"));
        task.trials()
                .forEach(trial -> text.append("<trial>")
                        .append(Quoted.whole(trial.sql()))
                        .append("</trial>\nThat was not accepted: ")
                        .append(Quoted.whole(trial.problem()))
                        .append(". Mend exactly that.\n"));
        return text.toString();
    }

    private static String lines(List<VerifiedQuery> examples) {
        return examples.isEmpty()
                ? ""
                : examples.stream()
                        .map(query -> Quoted.whole(clean(query.question())) + " is answered by "
                                + Quoted.whole(query.sql()) + "\n")
                        .collect(Collectors.joining("", "<examples>\n", "</examples>\n"));
    }

    /** What the local engine found before it declined. */
    private static Optional<String> hints(ModelTask task) {
        StringBuilder text = new StringBuilder();
        for (Values.Hit hit : ValueHits.of(words(task), task.context().values())) {
            text.append(SchemaText.name(hit.column()))
                    .append(" holds ")
                    .append(Quoted.text(hit.value(), MOST_PHRASE))
                    .append('\n');
        }
        List<String> unknown = task.declined().unknownWords();
        if (!unknown.isEmpty()) {
            text.append("not understood by rules: ")
                    .append(unknown.stream()
                            .map(word -> Quoted.text(word, MOST_PHRASE))
                            .collect(Collectors.joining(", ")))
                    .append('\n');
        }
        task.guess()
                .map(Candidate::sql)
                .ifPresent(sql -> text.append("an unsure draft by rules, often wrong: ")
                        .append(Quoted.whole(sql.text()))
                        .append('\n'));
        return text.isEmpty() ? Optional.empty() : Optional.of("<hints>\n" + text + "</hints>\n");
    }

    /** SQL of before may hold stored values, so only the words go along where those may not leave. */
    private static String line(Attempt attempt, Sharing sharing) {
        String said = "<before>" + Quoted.whole(clean(attempt.text()));
        String wrote = attempt.sql()
                .filter(sql -> sharing == Sharing.VALUES)
                .map(sql -> " was answered by " + Quoted.whole(sql))
                .orElse("");
        return said + wrote + "</before>\n";
    }

    /** As people read it: composed letters, nothing invisible. */
    private static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cf}&&[^\\u200d]]", "")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ");
    }
}
