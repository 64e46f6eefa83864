package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.server.Contract.Operation;
import dev.sayql.server.Service.Answered;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Every call with the ids of another team is answered as with ids that nobody has. */
@TestInstance(Lifecycle.PER_CLASS)
class CrossTeamTest {

    private static final String SECRET = "secret of ours";

    private final Service service;
    private final String ours;
    private final String theirs;
    private String query = "";
    private String upload = "";
    private String verified = "";
    private String test = "";
    private static final String SOURCE = "our-shop";

    CrossTeamTest(@TempDir Path home) {
        service = new Service("cross_team", home);
        ours = service.team("ours");
        theirs = service.team("theirs");
        service.call(
                theirs,
                "POST",
                "/schema/upload",
                Map.of(),
                "{\"source\": \"their-shop\", \"connection_string\": \"" + Service.sampleUrl() + "\"}");
        makeEverything();
    }

    private void makeEverything() {
        assertThat(made(
                                "/schema/upload",
                                "{\"source\": \"our-shop\", \"connection_string\": \"" + Service.sampleUrl() + "\"}")
                        .status())
                .isEqualTo(200);
        upload = service.call(
                        service.server().port(),
                        "POST",
                        "/schema/upload",
                        Map.of(),
                        "",
                        "{\"source\": \"our-shop\", \"connection_string\": \"" + Service.sampleUrl() + "\"}",
                        Map.of("x-api-key", ours, "Prefer", "respond-async"))
                .text("upload_id");
        query = made("/query/generate", "{\"natural_language_query\": \"How many orders are there?\"}")
                .text("query_id");
        verified = made(
                        "/verified-queries",
                        "{\"natural_language_query\": \"" + SECRET + "\", \"sql\": \"SELECT 1 AS one FROM orders\"}")
                .text("id");
        test = made(
                        "/evaluation/tests",
                        "{\"category\": \"basic\", \"name\": \"" + SECRET
                                + "\", \"natural_language_query\": \"How many orders are there?\"}")
                .text("id");
        assertThat(made("/semantics/teach", "{\"term\": {\"phrase\": \"" + SECRET + "\", \"table\": \"orders\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(made(
                                "/query/feedback",
                                "{\"query_id\": \"" + query + "\", \"user_feedback_text\": \"" + SECRET + "\"}")
                        .status())
                .isEqualTo(204);
    }

