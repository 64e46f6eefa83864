package dev.sayql.core.schema;

import java.util.List;

/**
 * What looking at a database gave. Immutable.
 *
 * @param unknown names of the scope that mean nothing in this database
 */
public record Inspection(SchemaDetail schema, List<UnknownName> unknown) {

    public Inspection {
        unknown = List.copyOf(unknown);
    }

    /**
     * A name that was asked for and that is nowhere.
     *
     * @param text as it was given
     * @param isSchema whether it was to be a schema, and not a table
     * @param nearest what comes nearest, at most three
     */
    public record UnknownName(String text, boolean isSchema, List<String> nearest) {

        public UnknownName {
            nearest = List.copyOf(nearest);
        }

        public String sentence() {
            String what = isSchema ? "There is no schema " : "There is no table ";
            String hint = nearest.isEmpty() ? "" : " The nearest: " + String.join(", ", nearest) + ".";
            return what + text + "." + hint;
        }
    }
}
