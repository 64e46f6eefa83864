package dev.sayql.sql;

import static dev.sayql.sql.SharedValidator.VALIDATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds docs/refusals.md to what the validator does. */
final class RefusalsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "refusals.md");
    private static final String HEADING = "\n## `";
    private static final Pattern STATEMENT = Pattern.compile("```sql\n(.*?)\n```", Pattern.DOTALL);

    record Example(String code, String sql) {}

    @ParameterizedTest
    @EnumSource
    void namesEveryCodeWithItsSentence(RejectionCode code) throws IOException {
        assertThat(Files.readString(PAGE)).contains(HEADING + code.id() + "`\n\n" + code.sentence() + "\n");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void showsStatementsThatAreRefusedForTheReasonAbove(Example example) {
        Verdict verdict = VALIDATOR.validate(new SqlText(example.sql()), ShopCatalog.RULES);
        assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
        assertThat(((Verdict.Rejected) verdict).problems())
                .extracting(problem -> problem.code().id())
                .contains(example.code());
    }

    static Stream<Example> examples() throws IOException {
        return Stream.of(Files.readString(PAGE).split(Pattern.quote(HEADING), -1))
                .skip(1)
                .flatMap(section -> STATEMENT
                        .matcher(section)
                        .results()
                        .map(found -> new Example(section.substring(0, section.indexOf('`')), found.group(1))));
    }
}
