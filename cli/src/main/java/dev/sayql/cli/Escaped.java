package dev.sayql.cli;

/**
 * Text made safe for a terminal: what could move the cursor, change colours or reverse the direction of writing is shown
 * as an escape instead. Values come from databases and questions, which strangers may write to.
 */
final class Escaped {

    private Escaped() {}

    /** For text of several lines: line ends stay. */
    static String text(String text) {
        return escape(text, true);
    }

    /** For text within a line: line ends and tabs are shown as escapes too. */
    static String line(String text) {
        return escape(text, false);
    }

    private static String escape(String text, boolean keepLines) {
        if (text.codePoints().noneMatch(c -> isHarmful(c, keepLines))) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (!isHarmful(c, keepLines)) {
                out.appendCodePoint(c);
            } else {
                switch (c) {
                    case '\n' -> out.append("\\n");
                    case '\r' -> out.append("\\r");
                    case '\t' -> out.append("\\t");
                    default -> out.append(c < 0x100 ? "\\x%02x".formatted(c) : "\\u%04x".formatted(c));
                }
            }
        });
        return out.toString();
    }

    private static boolean isHarmful(int c, boolean keepLines) {
        if (keepLines && (c == '\n' || c == '\t')) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
