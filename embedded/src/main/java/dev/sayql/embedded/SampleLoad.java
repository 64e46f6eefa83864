package dev.sayql.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Which sample was loaded, or is to be: what from and when. The sample's dates count back from the day it was loaded, so it is
 * loaded again when it is more than {@value #FRESH_DAYS} days old: "last month" then still has orders.
 *
 * @param schema fingerprint of the script that makes the tables
 * @param data fingerprint of the script that fills them
 * @param day the day the dates count back from
 */
record SampleLoad(String schema, String data, LocalDate day) {

    static final int FRESH_DAYS = 7;

    /** The sample of this build, dated from today. */
    static SampleLoad wanted(Clock clock) {
        return new SampleLoad(fingerprint(script("schema.sql")), fingerprint(script("data.sql")), LocalDate.now(clock));
    }

    /** Whether what was loaded will do. A clock that was set back counts as too old: nothing may lie in the future. */
    boolean isMetBy(SampleLoad loaded) {
        return hasTablesOf(loaded)
                && data.equals(loaded.data)
                && !loaded.day.isAfter(day)
                && ChronoUnit.DAYS.between(loaded.day, day) <= FRESH_DAYS;
    }

    boolean hasTablesOf(SampleLoad loaded) {
        return schema.equals(loaded.schema);
    }

    /** What the note beside the data says; the truth is in the database, the note only spares asking it. */
    static Optional<SampleLoad> noted(Home home) {
        try {
            List<String> lines = Files.readAllLines(noteFile(home));
            return lines.size() == 3
                    ? Optional.of(new SampleLoad(lines.get(0), lines.get(1), LocalDate.parse(lines.get(2))))
                    : Optional.empty();
        } catch (IOException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    void note(Home home) {
        try {
            Path fresh = home.data().resolve("sample.new");
            Files.writeString(fresh, schema + "\n" + data + "\n" + day + "\n");
            home.own(fresh);
            Files.move(fresh, noteFile(home), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw EmbeddedException.of(e, home);
        }
    }

    private static Path noteFile(Home home) {
        return home.data().resolve("sample");
    }

    private static String fingerprint(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String script(String name) {
        try (InputStream text = SampleLoad.class.getResourceAsStream("ecommerce/" + name)) {
            if (text == null) {
                throw new IllegalStateException(name + " is missing from the build");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }
}
