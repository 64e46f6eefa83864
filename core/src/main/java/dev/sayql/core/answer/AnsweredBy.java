package dev.sayql.core.answer;

/** Where the SQL of an answer came from. */
public enum AnsweredBy {
    /** A language model, for an equal question before. */
    CACHE,
    VERIFIED,
    LOCAL,
    MODEL,
    /** A person, who wrote the SQL. */
    PERSON
}
