package dev.sayql.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sayql.core.answer.Check;
import dev.sayql.core.answer.Trust;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.history.Ending;
import dev.sayql.core.history.EvaluationTest;
import dev.sayql.core.history.Feedback;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Holds routes and wire records to the OpenAPI file, which is written first. */
class OpenApiTest {

    private final JsonNode file = read();

    @Test
    void everyRouteIsInTheFileAndEveryPathOfTheFileIsARoute() {
        List<String> written = new ArrayList<>();
        file.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> written.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        try (FakeFlow flow = new FakeFlow(FakeFlow.proposing("SELECT 1"), new Execution.Cancelled())) {
            assertThat(flow.api.routes())
                    .extracting(route -> route.method() + " " + route.path())
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @Test
    void theFileSaysWhichRoutesNeedNoKey() {
        try (FakeFlow flow = new FakeFlow(FakeFlow.proposing("SELECT 1"), new Execution.Cancelled())) {
            for (Route route : flow.api.routes()) {
                JsonNode operation =
                        file.get("paths").get(route.path()).get(route.method().toLowerCase(Locale.ROOT));
                assertThat(door(operation)).as(route.name()).isEqualTo(route.door());
            }
        }
    }

    @Test
    void answerAndExchangeHaveExactlyTheFieldsOfTheFile() {
        assertThat(componentsOf(AnswerObject.class)).containsExactlyElementsOf(properties("Answer"));
        assertThat(componentsOf(ExchangeObject.class)).containsExactlyElementsOf(properties("Exchange"));
        assertThat(componentsOf(ProblemDetails.class)).containsExactlyElementsOf(properties("Problem"));
        assertThat(componentsOf(TestObject.class)).containsExactlyElementsOf(properties("Test"));
        assertThat(componentsOf(MetricsCalls.DayObject.class)).containsExactlyElementsOf(properties("DailyMetrics"));
        assertThat(componentsOf(MetricsCalls.UsageObject.class)).containsExactlyElementsOf(properties("Usage"));
        assertThat(componentsOf(AdminCalls.TeamObject.class)).containsExactlyElementsOf(properties("Team"));
        assertThat(componentsOf(VerifiedCalls.VerifiedObject.class))
                .containsExactlyElementsOf(properties("VerifiedQuery"));
    }

    @Test
    void closedSetsOfTheFileAreThoseOfTheCode() {
        JsonNode answer = file.at("/components/schemas/Answer/properties");
        assertThat(texts(file.at("/components/schemas/Check/enum"))).isEqualTo(ids(Check.values()));
        assertThat(texts(answer.at("/trust/enum"))).isEqualTo(ids(Trust.values()));
        assertThat(texts(answer.at("/declined_because/properties/reason/enum")))
                .isEqualTo(ids(Decline.Reason.values()));
        assertThat(texts(file.at("/components/schemas/Ending/enum"))).isEqualTo(ids(Ending.values()));
        assertThat(texts(file.at("/components/schemas/FeedbackReason/enum"))).isEqualTo(ids(Feedback.Reason.values()));
        assertThat(texts(file.at("/components/schemas/TestCategory/enum")))
                .isEqualTo(ids(EvaluationTest.Category.values()));
        assertThat(texts(file.at("/components/schemas/ErrorType/enum"))).startsWith("syntax", "execution");
    }

    @Test
    void theFileIsServed() {
        try (FakeFlow flow = new FakeFlow(FakeFlow.proposing("SELECT 1"), new Execution.Cancelled())) {
            Reply reply = flow.call("GET", "/openapi.yaml", "");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).startsWith("openapi: 3.1.0");
        }
    }

    private static Route.For door(JsonNode operation) {
        if (!operation.has("security")) {
            return Route.For.TEAMS;
        }
        return operation.get("security").isEmpty() ? Route.For.EVERYBODY : Route.For.ADMINISTRATORS;
    }

    private List<String> properties(String schema) {
        List<String> names = new ArrayList<>();
        file.at("/components/schemas/" + schema + "/properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> componentsOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component ->
                        component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> ids(Enum<?>[] constants) {
        return Stream.of(constants).map(AnswerObjects::id).toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(OpenApiTest.class.getResourceAsStream("openapi.yaml"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
