package dev.sayql.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key that a team presents: {@code sayql_<environment>_<id>_<secret><checksum>}. The id is 12 characters, the secret 32 of
 * 62 letters and digits (190 random bits), the checksum 6 (CRC-32 of everything before it), so that a scanner can tell a key
 * from other text and a mistyped one is refused without asking the database. Immutable. {@link #toString()} hides the secret;
 * {@link #text()} is what is shown once.
 */
public final class ApiKey {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 12;
    private static final int SECRET_LENGTH = 32;
    private static final int CHECKSUM_LENGTH = 6;
    private static final Pattern FORM =
            Pattern.compile("sayql_([a-z]{1,8})_([0-9A-Za-z]{12})_[0-9A-Za-z]{32}([0-9A-Za-z]{6})");

    private final String text;
    private final String environment;
    private final String id;

    private ApiKey(String text, String environment, String id) {
        this.text = text;
        this.environment = environment;
        this.id = id;
    }

    static ApiKey random(String environment, SecureRandom random) {
        String id = random(ID_LENGTH, random);
        String unchecked = "sayql_" + environment + "_" + id + "_" + random(SECRET_LENGTH, random);
        return parse(unchecked + checksum(unchecked))
                .orElseThrow(() -> new IllegalArgumentException("an environment is 1 to 8 lower-case letters"));
    }

    /** Reads a presented text; empty when it has not the form of a key or its checksum is wrong. */
    public static Optional<ApiKey> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String unchecked = text.substring(0, text.length() - CHECKSUM_LENGTH);
        return checksum(unchecked).equals(form.group(3))
                ? Optional.of(new ApiKey(text, form.group(1), form.group(2)))
                : Optional.empty();
    }

    /** The whole key. Show it once, store it nowhere. */
    public String text() {
        return text;
    }

    public String environment() {
        return environment;
    }

    /** Names the key in lists and logs; not secret. */
    public String id() {
        return id;
    }

    /** What is stored. A slow hash would add nothing: the secret is random, not chosen by a person. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    private static String random(int length, SecureRandom random) {
        return random.ints(length, 0, LETTERS.length())
                .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                .reduce("", String::concat);
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        long rest = crc.getValue();
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < CHECKSUM_LENGTH; i++) {
            letters.append(LETTERS.charAt((int) (rest % LETTERS.length())));
            rest /= LETTERS.length();
        }
        return letters.reverse().toString();
    }

    @Override
    public String toString() {
        return "sayql_" + environment + "_" + id + "_***";
    }
}
