package dev.sayql.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folders and files under one home. {@code data} appears by one rename when it is whole; {@code run} holds what only
 * matters while processes run.
 */
record Home(Path root) {

    private static final String UNFINISHED_DATA = "data.unfinished-";

    static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");
    static final Set<PosixFilePermission> OWNER_ONLY_FILE = PosixFilePermissions.fromString("rw-------");

    /** Names the home without touching the disk. */
    static Home at(Path path) {
        return new Home(path.toAbsolutePath().normalize());
    }

    /** Makes the home and its run folder, readable by their owner only; answers with links resolved. */
    static Home create(Path path) {
        Home named = at(path);
        requirePlainName(named);
        try {
            if (!Files.isDirectory(named.root())) {
                Files.createDirectories(named.root(), PosixFilePermissions.asFileAttribute(OWNER_ONLY_FOLDER));
            }
            Home home = new Home(named.root().toRealPath());
            Files.createDirectories(home.run(), PosixFilePermissions.asFileAttribute(OWNER_ONLY_FOLDER));
            home.own(home.run());
            return home;
        } catch (UnsupportedOperationException e) {
            throw Binaries.unsupported("its file system has no owners and permissions");
        } catch (IOException e) {
            throw EmbeddedException.atHome(e, named);
        }
    }

    /** PostgreSQL's pg_ctl puts the folder's name between double quotes of a shell. */
    private static void requirePlainName(Home home) {
        if (home.root().toString().matches("(?s).*[\"$`\\\\\n].*")) {
            throw new EmbeddedException(
                    EmbeddedException.Code.HOME_UNUSABLE,
                    "The home folder's name has a character PostgreSQL cannot start from (one of \" $ ` \\ or a line break): "
                            + home.root() + ". Set SAYQL_HOME to another folder.");
        }
    }

    /**
     * Gives a file we made in the run folder to the home's owner. They differ when root uses somebody's home, as with
     * {@code sudo}; left with root, its owner could not use the home any more.
     */
    void own(Path file) throws IOException {
        Object owner = Files.getAttribute(root, "unix:uid");
        if (!owner.equals(Files.getAttribute(file, "unix:uid"))) {
            Files.setAttribute(file, "unix:uid", owner);
            Files.setAttribute(file, "unix:gid", Files.getAttribute(root, "unix:gid"));
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

    /** Whether there is data, or some of it; an empty folder holds nothing that could be lost. */
    boolean hasData() throws IOException {
        if (!Files.isDirectory(data())) {
            return false;
        }
        try (Stream<Path> files = Files.list(data())) {
            return files.findAny().isPresent();
        }
    }

    /** A name of its own for each attempt: an {@code initdb} whose parent was killed may still be writing to the last one. */
    Path newUnfinishedData() {
        return root.resolve(UNFINISHED_DATA + Long.toHexString(System.nanoTime()));
    }

    boolean isUnfinishedData(Path path) {
        return String.valueOf(path.getFileName()).startsWith(UNFINISHED_DATA);
    }

    Path cluster() {
        return data().resolve("cluster");
    }

    Path log() {
        return data().resolve("server.log");
    }
}
