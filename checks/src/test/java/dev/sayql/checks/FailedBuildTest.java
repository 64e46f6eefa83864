package dev.sayql.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that fails says why, in the words of whoever knows. */
class FailedBuildTest {

    private static final String AS_MAVEN_ENDS = """
            [ERROR]
            [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
            [ERROR] Re-run Maven using the -X switch to enable full debug logging.
            [ERROR]
            [ERROR] For more information about the errors and possible solutions, please read the following articles:
            [ERROR] [Help 1] http://cwiki.apache.org/confluence/display/MAVEN/SomeException
            """;

    @TempDir
    Path folder;

    private SmallCheckout checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = new SmallCheckout(folder);
    }

    @Test
    void showsWhatTheCompilerSays() throws Exception {
        mavenSays("""
                [ERROR] Broken.java:[1,53] incompatible types
                [ERROR] Failed to execute goal compile on project cli: Compilation failure
                [ERROR] Broken.java:[1,53] incompatible types
                [ERROR] -> [Help 1]
                """ + AS_MAVEN_ENDS);

        assertThat(reason()).isEqualTo("""
                Broken.java:[1,53] incompatible types
                Failed to execute goal compile on project cli: Compilation failure
                """);
    }

    @Test
    void showsWhatStandsInOneLineWithALinkToHelp() throws Exception {
        mavenSays("""
                [ERROR] Failed to execute goal on project cli: Could not resolve dependencies: a:b:jar:1 was not found -> [Help 1]
                """ + AS_MAVEN_ENDS);

        assertThat(reason()).isEqualTo("""
                Failed to execute goal on project cli: Could not resolve dependencies: a:b:jar:1 was not found
                """);
    }

    @Test
    void namesTheRepositoryThatMavenCannotMake() throws Exception {
        mavenSays("""
                [ERROR] Could not create local repository at /nowhere/.m2/repository -> [Help 1]
                """ + AS_MAVEN_ENDS);

        assertThat(reason())
                .startsWith("A folder that the build needs cannot be written to:"
                        + " Could not create local repository at /nowhere/.m2/repository\n")
                .contains("-Dmaven.repo.local=")
                .doesNotContain("Help");
    }

    @Test
    void namesTheFolderThatTheWrapperCannotMake() throws Exception {
        SmallCheckout.program(checkout.tools.resolve("mvn"), "#!/bin/sh\n");
        SmallCheckout.program(checkout.root.resolve("mvnw"), """
                #!/bin/sh
                echo "mkdir: cannot create directory '/nowhere': Permission denied"
                exit 1
                """);

        assertThat(reason())
                .startsWith("A folder that the build needs cannot be written to:"
                        + " mkdir: cannot create directory '/nowhere': Permission denied\n")
                .doesNotContain("downloaded");
    }

    @Test
    void unreachableRegistryOfNpmIsNamed() throws Exception {
        npmFails("""
                npm error code ECONNREFUSED
                npm error syscall connect
                npm error errno ECONNREFUSED
                npm error FetchError: request to http://127.0.0.1:1/libpg-query failed, reason: connect ECONNREFUSED 127.0.0.1:1
                npm error     at ClientRequest.<anonymous> (/usr/lib/node_modules/npm/index.js:130:14)
                npm error A complete log of this run can be found in: /tmp/_logs/debug-0.log
                """);

        assertThat(reason())
                .startsWith(
                        "npm could not install libpg-query: FetchError: request to http://127.0.0.1:1/libpg-query failed,"
                                + " reason: connect ECONNREFUSED 127.0.0.1:1\nA library could not be downloaded: is the network reachable?")
                .doesNotContain("Command execution failed", "ClientRequest");
    }

    @Test
    void folderThatNpmCannotWriteToIsNamed() throws Exception {
        npmFails("""
                npm error code EACCES
                npm error syscall mkdir
                npm error path /home/her/.npm/_cacache
                npm error errno EACCES
                npm error
                npm error Your cache folder contains root-owned files
                """);

        assertThat(reason())
                .startsWith("A folder that the build needs cannot be written to: npm could not install libpg-query:"
                        + " EACCES /home/her/.npm/_cacache: Your cache folder contains root-owned files\n")
                .contains("npm_config_cache=");
    }

    @Test
    void brokenNpmIsQuoted() throws Exception {
        npmFails("""
                node:internal/modules/cjs/loader:1228
                  throw err;

                Error: Cannot find module '../lib/cli.js'
                """);

        assertThat(reason())
                .isEqualTo("npm could not install libpg-query: Error: Cannot find module '../lib/cli.js'\n");
    }

    @Test
    void npmThatSaysNothingIsQuotedWithItsExitCode() throws Exception {
        npmFails("");

        assertThat(reason()).isEqualTo("npm could not install libpg-query: npm ended with 3\n");
    }

    private void mavenSays(String text) throws IOException {
        Files.writeString(checkout.root.resolve("says"), text);
        checkout.mavenStep("cat says; exit 1\n");
    }

    /** Maven runs what fetches the grammar in truth, with an npm that fails. */
    private void npmFails(String says) throws IOException {
        Path sql = Path.of("../sql").toRealPath();
        Files.writeString(folder.resolve("npm-says"), says);
        SmallCheckout.program(
                checkout.tools.resolve("npm"), "#!/bin/sh\ncat '" + folder.resolve("npm-says") + "' >&2\nexit 3\n");
        checkout.mavenStep("""
                "%s/bin/java" "%s/src/build/java/FetchGrammar.java" "%s" "$PWD/target/grammar" && exit
                echo "[ERROR] Command execution failed."
                echo "    at org.apache.commons.exec.DefaultExecutor.execute (DefaultExecutor.java:306)"
                echo "[ERROR] Failed to execute goal exec (fetch-grammar): Command execution failed. Exit value: 1 -> [Help 1]"
                exit 1
                """.formatted(System.getProperty("java.home"), sql, sql));
    }

    /** What a failing build says between its progress and the path of its log. */
    private String reason() throws Exception {
        SmallCheckout.Run run = checkout.run("--version");
        String log = "SayQL could not be built; the full log is " + checkout.root.resolve("target/build.log") + "\n";
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output()).endsWith(log).doesNotContain("dev.sayql.cli.Main");
        String said = run.output().substring(0, run.output().length() - log.length());
        return said.replaceFirst("(?s)^Building SayQL.*? …\n( {2}compiling [^\n]*\n)?", "");
    }
}
