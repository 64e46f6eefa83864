package dev.sayql.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The master key under which records are encrypted now, and those before it, which still open what stands under them.
 * Immutable; its text shows none of them.
 */
public record MasterKeys(MasterKey current, List<MasterKey> former) {

    public MasterKeys {
        former = List.copyOf(former);
    }

    public static MasterKeys only(MasterKey key) {
        return new MasterKeys(key, List.of());
    }

    /**
     * The key in a file of this folder, made when it is not there, and the one before it while a change is not finished.
     *
     * @throws SystemDatabaseException when a file cannot be read or made, others could read it too, or it holds no key
     */
    public static MasterKeys inFolder(Path folder, SecureRandom random) {
        MasterKey current = MasterKey.inFolder(folder, random);
        Path former = formerIn(folder);
        return Files.exists(former) ? new MasterKeys(current, List.of(MasterKey.inFile(former))) : only(current);
    }

    /**
     * Puts a new key into the file of this folder and keeps the old one beside it, until {@link #forgetFormer}. Where that was
     * begun before, it is gone on with.
     *
     * @throws SystemDatabaseException when the files cannot be changed
     */
    public static MasterKeys renewIn(Path folder, SecureRandom random) {
        MasterKeys now = inFolder(folder, random);
        Path former = formerIn(folder);
        try {
            if (now.former().isEmpty()) {
                Files.createLink(former, folder.resolve(MasterKey.FILE));
                now = new MasterKeys(now.current(), List.of(now.current()));
            }
            boolean begun = !MessageDigest.isEqual(
                    now.current().id(), now.former().getFirst().id());
            if (!begun) {
                Path fresh = MasterKey.makeFresh(folder, random);
                Files.move(fresh, folder.resolve(MasterKey.FILE), StandardCopyOption.ATOMIC_MOVE);
            }
            return inFolder(folder, random);
        } catch (IOException failure) {
            throw new SystemDatabaseException("The key in " + folder + " cannot be changed.", failure);
        }
    }

    /** Nothing stands under the former key any more: takes its file away. */
    public static void forgetFormer(Path folder) {
        try {
            Files.deleteIfExists(formerIn(folder));
        } catch (IOException failure) {
            throw new SystemDatabaseException("The file " + formerIn(folder) + " cannot be deleted.", failure);
        }
    }

    private static Path formerIn(Path folder) {
        return folder.resolve(MasterKey.FILE + ".old");
    }

    Optional<MasterKey> withId(byte[] id) {
        return Stream.concat(Stream.of(current), former.stream())
                .filter(key -> MessageDigest.isEqual(key.id(), id))
                .findFirst();
    }
}
