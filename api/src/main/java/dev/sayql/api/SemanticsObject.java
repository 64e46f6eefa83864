package dev.sayql.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Metric;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.semantics.Term;
import dev.sayql.sql.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was taught about a source, on the wire: the form of the YAML document, as JSON. Immutable. */
record SemanticsObject(
        List<TermObject> terms,
        List<MetricObject> metrics,
        Map<String, List<String>> labels,
        Map<String, String> defaultDates) {

    SemanticsObject {
        terms = List.copyOf(terms);
        metrics = List.copyOf(metrics);
    }

    /** The same with its source and version. */
    record Taught(
            String source,
            int version,
            List<TermObject> terms,
            List<MetricObject> metrics,
            Map<String, List<String>> labels,
            Map<String, String> defaultDates) {}

    Taught taught(String source, int version) {
        return new Taught(source, version, terms, metrics, labels, defaultDates);
    }

    /** A phrase and what it means. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TermObject(
            String phrase,
            @Nullable String table,
            @Nullable String via,
            @Nullable String column,
            @Nullable String value,
            @Nullable String is) {

        static TermObject of(Term term) {
            return switch (term.target()) {
                case Term.Target.OfTable(TableName table) ->
                    new TermObject(term.phrase(), table.toString(), null, null, null, null);
                case Term.Target.Via(TableName table) ->
                    new TermObject(term.phrase(), null, table.toString(), null, null, null);
                case Term.Target.OfColumn(ColumnName column) -> ofColumn(term, column, null, null);
                case Term.Target.Condition condition -> ofColumn(term, condition.column(), null, condition.is());
                case Term.Target.OfValue(ColumnName column, String value) -> ofColumn(term, column, value, null);
            };
        }

        private static TermObject ofColumn(Term term, ColumnName column, @Nullable String value, @Nullable String is) {
            return new TermObject(term.phrase(), null, null, column.table() + "." + column.column(), value, is);
        }
    }

    /** A number with a name. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record MetricObject(String name, List<String> synonyms, String description, List<FormObject> forms) {

        static MetricObject of(Metric metric) {
            return new MetricObject(
                    metric.name(),
                    metric.synonyms(),
                    metric.description(),
                    metric.forms().stream().map(FormObject::of).toList());
        }
    }

    /** A way to compute it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record FormObject(String table, String aggregate, String expression) {

        static FormObject of(Metric.Form form) {
            return new FormObject(
                    form.table().toString(),
                    AnswerObjects.id(form.aggregation()),
                    form.expression().equals("*") ? "" : form.expression());
        }
    }

    static SemanticsObject of(Semantics semantics) {
        Map<String, List<String>> labels = new TreeMap<>();
        semantics.labels().forEach((table, columns) -> labels.put(table.toString(), columns));
        Map<String, String> defaultDates = new TreeMap<>();
        semantics.defaultDates().forEach((table, column) -> defaultDates.put(table.toString(), column));
        return new SemanticsObject(
                semantics.terms().stream().map(TermObject::of).toList(),
                semantics.metrics().stream().map(MetricObject::of).toList(),
                new LinkedHashMap<>(labels),
                new LinkedHashMap<>(defaultDates));
    }
}
