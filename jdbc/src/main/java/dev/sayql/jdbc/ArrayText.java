package dev.sayql.jdbc;

import java.util.function.UnaryOperator;

/** Turns the text of a PostgreSQL array, {@code {1,"a b",NULL}}, into JSON. Not thread-safe. */
final class ArrayText {
    private final String text;
    private final char delimiter;
    private final UnaryOperator<String> element;
    private final StringBuilder json = new StringBuilder();
    private int at;

    private ArrayText(String text, char delimiter, UnaryOperator<String> element) {
        this.text = text;
        this.delimiter = delimiter;
        this.element = element;
    }

    /**
     * Reads the whole text.
     *
     * @param element writes one element, given as its own text, as JSON
     * @throws IllegalArgumentException when the text is not an array
     */
    static String toJson(String text, char delimiter, UnaryOperator<String> element) {
        ArrayText reader = new ArrayText(text, delimiter, element);
        // Arrays that do not start at 1 are printed with their bounds: [0:2]={…}
        reader.at = text.startsWith("[") ? text.indexOf('=') + 1 : 0;
        reader.readArray();
        if (reader.at != text.length()) {
            throw new IllegalArgumentException("text after the end of an array");
        }
        return reader.json.toString();
    }

    private void readArray() {
        expect('{');
        json.append('[');
        boolean first = true;
        while (peek() != '}') {
            if (!first) {
                expect(delimiter);
                json.append(',');
            }
            first = false;
            if (peek() == '{') {
                readArray();
            } else {
                readElement();
            }
        }
        expect('}');
        json.append(']');
    }

    private void readElement() {
        if (peek() == '"') {
            json.append(element.apply(quoted()));
            return;
        }
        int start = at;
        while (peek() != delimiter && peek() != '}') {
            at++;
        }
        String bare = text.substring(start, at);
        json.append(bare.equals("NULL") ? "null" : element.apply(bare));
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        expect('"');
        while (peek() != '"') {
            if (peek() == '\\') {
                at++;
            }
            value.append(peek());
            at++;
        }
        expect('"');
        return value.toString();
    }

    private char peek() {
        if (at >= text.length()) {
            throw new IllegalArgumentException("an array that does not end");
        }
        return text.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new IllegalArgumentException("an array with an unexpected character");
        }
        at++;
    }
}
