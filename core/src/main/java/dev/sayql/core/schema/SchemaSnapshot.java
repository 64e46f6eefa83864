package dev.sayql.core.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * What a database declares, to be kept and compared with what it declares later. Equal declarations are equal, in whatever
 * order they were read. Immutable.
 */
public record SchemaSnapshot(List<TableShape> tables) {

    public SchemaSnapshot {
        tables = tables.stream().sorted(Comparator.comparing(TableShape::name)).toList();
    }

    /** In one written form, for keeping; some fifty characters for each column. */
    public String text() {
        return SnapshotText.write(this);
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static SchemaSnapshot parse(String text) {
        return SnapshotText.read(text);
    }

    /** SHA-256 of the written form: it differs whenever {@link SchemaDrift#between} finds anything. */
    public String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