    private Answered made(String path, String body) {
        return service.call(ours, "POST", path, Map.of(), body);
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void idsInPathsOfAnotherTeamAreAsUnknownAsThoseThatNobodyHas() {
        List<String> checked = new ArrayList<>();
        for (Operation operation : service.contract().operations()) {
            if (operation.path().contains("{") && !operation.path().startsWith("/admin")) {
                checked.add(operation.id());
                Answered another = call(operation, ourId(operation.path()));
                Answered nobody = call(operation, nobodysId(operation.path()));
                assertThat(another.status()).as(operation.id()).isEqualTo(404);
                assertThat(another.body()).as(operation.id()).isEqualTo(nobody.body());
                assertThat(another.body()).doesNotContain(SECRET);
            }
        }
        assertThat(checked).hasSizeGreaterThan(15);
    }

    private Answered call(Operation operation, String id) {
        return service.call(
                theirs, operation.method(), operation.path(), Map.of("id", id, "table", id), body(operation.id()));
    }

    private static String body(String operation) {
        return switch (operation) {
            case "replaceSemantics" -> "{\"terms\": []}";
            case "review" -> "{\"decision\": \"approve\"}";
            case "decidePolicy" -> "{}";
            case "changeTest" -> "{\"category\": \"basic\", \"name\": \"a\", \"natural_language_query\": \"b\"}";
            default -> "";
        };
    }

    private String ourId(String path) {
        if (path.startsWith("/query/")) {
            return query;
        }
        if (path.startsWith("/schema/upload/")) {
            return upload;
        }
        if (path.startsWith("/sources/")) {
            return SOURCE;
        }
        if (path.startsWith("/evaluation/")) {
            return test;
        }
        return path.startsWith("/schema/") ? "no_such_table" : verified;
    }

    private static String nobodysId(String path) {
        return path.startsWith("/sources/") ? "nobodys" : Service.UNKNOWN;
    }

    @Test
    void idsInBodiesOfAnotherTeamAreAsUnknown() {
        String question = "\"natural_language_query\": \"How many orders are there?\"";
        assertSame("/query/refine", "{\"parent_query_id\": \"%s\", \"user_refinement\": \"top 3\"}", query);
        assertSame("/query/feedback", "{\"query_id\": \"%s\", \"user_rating\": 1}", query);
        assertSame("/verified-queries", "{\"query_id\": \"%s\"}", query);
        assertSame("/evaluation/tests/run", "{\"ids\": [\"%s\"]}", test);
        for (String source : List.of(SOURCE, "nobodys")) {
            assertThat(statusWith("/query/generate", "{" + question + ", \"source\": \"" + source + "\"}"))
                    .isEqualTo(404);
            assertThat(statusWith("/query/run", "{\"sql\": \"SELECT 1\", \"source\": \"" + source + "\"}"))
                    .isEqualTo(404);
            assertThat(statusWith("/evaluation/tests/run", "{\"source\": \"" + source + "\"}"))
                    .isEqualTo(404);
            assertThat(statusWith(
                            "/verified-queries",
                            "{" + question + ", \"sql\": \"SELECT 1\", \"source\": \"" + source + "\"}"))
                    .isEqualTo(404);
            assertThat(statusWith(
                            "/semantics/teach",
                            "{\"source\": \"" + source + "\", \"term\": {\"phrase\": \"a\", \"table\": \"orders\"}}"))
                    .isEqualTo(404);
        }
    }

    private void assertSame(String path, String body, String id) {
        Answered another = service.call(theirs, "POST", path, Map.of(), body.formatted(id));
        Answered nobody = service.call(theirs, "POST", path, Map.of(), body.formatted(Service.UNKNOWN));
        assertThat(another.status()).as(path).isEqualTo(404);
        assertThat(another.body()).as(path).isEqualTo(nobody.body());
    }

    private int statusWith(String path, String body) {
        return service.call(theirs, "POST", path, Map.of(), body).status();
    }

    @Test
    void listsShowNothingOfAnotherTeam() {
        for (Operation operation : service.contract().operations()) {
            if (operation.method().equals("GET") && !operation.path().contains("{") && isOfTeams(operation)) {
                String ourList =
                        service.get(ours, operation.path(), Map.of(), "").body();
                String theirList =
                        service.get(theirs, operation.path(), Map.of(), "").body();
                assertThat(theirList).as(operation.id()).doesNotContain(SECRET, query, verified, SOURCE, "\"ours\"");
                if (operation.id().equals("history")) {
                    assertThat(ourList).contains(query);
                }
            }
        }
        assertThat(service.get(ours, "/suggest", Map.of(), "?source=their-shop").status())
                .isEqualTo(404);
        assertThat(service.get(ours, "/schema", Map.of(), "?source=their-shop").status())
                .isEqualTo(404);
        assertThat(service.get(ours, "/schema/{table}", Map.of("table", "orders"), "?source=their-shop")
                        .body())
                .isEqualTo(service.get(ours, "/schema/{table}", Map.of("table", "orders"), "?source=nobodys")
                        .body());
    }

    private static boolean isOfTeams(Operation operation) {
        JsonNode security = operation.node().path("security");
        return security.isMissingNode();
    }

    @Test
    void whatBelongsToTheTeamIsStillThere() {
        assertThat(service.get(ours, "/query/{id}", Map.of("id", query), "").status())
                .isEqualTo(200);
        assertThat(service.get(ours, "/evaluation/tests/{id}", Map.of("id", test), "")
                        .status())
                .isEqualTo(200);
        assertThat(service.get(ours, "/verified-queries/{id}", Map.of("id", verified), "")
                        .text("status"))
                .isEqualTo("proposed");
        assertThat(service.get(ours, "/sources/{id}/semantics", Map.of("id", SOURCE), "")
                        .body())
                .contains(SECRET);
    }

    @Test
    void keysOfTeamsOpenNothingForAdministratorsAndTheOtherWayRound() {
        assertThat(service.call(
                                service.server().port(),
                                "GET",
                                "/admin/teams",
                                Map.of(),
                                "",
                                "",
                                Map.of("x-admin-key", ours))
                        .status())
                .isEqualTo(401);
        assertThat(service.get(service.adminKey(), "/sources", Map.of(), "").status())
                .isEqualTo(401);
    }
}
