package dev.sayql.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a small checkout, with a JDK, a Maven and an npm that only say what they were asked to do. */
class LauncherTest {

    private static final String JAVA = """
            #!/bin/sh
            for word in "$@"; do [ "$word" = --crash ] && exit 7; done
            echo "java $*"
            """;

    private static final String MAVEN = """
            #!/bin/sh
            [ "$1" = -v ] && { echo "Apache Maven 3.9.9"; exit 0; }
            echo "$*" >>"$BUILDS"
            echo "[INFO] Building sayql-cli 0.1.0-SNAPSHOT   [1/1]"
            if [ -e broken ]; then
                echo "[ERROR] Broken.java:[1,53] incompatible types"
                exit 1
            fi
            sleep 0.3
            mkdir -p cli/target/product/dist/lib
            : >cli/target/product/dist/lib/sayql.jar
            """;

    @TempDir
    Path folder;

    private Path checkout = Path.of("");
    private Path tools = Path.of("");

    @BeforeEach
    void prepareCheckout() throws IOException {
        checkout = Files.createDirectories(folder.resolve("a checkout"));
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.copy(Path.of("../sayql"), checkout.resolve("sayql"));
        Files.createDirectories(checkout.resolve("cli/src/main/java"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.writeString(checkout.resolve("cli/src/main/java/Main.java"), "class Main {}");
        Files.createDirectories(folder.resolve("jdk/bin"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        program(folder.resolve("jdk/bin/java"), JAVA);
        program(folder.resolve("jdk/bin/javac"), "#!/bin/sh\n");
        program(tools.resolve("mvn"), MAVEN);
        program(tools.resolve("npm"), "#!/bin/sh\n");
    }

    @Test
    void buildsOnceAndRunsTheCommandLine() throws Exception {
        Run first = run("ask", "two words");
        Run second = run("ask", "two words");

        assertThat(first.output()).contains("Building SayQL (the first time takes a few minutes)", "cli (1 of 1)");
        assertThat(second.output()).contains("dev.sayql.cli.Main ask two words").doesNotContain("Building");
        assertThat(builds()).singleElement().asString().contains("-pl cli -am", "-Dmaven.test.skip");
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        run("--version");
        Files.setLastModifiedTime(
                checkout.resolve("cli/src/main/java/Main.java"),
                FileTime.from(Instant.now().plusSeconds(5)));
        run("--version");

        assertThat(builds()).hasSize(2);
    }

    @Test
    void buildsAgainWhenASourceIsGone() throws Exception {
        run("--version");
        Files.delete(checkout.resolve("cli/src/main/java/Main.java"));
        run("--version");

        assertThat(builds()).hasSize(2);
    }

    @Test
    void twoFirstRunsBuildOnce() throws Exception {
        Process one = start(checkout.resolve("sayql"), "--version");
        Process other = start(checkout.resolve("sayql"), "--version");

        assertThat(finish(one).exit()).isZero();
        assertThat(finish(other).exit()).isZero();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void lockOfADeadBuildIsCleared() throws Exception {
        Path lock = Files.createDirectories(checkout.resolve("target/build.lock"));
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.writeString(lock.resolve("pid"), gone.pid() + "\n");

        assertThat(run("--version").exit()).isZero();
    }

    @Test
    void showsWhyABuildFailed() throws Exception {
        Files.createFile(checkout.resolve("broken"));

        Run run = run("--version");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output())
                .contains("Broken.java:[1,53] incompatible types", "SayQL could not be built; the full log is")
                .doesNotContain("dev.sayql.cli.Main");
    }

    @Test
    void exitCodeOfTheCommandIsKept() throws Exception {
        assertThat(run("ask", "--crash").exit()).isEqualTo(7);
    }

    @Test
    void worksThroughALinkFromElsewhere() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), checkout.resolve("sayql"));

        assertThat(finish(start(link, "--version")).output()).contains("dev.sayql.cli.Main --version");
    }

    @Test
    void oldJavaHomeIsPassedOver() throws Exception {
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.15\"\n");

        assertThat(run("java-home").output())
                .doesNotContain(folder.resolve("jdk").toString());
    }

    @Test
    void missingNpmIsNamed() throws Exception {
        Files.delete(tools.resolve("npm"));
        for (String tool : List.of("mkdir", "rm", "awk", "df", "find", "head", "cat", "tee", "date", "mv", "sleep")) {
            Files.createSymbolicLink(tools.resolve(tool), whereIs(tool));
        }
        ProcessBuilder builder = builder(checkout.resolve("sayql"), "--version");
        builder.environment().put("PATH", tools.toString());

        Run run = finish(builder.start());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output()).contains("SayQL needs npm to build");
    }

    @Test
    void unknownTestOptionIsAUsageError() throws Exception {
        assertThat(run("test", "--quick").exit()).isEqualTo(2);
    }

    private record Run(int exit, String output) {}

    private Run run(String... arguments) throws IOException, InterruptedException {
        return finish(start(checkout.resolve("sayql"), arguments));
    }

    private Process start(Path launcher, String... arguments) throws IOException {
        return builder(launcher, arguments).start();
    }

    private ProcessBuilder builder(Path launcher, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of("/bin/sh", launcher.toString()), Arrays.stream(arguments))
                                .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        builder.environment().put("BUILDS", folder.resolve("builds").toString());
        return builder;
    }

    private static Run finish(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), output);
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(folder.resolve("builds"));
    }

    private static Path whereIs(String tool) {
        return Stream.of("/usr/bin", "/bin")
                .map(place -> Path.of(place, tool))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
