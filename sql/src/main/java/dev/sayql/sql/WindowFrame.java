package dev.sayql.sql;

import java.util.Locale;

/** The bits of a window's frame, as PostgreSQL's {@code parsenodes.h} defines them, and their text. */
final class WindowFrame {

    /** RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW, not written out. */
    static final int DEFAULT = 0x2 | 0x20 | 0x400;

    private static final int NON_DEFAULT = 0x1;
    private static final int RANGE = 0x2;
    private static final int ROWS = 0x4;
    private static final int GROUPS = 0x8;
    private static final int BETWEEN = 0x10;
    private static final int START_UNBOUNDED_PRECEDING = 0x20;
    private static final int END_UNBOUNDED_FOLLOWING = 0x100;
    private static final int START_CURRENT_ROW = 0x200;
    private static final int END_CURRENT_ROW = 0x400;
    private static final int START_OFFSET_PRECEDING = 0x800;
    private static final int END_OFFSET_PRECEDING = 0x1000;
    private static final int START_OFFSET_FOLLOWING = 0x2000;
    private static final int END_OFFSET_FOLLOWING = 0x4000;
    private static final int EXCLUDE_CURRENT_ROW = 0x8000;
    private static final int EXCLUDE_GROUP = 0x10000;
    private static final int EXCLUDE_TIES = 0x20000;
    private static final int ALL_KNOWN = 0x3ffff & ~0x40 & ~0x80;

    private WindowFrame() {}

    /** Refuses bits that are not known. */
    static void check(int frame) {
        if ((frame & ~ALL_KNOWN) != 0) {
            throw TreeNode.unexpected("a window frame with the options "
                    + Integer.toHexString(frame).toLowerCase(Locale.ROOT));
        }
    }

    /** The frame clause, empty for the default; start and end are the texts of the offsets, where there are any. */
    static String text(int frame, String start, String end) {
        if ((frame & NON_DEFAULT) == 0) {
            return "";
        }
        String unit = has(frame, RANGE) ? "RANGE" : has(frame, ROWS) ? "ROWS" : has(frame, GROUPS) ? "GROUPS" : "";
        String from = startBound(frame, start);
        String bounds = has(frame, BETWEEN) ? "BETWEEN " + from + " AND " + endBound(frame, end) : from;
        return unit + " " + bounds + exclusion(frame);
    }

    private static String startBound(int frame, String offset) {
        if (has(frame, START_UNBOUNDED_PRECEDING)) {
            return "UNBOUNDED PRECEDING";
        }
        if (has(frame, START_CURRENT_ROW)) {
            return "CURRENT ROW";
        }
        if (has(frame, START_OFFSET_PRECEDING)) {
            return offset + " PRECEDING";
        }
        if (has(frame, START_OFFSET_FOLLOWING)) {
            return offset + " FOLLOWING";
        }
        throw new IllegalStateException("a window frame without a start");
    }

    private static String endBound(int frame, String offset) {
        if (has(frame, END_UNBOUNDED_FOLLOWING)) {
            return "UNBOUNDED FOLLOWING";
        }
        if (has(frame, END_CURRENT_ROW)) {
            return "CURRENT ROW";
        }
        if (has(frame, END_OFFSET_PRECEDING)) {
            return offset + " PRECEDING";
        }
        if (has(frame, END_OFFSET_FOLLOWING)) {
            return offset + " FOLLOWING";
        }
        throw new IllegalStateException("a window frame without an end");
    }

    private static String exclusion(int frame) {
        if (has(frame, EXCLUDE_CURRENT_ROW)) {
            return " EXCLUDE CURRENT ROW";
        }
        if (has(frame, EXCLUDE_GROUP)) {
            return " EXCLUDE GROUP";
        }
        return has(frame, EXCLUDE_TIES) ? " EXCLUDE TIES" : "";
    }

    private static boolean has(int frame, int bit) {
        return (frame & bit) != 0;
    }
}
