package dev.sayql.sql;

/** The text of a JSON path as PostgreSQL reads it: its escapes stand in strings and in key words alike. */
final class JsonPathText {

    private final String path;
    private final StringBuilder read = new StringBuilder();
    private int next;

    private JsonPathText(String path) {
        this.path = path;
    }

    /** The path with every escape resolved; one that is none is kept, as PostgreSQL refuses it. */
    static String read(String path) {
        JsonPathText text = new JsonPathText(path);
        while (text.next < path.length()) {
            text.character();
        }
        return text.read.toString();
    }

    private void character() {
        char c = path.charAt(next++);
        if (c != '\\' || next == path.length()) {
            read.append(c);
            return;
        }
        char escaped = path.charAt(next++);
        switch (escaped) {
            case 'b' -> read.append('\b');
            case 'f' -> read.append('\f');
            case 'n' -> read.append('\n');
            case 'r' -> read.append('\r');
            case 't' -> read.append('\t');
            case 'v' -> read.append('\u000b');
            case 'x' -> hexadecimal(2);
            case 'u' -> unicode();
            default -> read.append(escaped);
        }
    }

    private void unicode() {
        int end = path.startsWith("{", next) ? path.indexOf('}', next) : -1;
        if (end < 0) {
            hexadecimal(4);
            return;
        }
        next++;
        hexadecimal(end - next);
        next = end + 1;
    }

    private void hexadecimal(int digits) {
        int value = 0;
        for (int left = digits; left > 0 && next < path.length(); left--) {
            int digit = Character.digit(path.charAt(next), 16);
            if (digit < 0 || value > Character.MAX_CODE_POINT) {
                return;
            }
            value = value * 16 + digit;
            next++;
        }
        if (Character.isValidCodePoint(value)) {
            read.appendCodePoint(value);
        }
    }
}
