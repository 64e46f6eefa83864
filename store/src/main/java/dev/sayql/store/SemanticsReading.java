package dev.sayql.store;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.semantics.Term;
import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a parsed document into semantics and collects what is wrong on the way. Used once. */
final class SemanticsReading {
    private static final Pattern EXPRESSION = Pattern.compile("[\\p{L}\\p{N}_$. +*/()-]+");
    private static final Pattern NAME_IN_EXPRESSION =
            Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*(?:\\.[\\p{L}\\p{N}_$]+)*");
    private static final String EVERY_ROW = "*";

    private static final Pattern TRUTH = Pattern.compile("(?i)(=|<>)?\\s*(true|false)");
    private static final String TEXT = "'((?:[^']|'')*)'";
    private static final Pattern QUOTED = Pattern.compile("(=|<>)\\s*" + TEXT);
    private static final Pattern ONE_OF =
            Pattern.compile("(?i)in\\s*\\(\\s*" + TEXT + "(?:\\s*,\\s*" + TEXT + ")*\\s*\\)");
    private static final Pattern QUOTED_TEXT = Pattern.compile(TEXT);
    private static final Pattern MISSING = Pattern.compile("(?i)is(\\s+not)?\\s+null");
    private static final Pattern COMPARISON = Pattern.compile("(=|<>|<=?|>=?)\\s*(-?\\d+(?:\\.\\d+)?)");

    private final SchemaNames names;
    private final List<String> problems = new ArrayList<>();

    SemanticsReading(SchemaNames names) {
        this.names = names;
    }

    SemanticsYaml.Read read(Optional<Object> document) {
        Map<String, Object> fields = document.isEmpty()
                ? Map.of()
                : mapping("the document", document.get(), Set.of("terms", "metrics", "labels", "default_dates"));
        List<Term> terms = new ArrayList<>();
        each("terms", fields.get("terms"), (where, item) -> term(where, item).ifPresent(terms::add));
        List<Metric> metrics = new ArrayList<>();
        each(
                "metrics",
                fields.get("metrics"),
                (where, item) -> metric(where, item).ifPresent(metrics::add));
        Map<TableName, List<String>> labels = labels(fields.get("labels"));
        Map<TableName, String> dates = dates(fields.get("default_dates"));
        repeated("metric", metrics.stream().map(Metric::name).toList());
        return problems.isEmpty()
                ? new SemanticsYaml.Read.Understood(new Semantics(0, terms, metrics, labels, dates))
                : new SemanticsYaml.Read.Faulty(problems);
    }

    private Optional<Term> term(String where, Object item) {
        Map<String, Object> fields = mapping(where, item, Set.of("phrase", "table", "via", "column", "value", "is"));
        Optional<String> phrase = text(where, fields, "phrase");
        long targets = List.of("table", "via", "column").stream()
                .filter(fields::containsKey)
                .count();
        if (targets != 1) {
            problems.add(where + ": give exactly one of table, via and column");
            return Optional.empty();
        }
        boolean refines = fields.containsKey("value") || fields.containsKey("is");
        if (refines && !fields.containsKey("column")) {
            problems.add(where + ": value and is need a column");
            return Optional.empty();
        }
        if (fields.containsKey("value") && fields.containsKey("is")) {
            problems.add(where + ": give either value or is");
            return Optional.empty();
        }
        return target(where, fields).flatMap(target -> phrase.map(words -> new Term(words, target)));
    }

    private Optional<Term.Target> comparison(String where, ColumnName column, String text) {
        Matcher truth = TRUTH.matcher(text.strip());
        if (truth.matches()) {
            boolean value = Boolean.parseBoolean(truth.group(2).toLowerCase(Locale.ROOT));
            return Optional.of(new Term.Target.OfTruth(column, value != "<>".equals(truth.group(1))));
        }
        Matcher missing = MISSING.matcher(text.strip());
        if (missing.matches()) {
            return Optional.of(new Term.Target.OfMissing(column, missing.group(1) == null));
        }
        if (ONE_OF.matcher(text.strip()).matches()) {
            List<String> values = QUOTED_TEXT
                    .matcher(text)
                    .results()
                    .map(found -> unquoted(found.group(1)))
                    .toList();
            return Optional.of(new Term.Target.OneOf(column, values));
        }
        Matcher quoted = QUOTED.matcher(text.strip());
        if (quoted.matches()) {
            String value = unquoted(quoted.group(2));
            return Optional.of(
                    quoted.group(1).equals("=")
                            ? new Term.Target.OfValue(column, value)
                            : new Term.Target.OtherThan(column, value));
        }
        Matcher matcher = COMPARISON.matcher(text.strip());
        if (!matcher.matches()) {
            problems.add(where + ": needs an operator (= <> < <= > >=) and a number, such as \"> 0\"; "
                    + "= or <> and true, false or a text, such as \"<> 'paid'\"; in and texts, such as \"in ('paid', 'sent')\"; "
                    + "or is null, or is not null");
            return Optional.empty();
        }
        return Optional.of(new Term.Target.OfComparison(column, matcher.group(1), new BigDecimal(matcher.group(2))));
    }

