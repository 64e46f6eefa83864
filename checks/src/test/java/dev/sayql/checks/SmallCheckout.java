package dev.sayql.checks;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The launcher in a small checkout, with a JDK, a Maven and an npm that only say what they were asked to do. {@link #tools} come
 * first on the PATH; Maven runs {@link #mavenStep} when there is one.
 */
final class SmallCheckout {

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
            if [ -e step ]; then sh ./step || exit 1; fi
            sleep 0.3
            mkdir -p cli/target/product/dist/lib
            : >cli/target/product/dist/lib/sayql.jar
            """;

    private static final List<String> TOOLS_OF_A_BARE_MACHINE = List.of(
            "mkdir", "rm", "awk", "df", "find", "head", "cat", "tee", "date", "mv", "sleep", "sed", "grep", "cut",
            "tail");

    final Path folder;
    final Path root;
    final Path launcher;
    final Path tools;

    SmallCheckout(Path folder) throws IOException {
        this.folder = folder;
        root = Files.createDirectories(folder.resolve("a checkout"));
        launcher = root.resolve("sayql");
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.copy(Path.of("../sayql"), launcher);
        Files.createDirectories(root.resolve("cli/src/main/java"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.writeString(root.resolve("cli/src/main/java/Main.java"), "class Main {}");
        Files.createDirectories(folder.resolve("jdk/bin"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        program(folder.resolve("jdk/bin/java"), JAVA);
        program(folder.resolve("jdk/bin/javac"), "#!/bin/sh\n");
        program(tools.resolve("mvn"), MAVEN);
        program(tools.resolve("npm"), "#!/bin/sh\n");
    }

    /** What Maven does in this checkout: a shell script, run in {@link #root}, that fails the build when it fails. */
    void mavenStep(String script) throws IOException {
        Files.writeString(root.resolve("step"), script);
    }

    record Run(int exit, String output) {}

    Run run(String... arguments) throws IOException, InterruptedException {
        return finish(start(launcher, arguments));
    }

    Process start(Path program, String... arguments) throws IOException {
        return builder(program, arguments).start();
    }

    /** As {@link #start}, on a machine that has nothing but {@link #tools} and what every machine has. */
    Process startOnBareMachine(String... arguments) throws IOException {
        for (String tool : TOOLS_OF_A_BARE_MACHINE) {
            link(tool);
        }
        ProcessBuilder builder = builder(launcher, arguments);
        builder.environment().put("PATH", tools.toString());
        return builder.start();
    }

    /** Puts a program of this machine among the {@link #tools}. */
    void link(String tool) throws IOException {
        Path link = tools.resolve(tool);
        if (!Files.isSymbolicLink(link)) {
            Files.createSymbolicLink(link, whereIs(tool));
        }
    }

    private ProcessBuilder builder(Path program, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of("/bin/sh", program.toString()), Arrays.stream(arguments))
                                .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        builder.environment().put("BUILDS", folder.resolve("builds").toString());
        return builder;
    }

    /** Waits before it reads, which what the launcher says here is short enough for, so that one that hangs fails its test. */
    static Run finish(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            fail("The launcher hangs.");
        }
        return new Run(
                process.exitValue(), new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** Maven's arguments in each build so far. */
    List<String> builds() throws IOException {
        Path builds = folder.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
    }

    static Path whereIs(String tool) {
        return Stream.of("/usr/bin", "/bin")
                .map(place -> Path.of(place, tool))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    static void program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
