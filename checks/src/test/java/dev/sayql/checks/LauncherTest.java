package dev.sayql.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher builds, what it runs and what it needs for it. */
class LauncherTest {

    @TempDir
    Path folder;

    private SmallCheckout checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = new SmallCheckout(folder);
    }

    @Test
    void buildsOnceAndRunsTheCommandLine() throws Exception {
        SmallCheckout.Run first = checkout.run("ask", "two words");
        SmallCheckout.Run second = checkout.run("ask", "two words");

        assertThat(first.output()).contains("Building SayQL (the first time takes a few minutes)", "cli (1 of 1)");
        assertThat(second.output()).contains("dev.sayql.cli.Main ask two words").doesNotContain("Building");
        assertThat(checkout.builds()).singleElement().asString().contains("-pl cli -am", "-Dmaven.test.skip");
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        checkout.run("--version");
        Files.setLastModifiedTime(
                checkout.root.resolve("cli/src/main/java/Main.java"),
                FileTime.from(Instant.now().plusSeconds(5)));
        checkout.run("--version");

        assertThat(checkout.builds()).hasSize(2);
    }

    @Test
    void buildsAgainWhenASourceIsGone() throws Exception {
        checkout.run("--version");
        Files.delete(checkout.root.resolve("cli/src/main/java/Main.java"));
        checkout.run("--version");

        assertThat(checkout.builds()).hasSize(2);
    }

    @Test
    void exitCodeOfTheCommandIsKept() throws Exception {
        assertThat(checkout.run("ask", "--crash").exit()).isEqualTo(7);
    }

    @Test
    void worksThroughALinkFromElsewhere() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), checkout.launcher);

        assertThat(SmallCheckout.finish(checkout.start(link, "--version")).output())
                .contains("dev.sayql.cli.Main --version");
    }

    @Test
    void oldJavaHomeIsPassedOver() throws Exception {
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.15\"\n");

        assertThat(checkout.run("java-home").output())
                .doesNotContain(folder.resolve("jdk").toString());
    }

    @Test
    void missingNpmIsNamed() throws Exception {
        Files.delete(checkout.tools.resolve("npm"));

        SmallCheckout.Run run = SmallCheckout.finish(checkout.startOnBareMachine("--version"));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output()).contains("SayQL needs npm to build");
    }

    @Test
    void unknownTestOptionIsAUsageError() throws Exception {
        assertThat(checkout.run("test", "--quick").exit()).isEqualTo(2);
    }

    @Test
    void flagsAreSetOnlyForCommandsThatExist() throws Exception {
        String commands = Files.readString(Path.of("../cli/src/main/java/dev/sayql/cli/Commands.java"));
        String flags =
                Files.readString(checkout.launcher).replaceFirst("(?s).*\nset_java_flags\\(\\) \\{(.*?)\n\\}.*", "$1");

        List<String> named = Pattern.compile("^ +([a-z| -]+)\\) ", Pattern.MULTILINE)
                .matcher(flags)
                .results()
                .flatMap(label -> Pattern.compile(" \\| ").splitAsStream(label.group(1)))
                .toList();

        assertThat(named)
                .contains("serve", "predict")
                .allSatisfy(name -> assertThat(commands).contains("put(\"" + name + "\""));
    }
}
