package dev.sayql.llm;

/**
 * What a model is given to read. Immutable.
 *
 * @param version of the files it was made of
 * @param rules the same for every question
 * @param schema the same for every question of a source whose schema fits whole, so that providers can keep it
 * @param question all that changes with the question
 */
record Prompt(String version, String rules, String schema, String question) {

    /** Of each part, about how many tokens it takes. */
    int tokens() {
        return TokenEstimate.of(rules) + TokenEstimate.of(schema) + TokenEstimate.of(question);
    }
}
