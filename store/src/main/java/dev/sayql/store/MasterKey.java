package dev.sayql.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which the keys of encrypted records stand: 256 bits, from the configuration or, on a machine for trying things
 * out, from a file that only its owner can read. Without it nothing that was encrypted can be read again. Immutable;
 * {@link #toString()} hides it.
 */
public final class MasterKey {
    static final int ID_BYTES = 8;
    private static final int KEY_BYTES = 32;
    static final String FILE = "master.key";
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

    private final byte[] key;

    private MasterKey(byte[] key) {
        this.key = key;
    }

    /** Reads 32 bytes in Base64; empty when the text is anything else. */
    public static Optional<MasterKey> of(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            return key.length == KEY_BYTES ? Optional.of(new MasterKey(key)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** 32 random bytes in Base64, as {@link #of} reads them. */
    public static String random(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /**
     * The key in the file {@code master.key} of this folder, made when it is not there; of several processes that do this at
     * once all get the same.
     *
     * @throws SystemDatabaseException when the file cannot be read or made, others could read it too, or it holds no key
     */
    public static MasterKey inFolder(Path folder, SecureRandom random) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                make(folder, file, random);
            }
            return inFile(file);
        } catch (IOException | UnsupportedOperationException failure) {
            throw unusable(file, failure);
        }
    }

    /** The key in this file, which must be there. */
    static MasterKey inFile(Path file) {
        try {
            Set<PosixFilePermission> open = Files.getPosixFilePermissions(file);
            if (!OWNER_ALONE.containsAll(open)) {
                throw new SystemDatabaseException(
                        "The file " + file + " must be readable by its owner alone: chmod 600 " + file + ".",
                        new IllegalStateException(PosixFilePermissions.toString(open)));
            }
            return of(Files.readString(file, StandardCharsets.US_ASCII))
                    .orElseThrow(() -> new SystemDatabaseException(
                            "The file " + file + " holds no key: it must be 32 bytes in Base64.",
                            new IllegalStateException("no key")));
        } catch (IOException | UnsupportedOperationException failure) {
            throw unusable(file, failure);
        }
    }

    private static SystemDatabaseException unusable(Path file, Exception failure) {
        return new SystemDatabaseException("The key in " + file + " can be neither read nor made.", failure);
    }

    private static void make(Path folder, Path file, SecureRandom random) throws IOException {
        Files.createDirectories(folder);
        Path fresh = makeFresh(folder, random);
        try {
            // A link fails when somebody else was first; a move would take their key away.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException somebodyWasFirst) {
            // Theirs is as good.
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** A new key in a file that nobody looks into yet. */
    static Path makeFresh(Path folder, SecureRandom random) throws IOException {
        Path fresh = Files.createTempFile(folder, FILE, ".new", PosixFilePermissions.asFileAttribute(OWNER_ALONE));
        return Files.writeString(fresh, random(random) + "\n", StandardCharsets.US_ASCII);
    }

    SecretKey secret() {
        return new SecretKeySpec(key, "AES");
    }

    /** Tells one key from another without saying anything of it. */
    byte[] id() {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key), ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[not shown]";
    }
}
