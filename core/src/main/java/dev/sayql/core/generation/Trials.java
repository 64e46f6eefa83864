package dev.sayql.core.generation;

import dev.sayql.sql.SqlText;
import java.util.List;

/**
 * Shows a generator what candidates find before it chooses among them. They are checked and run like answers, read only, within
 * a time for all of them together; nothing that they find is shown to anybody.
 */
@FunctionalInterface
public interface Trials {

    /** Nothing may be run. */
    Trials NONE = candidates ->
            candidates.stream().<Finding>map(_ -> new Finding.Untried()).toList();

    /** What each finds, in the same order; never throws for a candidate. */
    List<Finding> of(List<SqlText> candidates);
}
