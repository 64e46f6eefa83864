package dev.sayql.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestHomesTest {

    @TempDir
    Path folder;

    /** Another process: takes a home, says which, and holds it until it is stopped. */
    static final class Other {
        private Other() {}

        static void main(String[] arguments) throws IOException {
            IO.println(TestHomes.of(Path.of(arguments[0])).take());
            IO.println("ended by " + System.in.read());
        }
    }

    @Test
    void aHomeIsOneProcessesUntilItEnds() throws Exception {
        Process first = other();
        try (BufferedReader itsWords = first.inputReader(StandardCharsets.UTF_8)) {
            assertThat(itsWords.readLine())
                    .isEqualTo(folder.resolve("sayql-test-home-1").toString());

            assertThat(TestHomes.of(folder).take()).isEqualTo(folder.resolve("sayql-test-home-2"));
        } finally {
            first.destroyForcibly().waitFor();
        }

        assertThat(TestHomes.of(folder).take()).isEqualTo(folder.resolve("sayql-test-home-1"));
    }

    private Process other() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Other.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
