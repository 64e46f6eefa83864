package dev.sayql.llm;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * Puts the words of other people into a prompt: as JSON, on one line, of a bearable length, without what could look like the
 * end of the frame around them.
 */
final class Quoted {

    private Quoted() {}

    /** A JSON string of at most so many characters of the text. */
    static String text(String text, int most) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        String cut = line.length() <= most ? line : line.substring(0, most) + "…";
        return '"' + framed(new String(JsonStringEncoder.getInstance().quoteAsString(cut))) + '"';
    }

    /** A JSON string of all of the text, lines and all. */
    static String whole(String text) {
        return '"' + framed(new String(JsonStringEncoder.getInstance().quoteAsString(text))) + '"';
    }

    /** A name as PostgreSQL wants it, quoted where it must be. */
    static String name(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? name : framed('"' + name.replace("\"", "\"\"") + '"');
    }

    private static String framed(String text) {
        return text.replaceAll("[\\p{Cntrl}]", " ").replace("<", "\\u003c").replace(">", "\\u003e");
    }
}
