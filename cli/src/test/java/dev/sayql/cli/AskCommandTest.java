package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.api.Json;
import dev.sayql.embedded.Endpoint;
import dev.sayql.testkit.SampleDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AskCommandTest {

    private static final Cli CLI = new Cli();
    private static final String WORDS =
            "--semantics=../embedded/src/main/resources/dev/sayql/embedded/ecommerce/semantics.yaml";

    @AfterAll
    static void close() {
        CLI.close();
    }

    @Test
    void peopleSeeMeaningSqlResultAndHowItCame() {
        Cli.Ended ended = CLI.run("ask", "How many orders are there?");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains("Understood as: ")
                .contains("[")
                .contains("FROM public.orders")
                .contains("100")
                .contains("(1 row)")
                .contains("How: local engine · ")
                .contains("query ");
    }

    @Test
    void jsonIsTheAnswerObjectAndNothingElse() {
        Cli.Ended ended = CLI.run("ask", "--json", "How many orders are there?");

        JsonNode answer = json(ended);
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(answer.get("success").booleanValue()).isTrue();
        assertThat(answer.get("rows_returned").intValue()).isEqualTo(1);
        assertThat(answer.get("results").get(0).elements().next().intValue()).isEqualTo(100);
    }

    @Test
    void aQuestionNeedsNoQuotes() {
        assertThat(CLI.run("ask", "How", "many", "orders", "are", "there").code())
                .isZero();
    }

    @Test
    void aFollowUpChangesTheEarlierQuestionAndSaysHow() {
        String first = json(CLI.run("ask", WORDS, "--json", "revenue by region"))
                .get("query_id")
                .textValue();
        Cli.Ended ended = CLI.run("ask", WORDS, "--refine", first, "without cancelled orders");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("Changed: added: status of orders is not 'cancelled'");

        JsonNode third = json(CLI.run("ask", WORDS, "--json", "--refine", "last", "top 3"));
        assertThat(third.get("attempt_number").intValue()).isEqualTo(3);
        assertThat(third.get("rows_returned").intValue()).isEqualTo(3);
        assertThat(third.get("changed").get("manner").textValue()).isEqualTo("changed");
        assertThat(third.get("changed").get("changes").get(0).get("part").textValue())
                .isEqualTo("limit");
    }

    @Test
    void onlyAnEarlierQuestionThatExistsCanBeChanged() {
        String nobodys = "00000000-0000-0000-0000-000000000000";

        assertThat(CLI.run("ask", "--refine", nobodys, "top 3"))
                .isEqualTo(new Cli.Ended(2, "", "There is no query " + nobodys + " of this team.\n"));
        assertThat(CLI.run("ask", "--refine", "yesterday", "top 3").code()).isEqualTo(2);
    }

    @Test
    void anAnsweredQuestionNeedsNoRepair() {
        CLI.run("ask", "How many orders are there?");
        Cli.Ended ended = CLI.run("ask", "--refine", "last");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("nothing to repair");
    }

    @Test
    void whoeverIsAskedBackIsToldThatReadingsMayHaveBeenTried() {
        Cli.Ended back = CLI.run("ask", "--url", Cli.url(SampleDatabase.reader()), "names of users with their orders");

        assertThat(back.code()).isEqualTo(3);
        assertThat(back.out())
                .contains("  1. ", "How: not answered · readings were tried at most")
                .doesNotContain("@");
    }

    @Test
    void whereOnlyHowTheWordsFitTogetherIsUnsureThePersonChooses() {
        Cli.Ended back = CLI.run("ask", WORDS, "total discounts given to customers this month");
        assertThat(back.code()).isEqualTo(3);
        assertThat(back.out()).contains("  1. ", "  2. ", "discount").doesNotContain("SELECT");

        Cli.Ended chosen = CLI.run("ask", WORDS, "--refine", "last", "1");
        assertThat(chosen.code()).isZero();
        assertThat(chosen.out()).contains("Changed: taken as chosen", "SELECT");
    }

    @Test
    void aNumberThatWasNotOfferedIsToldHowManyWereAndTheyAreOfferedAgain() {
        JsonNode back = json(CLI.run("ask", WORDS, "--json", "total discounts given to customers this month"));
        int offered = back.get("clarification").get("options").size();

        Cli.Ended beyond = CLI.run("ask", WORDS, "--refine", "last", "7");
        assertThat(beyond.code()).isEqualTo(3);
        assertThat(beyond.out())
                .contains("There is no number 7: " + offered + " meanings were offered.", "  1. ", "  2. ");
        assertThat(CLI.run("ask", WORDS, "--refine", "last", "option 8").out()).contains("There is no number 8: ");

        assertThat(CLI.run("ask", WORDS, "--refine", "last", "2").out()).contains("Changed: taken as chosen");
    }

    @Test
    void aNumberAfterAnAnswerIsToldThatNothingWasOffered() {
        CLI.run("ask", "How many orders are there?");
        Cli.Ended ended = CLI.run("ask", "--refine", "last", "7");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).startsWith("There was nothing to choose from: the earlier question was answered.");

        CLI.run("ask", WORDS, "top 3 products by revenue");
        assertThat(CLI.run("ask", WORDS, "--refine", "last", "5").out()).contains("only the first 5");
    }

    @Test
    void whatIsNotInTheDataIsDeclined() {
        Cli.Ended ended = CLI.run("ask", "How is the weather?");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).contains("weather").contains("How: not answered · nothing was run · query ");
        assertThat(json(CLI.run("ask", "--json", "How is the weather?"))
                        .get("success")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void sqlOnlyRunsNothing() {
        Cli.Ended ended = CLI.run("ask", "--sql-only", "How many orders are there?");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("count(*)").contains("· not run ·").doesNotContain("row)");
    }

    @Test
    void moreRowsThanAskedForAreSaidToExist() {
        Cli.Ended ended = CLI.run("ask", "--max-rows", "3", "List the names of all products");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("(3 rows, there are more").contains("Careful: ");
    }

    @Test
    void anUnknownTableIsNamedWithItsNearest() {
        Cli.Ended ended = CLI.run("ask", "--tables", "ordrs", "How many orders are there?");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("There is no table named ordrs. The nearest are: orders");
        JsonNode problem = json(CLI.run("ask", "--json", "--tables", "ordrs", "How many orders are there?"));
        assertThat(problem.get("status").intValue()).isEqualTo(400);
        assertThat(problem.get("errors").get(0).get("field").textValue()).isEqualTo("selected_tables");
    }

    @Test
    void badInputEndsInOneSentenceAndCodeTwo() {
        expectUsage("The question is empty", "ask", "");
        expectUsage("The question is empty", "ask", "  \t ");
        expectUsage("5,000 characters", "ask", "a".repeat(5_000));
        expectUsage("control characters", "ask", "orders\u0007");
        expectUsage("not text", "ask", "orders \uFFFD\uFFFD");
        expectUsage("--max-rows must be between", "ask", "--max-rows", "0", "orders");
        expectUsage("--max-rows", "ask", "--max-rows", "many", "orders");
        expectUsage("There is no file", "ask", "--semantics", "/nowhere/at/all.yaml", "orders");
        expectUsage("starts with postgresql://", "ask", "--url", "mysql://u@h/d", "orders");
        expectUsage("Only listed properties", "ask", "--url", "postgresql://u@h/d?loggerFile=x", "orders");
        expectUsage("Unknown option", "ask", "--colour", "orders");
        expectUsage("--trust-source goes with --url", "ask", "--trust-source", "orders");
        expectUsage("--tables must name at least one table", "ask", "--tables", ",", "orders");
    }

    @Test
    void asJsonBadInputIsAProblemOnStandardOutput() {
        for (List<String> arguments : List.of(
                List.of("ask", "--json", ""),
                List.of("ask", "--json"),
                List.of("ask", "--json", "--colour", "orders"),
                List.of("ask", "--json", "--url", "mysql://u@h/d", "orders"))) {
            Cli.Ended ended = CLI.run(arguments.toArray(String[]::new));
            assertThat(ended.code()).as("%s", arguments).isEqualTo(2);
            assertThat(ended.err()).isEmpty();
            assertThat(json(ended).get("type").textValue()).isEqualTo("/problems/malformed-request");
        }
    }

    @Test
    void aDatabaseThatCannotBeReachedIsCodeFive() {
        Cli.Ended ended = CLI.run("ask", "--url", "postgresql://nobody:secret@127.0.0.1:1/none", "How many orders?");

        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.err()).contains("cannot be reached").doesNotContain("secret", "127.0.0.1", "\tat ");
    }

    @Test
    void aWrongPasswordIsCodeFive() {
        Endpoint reader = SampleDatabase.reader();
        String url = "postgresql://" + reader.user() + ":wrong@" + reader.host() + ":" + reader.port() + "/"
                + reader.database();

        Cli.Ended ended = CLI.run("ask", "--json", "--url", url, "How many orders are there?");

        assertThat(ended.code()).isEqualTo(5);
        assertThat(json(ended).get("error_type").textValue()).isEqualTo("execution");
        assertThat(ended.out()).doesNotContain("wrong@");
    }

    @Test
    void aRoleThatMayWriteNeedsTheOwnersWord() {
        String url = Cli.url(SampleDatabase.owner());

        assertThat(CLI.run("ask", "--url", url, "How many orders are there?").code())
                .isEqualTo(4);
        Cli.Ended trusted = CLI.run("ask", "--url", url, "--trust-source", "How many orders are there?");
        assertThat(trusted.code()).isZero();
        assertThat(trusted.err().lines())
                .singleElement()
                .asString()
                .startsWith("Warning: The role of this source may do more than read: it is a superuser");
    }

    @Test
    void whatATrustedRoleMayDoStandsInTheAnswerObjectAndChangesNoTrust() {
        List<String> question = List.of("ask", "--json", "How many orders are there?");
        JsonNode reading = json(CLI.run(question.toArray(String[]::new)));
        Cli.Ended ended = CLI.run(
                Stream.concat(question.stream(), Stream.of("--url", Cli.url(SampleDatabase.owner()), "--trust-source"))
                        .toArray(String[]::new));

        JsonNode answer = json(ended);
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).startsWith("Warning: The role of this source").hasLineCount(1);
        assertThat(answer.get("validation").get("warnings"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.textValue()).contains("is a superuser"));
        assertThat(answer.get("caveats")).isEmpty();
        assertThat(answer.get("trust")).isEqualTo(reading.get("trust"));
        assertThat(reading.get("validation").get("warnings")).isEmpty();
    }

    @Test
    void withoutTheSystemDatabaseThereIsNoAnswer() {
        try (Cli broken = new Cli()) {
            Cli.Ended ended = broken.with("SYSTEM_DB_PORT", "1").run("ask", "How many orders are there?");

            assertThat(ended.code()).isEqualTo(5);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).contains("SYSTEM_DB_HOST").doesNotContain("\tat ");
        }
    }

    @Test
    void everythingWrongWithTheSettingsIsSaidAtOnce() {
        try (Cli broken = new Cli()) {
            Cli.Ended ended = broken.with("SAYQL_HOMES", "x")
                    .with("SAYQL_PORT", "x")
                    .with("ENVIRONMENT", "test")
                    .run("ask", "orders");

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err())
                    .contains("There is no setting SAYQL_HOMES; the nearest is SAYQL_HOME.")
                    .contains("SAYQL_PORT must be")
                    .contains("ENVIRONMENT must be");
        }
    }

    private static void expectUsage(String sentence, String... arguments) {
        Cli.Ended ended = CLI.run(arguments);
        assertThat(ended.code()).as(sentence).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains(sentence).doesNotContain("\tat ");
    }

    private static JsonNode json(Cli.Ended ended) {
        return Json.read(ended.out()).orElseThrow();
    }
}
