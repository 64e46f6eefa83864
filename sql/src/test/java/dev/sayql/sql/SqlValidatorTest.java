package dev.sayql.sql;

import static dev.sayql.sql.SharedValidator.VALIDATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file under accepted and rejected is one case; a rejected one names its code in the first line. */
final class SqlValidatorTest {

    @ParameterizedTest
    @MethodSource("accepted")
    void acceptsWhatAnalystsWrite(Fixture fixture) {
        assertThat(VALIDATOR.validate(new SqlText(fixture.sql()), ShopCatalog.RULES))
                .isInstanceOf(Verdict.Allowed.class);
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void printsTextThatIsAcceptedAndPrintedTheSameAgain(Fixture fixture) {
        String printed = allowed(fixture.sql()).text();
        assertThat(allowed(printed).text()).isEqualTo(printed);
        assertThat(allowed(allowed(fixture.sql()).limitedTo(10)).tables())
                .isEqualTo(allowed(fixture.sql()).tables());
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void rejectsWhatMustNotRun(Fixture fixture) {
        Verdict verdict = VALIDATOR.validate(new SqlText(fixture.sql()), ShopCatalog.RULES);
        assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
        assertThat(((Verdict.Rejected) verdict).problems())
                .extracting(problem -> problem.code().id())
                .contains(fixture.code());
    }

    @Test
    void theStatementForWarmingUpIsAcceptedToo() {
        assertThat(VALIDATOR.validate(WarmUp.STATEMENT, WarmUp.RULES)).isInstanceOf(Verdict.Allowed.class);
    }

    static List<Fixture> accepted() {
        return Fixture.accepted();
    }

    static List<Fixture> rejected() {
        return Fixture.rejected();
    }

    private static ReadOnlySql allowed(String sql) {
        Verdict verdict = VALIDATOR.validate(new SqlText(sql), ShopCatalog.RULES);
        assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
        return ((Verdict.Allowed) verdict).sql();
    }
}
