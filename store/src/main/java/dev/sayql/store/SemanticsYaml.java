package dev.sayql.store;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.semantics.Term;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What was taught about a source, as a document that people edit. Reading is strict and tells every problem at once; a
 * document with a problem teaches nothing. The version is not part of a document.
 */
public final class SemanticsYaml {
    private static final int MOST_CHARACTERS = 1_000_000;

    private SemanticsYaml() {}

    /** How reading ended. */
    public sealed interface Read {

        record Understood(Semantics semantics) implements Read {}

        /**
         * Not accepted.
         *
         * @param problems each says where ({@code metrics[0].forms[1].table}) and what; at least one
         */
        record Faulty(List<String> problems) implements Read {
            public Faulty {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Without a schema: a table named without its schema is one of {@code public}, and whether it exists is not asked. */
    public static Read read(String yaml) {
        return read(yaml, Optional.empty());
    }

    /** With a schema: tables are found as a person means them, and what does not exist is a problem. */
    public static Read read(String yaml, Schema schema) {
        return read(yaml, Optional.of(schema));
    }

    private static Read read(String yaml, Optional<Schema> schema) {
        if (yaml.length() > MOST_CHARACTERS) {
            return new Read.Faulty(List.of("The document is longer than 1,000,000 characters."));
        }
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(10)
                .setLabel("the document")
                .build();
        try {
            Optional<Object> document = Optional.ofNullable(new Load(settings).loadFromString(yaml));
            return new SemanticsReading(new SchemaNames(schema)).read(document);
        } catch (MarkedYamlEngineException broken) {
            String where = broken.getProblemMark()
                    .map(mark -> "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ")
                    .orElse("");
            return new Read.Faulty(List.of("This is not YAML: " + where + broken.getProblem()));
        } catch (YamlEngineException broken) {
            return new Read.Faulty(List.of("This is not YAML."));
        } catch (StackOverflowError tooDeep) {
            // The library descends with the document and knows no limit of its own.
            return new Read.Faulty(List.of("This is not YAML of semantics: it is nested too deeply."));
        }
    }

    /** Writes a document that reads back as the same semantics. */
    public static String write(Semantics semantics) {
        Map<String, Object> document = new LinkedHashMap<>();
        putUnlessEmpty(
                document,
                "terms",
                semantics.terms().stream().map(SemanticsYaml::term).toList());
        putUnlessEmpty(
                document,
                "metrics",
                semantics.metrics().stream().map(SemanticsYaml::metric).toList());
        Map<String, Object> labels = new TreeMap<>();
        semantics.labels().forEach((table, columns) -> labels.put(table.toString(), columns));
        Map<String, Object> dates = new TreeMap<>();
        semantics.defaultDates().forEach((table, column) -> dates.put(table.toString(), column));
        if (!labels.isEmpty()) {
            document.put("labels", labels);
        }
        if (!dates.isEmpty()) {
            document.put("default_dates", dates);
        }
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.AUTO)
                .setDereferenceAliases(true)
                .setWidth(120)
                .build();
        return new Dump(settings).dumpToString(document);
    }

    private static void putUnlessEmpty(Map<String, Object> document, String key, List<?> values) {
        if (!values.isEmpty()) {
            document.put(key, values);
        }
    }

    private static Map<String, Object> term(Term term) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("phrase", term.phrase());
        switch (term.target()) {
            case Term.Target.OfTable(TableName table) -> written.put("table", table.toString());
            case Term.Target.Via(TableName table) -> written.put("via", table.toString());
            case Term.Target.OfColumn(ColumnName column) -> written.put("column", full(column));
            case Term.Target.Condition condition -> {
                written.put("column", full(condition.column()));
                written.put("is", condition.is());
            }
            case Term.Target.OfValue(ColumnName column, String value) -> {
                written.put("column", full(column));
                written.put("value", value);
            }
        }
        return written;
    }

    private static String full(ColumnName column) {
        return column.table() + "." + column.column();
    }

    private static Map<String, Object> metric(Metric metric) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("name", metric.name());
        if (!metric.synonyms().isEmpty()) {
            written.put("synonyms", metric.synonyms());
        }
        if (!metric.description().isEmpty()) {
            written.put("description", metric.description());
        }
        List<Object> forms = new ArrayList<>();
        for (Metric.Form form : metric.forms()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("table", form.table().toString());
            one.put("aggregate", aggregate(form.aggregation()));
            one.put("expression", form.expression());
            forms.add(one);
        }
        written.put("forms", forms);
        return written;
    }

    static String aggregate(Aggregation aggregation) {
        return aggregation.name().toLowerCase(Locale.ROOT);
    }
}