    private static String unquoted(String text) {
        return text.replace("''", "'");
    }

    private Optional<Term.Target> target(String where, Map<String, Object> fields) {
        if (fields.containsKey("table")) {
            return table(where, fields, "table").map(Term.Target.OfTable::new);
        }
        if (fields.containsKey("via")) {
            return via(where, fields);
        }
        Optional<ColumnName> column = text(where, fields, "column").flatMap(text -> column(where + ".column", text));
        if (fields.containsKey("is")) {
            Optional<String> comparison = fields.get("is") instanceof Boolean truth
                    ? Optional.of(truth.toString())
                    : text(where, fields, "is");
            return column.flatMap(name -> comparison.flatMap(text -> comparison(where + ".is", name, text)));
        }
        if (!fields.containsKey("value")) {
            return column.map(Term.Target.OfColumn::new);
        }
        if (fields.get("value") instanceof Boolean truth) {
            return column.map(name -> new Term.Target.OfTruth(name, truth));
        }
        Optional<String> value = text(where, fields, "value");
        return column.flatMap(name -> value.map(stored -> new Term.Target.OfValue(name, stored)));
    }

    /** A key is a natural mistake where a table is meant. */
    private Optional<Term.Target> via(String where, Map<String, Object> fields) {
        Optional<String> text = text(where, fields, "via");
        int dot = text.map(name -> name.lastIndexOf('.')).orElse(-1);
        boolean isColumn = dot > 0
                && names.table(text.get()) instanceof SchemaNames.Found.Problem
                && names.table(text.get().substring(0, dot)) instanceof SchemaNames.Found.Name;
        if (isColumn) {
            problems.add(
                    where + ".via: names a table that a deed leads through; for a column write column: " + text.get());
            return Optional.empty();
        }
        return text.flatMap(name -> accept(where + ".via", names.table(name))).map(Term.Target.Via::new);
    }

    private Optional<Metric> metric(String where, Object item) {
        Map<String, Object> fields = mapping(where, item, Set.of("name", "synonyms", "description", "forms"));
        Optional<String> name = text(where, fields, "name");
        String description = fields.containsKey("description")
                ? text(where, fields, "description").orElse("")
                : "";
        List<String> synonyms = texts(where + ".synonyms", fields.get("synonyms"));
        List<Metric.Form> forms = new ArrayList<>();
        each(
                where + ".forms",
                fields.get("forms"),
                (place, form) -> form(place, form).ifPresent(forms::add));
        if (!fields.containsKey("forms")) {
            problems.add(where + ".forms: is missing");
        }
        return name.filter(given -> !forms.isEmpty()).map(given -> new Metric(given, synonyms, forms, description));
    }

    private Optional<Metric.Form> form(String where, Object item) {
        Map<String, Object> fields = mapping(where, item, Set.of("table", "aggregate", "expression"));
        Optional<TableName> table = table(where, fields, "table");
        Optional<Aggregation> aggregation = text(where, fields, "aggregate").flatMap(text -> aggregation(where, text));
        boolean rowsAreCounted =
                aggregation.equals(Optional.of(Aggregation.COUNT)) && !fields.containsKey("expression");
        Optional<String> expression = rowsAreCounted ? Optional.of(EVERY_ROW) : text(where, fields, "expression");
        if (table.isEmpty() || aggregation.isEmpty() || expression.isEmpty()) {
            return Optional.empty();
        }
        checkExpression(where + ".expression", table.get(), expression.get());
        return Optional.of(new Metric.Form(table.get(), aggregation.get(), expression.get()));
    }

    private Optional<Aggregation> aggregation(String where, String text) {
        Optional<Aggregation> found = Arrays.stream(Aggregation.values())
                .filter(aggregation -> SemanticsYaml.aggregate(aggregation).equals(text))
                .findFirst();
        if (found.isEmpty()) {
            problems.add(where + ".aggregate: is one of "
                    + Arrays.stream(Aggregation.values())
                            .map(SemanticsYaml::aggregate)
                            .collect(Collectors.joining(", ")));
        }
        return found;
    }

