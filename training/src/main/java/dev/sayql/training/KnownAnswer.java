package dev.sayql.training;

import java.util.List;

/** A question of which it is known what is right. */
interface KnownAnswer {
    String text();

    /** Statements that find what is right; any of them counts. Empty when nothing is, and the question is to be declined. */
    List<String> statements();

    /** Whether the order of the rows matters. */
    boolean ordered();

    /** Whether more columns may be shown than those statements show. */
    boolean mayShowMore();
}
