package dev.sayql.store;

import dev.sayql.core.question.SourcePolicy;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A source's policy as a document that its owner writes. Reading is strict and tells every problem at once; a document with a
 * problem is no policy. A name without a schema is one of {@code public}; {@code sales.*} is every table of a schema.
 */
public final class PolicyYaml {

    private static final int MOST_CHARACTERS = 1_000_000;
    private static final String USUAL_SCHEMA = "public";
    private static final List<String> KEYS =
            List.of("tables", "views", "harmless_views", "functions", "extensions", "denied_columns", "masked_columns");

    private final List<String> problems = new ArrayList<>();

    private PolicyYaml() {}

    /** How reading ended. */
    public sealed interface Read {

        record Understood(SourcePolicy policy) implements Read {}

        /**
         * Not accepted.
         *
         * @param problems each says where and what; at least one
         */
        record Faulty(List<String> problems) implements Read {
            public Faulty {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Reads a document. */
    public static Read read(String yaml) {
        if (yaml.length() > MOST_CHARACTERS) {
            return new Read.Faulty(List.of("The policy is longer than 1,000,000 characters."));
        }
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(10)
                .build();
        try {
            return new PolicyYaml().read(Optional.ofNullable(new Load(settings).loadFromString(yaml)));
        } catch (YamlEngineException | StackOverflowError broken) {
            return new Read.Faulty(List.of("The policy is not YAML."));
        }
    }

    /** The document that reads as this policy. */
    public static String write(SourcePolicy policy) {
        Map<String, Object> document = new LinkedHashMap<>();
        putUnlessEmpty(document, "tables", names(policy.tables()));
        putUnlessEmpty(document, "views", names(policy.views()));
        putUnlessEmpty(document, "harmless_views", names(policy.harmlessViews()));
        putUnlessEmpty(document, "functions", policy.functions());
        putUnlessEmpty(document, "extensions", List.copyOf(new TreeSet<>(policy.extensions())));
        putUnlessEmpty(document, "denied_columns", byTable(policy.deniedColumns()));
        putUnlessEmpty(document, "masked_columns", byTable(policy.maskedColumns()));
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.AUTO)
                .setDereferenceAliases(true)
                .setWidth(120)
                .build();
        return new Dump(settings).dumpToString(document);
    }

    private static void putUnlessEmpty(Map<String, Object> document, String key, Object values) {
        if (!values.equals(List.of()) && !values.equals(Map.of())) {
            document.put(key, values);
        }
    }

    private static List<String> names(Set<TableName> tables) {
        return tables.stream().map(TableName::toString).sorted().toList();
    }

    private static Map<String, List<String>> byTable(Map<TableName, Set<String>> columns) {
        Map<String, List<String>> sorted = new TreeMap<>();
        columns.forEach((table, names) -> sorted.put(table.toString(), List.copyOf(new TreeSet<>(names))));
        return sorted;
    }

    private Read read(Optional<Object> document) {
        if (document.isEmpty() || !(document.get() instanceof Map<?, ?> fields)) {
            return new Read.Faulty(List.of("The policy must have one or more of " + String.join(", ", KEYS) + "."));
        }
        fields.keySet().stream()
                .filter(key -> !(key instanceof String name) || !KEYS.contains(name))
                .forEach(key -> problems.add(
                        "There is no " + key + " in a policy; known are " + String.join(", ", KEYS) + "."));
        if (fields.get("tables") instanceof List<?> list && list.isEmpty()) {
            problems.add("tables must name what may be read; leave it out where every table may be.");
        }
        SourcePolicy policy = new SourcePolicy(
                tables("tables", fields.get("tables")),
                tables("views", fields.get("views")),
                tables("harmless_views", fields.get("harmless_views")),
                texts("functions", fields.get("functions")),
                new TreeSet<>(texts("extensions", fields.get("extensions"))),
                columns("denied_columns", fields.get("denied_columns")),
                columns("masked_columns", fields.get("masked_columns")));
        return problems.isEmpty() ? new Read.Understood(policy) : new Read.Faulty(problems);
    }

    private List<String> texts(String where, @Nullable Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof String text && !text.isBlank()) {
                    texts.add(text.strip());
                } else {
                    problems.add(where + ": every entry must be a text.");
                }
            }
        } else if (value != null) {
            problems.add(where + " must be a list.");
        }
        return texts;
    }

    private Set<TableName> tables(String where, @Nullable Object value) {
        Set<TableName> tables = new HashSet<>();
        texts(where, value).forEach(text -> table(where, text).ifPresent(tables::add));
        return tables;
    }

    private Optional<TableName> table(String where, String text) {
        int dot = text.indexOf('.');
        if (dot == 0 || dot == text.length() - 1) {
            problems.add(where + ": " + text + " names nothing.");
            return Optional.empty();
        }
        return Optional.of(
                dot < 0
                        ? new TableName(USUAL_SCHEMA, text)
                        : new TableName(text.substring(0, dot), text.substring(dot + 1)));
    }

    private Map<TableName, Set<String>> columns(String where, @Nullable Object value) {
        Map<TableName, Set<String>> columns = new HashMap<>();
        if (value instanceof Map<?, ?> byTable) {
            byTable.forEach((key, names) -> {
                List<String> listed = texts(where + "." + key, names);
                if (!(key instanceof String text) || text.isBlank() || listed.isEmpty()) {
                    problems.add(where + " must name columns for each table.");
                } else {
                    table(where, text.strip()).ifPresent(table -> columns.put(table, Set.copyOf(listed)));
                }
            });
        } else if (value != null) {
            problems.add(where + " must be a list of columns for each table.");
        }
        return columns;
    }
}
