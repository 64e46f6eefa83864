package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.server.Service.Answered;
import dev.sayql.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What a team keeps back of its source stays back on every way that leads to it; each is seen open first. */
@TestInstance(Lifecycle.PER_CLASS)
class PolicyTest {

    private static final String SECRET = "secret.example";
    private static final String PHONE = "+41 77 ";
    private static final String MAILS = "SELECT name, email FROM people ORDER BY name";
    private static final String UNKNOWN_WORDS = "Which whatsits flimmered the most?";

    private static final String POLICY = """
            {"tables": ["people", "visits"], "views": ["cities"], "harmless_views": ["cities"],
             "functions": ["public.half(integer)"],
             "denied_columns": {"people": ["email"]}, "masked_columns": {"people": ["phone"]}}
            """;

    private final GovernedSource people;

    PolicyTest(@TempDir Path home) {
        people = new GovernedSource(home);
    }

    @AfterAll
    void close() {
        people.close();
    }

    @BeforeEach
    void open() {
        people.open();
    }

    private void assertRefused(Answered answered, String because) {
        assertThat(answered.status()).as(answered.body()).isEqualTo(403);
        assertThat(answered.body()).contains(because).doesNotContain(SECRET);
    }

    @Test
    void aPolicyIsShownAsItWasDecidedAndIsTakenBackByAnEmptyOne() {
        int version = people.decide("people", POLICY).json().get("version").intValue();
        Answered shown = people.service().get(people.key(), "/sources/{id}/policy", Map.of("id", "people"), "");

        assertThat(shown.json().get("version").intValue()).isEqualTo(version);
        assertThat(shown.body())
                .contains(
                        "\"tables\":[\"public.people\",\"public.visits\"]",
                        "\"denied_columns\":{\"public.people\":[\"email\"]}",
                        "\"functions\":[\"public.half(integer)\"]");
        assertThat(people.decide("people", "{}").json().get("version").intValue())
                .isEqualTo(version + 1);
        assertThat(people.run(MAILS).body()).contains(SECRET);
    }

