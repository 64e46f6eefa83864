package dev.sayql.core.history;

import dev.sayql.core.question.QueryId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page of history ended: the last exchange on it. A page that begins there misses none and repeats none, whatever was
 * recorded since. Immutable; {@link #toString()} is the form that goes over the wire.
 */
public record HistoryCursor(Instant started, QueryId id) {

    private static final int LONGEST = 200;

    /** Reads the form that goes over the wire; empty when the text is none. */
    public static Optional<HistoryCursor> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            int space = plain.indexOf(' ');
            if (space < 0) {
                return Optional.empty();
            }
            Instant started = Instant.parse(plain.substring(0, space));
            return QueryId.parse(plain.substring(space + 1))
                    .map(id -> new HistoryCursor(started, id))
                    .filter(cursor -> cursor.toString().equals(text));
        } catch (IllegalArgumentException | DateTimeException notACursor) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        byte[] plain = (started + " " + id).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
