package dev.sayql.sql;

import java.nio.charset.StandardCharsets;

/** The sizes beyond which a statement is refused without parsing it; they do not depend on the clock. */
final class SqlLimits {

    /** UTF-8 bytes of a statement. */
    static final int MAXIMUM_BYTES = 32_768;

    /** Words, numbers and marks of a statement; those inside strings and comments count too. */
    static final int MAXIMUM_TOKENS = 6_000;

    /** Open parentheses and brackets at any point. */
    static final int MAXIMUM_NESTING = 100;

    private SqlLimits() {}

    /**
     * Checks the text before any parsing.
     *
     * @throws Refusal when it is empty, holds a NUL character or is over a limit
     */
    static void check(String text) {
        if (text.isBlank()) {
            throw new Refusal(RejectionCode.EMPTY, "the text is empty");
        }
        if (text.indexOf('\0') >= 0) {
            throw new Refusal(RejectionCode.NUL_CHARACTER, "the parser would read only the text before it");
        }
        if (text.length() > MAXIMUM_BYTES || bytes(text) > MAXIMUM_BYTES) {
            throw tooLarge("more than " + MAXIMUM_BYTES + " bytes");
        }
        int tokens = 0;
        int depth = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean wordCharacter = Character.isLetterOrDigit(c) || c == '_' || c > 127;
            if (wordCharacter ? !inWord : !Character.isWhitespace(c)) {
                tokens++;
            }
            inWord = wordCharacter;
            if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            }
            if (depth > MAXIMUM_NESTING) {
                throw tooLarge("more than " + MAXIMUM_NESTING + " open parentheses");
            }
        }
        if (tokens > MAXIMUM_TOKENS) {
            throw tooLarge("more than " + MAXIMUM_TOKENS + " words and marks");
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Refusal tooLarge(String detail) {
        return new Refusal(RejectionCode.TOO_LARGE, detail);
    }
}
