package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.TableName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that name nothing themselves but recall something of the source: a word of its comments ("supports", where a
 * comment says which sponsor supports what), or a verb with the root of a name ("employed" beside employees).
 */
final class Echoes {
    private static final int ROOT = 5;
    private static final Set<String> SAYS_LITTLE = Set.of(
            "null", "true", "false", "when", "which", "what", "number", "unknown", "usual", "usually", "until", "only",
            "nobody", "none", "nothing", "without", "unless", "neither", "each", "other", "first", "last", "least",
            "most", "more", "less", "average", "total", "never", "not", "maximum", "minimum", "count", "percent",
            "between", "above", "below", "before", "after", "unit", "units", "piece", "pieces", "item", "items",
            "people", "person", "name", "names", "date", "year", "month", "time", "price");

    private static final List<Set<String>> DEEDS = List.of(
            deed("buy", "sell", "purchase", "book", "reserve"),
            deed("hire", "employ", "recruit", "join"),
            deed("open", "found", "establish", "launch", "start", "begin"),
            deed("ship", "send", "dispatch"),
            deed("publish", "release", "issue"),
            deed("register", "enroll", "join", "subscribe"),
            deed("build", "construct"));

    private static Set<String> deed(String... verbs) {
        return Arrays.stream(verbs).map(Stem::of).collect(Collectors.toUnmodifiableSet());
    }

    /** What a word recalls. */
    record Echo(Set<TableName> tables, Set<ColumnName> columns) {
        Echo() {
            this(new HashSet<>(), new HashSet<>());
        }
    }

    private final Map<String, Echo> byStem = new HashMap<>();
    private final Map<String, Echo> byName = new HashMap<>();

    Echoes(Schema schema) {
        for (Table table : schema.tables()) {
            table.comment()
                    .ifPresent(text -> words(text)
                            .forEach(word -> of(byStem, word).tables().add(table.name())));
            for (String word : NamePhrases.wordsOf(table.name().name(), Set.of())) {
                of(byName, word).tables().add(table.name());
            }
            for (Column column : table.columns()) {
                ColumnName name = new ColumnName(table.name(), column.name());
                column.comment()
                        .ifPresent(text -> words(text)
                                .forEach(word -> of(byStem, word).columns().add(name)));
                for (String word : NamePhrases.wordsOf(column.name(), Set.of())) {
                    of(byName, word).columns().add(name);
                    NamePhrases.verbOf(word)
                            .ifPresent(
                                    verb -> of(byStem, Stem.of(verb)).columns().add(name));
                    if (column.dataType().isDate()) {
                        sayAlike(Stem.of(word))
                                .forEach(verb -> of(byStem, verb).tables().add(table.name()));
                    }
                }
            }
        }
    }

    /** "sold", where a date says when it was bought: the same deed. */
    private static Set<String> sayAlike(String verb) {
        return DEEDS.stream().filter(deed -> deed.contains(verb)).findFirst().orElse(Set.of());
    }

    private static Echo of(Map<String, Echo> echoes, String word) {
        return echoes.computeIfAbsent(word, key -> new Echo());
    }

    private static Set<String> words(String comment) {
        Set<String> words = new HashSet<>();
        for (String word : NamePhrases.wordsOf(comment, Set.of())) {
            if (word.length() > 3 && !SAYS_LITTLE.contains(word)) {
                words.add(Stem.of(word));
            }
        }
        return words;
    }

    Optional<Echo> of(Token token) {
        if (SAYS_LITTLE.contains(token.word())) {
            return Optional.empty();
        }
        Echo all = new Echo();
        Optional.ofNullable(byStem.get(token.stem())).ifPresent(echo -> addAll(echo, all));
        if (Stem.isPast(token.word()) && !isVerb(token.word())) {
            Optional.ofNullable(byName.get(token.stem())).ifPresent(echo -> addAll(echo, all));
        }
        if (isVerb(token.word())) {
            byName.forEach((name, echo) -> {
                if (shareRoot(token.word(), name)) {
                    addAll(echo, all);
                }
            });
        }
        return all.tables().isEmpty() && all.columns().isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private static void addAll(Echo from, Echo to) {
        to.tables().addAll(from.tables());
        to.columns().addAll(from.columns());
    }

    private static boolean isVerb(String word) {
        return List.of("ed", "ing", "ent", "ation", "ations", "ments", "ise", "ize").stream()
                .anyMatch(word::endsWith);
    }

    /** "employed" and "employee", "absent" and "absence"; not "customised" and "customer", for they share too little. */
    private static boolean shareRoot(String word, String name) {
        int shared = 0;
        while (shared < Math.min(word.length(), name.length()) && word.charAt(shared) == name.charAt(shared)) {
            shared++;
        }
        boolean noun =
                word.endsWith("ation") || word.endsWith("ations") || word.endsWith("ment") || word.endsWith("ments");
        return noun
                ? shared >= Math.max(ROOT, Stem.of(name).length() - 2)
                : shared >= ROOT && shared >= word.length() - 3 && shared >= name.length() - 5;
    }
}
