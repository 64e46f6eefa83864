package dev.sayql.sql;

import static dev.sayql.sql.SharedValidator.VALIDATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the kernel makes of every fixture, kept word for word: the printed text with what is told of it, or all problems. A
 * change shows as a difference of these files, made anew with {@code -Dsayql.golden=write}.
 */
final class GoldenFilesTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final String ENTRY = "\n\n== ";

    @Test
    void acceptedStatementsArePrintedAsBefore() {
        compare("printed.txt", Fixture.accepted());
    }

    @Test
    void rejectedStatementsAreRefusedAsBefore() {
        compare("refused.txt", Fixture.rejected());
    }

    /** Stops at the first difference, so that a mutant is found early. */
    private static void compare(String file, List<Fixture> fixtures) {
        boolean write = "write".equals(System.getProperty("sayql.golden"));
        Iterator<String> expected =
                write ? List.<String>of().iterator() : entries(file).iterator();
        List<String> actual = new ArrayList<>();
        for (Fixture fixture : fixtures) {
            String entry = fixture.name() + "\n" + judged(fixture);
            actual.add(entry);
            if (!write) {
                assertThat(entry).as(fixture.name()).isEqualTo(expected.hasNext() ? expected.next() : "nothing");
            }
        }
        assertThat(expected.hasNext()).isFalse();
        if (write) {
            write(file, actual);
        }
    }

    private static String judged(Fixture fixture) {
        return switch (VALIDATOR.validate(new SqlText(fixture.sql()), ShopCatalog.RULES)) {
            case Verdict.Allowed(ReadOnlySql sql) ->
                sql.text() + "\n-- " + sql.complexity() + " " + sql.columns() + " shape "
                        + Integer.toHexString(sql.shape().toString().hashCode());
            case Verdict.Rejected(List<Problem> problems) ->
                String.join(
                        "\n",
                        problems.stream()
                                .map(problem -> problem.code().id() + ": " + problem.detail())
                                .toList());
        };
    }

    private static List<String> entries(String file) {
        try {
            String text = Files.readString(FOLDER.resolve(file)).strip();
            return Arrays.asList(text.substring(3).split(ENTRY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String file, List<String> entries) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(file), ("\n\n== " + String.join(ENTRY, entries)).strip() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
