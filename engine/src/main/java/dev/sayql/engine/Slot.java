package dev.sayql.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A hole of a sketch, to be filled with something of the source and of the question. Immutable.
 *
 * @param select which SELECT it is of, 0 for the outermost
 * @param index its place among those of the same kind in the same SELECT
 * @param measure what is computed of the column
 * @param operator how a test compares; empty text where it is no test
 * @param partner the slot whose column this one probably answers to; -1 for none
 */
record Slot(Kind kind, int select, int index, Sketch.Measure measure, String operator, int partner) {

    /** What goes into a slot. */
    enum Kind {
        SHOWN,
        ROWS,
        EXTRA,
        TEST,
        RANGE,
        TEXT,
        MISSING,
        LEFT,
        RIGHT,
        OUTER,
        MEMBER,
        GROUP,
        HAVING,
        ORDER,
        COUNT_LIMIT,
        ROW_LIMIT;

        boolean isTable() {
            return this == ROWS || this == EXTRA;
        }

        boolean isNumber() {
            return this == COUNT_LIMIT || this == ROW_LIMIT;
        }

        /** Whether a value of the question goes with the column. */
        boolean hasValue() {
            return this == TEST || this == RANGE || this == TEXT || this == HAVING;
        }
    }

    /** The holes of a sketch in the order in which they are filled. */
    static List<Slot> of(Sketch sketch) {
        List<Slot> slots = new ArrayList<>();
        new Walk(slots).walk(sketch, -1, -1);
        return List.copyOf(slots);
    }

    /** Walks a sketch as {@link SketchReader} and {@link SketchWriter} do. */
    private static final class Walk {
        private final List<Slot> slots;
        private int selects;

        Walk(List<Slot> slots) {
            this.slots = slots;
        }

        /** {@code partner}: what the first shown column answers to; {@code beside}: where the other query's slots begin. */
        void walk(Sketch sketch, int partner, int beside) {
            int select = selects++;
            int first = slots.size();
            for (int index = 0; index < sketch.shown().size(); index++) {
                Sketch.Measure measure = sketch.shown().get(index).measure();
                if (measure.hasColumn()) {
                    int other = beside >= 0 && beside + index < first ? beside + index : partner;
                    slots.add(new Slot(Kind.SHOWN, select, index, measure, "", other));
                }
            }
            if (sketch.countsRows()) {
                slots.add(plain(Kind.ROWS, select, 0));
            }
            if (sketch.extra()) {
                slots.add(plain(Kind.EXTRA, select, 0));
            }
            for (int index = 0; index < sketch.tests().size(); index++) {
                test(sketch.tests().get(index), select, index);
            }
            if (sketch.grouped() == Sketch.Grouped.BY_OTHER) {
                slots.add(plain(Kind.GROUP, select, 0));
            }
            for (int index = 0; index < sketch.having().size(); index++) {
                Sketch.Limit limit = sketch.having().get(index);
                Kind kind = limit.measure().hasColumn() ? Kind.HAVING : Kind.COUNT_LIMIT;
                slots.add(new Slot(
                        kind, select, index, limit.measure(), limit.operator().name(), -1));
            }
            for (int index = 0; index < sketch.order().size(); index++) {
                Sketch.Key key = sketch.order().get(index);
                if (key.measure().hasColumn()) {
                    slots.add(new Slot(Kind.ORDER, select, index, key.measure(), key.descending() ? "DOWN" : "UP", -1));
                }
            }
            if (sketch.cut() == Sketch.Cut.SOME) {
                slots.add(plain(Kind.ROW_LIMIT, select, 0));
            }
            sketch.combined().ifPresent(combined -> walk(combined.query(), -1, first));
        }

        private void test(Sketch.Test test, int select, int index) {
            switch (test) {
                case Sketch.Compared(Operator operator) -> add(Kind.TEST, select, index, operator.name());
                case Sketch.Within() -> add(Kind.RANGE, select, index, "");
                case Sketch.Missing(boolean negated) -> add(Kind.MISSING, select, index, negated ? "NOT" : "");
                case Sketch.Like(TextMatch match, boolean negated) ->
                    add(Kind.TEXT, select, index, match.name() + (negated ? "NOT" : ""));
                case Sketch.TwoColumns(Operator operator) -> {
                    add(Kind.LEFT, select, index, operator.name());
                    slots.add(new Slot(
                            Kind.RIGHT, select, index, Sketch.Measure.COLUMN, operator.name(), slots.size() - 1));
                }
                case Sketch.Against(Operator operator, Sketch query) -> {
                    add(Kind.OUTER, select, index, operator.name());
                    walk(query, slots.size() - 1, -1);
                }
                case Sketch.Among(boolean negated, Sketch query) -> {
                    add(Kind.MEMBER, select, index, negated ? "NOT" : "");
                    walk(query, slots.size() - 1, -1);
                }
                case Sketch.Either(List<Sketch.Test> tests) -> tests.forEach(one -> test(one, select, index));
            }
        }

        private void add(Kind kind, int select, int index, String operator) {
            slots.add(new Slot(kind, select, index, Sketch.Measure.COLUMN, operator, -1));
        }

        private static Slot plain(Kind kind, int select, int index) {
            return new Slot(kind, select, index, Sketch.Measure.COLUMN, "", -1);
        }
    }
}
