package dev.sayql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.sql.ReadOnlySql;
import dev.sayql.sql.Rules;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.SqlValidator;
import dev.sayql.sql.TableName;
import dev.sayql.sql.Verdict;
import dev.sayql.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;

/**
 * Mutates all fixtures and compares what the validator lets through with what the server makes of it: the printed text is
 * accepted and printed the same again, the server plans it or has an ordinary objection, and the plan reads nothing that the
 * validator did not see. With {@code -Dsayql.long=true} a hundred thousand mutations, otherwise a few.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzTest {
    private static final int FEW = 4_000;
    private static final int MANY = 120_000;
    private static final long SEED = 20_260_101;

    /** Data exceptions, things missing or of wrong type, features missing, limits, and statements that take too long. */
    private static final Pattern ORDINARY = Pattern.compile("(22|42|0A|54|21|23|2B).*|57014|53200");

    private static final Pattern RELATION =
            Pattern.compile("\"Relation Name\": \"((?:[^\"\\\\]|\\\\.)*)\",\\s*\"Schema\": \"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern OWNERS_NAME = Pattern.compile("\\b(public|sales|hr)\\.\"?(\\w+)");
    private static final Set<String> TYPES = Set.of("citext", "hstore", "score", "payment_state");
    private static final TableName VIEW = new TableName("public", "revenue_by_region");
    private static final Set<TableName> OF_VIEW =
            Set.of(new TableName("public", "orders"), new TableName("public", "regions"));

    private final ShopDatabase shop = new ShopDatabase();
    private final Rules rules = shop.rules();
    private final SqlValidator validator = new SqlValidator();

    @AfterAll
    void close() {
        validator.close();
        shop.close();
    }

    @Test
    void theServerDoesNothingThatTheValidatorDidNotSee(TestReporter report) throws SQLException {
        List<String> seeds = new ArrayList<>(ShopDatabase.fixtures("accepted"));
        seeds.addAll(ShopDatabase.fixtures("rejected"));
        Mutations mutations = new Mutations(seeds, SEED);
        int wanted = Boolean.getBoolean("sayql.long") ? MANY : FEW;
        int accepted = 0;
        int planned = 0;
        List<String> findings = new ArrayList<>();
        try (Connection connection = TestDatabase.connect(shop.database().owner())) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            for (int i = 0; i < wanted; i++) {
                String text = mutations.next();
                if (validator.validate(new SqlText(text), rules) instanceof Verdict.Allowed(ReadOnlySql sql)) {
                    accepted++;
                    String finding = again(sql);
                    Outcome outcome = explain(connection, sql);
                    planned += outcome.planned() ? 1 : 0;
                    if (!finding.isEmpty() || !outcome.finding().isEmpty()) {
                        findings.add(text + "\n  printed as " + sql.text() + "\n  " + finding + outcome.finding());
                    }
                }
            }
        }
        report.publishEntry("fuzz", "%d mutations, %d accepted, %d planned".formatted(wanted, accepted, planned));
        assertThat(findings).isEmpty();
        assertThat(accepted).isGreaterThan(wanted / 40);
        assertThat(planned).isGreaterThan(accepted / 2);
    }

    /** Whether the server planned it, and what is wrong with that, if anything. */
    private record Outcome(boolean planned, String finding) {}

    private String again(ReadOnlySql sql) {
        Verdict verdict = validator.validate(new SqlText(sql.text()), rules);
        boolean same = verdict instanceof Verdict.Allowed(ReadOnlySql printed)
                && printed.text().equals(sql.text())
                && printed.tables().equals(sql.tables());
        return same ? "" : "is not printed the same again: " + verdict;
    }

    private static Outcome explain(Connection connection, ReadOnlySql sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET LOCAL search_path = pg_catalog, pg_temp; SET LOCAL statement_timeout = 2000");
            try (ResultSet plan = statement.executeQuery("EXPLAIN (VERBOSE, FORMAT JSON) " + sql.limitedTo(10))) {
                plan.next();
                return new Outcome(true, unseen(plan.getString(1), sql));
            }
        } catch (SQLException failure) {
            String state = failure.getSQLState();
            boolean ordinary = state != null && ORDINARY.matcher(state).matches();
            return new Outcome(false, ordinary ? "" : "ends with " + state + " " + failure.getMessage());
        } finally {
            connection.rollback();
        }
    }

    private static String unseen(String plan, ReadOnlySql sql) {
        Set<TableName> seen = new HashSet<>(sql.tables());
        if (seen.contains(VIEW)) {
            seen.addAll(OF_VIEW);
        }
        Matcher relations = RELATION.matcher(plan);
        while (relations.find()) {
            String name = relations.group(1).replace("measurements_2024", "measurements");
            if (!seen.contains(new TableName(relations.group(2), name))) {
                return "reads " + relations.group(2) + "." + name;
            }
        }
        Matcher names = OWNERS_NAME.matcher(plan);
        while (names.find()) {
            boolean alias = Pattern.compile("\\b" + names.group(1) + "\\b(?!\\.)")
                    .matcher(sql.text())
                    .find();
            if (!alias && !TYPES.contains(names.group(2)) && !sql.text().contains(names.group())) {
                return "uses " + names.group();
            }
        }
        return "";
    }
}
