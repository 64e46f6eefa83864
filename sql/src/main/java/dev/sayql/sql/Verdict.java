package dev.sayql.sql;

import java.util.List;

/** How validation ends. */
public sealed interface Verdict {

    /** The statement may be executed, as {@link ReadOnlySql#text()} prints it and no other way. */
    record Allowed(ReadOnlySql sql) implements Verdict {}

    /** The statement must not be executed; at least one problem says why. */
    record Rejected(List<Problem> problems) implements Verdict {

        public Rejected {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a rejection needs a reason");
            }
        }
    }
}
