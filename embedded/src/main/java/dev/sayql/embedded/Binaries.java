package dev.sayql.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once for each version from the archive on the class path.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path folder) {

    private static final long NEEDED_BYTES = 250L << 20;

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Unpacks the programs unless they are there already. The caller holds the start-up lock. */
    static Binaries unpack(Home home, Consumer<String> progress) {
        String version = version();
        Path finished = home.programs().resolve(version);
        try {
            if (!Files.isDirectory(finished)) {
                unpack(home, finished, version, progress);
            }
            return new Binaries(finished);
        } catch (IOException e) {
            throw EmbeddedException.of(e, home);
        }
    }

    private static void unpack(Home home, Path finished, String version, Consumer<String> progress) throws IOException {
        String archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        requireSpace(home);
        progress.accept("Unpacking PostgreSQL " + version + " to " + finished);
        Files.createDirectories(home.programs());
        deleteOthers(home);
        Path unfinished = home.programs().resolve(version + ".unfinished");
        try (InputStream packed = Binaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw unsupported("the archive " + archive + " is not part of this build");
            }
            unpack(packed, unfinished);
        }
        Folders.publish(unfinished, finished);
    }

    /** Unfinished ones and those of earlier releases: we unpack only when no server runs from any of them. */
    private static void deleteOthers(Home home) throws IOException {
        List<Path> others;
        try (Stream<Path> files = Files.list(home.programs())) {
            others = files.toList();
        }
        for (Path other : others) {
            Folders.delete(other);
        }
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The archive has an entry outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.resolveSibling("."));
                    write(tar, entry, path);
                }
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static void requireSpace(Home home) throws IOException {
        long free = Files.getFileStore(home.root()).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new EmbeddedException(
                    EmbeddedException.Code.NO_DISK_SPACE,
                    "The first set-up needs " + (NEEDED_BYTES >> 20) + " MB under " + home.root() + " and only "
                            + (free >> 20)
                            + " MB are free. Free some space, or set SAYQL_HOME to a folder on another disk.");
        }
    }

    /** Name of the archive for an operating system and processor, as the Java system properties call them. */
    static String archive(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT);
        String family = name.startsWith("linux") ? "linux" : name.startsWith("mac") ? "darwin" : "";
        String architecture = switch (processor.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "";
        };
        if (family.isEmpty() || architecture.isEmpty()) {
            throw unsupported("it is " + system + " on " + processor);
        }
        if (family.equals("linux") && muslOnly()) {
            throw unsupported("this Linux has musl in place of glibc");
        }
        return "postgres-" + family + "-" + architecture + ".txz";
    }

    private static boolean muslOnly() {
        try (Stream<Path> libraries = Files.list(Path.of("/lib"))) {
            boolean musl = libraries.anyMatch(
                    file -> String.valueOf(file.getFileName()).startsWith("ld-musl-"));
            return musl
                    && !Files.exists(Path.of("/lib64/ld-linux-x86-64.so.2"))
                    && !Files.exists(Path.of("/lib/ld-linux-aarch64.so.1"));
        } catch (IOException e) {
            return false;
        }
    }

    static EmbeddedException unsupported(String why) {
        return new EmbeddedException(
                EmbeddedException.Code.UNSUPPORTED_PLATFORM,
                "There is no embedded PostgreSQL for this machine: " + why
                        + ". It runs on Linux with glibc and on macOS, on x86-64 and Arm. "
                        + "Point SayQL at a PostgreSQL of your own (SYSTEM_DB_HOST) instead.");
    }

    static String version() {
        Properties properties = new Properties();
        try (InputStream file = Binaries.class.getResourceAsStream("postgres.properties")) {
            if (file == null) {
                throw new IllegalStateException("postgres.properties is missing from the build");
            }
            properties.load(file);
        } catch (IOException e) {
            throw new IllegalStateException("postgres.properties cannot be read", e);
        }
        return properties.getProperty("version", "");
    }
}