    private void checkExpression(String where, TableName table, String expression) {
        if (expression.equals(EVERY_ROW)) {
            return;
        }
        if (!EXPRESSION.matcher(expression).matches()) {
            problems.add(where + ": holds something other than columns, numbers, + - * / and parentheses");
            return;
        }
        Matcher name = NAME_IN_EXPRESSION.matcher(expression);
        while (name.find()) {
            if (name.group().indexOf('.') >= 0) {
                column(where, name.group());
            } else {
                accept(where, names.column(table, name.group()));
            }
        }
    }

    private Map<TableName, List<String>> labels(@Nullable Object value) {
        Map<TableName, List<String>> labels = new LinkedHashMap<>();
        open("labels", value).forEach((text, columns) -> {
            String where = "labels." + text;
            accept(where, names.table(text)).ifPresent(table -> {
                List<String> found = new ArrayList<>();
                texts(where, columns)
                        .forEach(column ->
                                accept(where, names.column(table, column)).ifPresent(found::add));
                labels.put(table, found);
            });
        });
        return labels;
    }

    private Map<TableName, String> dates(@Nullable Object value) {
        Map<TableName, String> dates = new LinkedHashMap<>();
        Map<String, Object> fields = open("default_dates", value);
        fields.keySet().forEach(text -> {
            String where = "default_dates." + text;
            accept(where, names.table(text))
                    .ifPresent(table -> text("default_dates", fields, text)
                            .flatMap(column -> accept(where, names.column(table, column)))
                            .ifPresent(column -> dates.put(table, column)));
        });
        return dates;
    }

    private Optional<TableName> table(String where, Map<String, Object> fields, String key) {
        return text(where, fields, key).flatMap(text -> accept(where + "." + key, names.table(text)));
    }

    private Optional<ColumnName> column(String where, String text) {
        int dot = text.lastIndexOf('.');
        if (dot <= 0 || dot == text.length() - 1) {
            problems.add(where + ": write table.column");
            return Optional.empty();
        }
        return accept(where, names.table(text.substring(0, dot)))
                .flatMap(table -> accept(where, names.column(table, text.substring(dot + 1)))
                        .map(column -> new ColumnName(table, column)));
    }

    private <T> Optional<T> accept(String where, SchemaNames.Found<T> found) {
        return switch (found) {
            case SchemaNames.Found.Name<T>(T value) -> Optional.of(value);
            case SchemaNames.Found.Problem<T>(String sentence) -> {
                problems.add(where + ": " + sentence);
                yield Optional.empty();
            }
        };
    }

    private Optional<String> text(String where, Map<String, Object> fields, String key) {
        if (!fields.containsKey(key)) {
            problems.add(where + "." + key + ": is missing");
            return Optional.empty();
        }
        if (fields.get(key) instanceof String text && !text.isBlank()) {
            return Optional.of(text);
        }
        problems.add(where + "." + key + ": must be a text (put it in quotes)");
        return Optional.empty();
    }

    private List<String> texts(String where, @Nullable Object value) {
        List<String> texts = new ArrayList<>();
        each(where, value, (place, item) -> {
            if (item instanceof String text && !text.isBlank()) {
                texts.add(text);
            } else {
                problems.add(place + ": must be a text (put it in quotes)");
            }
        });
        return texts;
    }

    private interface Item {
        void read(String where, Object item);
    }

    private void each(String where, @Nullable Object value, Item item) {
        if (value == null) {
            return;
        }
        if (!(value instanceof List<?> list)) {
            problems.add(where + ": must be a list");
            return;
        }
        for (int index = 0; index < list.size(); index++) {
            item.read(where + "[" + index + "]", list.get(index));
        }
    }

    private Map<String, Object> open(String where, @Nullable Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (value == null) {
            return fields;
        }
        if (!(value instanceof Map<?, ?> map)) {
            problems.add(where + ": must be a mapping");
            return fields;
        }
        map.forEach((key, field) -> {
            if (key instanceof String name) {
                fields.put(name, field);
            } else {
                problems.add(where + "." + key + ": the key must be a text");
            }
        });
        return fields;
    }

    private Map<String, Object> mapping(String where, Object value, Set<String> known) {
        if (!(value instanceof Map<?, ?>)) {
            problems.add(where + ": must be a mapping");
            return Map.of();
        }
        Map<String, Object> fields = open(where, value);
        fields.keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .forEach(key -> problems.add(where + "." + key + ": is not known; known are "
                        + known.stream().sorted().collect(Collectors.joining(", "))));
        return fields;
    }

    private void repeated(String what, List<String> names) {
        names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
                .forEach((name, count) -> {
                    if (count > 1) {
                        problems.add("metrics: " + what + " " + name + " is defined " + count + " times");
                    }
                });
    }
}
