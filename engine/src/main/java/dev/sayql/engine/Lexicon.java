package dev.sayql.engine;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Table;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Metric;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words of one source: names of tables and columns, the team's terms and metrics, adjectives for true-or-false
 * columns, and stored values by their stems. Built once for a context. Immutable.
 */
final class Lexicon {
    // spotless:off
    private static final Set<String> EVERYDAY_WORDS = Set.of(
            "first", "last", "full", "start", "end", "birth", "home", "order", "product", "customer", "student",
            "course", "member", "club", "item", "city", "country", "state", "company", "team", "player", "game",
            "school", "book", "film", "song", "artist", "album", "flight", "airport", "room", "hotel", "user",
            "phone", "post");
    // spotless:on

    /** What a phrase can stand for. */
    sealed interface Meaning {
        record OfTable(TableName table, boolean link) implements Meaning {}

        /** Something that happened on a date or, while the date is missing, did not: "paid", "unpaid". */
        record OfEvent(ColumnName column, boolean happened, String word) implements Meaning {}

        /** The row that a row of the same table points to: "manager". */
        record OfRole(TableName table) implements Meaning {}

        /** The rows of a table that stand below others: "subcategory". */
        record OfTree(TableName table) implements Meaning {}

        record OfColumn(ColumnName column) implements Meaning {}

        /** {@code exactly}: the one form of the word that counts, where others name a thing. */
        record OfMetric(Metric metric, String exactly) implements Meaning {}

        record OfFlag(ColumnName column, boolean value) implements Meaning {}

        /** {@code exact}: only when it is written in capitals, like a code. */
        record OfValue(ColumnName column, String value, boolean exact) implements Meaning {}

        /** {@code exactly}: the one form of the last word that counts; any where it is empty. */
        record OfTaught(ColumnName column, Taught taught, String exactly) implements Meaning {}
    }

    /** A phrase, by the stems of its words. */
    record Entry(List<String> stems, Meaning meaning, double score) {}

    private final Map<String, List<Entry>> byFirstStem = new HashMap<>();
    private final StoredWords stored;
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> knownStems = new HashSet<>();
    private final Once<Map<Character, Set<String>>> byLetter = new Once<>(this::wordsByLetter);

    Lexicon(SourceContext context) {
        Set<String> known = knownWords(context);
        List<Table> tables = context.schema().tables().stream()
                .filter(table -> !table.isView())
                .toList();
        tables.forEach(table -> addTable(table, known));
        tables.forEach(table -> table.columns().forEach(column -> addColumn(table, column, known)));
        OwnerNames.of(context.schema(), known, this::add);
        new TaughtWords(context.schema(), this::add, this::names).add(context.semantics());
        tables.forEach(this::addTableComment);
        stored = new StoredWords(context.values());
        knownStems.addAll(stored.stems());
        Aliases.of(context.values(), this::addAlias);
        Synonyms.of(byFirstStem, words, knownStems, datesOf(tables))
                .forEach(found -> add(found.words(), found.meaning(), found.score()));
    }

