package dev.sayql.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.core.generation.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept is what was made, once. */
class KeptGroupsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatWasMadeIsFoundAgain() throws Exception {
        KeptGroups kept = new KeptGroups(Optional.of(folder.resolve("new")));
        kept.of("half", KeptGroupsTest::groups);

        Groups again = kept.of("half", () -> {
            throw new IllegalStateException("made twice");
        });

        assertThat(again.spans()).isEqualTo(groups().spans());
        for (int row = 0; row < again.size(); row++) {
            assertThat(again.row(row)).isEqualTo(groups().row(row));
            assertThat(again.isRight(row)).isEqualTo(groups().isRight(row));
            assertThat(again.found(row)).isEqualTo(groups().found(row));
        }
    }

    @Test
    void whatIsBrokenOffIsMadeAgain() throws Exception {
        KeptGroups kept = new KeptGroups(Optional.of(folder));
        assertThatThrownBy(() -> kept.of("half", () -> {
                    throw new UncheckedIOException(new IOException("lost"));
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(kept.of("half", KeptGroupsTest::groups).size()).isEqualTo(3);
    }

    @Test
    void whatAnotherVersionKeptIsRefused() throws Exception {
        Path file = folder.resolve("half.groups.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(new byte[] {0, 0, 0, 99});
        }
        KeptGroups kept = new KeptGroups(Optional.of(folder));
        assertThatThrownBy(() -> kept.of("half", KeptGroupsTest::groups))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("half.groups.gz");
    }

    @Test
    void nothingIsKeptWithoutAFolder() throws Exception {
        assertThat(new KeptGroups(Optional.empty())
                        .of("half", KeptGroupsTest::groups)
                        .size())
                .isEqualTo(3);
        assertThat(folder).isEmptyDirectory();
    }

    private static Groups groups() {
        Groups groups = new Groups();
        groups.addLines(
                List.of(
                        new Groups.Line(
                                new float[] {1, Float.NaN},
                                true,
                                new Finding.Found(3, 2, 1, 12345678901L),
                                "all birds"),
                        new Groups.Line(new float[] {-0.5f, 2}, false, new Finding.Broken(), "none")),
                "flights",
                "Which birds are there?");
        groups.addLines(List.of(new Groups.Line(new float[] {0, 0}, false, new Finding.Untried(), "")), "zoo", "");
        return groups;
    }
}
