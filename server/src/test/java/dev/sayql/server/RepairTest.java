package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.embedded.Endpoint;
import dev.sayql.server.Service.Answered;
import dev.sayql.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question that failed because its database had changed is repaired by asking again with nothing said. */
class RepairTest {

    @Test
    void anEmptyRefinementReadsTheChangedDatabaseAndAnswers(@TempDir Path home) {
        try (TestDatabase shop = TestDatabase.create("repaired", """
                        CREATE SCHEMA sales;
                        CREATE TABLE orders (order_id integer PRIMARY KEY, amount numeric NOT NULL);
                        INSERT INTO orders SELECT n, n FROM generate_series(1, 7) AS n;
                        ANALYZE;
                        """);
                Service service = new Service("repairing", home)) {
            String key = service.key();
            Endpoint reader = shop.reader();
            String url = "postgresql://" + reader.user() + ":" + reader.password() + "@" + reader.host() + ":"
                    + reader.port() + "/" + reader.database();
            service.call(
                    key,
                    "POST",
                    "/schema/upload",
                    Map.of(),
                    "{\"source\": \"moving\", \"connection_string\": \"" + url + "\"}");
            String question = "{\"source\": \"moving\", \"natural_language_query\": \"How many orders are there?\"}";
            assertThat(service.call(key, "POST", "/query/generate", Map.of(), question)
                            .json()
                            .at("/results/0/number_of_orders")
                            .intValue())
                    .isEqualTo(7);

            TestDatabase.run(shop.owner(), "ALTER TABLE orders SET SCHEMA sales");
            Answered failed = service.call(key, "POST", "/query/generate", Map.of(), question);
            assertThat(failed.text("error_type")).as(failed.body()).isEqualTo("execution");

            Answered repaired = service.call(
                    key,
                    "POST",
                    "/query/refine",
                    Map.of(),
                    "{\"parent_query_id\": \"" + failed.text("query_id") + "\", \"user_refinement\": \"\"}");
            assertThat(repaired.json().get("success").booleanValue())
                    .as(repaired.body())
                    .isTrue();
            assertThat(repaired.text("generated_sql")).contains("sales.orders");
            assertThat(repaired.json().at("/results/0/number_of_orders").intValue())
                    .isEqualTo(7);
            assertThat(repaired.json().get("attempt_number").intValue()).isEqualTo(2);
        }
    }
}
