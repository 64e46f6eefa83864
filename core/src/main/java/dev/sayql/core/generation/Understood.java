package dev.sayql.core.generation;

/**
 * What one phrase of the question was taken to mean. Immutable.
 *
 * @param start index of the phrase's first character in the question; of a refinement, in the text that changes it
 * @param end index after its last character
 */
public record Understood(String phrase, int start, int end, String meaning) {}
