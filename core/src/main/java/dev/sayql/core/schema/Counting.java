package dev.sayql.core.schema;

import java.util.ArrayList;
import java.util.List;

/** How a sequence counts. Immutable. */
public record Counting(long start, long increment, long minimum, long maximum, long cache, boolean cycles) {

    /** The clauses that say so in SQL, without those that hold anyway for a sequence of this type. */
    List<String> clauses(String type) {
        long most = largest(type);
        boolean up = increment > 0;
        long usualMinimum = up ? 1 : -most - 1;
        long usualMaximum = up ? most : -1;
        List<String> clauses = new ArrayList<>();
        if (start != (up ? minimum : maximum)) {
            clauses.add("START WITH " + start);
        }
        if (increment != 1) {
            clauses.add("INCREMENT BY " + increment);
        }
        if (minimum != usualMinimum) {
            clauses.add("MINVALUE " + minimum);
        }
        if (maximum != usualMaximum) {
            clauses.add("MAXVALUE " + maximum);
        }
        if (cache != 1) {
            clauses.add("CACHE " + cache);
        }
        if (cycles) {
            clauses.add("CYCLE");
        }
        return clauses;
    }

    private static long largest(String type) {
        return switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }
}
