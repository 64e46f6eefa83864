package dev.sayql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file under accepted and rejected is one case; a rejected one names its code in the first line. */
final class SqlValidatorTest {

    private static final SqlValidator VALIDATOR = new SqlValidator();

    @AfterAll
    static void close() {
        VALIDATOR.close();
    }

    record Case(String name, String sql) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void acceptsWhatAnalystsWrite(Case fixture) {
        assertThat(VALIDATOR.validate(new SqlText(fixture.sql()), ShopCatalog.RULES))
                .isInstanceOf(Verdict.Allowed.class);
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void printsTextThatIsAcceptedAndPrintedTheSameAgain(Case fixture) {
        String printed = allowed(fixture.sql()).text();
        assertThat(allowed(printed).text()).isEqualTo(printed);
        assertThat(allowed(allowed(fixture.sql()).limitedTo(10)).tables())
                .isEqualTo(allowed(fixture.sql()).tables());
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void rejectsWhatMustNotRun(Case fixture) {
        String expected = fixture.sql().lines().findFirst().orElseThrow().replaceAll("^-- ([a-z_]+).*", "$1");
        Verdict verdict = VALIDATOR.validate(new SqlText(fixture.sql()), ShopCatalog.RULES);
        assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
        assertThat(((Verdict.Rejected) verdict).problems())
                .extracting(problem -> problem.code().id())
                .contains(expected);
    }

    @Test
    void theStatementForWarmingUpIsAcceptedToo() {
        assertThat(VALIDATOR.validate(WarmUp.STATEMENT, WarmUp.RULES)).isInstanceOf(Verdict.Allowed.class);
    }

    static Stream<Case> accepted() {
        return cases("accepted");
    }

    static Stream<Case> rejected() {
        return cases("rejected");
    }

    private static ReadOnlySql allowed(String sql) {
        Verdict verdict = VALIDATOR.validate(new SqlText(sql), ShopCatalog.RULES);
        assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
        return ((Verdict.Allowed) verdict).sql();
    }

    private static Stream<Case> cases(String folder) {
        Path path = Path.of("src", "test", "resources", folder);
        try (Stream<Path> files = Files.list(path)) {
            List<Path> sorted = files.sorted().toList();
            assertThat(sorted).isNotEmpty();
            return sorted.stream().map(SqlValidatorTest::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(Path file) {
        try {
            return new Case(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
