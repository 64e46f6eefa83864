package dev.sayql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A statement of the files under accepted or rejected. A file holds one or several; each begins with a line of comment, in
 * front of which is an empty line. The comment of a rejected one begins with its code.
 */
record Fixture(String name, String sql) {

    private static final List<Fixture> ACCEPTED = in("accepted");
    private static final List<Fixture> REJECTED = in("rejected");

    static List<Fixture> accepted() {
        return ACCEPTED;
    }

    static List<Fixture> rejected() {
        return REJECTED;
    }

    private static List<Fixture> in(String folder) {
        List<Fixture> fixtures = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", folder))) {
            for (Path file : files.sorted().toList()) {
                String[] statements = Files.readString(file).split("\n\n(?=-- )");
                for (int i = 0; i < statements.length; i++) {
                    fixtures.add(new Fixture(file.getFileName() + (i == 0 ? "" : " " + (i + 1)), statements[i]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(fixtures).isNotEmpty();
        return List.copyOf(fixtures);
    }

    /** The code a rejected statement is to be refused with. */
    String code() {
        return sql.lines().findFirst().orElseThrow().replaceAll("^-- ([a-z_]+).*", "$1");
    }

    @Override
    public String toString() {
        return name;
    }
}
