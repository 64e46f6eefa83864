package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;

/**
 * What fills a slot: a column, a table or neither, with the values that go with it. Immutable.
 *
 * @param place empty where only a number is chosen
 * @param column empty text for a table as a whole, and where only a number is chosen
 * @param values those that the column is compared with, as the question has them
 * @param start the first token that the values were read from; -1 for none
 * @param score how well the values read like the words, 0 to 1
 */
record Choice(Optional<TableName> place, String column, List<String> values, int start, int end, double score) {
    Choice {
        values = List.copyOf(values);
    }

    static Choice table(TableName table) {
        return new Choice(Optional.of(table), "", List.of(), -1, -1, 0);
    }

    static Choice column(TableName table, String column) {
        return new Choice(Optional.of(table), column, List.of(), -1, -1, 0);
    }

    static Choice number(String number, int start, int end) {
        return new Choice(Optional.empty(), "", List.of(number), start, end, 1);
    }

    boolean isColumn() {
        return !column.isEmpty();
    }

    /** @throws Unreadable when it is a number and nothing else */
    TableName table() {
        return place.orElseThrow(Unreadable::new);
    }

    /** Whether it is the same place with the same values, wherever they were read from. */
    boolean means(Choice other) {
        if (!place.equals(other.place) || !column.equals(other.column) || values.size() != other.values.size()) {
            return false;
        }
        for (int index = 0; index < values.size(); index++) {
            if (!values.get(index)
                    .strip()
                    .equalsIgnoreCase(other.values.get(index).strip())) {
                return false;
            }
        }
        return true;
    }
}
