package dev.sayql.core.answering;

import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;

/** What a follow-up turned out to be. */
public sealed interface Refined {

    /** A question that changes its parent, to be answered like any other. */
    record Asks(Question question) implements Refined {}

    /** No such exchange in this team; another team's is as unknown as one that does not exist. */
    record UnknownParent(QueryId parent) implements Refined {}

    /** Nothing was said, and the parent was answered: there is nothing to repair. */
    record NothingToRepair(QueryId parent) implements Refined {}
}
