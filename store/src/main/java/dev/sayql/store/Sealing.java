package dev.sayql.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts single records with AES-256-GCM: each under a key of its own, which stands beside it, encrypted under the master
 * key. Both are bound to what they belong to, so that a record copied to another row is not opened. Thread-safe.
 *
 * <p>A sealed record is: version 1 (1 byte), id of the master key (8), nonce and wrapped key (12 + 48), nonce and text.
 */
final class Sealing {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final int WRAPPED_BYTES = KEY_BYTES + TAG_BITS / 8;
    private static final int HEAD_BYTES = 1 + MasterKey.ID_BYTES + NONCE_BYTES + WRAPPED_BYTES + NONCE_BYTES;

    private final MasterKeys master;
    private final SecureRandom random;

    Sealing(MasterKeys master, SecureRandom random) {
        this.master = master;
        this.random = random;
    }

    /** @param belongsTo what the record belongs to: its kind, its team, its name */
    byte[] seal(String text, List<String> belongsTo) {
        try {
            byte[] bound = bound(belongsTo);
            byte[] key = randomBytes(KEY_BYTES);
            byte[] keyNonce = randomBytes(NONCE_BYTES);
            byte[] nonce = randomBytes(NONCE_BYTES);
            byte[] wrapped = cipher(Cipher.ENCRYPT_MODE, master.current().secret(), keyNonce, bound)
                    .doFinal(key);
            byte[] body = cipher(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), nonce, bound)
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(HEAD_BYTES + body.length)
                    .put(VERSION)
                    .put(master.current().id())
                    .put(keyNonce)
                    .put(wrapped)
                    .put(nonce)
                    .put(body)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM did not encrypt", impossible);
        }
    }

    /** @throws SystemDatabaseException when it was sealed under another master key, for something else, or was changed */
    String open(byte[] sealed, List<String> belongsTo) {
        checkForm(sealed);
        ByteBuffer parts = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        MasterKey writer = keyWithId(next(parts, MasterKey.ID_BYTES));
        try {
            byte[] bound = bound(belongsTo);
            byte[] key = unwrapped(parts, writer, bound);
            byte[] nonce = next(parts, NONCE_BYTES);
            byte[] text = cipher(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), nonce, bound)
                    .doFinal(next(parts, parts.remaining()));
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException changed) {
            throw changed(changed);
        }
    }

    /**
     * The same record with its key encrypted under the current master key; the text itself is not looked at.
     *
     * @throws SystemDatabaseException as {@link #open}
     */
    byte[] rewrapped(byte[] sealed, List<String> belongsTo) {
        checkForm(sealed);
        ByteBuffer parts = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        MasterKey former = keyWithId(next(parts, MasterKey.ID_BYTES));
        try {
            byte[] bound = bound(belongsTo);
            byte[] key = unwrapped(parts, former, bound);
            byte[] keyNonce = randomBytes(NONCE_BYTES);
            byte[] wrapped = cipher(Cipher.ENCRYPT_MODE, master.current().secret(), keyNonce, bound)
                    .doFinal(key);
            return ByteBuffer.allocate(sealed.length)
                    .put(VERSION)
                    .put(master.current().id())
                    .put(keyNonce)
                    .put(wrapped)
                    .put(parts)
                    .array();
        } catch (GeneralSecurityException changed) {
            throw changed(changed);
        }
    }

    private static void checkForm(byte[] sealed) {
        if (sealed.length < HEAD_BYTES || sealed[0] != VERSION) {
            throw new SystemDatabaseException(
                    "An encrypted record has a form that this release does not know.",
                    new IllegalStateException("unknown form"));
        }
    }

    private MasterKey keyWithId(byte[] id) {
        return master.withId(id)
                .orElseThrow(() -> new SystemDatabaseException(
                        "An encrypted record was written under another master key than SAYQL_MASTER_KEY, or the file"
                                + " master.key, holds now. When it was changed on purpose, name the one before it in"
                                + " SAYQL_FORMER_MASTER_KEYS.",
                        new IllegalStateException("another master key")));
    }

    private static byte[] unwrapped(ByteBuffer parts, MasterKey master, byte[] bound) throws GeneralSecurityException {
        byte[] keyNonce = next(parts, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, master.secret(), keyNonce, bound).doFinal(next(parts, WRAPPED_BYTES));
    }

    private static SystemDatabaseException changed(GeneralSecurityException failure) {
        return new SystemDatabaseException("An encrypted record was changed, or belongs to something else.", failure);
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }

    /** No two lists give the same bytes: none of the parts holds a zero. */
    private static byte[] bound(List<String> belongsTo) {
        return String.join("\0", belongsTo).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] next(ByteBuffer parts, int count) {
        byte[] bytes = new byte[count];
        parts.get(bytes);
        return bytes;
    }
}
