package dev.sayql.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The folders and files under one home. {@code data} appears by one rename when it is whole; {@code run} holds what only
 * matters while processes run.
 */
record Home(Path root) {

    static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");
    static final Set<PosixFilePermission> OWNER_ONLY_FILE = PosixFilePermissions.fromString("rw-------");

    /** Names the home without touching the disk. */
    static Home at(Path path) {
        return new Home(path.toAbsolutePath().normalize());
    }

    /** Makes the home and its run folder, readable by their owner only; answers with links resolved. */
    static Home create(Path path) {
        Home named = at(path);
        try {
            if (!Files.isDirectory(named.root())) {
                Files.createDirectories(named.root(), PosixFilePermissions.asFileAttribute(OWNER_ONLY_FOLDER));
            }
            Home home = new Home(named.root().toRealPath());
            Files.createDirectories(home.run(), PosixFilePermissions.asFileAttribute(OWNER_ONLY_FOLDER));
            return home;
        } catch (IOException | UnsupportedOperationException e) {
            throw EmbeddedException.of(e instanceof IOException io ? io : new IOException(e), named);
        }
    }

    Path run() {
        return root.resolve("run");
    }

    Path programs() {
        return root.resolve("postgres");
    }

    Path data() {
        return root.resolve("data");
    }

    Path unfinishedData() {
        return root.resolve("data.unfinished");
    }

    Path cluster() {
        return data().resolve("cluster");
    }

    Path log() {
        return data().resolve("server.log");
    }
}
