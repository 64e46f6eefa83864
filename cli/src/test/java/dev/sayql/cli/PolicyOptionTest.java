package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.testkit.SampleDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A policy holds in every command that asks a database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyOptionTest {

    private static final String URL = Cli.url(SampleDatabase.reader());

    @TempDir
    private Path folder = Path.of(".");

    private final Cli cli = new Cli();

    @AfterAll
    void close() {
        cli.close();
    }

    /** Where a word is taught the grammar's reading is the answer, and nobody is asked back. */
    private String taught() throws IOException {
        Path file = folder.resolve("taught.yaml");
        return Files.writeString(file, "terms: [{phrase: shopper, table: users}]\n")
                .toString();
    }

    private String policy(String yaml) throws IOException {
        return Files.writeString(folder.resolve("policy.yaml"), yaml).toString();
    }

    @Test
    void keepsColumnsBackFromStatements() throws IOException {
        String policy = policy("""
                denied_columns:
                  users: [email]
                masked_columns:
                  users: [phone]
                views: [revenue_by_region, customer_lifetime_value]
                """);
        Path in = Files.writeString(folder.resolve("in.jsonl"), """
                {"id": 1, "sql": "SELECT email FROM users"}
                {"id": 2, "sql": "SELECT * FROM users"}
                {"id": 3, "sql": "SELECT phone FROM users"}
                {"id": 4, "sql": "SELECT * FROM revenue_by_region"}
                {"id": 5, "sql": "SELECT * FROM customer_lifetime_value"}
                {"id": 6, "sql": "SELECT * FROM top_selling_products"}
                """);
        Path out = folder.resolve("out.jsonl");

        Cli.Ended ended =
                cli.run("validate", "--url", URL, "--policy", policy, "--in", in.toString(), "--out", out.toString());

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(Files.readAllLines(out))
                .extracting(line -> line.replaceAll("\"micros\".*", "").replaceAll("\"detail\":.*", ""))
                .containsExactly(
                        "{\"id\":1,\"verdict\":\"reject\",\"code\":\"column_denied\",",
                        "{\"id\":2,\"verdict\":\"allow\",\"code\":null,",
                        "{\"id\":3,\"verdict\":\"allow\",\"code\":null,",
                        "{\"id\":4,\"verdict\":\"allow\",\"code\":null,",
                        "{\"id\":5,\"verdict\":\"reject\",\"code\":\"view_not_opened\",",
                        "{\"id\":6,\"verdict\":\"reject\",\"code\":\"view_not_opened\",");
    }

    @Test
    void keepsColumnsBackFromQuestions() throws IOException {
        String policy = policy("denied_columns: {users: [email]}\nmasked_columns: {users: [phone]}\n");

        String taught = taught();
        String emails = "what is the email of each user";

        Cli.Ended open = cli.run("ask", "--url", URL, "--semantics", taught, "--json", emails);
        Cli.Ended kept = cli.run("ask", "--url", URL, "--semantics", taught, "--policy", policy, "--json", emails);
        Cli.Ended all =
                cli.run("ask", "--url", URL, "--semantics", taught, "--policy", policy, "--json", "list all users");

        assertThat(open.out()).contains("@");
        assertThat(kept.out()).doesNotContain("@");
        assertThat(all.code()).isZero();
        assertThat(all.out()).doesNotContain("@", "email", "+49").contains("last_name", "'***'::text AS phone");
    }

    @Test
    void holdsForPredictionsToo() throws IOException {
        String policy = policy("denied_columns: {users: [email]}\n");
        Path questions = Files.writeString(
                folder.resolve("q.jsonl"), "{\"id\": 1, \"db\": \"x\", \"question\": \"list all users\"}\n");
        Path out = folder.resolve("predictions.jsonl");

        Cli.Ended ended = cli.run(
                "predict",
                "--url",
                URL,
                "--policy",
                policy,
                "--questions",
                questions.toString(),
                "--out",
                out.toString());

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(Files.readString(out)).contains("last_name").doesNotContain("email");
    }

    @Test
    void whatIsWrongWithAPolicyIsSaidAndNothingRuns() throws IOException {
        String unknown = policy("denied_colums: {users: [email]}\n");
        assertThat(cli.run("ask", "--url", URL, "--policy", unknown, "how many users")
                        .err())
                .contains("There is no denied_colums in a policy");
        String missing = policy("denied_columns: {users: [salary]}\n");
        Cli.Ended ended = cli.run("ask", "--url", URL, "--policy", missing, "how many users");
        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.out() + ended.err()).contains("table public.users has no column salary");
    }
}
