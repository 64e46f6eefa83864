package dev.sayql.engine;

/**
 * A word, number or quoted text of a question.
 *
 * @param text as it was typed, without quotes
 * @param word lower case
 * @param stem what inflections of the word share
 * @param start index of its first character in the question
 * @param end index after its last character
 * @param quoted whether it stood between quotation marks
 */
public record Token(String text, String word, String stem, int start, int end, boolean quoted) {

    /** Whether it is written in capitals throughout, as codes are. */
    boolean isCapitals() {
        return text.chars().allMatch(Character::isUpperCase);
    }

    public boolean is(String other) {
        return !quoted && word.equals(other);
    }

    /** Whether it is the word from one index of the phrase to another. */
    boolean isPartOf(String phrase, int from, int to) {
        return !quoted && word.length() == to - from && phrase.startsWith(word, from);
    }
}
