package dev.sayql.core.history;

import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What must be equal for one answer to serve two questions. Immutable.
 *
 * @param basis digest of everything else that an answer depends on: schema, what was taught, policy, tables, who writes
 * @param question in one of the wordings that count as the same
 */
public record CacheKey(TeamId team, SourceId source, String basis, String question) {

    /** The key in one word: SHA-256 over all its parts. */
    public String digest() {
        return digest("question", team.value(), source.value(), basis, question);
    }

    /** What all questions with a meaning share in one word: SHA-256 over the meaning and all parts but the question. */
    public String digestOf(String meaning) {
        return digest("meaning", team.value(), source.value(), basis, meaning);
    }

    /** SHA-256 over texts, of which no two lists make the same. */
    public static String digest(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    /** Without the question: what people typed stays out of logs. */
    @Override
    public String toString() {
        return "CacheKey[team=" + team + ", source=" + source + ", digest=" + digest() + "]";
    }
}
