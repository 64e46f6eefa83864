package dev.sayql.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Root and other accounts. Only root can play both; where the tests run as an ordinary account, all other tests already show
 * what an ordinary account can do, and these do not apply.
 */
class RunAsTest {

    private static final int NOBODY = 65_534;

    @TempDir
    private Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void openTheFolderToAll() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/setpriv")));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        home = Files.createDirectory(
                folder.resolve("home"), PosixFilePermissions.asFileAttribute(Home.OWNER_ONLY_FOLDER));
    }

    @AfterEach
    void stop() {
        EmbeddedPostgres.stop(home);
    }

    private void ownBy(int account) throws IOException {
        Files.setAttribute(home, "unix:uid", account);
        Files.setAttribute(home, "unix:gid", account);
    }

    /** Another process of root's, to which these programs say that they may not. */
    private StartProcess startWithout(String... programs) throws IOException {
        Path refusing = Files.createDirectory(folder.resolve("bin"));
        for (String program : programs) {
            Path script = refusing.resolve(program);
            Files.writeString(script, "#!/bin/sh\necho 'Operation not permitted' >&2\nexit 1\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        ProcessBuilder builder = StartProcess.builder(List.of(), StartProcess.classPath(), home);
        builder.environment().merge("PATH", "", (path, _) -> refusing + File.pathSeparator + path);
        return StartProcess.of(builder);
    }

    private int ownerOf(String file) throws IOException {
        return (int) Files.getAttribute(home.resolve(file), "unix:uid");
    }

    /** The class path again, where an account that may not look into root's folders can read it. */
    private String readableClassPath() throws IOException {
        Path copies = Files.createDirectory(folder.resolve("class-path"));
        List<String> entries = new ArrayList<>();
        for (String entry : StartProcess.classPath().split(File.pathSeparator)) {
            Path from = Path.of(entry);
            Path to = copies.resolve(entries.size() + "-" + from.getFileName());
            copy(from, to);
            entries.add(to.toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    @Test
    void anOrdinaryAccountUsesItsHomeAndSoDoesRootAfterwards() throws Exception {
        ownBy(NOBODY);
        List<String> asNobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");
        String classPath = readableClassPath();
        try (StartProcess nobody = StartProcess.of(StartProcess.builder(asNobody, classPath, home))) {
            nobody.await("ready");
        }
        assertThat(EmbeddedPostgres.stop(home)).isTrue();
        EmbeddedPostgres.start(EmbeddedSettings.of(home).withoutDurability()).close();
        assertThat(List.of(ownerOf("run/lock"), ownerOf("run/lease"), ownerOf("run/watchdog.sh"), ownerOf("run/port")))
                .containsOnly(NOBODY);
        assertThat(ownerOf("data/cluster/postmaster.pid")).isEqualTo(NOBODY);
        assertThat(EmbeddedPostgres.stop(home)).isTrue();
        try (StartProcess nobody = StartProcess.of(StartProcess.builder(asNobody, classPath, home))) {
            nobody.await("ready");
        }
    }

    @Test
    void rootUsesAHomeOnlyRootCanEnterAlsoWhereUserNamespacesAreForbidden() throws Exception {
        try (StartProcess root = startWithout("unshare")) {
            root.await("ready");
        }
        assertThat(ownerOf("data/cluster/postmaster.pid")).isEqualTo(NOBODY);
        assertThat(EmbeddedPostgres.stop(home)).isTrue();
        EmbeddedPostgres.start(EmbeddedSettings.of(home).withoutDurability()).close();
        assertThat(ownerOf("data/cluster/postmaster.pid")).isEqualTo(NOBODY);
    }

    @Test
    void rootIsToldWhenThereIsNoWay() throws IOException {
        try (StartProcess root = startWithout("unshare", "setpriv")) {
            assertThat(root.await("failed")).contains("CANNOT_RUN_AS_ROOT", "ordinary account");
        }
    }
}
