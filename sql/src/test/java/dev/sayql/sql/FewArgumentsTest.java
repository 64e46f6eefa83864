package dev.sayql.sql;

import static dev.sayql.sql.SharedValidator.VALIDATOR;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls with other numbers of arguments than the checks look for are the server's to refuse; no check trips over them. */
final class FewArgumentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT regexp_replace('a')",
                "SELECT substring('a')",
                "SELECT jsonb_path_exists('a')",
                "SELECT repeat('a')",
                "SELECT power(2)",
                "SELECT round(1.5)",
                "SELECT exp()",
                "SELECT factorial()",
                "SELECT array_fill(1)",
                "SELECT unnest()",
                "SELECT format()",
                "SELECT to_tsvector('a')",
                "SELECT replace('a', 'b')",
                "SELECT generate_series(1, 2)",
                "SELECT lag() OVER ()",
                "SELECT percentile_disc() WITHIN GROUP (ORDER BY price) FROM products"
            })
    void areJudgedAllTheSame(String sql) {
        assertThat(VALIDATOR.validate(new SqlText(sql), ShopCatalog.RULES)).isInstanceOf(Verdict.Allowed.class);
    }
}
