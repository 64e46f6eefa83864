package dev.sayql.store;

import dev.sayql.core.question.SourcePolicy;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A source's policy as a document that its owner writes. Reading is strict and tells every problem at once; a document with a
 * problem is no policy. A name without a schema is one of {@code public}.
 */
public final class PolicyYaml {

    private static final int MOST_CHARACTERS = 1_000_000;
    private static final String USUAL_SCHEMA = "public";
    private static final List<String> KEYS =
            List.of("views", "harmless_views", "functions", "extensions", "denied_columns", "masked_columns");

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

    private Read read(Optional<Object> document) {
        if (document.isEmpty() || !(document.get() instanceof Map<?, ?> fields)) {
            return new Read.Faulty(List.of("The policy must have one or more of " + String.join(", ", KEYS) + "."));
        }
        fields.keySet().stream()
                .filter(key -> !(key instanceof String name) || !KEYS.contains(name))
                .forEach(key -> problems.add(
                        "There is no " + key + " in a policy; known are " + String.join(", ", KEYS) + "."));
        SourcePolicy policy = new SourcePolicy(
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
