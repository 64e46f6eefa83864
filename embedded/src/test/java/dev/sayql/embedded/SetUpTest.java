package dev.sayql.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetUpTest {

    /** Each process is killed in the middle of its step; the next goes on. */
    @Test
    void goesOnWhereverItWasKilledThenHasNothingMoreToSay() throws Exception {
        try (TestHome home = TestHome.fresh("set-up")) {
            // An empty folder holds nothing that could be lost, and is taken as none.
            Files.createDirectory(home.folder().resolve("data"));
            assertThat(EmbeddedPostgres.status(home.folder())).isEqualTo(new EmbeddedStatus.NotSetUp());
            home.forgetPrograms();
            for (String step :
                    List.of("Unpacking", "Creating the data folder", "Creating the databases", "Loading the sample")) {
                StartProcess killed = StartProcess.in(home.folder());
                killed.await(step);
                Thread.sleep(60);
                killed.kill();
            }
            List<String> lines = new ArrayList<>();
            try (EmbeddedPostgres server =
                    EmbeddedPostgres.start(home.settings().withProgress(lines::add))) {
                assertThat(TestHome.rows(server.sample(), "SELECT count(*) FROM reviews"))
                        .containsExactly("46");
                assertThat(TestHome.rows(server.system(), "SELECT 1")).containsExactly("1");
            }
            lines.clear();
            assertThat(EmbeddedPostgres.stop(home.folder())).isTrue();
            EmbeddedPostgres.start(home.settings().withProgress(lines::add)).close();
            assertThat(lines).isEmpty();
            try (var left = Files.list(home.folder());
                    var programs = Files.list(home.folder().resolve("postgres"))) {
                assertThat(left.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("data", "postgres", "run");
                assertThat(programs)
                        .containsExactly(home.folder().resolve("postgres").resolve(Binaries.version()));
            }
        }
    }
}