    @Test
    void aFaultyPolicyChangesNothingAndSaysEverythingThatIsWrong() {
        people.decide("people", POLICY);
        Answered faulty = people.decide(
                "people",
                "{\"tables\": [\"peple\"], \"denied_columns\": {\"people\": [\"mail\"]}, \"functions\": [\"public.gone()\"]}");
        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.body()).contains("there is no table public.peple", "has no column mail", "public.gone()");
        assertThat(people.decide("people", "{\"denied\": {}}").status()).isEqualTo(400);
        assertThat(people.decide("people", "[]").status()).isEqualTo(400);
        assertRefused(people.run(MAILS), "does not let this column be read");
    }

    @Test
    void aPolicyComesWithTheConnectionSoThatNothingIsOpenBefore() {
        Answered faulty = people.upload("fresh", ", \"policy\": {\"denied_columns\": {\"people\": [\"mail\"]}}");
        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.body()).contains("has no column mail").doesNotContain(SECRET);
        assertThat(people.service().get(people.key(), "/sources", Map.of(), "").body())
                .doesNotContain("fresh");
        assertThat(people.upload("fresh", ", \"policy\": {\"denied\": []}").status())
                .isEqualTo(400);
        assertThat(people.upload("fresh", ", \"policy\": 1").status()).isEqualTo(400);

        assertThat(people.upload("fresh", ", \"policy\": " + POLICY).status()).isEqualTo(200);
        assertRefused(
                people.post("/query/run", "{\"source\": \"fresh\", \"sql\": \"" + MAILS + "\"}"),
                "does not let this column be read");

        people.service().call(people.key(), "DELETE", "/sources/{id}", Map.of("id", "fresh"), "");
        assertThat(people.upload("fresh", "").status()).isEqualTo(200);
        assertRefused(
                people.post("/query/run", "{\"source\": \"fresh\", \"sql\": \"" + MAILS + "\"}"),
                "does not let this column be read");
    }

    @Test
    void statementsOfPeopleObeyIt() {
        assertThat(people.run(MAILS).body()).contains(SECRET);
        assertThat(people.run("SELECT phone FROM people").body()).contains(PHONE);
        assertThat(people.run("SELECT grade FROM hidden.wages").body()).contains(SECRET);
        assertRefused(people.run("SELECT half(4)"), "half");

        people.decide("people", POLICY);

        assertRefused(people.run(MAILS), "does not let this column be read");
        assertRefused(
                people.run("SELECT j.m FROM (people p CROSS JOIN visits v) AS j(a, b, c, m) WHERE email > 'p'"),
                "email");
        assertRefused(people.run("SELECT grade FROM hidden.wages"), "hidden.wages");
        assertRefused(people.run("SELECT contact FROM mails"), "mails");
        assertThat(people.run("SELECT * FROM people").body())
                .contains("Person 1", "***")
                .doesNotContain(SECRET, PHONE);
        assertThat(people.run("SELECT to_jsonb(p) AS p FROM people p").body())
                .contains("Person 1")
                .doesNotContain(SECRET, PHONE);
        assertThat(people.run("SELECT city FROM cities").body()).contains("Basel");
        assertThat(people.run("SELECT half(4) AS h").json().at("/results/0/h").intValue())
                .isEqualTo(2);
    }

    @Test
    void questionsAndRefinementsObeyIt() {
        assertThat(people.ask("what is the email of each client").body()).contains(SECRET);
        Answered before = people.ask("list the email and the phone of all clients");
        assertThat(before.body()).contains(SECRET, PHONE);
        assertThat(people.ask("how many clients have the email p1@secret.example")
                        .json()
                        .at("/results/0")
                        .toString())
                .contains("1");

        people.decide("people", POLICY);

        Answered all = people.ask("list all clients");
        assertThat(all.body()).contains("Person 1").doesNotContain(SECRET, PHONE);
        assertThat(people.refine(all, "also show the email")
                        .json()
                        .path("results")
                        .toString())
                .doesNotContain(SECRET, PHONE);
        assertThat(people.refine(before, "only those in Bern").body()).doesNotContain(SECRET, PHONE);
        assertThat(people.refine(before, "").body()).doesNotContain(SECRET, PHONE);
        assertThat(people.ask("what is the email of each client").body()).doesNotContain(SECRET);
        Answered one = people.ask("how many clients have the email p1@secret.example");
        assertThat(one.json().path("success").asBoolean()).as(one.body()).isFalse();
        assertThat(one.json().path("results")).isEmpty();
        Answered selected = people.post(
                "/query/generate",
                "{\"source\": \"people\", \"natural_language_query\": \"list all wages\", \"selected_tables\": [\"hidden.wages\"]}");
        assertThat(selected.body()).doesNotContain(SECRET);
        assertThat(selected.json().path("success").asBoolean()).isFalse();
    }

    @Test
    void anUntaughtSourceWhoseReadingsAreTriedObeysIt() {
        people.put("/sources/{id}/semantics", "people", "{\"terms\": []}");
        people.decide("people", POLICY);

        for (String question : new String[] {"show me the email of Person 1", "list people", "emails by city"}) {
            assertThat(people.ask(question).json().path("results").toString()).doesNotContain(SECRET, PHONE);
        }
    }

    @Test
    void whatThePastBroughtObeysIt() {
        Answered mails = people.run(MAILS);
        String id = mails.text("query_id");
        assertThat(people.export(id).body()).contains(SECRET);

        people.decide("people", POLICY);

        assertThat(people.export(id).body()).doesNotContain(SECRET);
        assertThat(people.service()
                        .get(people.key(), "/query/{id}", Map.of("id", id), "")
                        .body())
                .doesNotContain(SECRET);
        Answered feedback = people.post(
                "/query/feedback", "{\"query_id\": \"" + id + "\", \"corrected_sql\": \"SELECT email FROM people\"}");
        assertThat(feedback.status()).as(feedback.body()).isBetween(400, 422);
        assertThat(people.service()
                        .get(people.key(), "/review/queue", Map.of(), "")
                        .body())
                .doesNotContain("SELECT email FROM people");
    }

    @Test
    void verifiedQueriesObeyIt() {
        String verified =
                people.verified("who are our best friends", "SELECT name, email FROM people WHERE person_id < 3");
        String later =
                people.verified("who are our other friends", "SELECT name, email FROM people WHERE person_id > 3");
        people.post(verified, "{\"decision\": \"approve\"}", "/review/{id}");
        Answered open = people.ask("who are our best friends");
        assertThat(open.text("answered_by")).as(open.body()).isEqualTo("verified");
        assertThat(open.body()).contains(SECRET);

        people.decide("people", POLICY);

        assertThat(people.ask("who are our best friends").body()).doesNotContain(SECRET, "\"verified\"");
        assertThat(people.post(later, "{\"decision\": \"approve\"}", "/review/{id}")
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(people.service()
                        .call(people.key(), "DELETE", "/verified-queries/{id}", Map.of("id", verified), "")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void testsOfTheTeamObeyIt() {
        String test = people.post(
                        "/evaluation/tests",
                        "{\"source\": \"people\", \"category\": \"basic\", \"name\": \"mails\","
                                + " \"natural_language_query\": \"what is the email of each client\","
                                + " \"expected_sql\": \"SELECT email FROM people\"}")
                .text("id");
        people.decide("people", POLICY);

        Answered result = people.post("/evaluation/tests/run", "{\"ids\": [\"" + test + "\"]}");
        assertThat(result.body()).doesNotContain(SECRET);
        assertThat(result.json().path("passed").asInt()).as(result.body()).isZero();
        people.service().call(people.key(), "DELETE", "/evaluation/tests/{id}", Map.of("id", test), "");
    }

    @Test
    void whatALanguageModelSeesAndWroteObeysIt() {
        people.put(
                "/sources/{id}/semantics",
                "people",
                "{\"terms\": [{\"phrase\": \"client\", \"table\": \"people\"},"
                        + " {\"phrase\": \"boss\", \"column\": \"people.email\", \"value\": \"p1@secret.example\"}]}");
        Answered open = people.ask(UNKNOWN_WORDS);
        assertThat(open.body()).contains(SECRET);
        assertThat(people.ask(UNKNOWN_WORDS).text("answered_by")).isEqualTo("cache");
        assertThat(people.sent()).contains("email", SECRET, "wages");
        people.ready();

        people.decide("people", POLICY);

        Answered closed = people.ask(UNKNOWN_WORDS);
        assertThat(closed.body()).doesNotContain(SECRET, "\"cache\"");
        assertThat(closed.json().path("success").asBoolean()).isFalse();
        String first = people.provider().requests().getFirst().body();
        assertThat(first).contains("people").doesNotContain("email", SECRET, PHONE, "wages");
        assertThat(people.sent()).doesNotContain(SECRET, PHONE);
    }

    @Test
    void whatIsShownOfTheSchemaObeysIt() {
        assertThat(people.service()
                        .get(people.key(), "/schema", Map.of(), "?source=people")
                        .body())
                .contains("email", "wages");
        people.decide("people", POLICY);

        String schema = people.service()
                .get(people.key(), "/schema", Map.of(), "?source=people")
                .body();
        assertThat(schema).contains("visits").doesNotContain("\"email\"", "\"phone\"", "wages", "mails", SECRET, PHONE);
        Answered table =
                people.service().get(people.key(), "/schema/{table}", Map.of("table", "people"), "?source=people");
        assertThat(table.json().get("ddl").isNull()).isTrue();
        assertThat(table.body()).doesNotContain("email", "phone");
        assertThat(people.service()
                        .get(people.key(), "/schema/{table}", Map.of("table", "wages"), "?source=people")
                        .status())
                .isEqualTo(404);
        assertThat(GovernedSource.ofSchema(
                        people.service().get(people.key(), "/suggest", Map.of(), "?source=people&limit=20")))
                .noneMatch(question -> question.contains("email") || question.contains("phone"));
    }

    @Test
    void itHoldsOnOtherServersAtOnce() {
        try (Server other = people.service().start()) {
            String body = "{\"source\": \"people\", \"sql\": \"" + MAILS + "\"}";
            assertThat(people.on(other, "POST", "/query/run", "", body).body()).contains(SECRET);
            people.on(other, "GET", "/suggest", "?source=people&limit=20", "");

            people.decide("people", POLICY);

            assertRefused(people.on(other, "POST", "/query/run", "", body), "does not let this column be read");
            assertThat(GovernedSource.ofSchema(people.on(other, "GET", "/suggest", "?source=people&limit=20", "")))
                    .noneMatch(question -> question.contains("email") || question.contains("phone"));
            assertThat(people.on(other, "GET", "/schema", "?source=people", "").body())
                    .doesNotContain("\"email\"");
        }
    }

    @Test
    void theOperatorsSourceHasTheOperatorsPolicy() {
        String operators = people.service()
                .get(people.key(), "/sources", Map.of(), "")
                .json()
                .at("/sources/0/id")
                .textValue();
        assertThat(people.decide(operators, "{}").status()).isEqualTo(403);
        assertThat(people.service()
                        .get(people.key(), "/sources/{id}/policy", Map.of("id", operators), "")
                        .json()
                        .get("version")
                        .intValue())
                .isZero();
    }

    @Test
    void aPolicyThatTheDatabaseNoLongerFitsClosesTheSourceUntilItIsMended() {
        TestDatabase.run(people.database().owner(), "ALTER TABLE visits ADD COLUMN note text");
        assertThat(people.decide("people", "{\"denied_columns\": {\"visits\": [\"note\"]}}")
                        .status())
                .isEqualTo(200);
        TestDatabase.run(people.database().owner(), "ALTER TABLE visits RENAME COLUMN note TO remark");
        people.post("people", "", "/sources/{id}/refresh");

        Answered closed = people.run("SELECT remark FROM visits");
        assertThat(closed.json().path("success").asBoolean()).as(closed.body()).isFalse();
        assertThat(closed.body()).contains("has no column note");

        assertThat(people.decide("people", "{\"denied_columns\": {\"visits\": [\"remark\"]}}")
                        .status())
                .isEqualTo(200);
        assertRefused(people.run("SELECT remark FROM visits"), "does not let this column be read");
        TestDatabase.run(people.database().owner(), "ALTER TABLE visits DROP COLUMN remark");
        assertThat(people.decide("people", "{}").status()).isEqualTo(200);
    }
}
