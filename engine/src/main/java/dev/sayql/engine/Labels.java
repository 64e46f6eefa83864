package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which columns name the rows of a table to people, where nobody has said so: a name or title, else first and last name. */
final class Labels {
    private static final List<String> NAMES = List.of("name", "full_name", "fullname", "title", "label");
    private static final List<String> NAMES_OF_PEOPLE = List.of("name", "full_name", "fullname");

    /** Words for what is one's own and yet no name. */
    private static final Set<String> NO_NAMES =
            Set.of("email", "phone", "token", "hash", "uuid", "url", "password", "path", "key", "secret", "slug");

    /** Words that say which name of one's own it is. */
    private static final Set<String> OWN_NAMES =
            Set.of("name", "full", "first", "last", "given", "family", "display", "short", "long", "common");

    private Labels() {}

    static List<String> of(Table table) {
        return byName(table)
                .or(() -> pair(table))
                .or(() -> namedLikeTable(table))
                .or(() -> nameLike(table))
                .or(() -> shortened(table))
                .or(() -> unique(table))
                .orElse(List.of());
    }

    private static Optional<List<String>> byName(Table table) {
        String singular = Stem.of(table.name().name());
        for (String word : Persons.are(table) ? NAMES_OF_PEOPLE : NAMES) {
            for (Column column : table.columns()) {
                String name = column.name().toLowerCase(Locale.ROOT);
                boolean own = name.endsWith("_" + word)
                        && Stem.of(name.substring(0, name.length() - word.length() - 1))
                                .equals(singular);
                if (column.dataType().isText() && isGiven(column, table) && (name.equals(word) || own)) {
                    return Optional.of(List.of(column.name()));
                }
            }
        }
        return Optional.empty();
    }

    /** A name that may be missing names nothing, in a schema that says what may be missing. */
    private static boolean isGiven(Column column, Table table) {
        return !column.nullable()
                || table.columns().stream()
                        .allMatch(
                                other -> other.nullable() || table.primaryKey().contains(other.name()));
    }

    private static Optional<List<String>> pair(Table table) {
        Optional<Column> first = textColumn(
                table,
                name -> (name.contains("first") && name.contains("name"))
                        || NamePhrases.wordsOf(name, Set.of()).equals(List.of("first", "name"))
                        || name.equals("given_name")
                        || name.equals("forename"));
        Optional<Column> last = textColumn(
                table,
                name -> (name.contains("last") && name.contains("name"))
                        || NamePhrases.wordsOf(name, Set.of()).equals(List.of("last", "name"))
                        || name.equals("family_name"));
        return first.isPresent() && last.isPresent()
                ? Optional.of(List.of(first.get().name(), last.get().name()))
                : Optional.empty();
    }

    /** {@code city.city}. */
    private static Optional<List<String>> namedLikeTable(Table table) {
        String singular = Stem.of(table.name().name());
        return textColumn(table, name -> Stem.of(name).equals(singular)).map(column -> List.of(column.name()));
    }

    private static Optional<List<String>> nameLike(Table table) {
        return textColumn(table, name -> name.endsWith("name") || (name.endsWith("title") && !Persons.are(table)))
                .filter(column -> isGiven(column, table))
                .map(column -> List.of(column.name()));
    }

    /** {@code mus.mus_nm}: names cut short, of what points to nothing else. */
    private static Optional<List<String>> shortened(Table table) {
        String own = table.name().name().toLowerCase(Locale.ROOT);
        return textColumn(
                        table,
                        name -> NamePhrases.wordsOf(name, Set.of()).getLast().equals("name")
                                && name.startsWith(own.substring(0, Math.min(3, own.length()))))
                .filter(column -> isGiven(column, table))
                .filter(column ->
                        table.foreignKeys().isEmpty() || table.uniqueKeys().contains(List.of(column.name())))
                .map(column -> List.of(column.name()));
    }

    /** The only text that no two rows share, besides their key: {@code plate}. */
    private static Optional<List<String>> unique(Table table) {
        List<Column> found = table.columns().stream()
                .filter(column -> column.dataType().isText() && !column.nullable())
                .filter(column -> table.uniqueKeys().contains(List.of(column.name())))
                .filter(column -> !table.primaryKey().contains(column.name()))
                .filter(column -> table.foreignKeys().stream()
                        .noneMatch(key -> key.columns().contains(column.name())))
                .filter(column ->
                        NamePhrases.wordsOf(column.name(), Set.of()).stream().noneMatch(NO_NAMES::contains))
                .toList();
        return found.size() == 1 ? Optional.of(List.of(found.getFirst().name())) : Optional.empty();
    }

    private static Optional<Column> textColumn(Table table, Predicate<String> wanted) {
        return table.columns().stream()
                .filter(column -> column.dataType().isText())
                .filter(column -> wanted.test(column.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** {@code guest_name} of reservations: what people call them by, and many have the same. */
    static boolean isNameOfAnother(TableName table, String label) {
        String own = NamePhrases.wordsOf(table.name(), Set.of()).getLast();
        String first = NamePhrases.wordsOf(label, Set.of()).getFirst();
        return label.endsWith("_name")
                && !OWN_NAMES.contains(first)
                && !own.startsWith(first.substring(0, 1))
                && !NamePhrases.stemsOf(table.name()).contains(Stem.of(first));
    }
}