    private static Set<ColumnName> datesOf(List<Table> tables) {
        return tables.stream()
                .flatMap(table -> table.columns().stream()
                        .filter(column -> column.dataType().isDate())
                        .map(column -> new ColumnName(table.name(), column.name())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether some phrase or stored value has a word with this stem. */
    boolean knows(String stem) {
        return knownStems.contains(stem);
    }

    private void addAlias(String phrase, ColumnName column, String value) {
        List<String> words = List.of(phrase.split("[\\s']+"));
        boolean itself = stored.like(words.stream().map(Stem::of).toList()).stream()
                .anyMatch(hit -> hit.column().equals(column));
        if (itself) {
            return;
        }
        Meaning meaning = new Meaning.OfValue(column, value, Aliases.isCode(phrase));
        if (Aliases.isCode(phrase)) {
            byFirstStem.computeIfAbsent(phrase, key -> new ArrayList<>()).add(new Entry(List.of(phrase), meaning, 0.9));
        } else {
            add(words, meaning, 0.95);
        }
    }

    /** Whether the word alone is what a table is called. */
    private boolean names(String word) {
        return startingWith(Stem.of(word)).stream()
                .anyMatch(entry -> entry.stems().size() == 1
                        && entry.score() > 0.9
                        && entry.meaning() instanceof Meaning.OfTable(TableName _, boolean link)
                        && !link);
    }

    /** Every entry that begins with this stem. */
    List<Entry> startingWith(String stem) {
        return byFirstStem.getOrDefault(stem, List.of());
    }

    /** Stored values that read like the words when inflections are ignored. */
    List<Values.Hit> valuesLike(List<String> stems) {
        return stored.like(stems);
    }

    /** The columns in whose values the word stands among others, and in how many of them. */
    Map<ColumnName, Integer> columnsContaining(String stem) {
        return stored.columnsContaining(stem);
    }

    /** The phrases of this source, for suggesting the nearest. */
    Set<String> phrases() {
        return words;
    }

    /** The words of the phrases that begin with the letter, all small. */
    Set<String> wordsWith(char letter) {
        return byLetter.get().getOrDefault(letter, Set.of());
    }

    private Map<Character, Set<String>> wordsByLetter() {
        Map<Character, Set<String>> found = new HashMap<>();
        for (String phrase : words) {
            for (String word : phrase.split(" ")) {
                if (!word.isEmpty()) {
                    String small = word.toLowerCase(Locale.ROOT);
                    found.computeIfAbsent(small.charAt(0), key -> new HashSet<>())
                            .add(small);
                }
            }
        }
        return found;
    }

    private static Set<String> knownWords(SourceContext context) {
        Set<String> known = new HashSet<>(EVERYDAY_WORDS);
        for (Table table : context.schema().tables()) {
            for (String word : NamePhrases.wordsOf(table.name().name(), Set.of())) {
                known.add(word);
                if (word.endsWith("s") && word.length() > 4) {
                    known.add(word.substring(0, word.length() - 1));
                }
            }
        }
        return known;
    }

    private static boolean tiesOnly(Table table) {
        return table.columns().stream()
                .allMatch(column -> table.foreignKeys().stream()
                        .anyMatch(key -> key.columns().contains(column.name())));
    }

    private void addTable(Table table, Set<String> known) {
        List<String> name = NamePhrases.wordsOf(table.name().name(), known);
        Meaning meaning = new Meaning.OfTable(table.name(), false);
        add(name, meaning, 1);
        String written = table.name().name().toLowerCase(Locale.ROOT);
        if (name.size() == 1
                && !name.getFirst().equals(written)
                && written.chars().allMatch(Character::isLetter)) {
            // What looks like a name cut short may be a word: a pub.
            add(List.of(written), meaning, 0.95);
        }
        if (name.size() > 1) {
            if (!isLine(name, known)) {
                // Rows that only tie others together are seldom meant by a part of their name.
                add(name.subList(name.size() - 1, name.size()), meaning, tiesOnly(table) ? 0.5 : 0.6);
            }
            if (name.size() == 2 && !known.contains(name.getFirst() + "s") && !saysWhose(name)) {
                add(name.subList(0, 1), meaning, 0.55);
            }
            if (name.size() > 2) {
                add(name.subList(name.size() - 2, name.size()), meaning, 0.8);
                add(name.subList(0, name.size() - 1), meaning, 0.5);
            }
        }
        addVerb(name.getLast(), table.name());
        if (name.getLast().endsWith("memberships") || name.getLast().endsWith("membership")) {
            // Whoever has one is a member, unless members have a table of their own.
            add(List.of("members"), new Meaning.OfTable(table.name(), false), 0.9);
        }
        List<ForeignKey> up = table.foreignKeys().stream()
                .filter(key -> key.target().equals(table.name()))
                .toList();
        if (up.size() == 1 && up.getFirst().columns().size() == 1) {
            addRole(table, up.getFirst().columns().getFirst(), known);
        }
        if (up.size() == 1) {
            add(List.of("sub" + name.getLast()), new Meaning.OfTree(table.name()), 1);
        }
    }

    /** Customers are no customer orders; crew are crew members. */
    private static boolean saysWhose(List<String> name) {
        return Persons.isOne(name.getFirst()) && !Persons.isOne(TableWords.singular(name.getLast()));
    }

    /** {@code order_items} beside products: people who say "items" mean what is sold. */
    private static boolean isLine(List<String> name, Set<String> known) {
        return name.size() == 2
                && Set.of("item", "items").contains(name.getLast())
                && (known.contains("products") || known.contains("articles"));
    }

    /** {@code dontn}, "Donations received": what a comment calls the rows, unless something else is called so. */
    private void addTableComment(Table table) {
        table.comment()
                .flatMap(CommentNames::deedOf)
                .filter(deed -> startingWith(Stem.of(deed.getFirst())).isEmpty())
                .ifPresent(deed -> add(deed, new Meaning.OfTable(table.name(), true), 0.85));
        table.comment().flatMap(CommentNames::ofTable).ifPresent(words -> {
            List<String> stems = words.stream().map(Stem::of).toList();
            boolean taken = startingWith(stems.getFirst()).stream()
                    .anyMatch(entry -> entry.stems().equals(stems) && entry.meaning() instanceof Meaning.OfTable);
            if (!taken && CommentNames.abbreviates(table.name().name(), words)) {
                add(words, new Meaning.OfTable(table.name(), false), 0.95);
            }
        });
    }

    /** "paid" leads through payments, "enrolled" through enrollments. */
    private void addVerb(String noun, TableName table) {
        String singular = noun.endsWith("s") ? noun.substring(0, noun.length() - 1) : noun;
        EventWords.parted(singular).ifPresent(verb -> add(verb, new Meaning.OfTable(table, true), 0.9));
        for (String ending : List.of("ment", "ation", "ion", "al", "ance")) {
            boolean linking = English.LINKING_STEMS.contains(Stem.of(
                    singular.substring(0, Math.max(0, singular.length() - ending.length())) + "ed"));
            int least = ending.equals("ance") ? 5 : 3;
            if (singular.endsWith(ending) && singular.length() - ending.length() >= least && !linking) {
                String verb = singular.substring(0, singular.length() - ending.length());
                add(List.of(verb + "ed"), new Meaning.OfTable(table, true), 0.9);
                add(List.of(verb), new Meaning.OfTable(table, true), 0.9);
            }
        }
    }

    private static final List<String> SUPERIORS = List.of("manager", "supervisor", "boss", "superior");

    /** {@code manager_id} pointing into its own table: a row's manager. */
    private void addRole(Table table, String column, Set<String> known) {
        List<String> words = NamePhrases.wordsOf(column, known).stream()
                .filter(word -> !Set.of("id", "number", "code", "key", "cd").contains(word))
                .toList();
        if (words.size() > 1 && words.getLast().equals("of")) {
            // sequel_of, spin_off_of: the row is the sequel, and what it points to has one.
            add(words.subList(0, words.size() - 1), new Meaning.OfTree(table.name()), 1);
        } else if (!words.isEmpty()) {
            add(words, new Meaning.OfRole(table.name()), 1);
            boolean doubled = words.size() == 2
                    && Stem.of(words.getLast())
                            .equals(Stem.of(NamePhrases.wordsOf(table.name().name(), known)
                                    .getLast()));
            if (doubled) {
                // parent_category_id of categories: the parent.
                add(words.subList(0, 1), new Meaning.OfRole(table.name()), 1);
            }
            // Whom a supervisor supervises.
            NamePhrases.verbOf(words.getLast())
                    .filter(verb -> words.size() == 1)
                    .ifPresent(verb -> add(List.of(verb), new Meaning.OfRole(table.name()), 1));
            if (words.size() == 1 && SUPERIORS.contains(words.getFirst()) && Persons.are(table)) {
                SUPERIORS.forEach(word -> add(List.of(word), new Meaning.OfRole(table.name()), 0.9));
            }
        }
    }

    private void addColumn(Table table, Column column, Set<String> known) {
        ColumnName columnName = new ColumnName(table.name(), column.name());
        List<String> name = NamePhrases.wordsOf(column.name(), known);
        Meaning meaning = new Meaning.OfColumn(columnName);
        if (column.dataType() == DataType.BOOLEAN) {
            FlagPhrases.of(name)
                    .forEach(phrase -> add(phrase.words(), new Meaning.OfFlag(columnName, phrase.holds()), 0.95));
        }
        add(name, meaning, 1);
        List<String> own =
                NamePhrases.withoutTable(name, NamePhrases.wordsOf(table.name().name(), known));
        if (own.size() < name.size()) {
            boolean bare =
                    own.size() == 1 && Set.of("number", "code", "id", "key").contains(own.getFirst());
            add(own, meaning, bare ? 0.75 : 0.95);
        }
        ColumnPhrases.of(own, meaning, this::add);
        String last = own.getLast();
        int length = NamePhrases.withoutUnit(own).size();
        if (length > 0 && length < own.size() && !own.getFirst().equals("unit")) {
            add(own.subList(0, length), meaning, 0.97);
        }
        if (column.dataType().isDate()
                && own.size() > 1
                && Set.of("at", "on", "date", "time").contains(last)) {
            add(own.subList(0, own.size() - 1), meaning, last.length() == 2 ? 0.9 : 0.7);
            if (!last.equals("date")) {
                add(NamePhrases.replaceLast(own, "date"), meaning, 0.9);
            }
        }
        addSaid(table, column, own);
        column.comment()
                .flatMap(comment -> CommentNames.ofColumn(comment, name, known))
                .ifPresent(words -> addTold(table, column, words));
        addPointer(table, column, own);
        Directions.of(table, column, own, this::add);
        if (own.size() > 1 && (last.equals("id") || last.equals("code") || last.equals("number"))) {
            add(List.of(last), meaning, 0.6);
        }
    }

    /** What people say of such columns, whatever they are called. */
    private void addSaid(Table table, Column column, List<String> own) {
        ColumnName name = new ColumnName(table.name(), column.name());
        Meaning meaning = new Meaning.OfColumn(name);
        EventWords.of(column, name, own, this::add);
        EventWords.said(own).ifPresent(said -> add(said, meaning, 0.95));
        EventWords.spelledOut(own).forEach(said -> add(said, meaning, 0.9));
        if (column.dataType().isDate()) {
            EventWords.parted(own.getFirst()).ifPresent(said -> add(said, meaning, 0.9));
        }
        EverydayStates.of(table, column, name, this::add);
        MissingWords.of(column, name, this::add);
        StockWords.of(column, name, this::add);
    }

    /** What a comment calls the column, and the row above when it points there. */
    private void addTold(Table table, Column column, List<String> words) {
        add(words, new Meaning.OfColumn(new ColumnName(table.name(), column.name())), 0.9);
        if (Keys.isOnlyParent(table, column)) {
            add(words, new Meaning.OfRole(table.name()), 1);
        }
    }

    /** {@code president_id}: a club's president, where no table is called so. */
    private void addPointer(Table table, Column column, List<String> own) {
        boolean key =
                table.foreignKeys().stream().anyMatch(found -> found.columns().equals(List.of(column.name())));
        if (!key || own.size() < 2 || !Set.of("id", "code", "key", "number").contains(own.getLast())) {
            return;
        }
        boolean thing = byFirstStem.getOrDefault(Stem.of(own.getFirst()), List.of()).stream()
                .anyMatch(entry -> entry.meaning() instanceof Meaning.OfTable);
        if (!thing) {
            Meaning meaning = new Meaning.OfColumn(new ColumnName(table.name(), column.name()));
            add(own.subList(0, own.size() - 1), meaning, 0.8);
        }
    }

    private void add(List<String> phrase, Meaning meaning, double score) {
        if (phrase.size() == 1 && English.FILLERS.contains(phrase.getFirst())) {
            return;
        }
        List<String> stems = phrase.stream().map(Stem::of).toList();
        words.add(String.join(" ", phrase));
        knownStems.addAll(stems);
        byFirstStem.computeIfAbsent(stems.getFirst(), key -> new ArrayList<>()).add(new Entry(stems, meaning, score));
    }
}
