package dev.sayql.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Builds small modules under the project's own build file, each with one planted violation, and reads what Maven said. */
class PlantedViolationsTest {

    private static final long MINUTES_ALLOWED = 3;

    private static String output = "";

    @BeforeAll
    static void buildThePlantedModules() throws IOException, InterruptedException {
        Path planted = Path.of("target/planted").toAbsolutePath();
        copyFresh(Path.of("src/planted"), planted);
        Path log = planted.resolve("build.log");
        List<String> command = List.of(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "--batch-mode",
                "--offline",
                "--fail-at-end",
                "-Dstyle.color=never",
                "-Dspotless.check.skip=false",
                "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                "compile");
        ProcessBuilder build = new ProcessBuilder(command)
                .directory(planted.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        build.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process maven = build.start();
        assertThat(maven.waitFor(MINUTES_ALLOWED, TimeUnit.MINUTES)).isTrue();
        output = Files.readString(log);
        assertThat(maven.exitValue()).as("exit code, output in %s", log).isEqualTo(1);
    }

    @Test
    void acceptsSoundCode() {
        assertThat(output).containsPattern("planted-sound \\.+ SUCCESS");
    }

    @Test
    void formatterRefusesUnformattedCode() {
        assertRefused("formatter", "The following files had format violations");
    }

    @Test
    void compilerRefusesRawTypes() {
        assertRefused("lint", "warnings found and -Werror specified");
        assertThat(output).containsPattern("lint/src/main/java/planted/Planted.java:.*found raw type");
    }

    @Test
    void errorProneRefusesAnExceptionThatIsNeverThrown() {
        assertRefused("error-prone", "[DeadException]");
    }

    @Test
    void nullAwayRefusesAnUncheckedNull() {
        assertRefused("null-away", "[NullAway] dereferenced expression 'text' is @Nullable");
    }

    @Test
    void licenceCheckRefusesCopyleft() {
        assertRefused("licence", "There are some forbidden licenses used");
        assertThat(output).contains("License: 'GPL-3.0-only' used by 1 dependencies");
    }

    private static void assertRefused(String module, String message) {
        assertThat(output.lines()).anyMatch(line -> line.matches(".*planted-" + module + " \\.+ FAILURE.*"));
        assertThat(reasonAgainst(module)).contains(message);
    }

    /** Maven's own summary of why this module failed. */
    private static String reasonAgainst(String module) {
        String fromHere = output.substring(output.indexOf("on project planted-" + module + ":"));
        return fromHere.substring(0, fromHere.indexOf("-> [Help"));
    }

    private static void copyFresh(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            try (Stream<Path> old = Files.walk(to)) {
                old.sorted((one, other) -> other.compareTo(one)).forEach(PlantedViolationsTest::delete);
            }
        }
        try (Stream<Path> sources = Files.walk(from)) {
            sources.forEach(
                    source -> copy(source, to.resolve(from.relativize(source).toString())));
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
