package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.embedded.Endpoint;
import dev.sayql.server.Service.Answered;
import dev.sayql.testkit.ProviderDouble;
import dev.sayql.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A service with a team that connected a database of people, and a language model that always asks for what is secret. */
final class GovernedSource implements AutoCloseable {

    private final ProviderDouble provider = new ProviderDouble();
    private final TestDatabase people;
    private final Service service;
    private final String key;

    GovernedSource(Path home) {
        people = TestDatabase.create("governed", """
                CREATE SCHEMA hidden;
                CREATE TABLE people (person_id integer PRIMARY KEY, name text NOT NULL, city text, email text, phone text);
                INSERT INTO people SELECT n, 'Person ' || n, (ARRAY['Bern', 'Basel'])[1 + n % 2],
                    'p' || n || '@secret.example', '+41 77 ' || n FROM generate_series(1, 9) AS n;
                CREATE TABLE visits (visit_id integer PRIMARY KEY, person_id integer REFERENCES people, day date);
                INSERT INTO visits SELECT n, 1 + n % 9, date '2024-01-01' + n FROM generate_series(1, 30) AS n;
                CREATE TABLE hidden.wages (person_id integer, grade text);
                INSERT INTO hidden.wages VALUES (1, 'grade@secret.example');
                CREATE VIEW mails AS SELECT email AS contact FROM people;
                CREATE VIEW cities AS SELECT DISTINCT city FROM people;
                CREATE FUNCTION half(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 / 2';
                ANALYZE;
                """);
        service = new Service(
                "policies",
                home,
                Map.of(
                        "ANTHROPIC_API_KEY",
                        "sk-of-this-test",
                        "SAYQL_MODEL",
                        "double-1",
                        "SAYQL_MODEL_URL",
                        provider.address().toString()));
        key = service.key();
        service.administer(
                "PUT",
                "/admin/teams/{team}/models",
                Map.of("team", "demo"),
                "{\"sharing\": \"values\", \"monthly_budget_usd\": 100}");
    }

    @Override
    public void close() {
        service.close();
        people.close();
        provider.close();
    }

    /** Connected without a policy of its own, after the one of the test before was taken back. */
    void open() {
        assertThat(upload("people", "").status()).isEqualTo(200);
        assertThat(decide("people", "{}").status()).isEqualTo(200);
        put("/sources/{id}/semantics", "people", "{\"terms\": [{\"phrase\": \"client\", \"table\": \"people\"}]}");
        ready();
    }

    void ready() {
        provider.clear();
        provider.thenSay("""
                {"sql": "SELECT email, count(*) AS n FROM public.people GROUP BY email",
                 "assumptions": [], "unclear": null, "declined": null}
                """);
    }

    Answered upload(String id, String more) {
        Endpoint reader = people.reader();
        String url = "postgresql://" + reader.user() + ":" + reader.password() + "@" + reader.host() + ":"
                + reader.port() + "/" + reader.database();
        return post(
                "/schema/upload", "{\"source\": \"" + id + "\", \"connection_string\": \"" + url + "\"" + more + "}");
    }

    Answered post(String path, String body) {
        return service.call(key, "POST", path, Map.of(), body);
    }

    Answered put(String path, String id, String body) {
        return service.call(key, "PUT", path, Map.of("id", id), body);
    }

    Answered decide(String id, String policy) {
        return put("/sources/{id}/policy", id, policy);
    }

    Answered ask(String question) {
        return post("/query/generate", "{\"source\": \"people\", \"natural_language_query\": \"" + question + "\"}");
    }

    Answered refine(Answered parent, String refinement) {
        return post(
                "/query/refine",
                "{\"parent_query_id\": \"" + parent.text("query_id") + "\", \"user_refinement\": \"" + refinement
                        + "\"}");
    }

    Answered run(String sql) {
        return post("/query/run", "{\"source\": \"people\", \"sql\": \"" + sql + "\"}");
    }

    Answered export(String id) {
        return service.get(key, "/query/{id}/export", Map.of("id", id), "?format=csv");
    }

    String verified(String question, String sql) {
        return post(
                        "/verified-queries",
                        "{\"source\": \"people\", \"natural_language_query\": \"" + question + "\", \"sql\": \"" + sql
                                + "\"}")
                .text("id");
    }

    Answered post(String id, String body, String path) {
        return service.call(key, "POST", path, Map.of("id", id), body);
    }

    String sent() {
        StringBuilder all = new StringBuilder();
        provider.requests().forEach(request -> all.append(request.body()));
        return all.toString();
    }

    /** What people asked before keeps its words. */
    static List<String> ofSchema(Answered suggestions) {
        List<String> questions = new ArrayList<>();
        suggestions.json().get("suggestions").forEach(one -> {
            if (one.get("origin").textValue().equals("schema")) {
                questions.add(one.get("question").textValue());
            }
        });
        return questions;
    }

    Answered on(Server server, String method, String path, String query, String body) {
        return service.call(server.port(), method, path, Map.of(), query, body, Map.of("x-api-key", key));
    }

    Service service() {
        return service;
    }

    String key() {
        return key;
    }

    ProviderDouble provider() {
        return provider;
    }

    TestDatabase database() {
        return people;
    }
}
