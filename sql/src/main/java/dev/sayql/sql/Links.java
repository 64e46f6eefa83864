package dev.sayql.sql;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** Which ranges of a statement are connected with each other, because some condition or lateral entry speaks of both. */
final class Links {

    private final IdentityHashMap<Range, Range> parents = new IdentityHashMap<>();
    private final Deque<Set<Range>> open = new ArrayDeque<>();

    /** Until the matching {@link #end}, all ranges that are spoken of belong together. */
    void begin() {
        open.push(Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** The ranges that were spoken of; they are connected now. */
    Set<Range> end() {
        Set<Range> together = open.pop();
        for (Range range : together) {
            connect(together.iterator().next(), range);
        }
        if (!open.isEmpty()) {
            open.peek().addAll(together);
        }
        return together;
    }

    void refer(Range range) {
        if (!open.isEmpty()) {
            open.peek().add(range);
        }
    }

    void connect(Range one, Range other) {
        Range first = group(one);
        Range second = group(other);
        if (first != second) {
            parents.put(first, second);
        }
    }

    /** The range that stands for all connected with this one. */
    Range group(Range range) {
        Range group = range;
        for (Range parent = parents.get(group); parent != null; parent = parents.get(group)) {
            group = parent;
        }
        return group;
    }
}
