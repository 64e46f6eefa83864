package dev.sayql.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Data that is there in part: nothing is made or deleted, for the missing part may come back. */
class DamagedDataTest {

    @Test
    void dataWithoutItsClusterIsLeftAsItIsAndSaidToBeIncomplete() throws IOException {
        try (TestHome home = TestHome.fresh("damaged")) {
            Path data = Files.createDirectory(home.folder().resolve("data"));
            Credentials.draw().write(data);
            String passwords = Files.readString(data.resolve("credentials.properties"));

            String message = refusal(home);

            assertThat(message)
                    .contains("The data in " + data + " is incomplete: the folder cluster is missing")
                    .contains("Put it back", "move " + data + " away to start afresh", "Nothing was changed")
                    .doesNotContain("PG_VERSION");
            assertThat(names(data)).containsExactly("credentials.properties");
            assertThat(data.resolve("credentials.properties")).content().isEqualTo(passwords);
        }
    }

    @Test
    void aPartOfTheClusterOrThePasswordsAreMissedByName() throws IOException {
        try (TestHome home = TestHome.fresh("damaged")) {
            Path data = Files.createDirectory(home.folder().resolve("data"));
            Path cluster = Files.createDirectory(data.resolve("cluster"));
            Credentials.draw().write(data);
            assertThat(refusal(home)).contains("is incomplete: the file cluster/PG_VERSION is missing");

            Files.writeString(cluster.resolve("PG_VERSION"), "18\n");
            Files.delete(data.resolve("credentials.properties"));
            assertThat(refusal(home)).contains("is incomplete: the file credentials.properties is missing");
        }
    }

    private static String refusal(TestHome home) {
        return String.valueOf(assertThatExceptionOfType(EmbeddedException.class)
                .isThrownBy(home::start)
                .actual()
                .getMessage());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
