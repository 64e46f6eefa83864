package dev.sayql.evaluation;

import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether the rows of an answer are the right ones. Columns count by what is in them: their order and names are free.
 * Numbers are equal by value, to one part in a million and whatever their type; a date equals a timestamp at its
 * midnight in UTC; NULL equals only NULL; text is compared exactly. Immutable.
 *
 * @param ordered whether the order of the rows counts; otherwise each row must be there as often as in the gold
 * @param extraColumns whether the answer may have columns that the gold lacks
 */
public record ResultMatch(boolean ordered, boolean extraColumns) {

    /** Says what differs, for people; empty when the answer is right. */
    public Optional<String> difference(Rows gold, Rows answer) {
        int goldColumns = gold.columns().size();
        int answerColumns = answer.columns().size();
        if (answerColumns < goldColumns || (answerColumns > goldColumns && !extraColumns)) {
            return Optional.of(answerColumns + " columns instead of " + goldColumns);
        }
        if (answer.count() != gold.count()) {
            return Optional.of(answer.count() + " rows instead of " + gold.count());
        }
        if (answer.truncated() || gold.truncated()) {
            return Optional.of("rows are cut off and cannot be compared");
        }
        return new Pairing(values(gold), values(answer), goldColumns, answerColumns).difference();
    }

    private static List<List<Value>> values(Rows rows) {
        return rows.values().stream().map(ResultMatch::values).toList();
    }

    private static List<Value> values(List<Cell> row) {
        return row.stream().map(Value::of).toList();
    }

    /** The search for the answer's column that stands for each column of the gold. */
    private final class Pairing {
        private final List<List<Value>> gold;
        private final List<List<Value>> answer;
        private final List<List<Integer>> candidates;

        Pairing(List<List<Value>> gold, List<List<Value>> answer, int goldColumns, int answerColumns) {
            this.gold = gold;
            this.answer = answer;
            this.candidates = IntStream.range(0, goldColumns)
                    .mapToObj(mine -> IntStream.range(0, answerColumns)
                            .filter(theirs -> same(project(gold, List.of(mine)), project(answer, List.of(theirs))))
                            .boxed()
                            .toList())
                    .toList();
        }

        Optional<String> difference() {
            for (int column = 0; column < candidates.size(); column++) {
                if (candidates.get(column).isEmpty()) {
                    return Optional.of("no column holds the values of the gold's column " + (column + 1)
                            + (ordered ? ", in its order" : ""));
                }
            }
            return found(new ArrayList<>()) ? Optional.empty() : Optional.of("columns match, but not row by row");
        }

        private boolean found(List<Integer> chosen) {
            if (chosen.size() == candidates.size()) {
                return same(gold, project(answer, chosen));
            }
            for (int candidate : candidates.get(chosen.size())) {
                if (!chosen.contains(candidate)) {
                    chosen.add(candidate);
                    if (found(chosen)) {
                        return true;
                    }
                    chosen.removeLast();
                }
            }
            return false;
        }

        private boolean same(List<List<Value>> mine, List<List<Value>> theirs) {
            return ordered ? sameList(mine, theirs) : sameBag(mine, theirs);
        }
    }

    private static List<List<Value>> project(List<List<Value>> rows, List<Integer> columns) {
        return rows.stream().map(row -> columns.stream().map(row::get).toList()).toList();
    }

    private static boolean sameList(List<List<Value>> mine, List<List<Value>> theirs) {
        return IntStream.range(0, mine.size()).allMatch(row -> near(mine.get(row), theirs.get(row)));
    }

    private static boolean sameBag(List<List<Value>> mine, List<List<Value>> theirs) {
        // Exactly equal rows go first and fast; only what is left is worth comparing pair by pair.
        Map<List<Value>, Integer> unmatched = new HashMap<>();
        mine.forEach(row -> unmatched.merge(row, 1, Integer::sum));
        List<List<Value>> left = new ArrayList<>();
        for (List<Value> row : theirs) {
            if (unmatched.containsKey(row)) {
                unmatched.computeIfPresent(row, (same, count) -> count == 1 ? null : count - 1);
            } else {
                left.add(row);
            }
        }
        List<List<Value>> wanted = new ArrayList<>();
        unmatched.forEach((row, count) -> wanted.addAll(Collections.nCopies(count, row)));
        return left.stream().allMatch(row -> takeNear(wanted, row)) && wanted.isEmpty();
    }

    private static boolean takeNear(List<List<Value>> wanted, List<Value> row) {
        for (Iterator<List<Value>> each = wanted.iterator(); each.hasNext(); ) {
            if (near(each.next(), row)) {
                each.remove();
                return true;
            }
        }
        return false;
    }

    private static boolean near(List<Value> mine, List<Value> theirs) {
        return IntStream.range(0, mine.size())
                .allMatch(column -> mine.get(column).near(theirs.get(column)));
    }
}
