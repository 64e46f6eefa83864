package dev.sayql.training;

/**
 * How the engine did on one question. Immutable.
 *
 * @param right whether its best guess finds what the known answer finds
 * @param possible whether any candidate does
 * @param answered whether a person would have been given the guess
 * @param guess the best guess, empty where there is none
 * @param ending how it ended for a person, in a word or two
 * @param confidence what the engine said of its guess, 0 to 1
 * @param millis to a ranking, without what follows
 * @param triedMillis for running the likeliest candidates
 * @param cause why it is not right, for reading failures: as few words as possible
 */
record Scored(
        BenchQuestion question,
        boolean right,
        boolean possible,
        boolean answered,
        String guess,
        String ending,
        double confidence,
        double millis,
        double triedMillis,
        String cause) {}
