package dev.sayql.jdbc;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over what a schema declares, in one written form: names, kinds, types, nullability, labels and keys. Comments and
 * row estimates do not count.
 */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    static String of(List<Table> tables) {
        try {
            Fingerprint fingerprint = new Fingerprint(MessageDigest.getInstance("SHA-256"));
            tables.stream().sorted(Comparator.comparing(Table::name)).forEach(fingerprint::add);
            return HexFormat.of().formatHex(fingerprint.digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    private void add(Table table) {
        add(
                "table",
                List.of(table.name().schema(), table.name().name(), table.kind().name()));
        for (Column column : table.columns()) {
            add(
                    "column",
                    List.of(
                            column.name(),
                            column.type().schema(),
                            column.type().name(),
                            column.declaredType(),
                            Boolean.toString(column.nullable())));
            add("labels", column.enumValues());
        }
        add("primary", table.primaryKey());
        table.uniqueKeys().stream()
                .sorted(Comparator.comparing(Object::toString))
                .forEach(key -> add("unique", key));
        table.foreignKeys().stream()
                .sorted(Comparator.comparing(Object::toString))
                .forEach(this::add);
    }

    private void add(ForeignKey key) {
        add("foreign", key.columns());
        add("to", List.of(key.target().schema(), key.target().name()));
        add("at", key.targetColumns());
    }

    /** Lengths are written before texts, so that no two schemas are written alike. */
    private void add(String what, List<String> texts) {
        StringBuilder written = new StringBuilder(what).append(' ').append(texts.size());
        texts.forEach(
                text -> written.append(' ').append(text.length()).append(':').append(text));
        digest.update(written.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
}
