package dev.sayql.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What the questions about a database are used for. All questions about one database are in one fold, so that what is
 * measured is always an unseen schema.
 */
enum Fold {
    /** The models are learned from these. */
    TRAIN,
    /** Decides when to stop learning; its failures may be read. */
    TUNE,
    /** Turns scores into probabilities. */
    CALIBRATE,
    /** Only its totals are looked at. */
    REPORT;

    private static final Map<String, Fold> BY_DATABASE = read();

    /** Databases that the list does not name are for training. */
    static Fold of(String database) {
        return BY_DATABASE.getOrDefault(database, TRAIN);
    }

    /**
     * Which half of the training databases it belongs to, 0 or 1: what is learned from the one half is tried on the other
     * before the ranking learns from it.
     */
    static int half(String database) {
        return Math.floorMod(database.hashCode() * 31 + 7, 2);
    }

    private static Map<String, Fold> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Fold.class.getResourceAsStream("folds.tsv")), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toUnmodifiableMap(
                            parts -> parts[0], parts -> valueOf(parts[1].toUpperCase(Locale.ROOT))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
