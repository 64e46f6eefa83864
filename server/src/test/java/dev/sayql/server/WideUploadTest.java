package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.embedded.Endpoint;
import dev.sayql.server.Service.Answered;
import dev.sayql.testkit.TestDatabase;
import dev.sayql.testkit.WideSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * A wide schema is uploaded over HTTP to a server with little memory, which shows how far it has come. With
 * {@code -Dsayql.long=true} it has five thousand tables and sixty thousand columns, otherwise few.
 */
class WideUploadTest {

    private static final int TABLES = Boolean.getBoolean("sayql.long") ? 5_000 : 100;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Test
    void aWideSchemaIsUploadedInAMinuteWithLittleMemory(@TempDir Path home, TestReporter report) throws Exception {
        try (TestDatabase wide = TestDatabase.create("wide_upload");
                Service service = new Service("uploading", home)) {
            WideSchema.create(wide.owner(), TABLES);
            String key = service.key();
            try (ServerProcess server = ServerProcess.start(service.settings(), "-Xmx512m", home)) {
                Set<String> seen = new HashSet<>();
                long begun = System.nanoTime();
                JsonNode ended = upload(service, server.port(), key, wide.reader(), seen);
                Duration took = Duration.ofNanos(System.nanoTime() - begun);

                assertThat(ended.at("/result/table_count").intValue())
                        .as(ended.toString().substring(0, 500))
                        .isEqualTo(TABLES + TABLES / 50 + TABLES / 100);
                assertThat(took).isLessThan(LONGEST);
                assertThat(ended.get("steps").findValuesAsText("step"))
                        .contains("tables", "columns", "indexes", "done");
                report.publishEntry("%,d tables, %,d columns: %d ms, %d states seen, peak %d MB"
                        .formatted(
                                ended.at("/result/table_count").intValue(),
                                ended.at("/result/column_count").intValue(),
                                took.toMillis(),
                                seen.size(),
                                server.peakMegabytes()));

                long asked = System.nanoTime();
                Answered table = service.call(
                        server.port(),
                        "GET",
                        "/schema/{table}",
                        Map.of("table", "sales.order_0"),
                        "?source=wide",
                        "",
                        Map.of("x-api-key", key));
                assertThat(table.text("ddl")).contains("CREATE TABLE");
                report.publishEntry("a table opened at once: %d ms, peak %d MB"
                        .formatted((System.nanoTime() - asked) / 1_000_000, server.peakMegabytes()));
            }
        }
    }

    private static JsonNode upload(Service service, int port, String key, Endpoint reader, Set<String> seen)
            throws InterruptedException {
        String url = "postgresql://" + reader.user() + ":" + reader.password() + "@" + reader.host() + ":"
                + reader.port() + "/" + reader.database();
        Answered begun = service.call(
                port,
                "POST",
                "/schema/upload",
                Map.of(),
                "",
                "{\"source\": \"wide\", \"connection_string\": \"" + url + "\"}",
                Map.of("x-api-key", key, "Prefer", "respond-async"));
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        while (true) {
            JsonNode now = service.call(
                            port,
                            "GET",
                            "/schema/upload/{id}",
                            Map.of("id", begun.text("upload_id")),
                            "",
                            "",
                            Map.of("x-api-key", key))
                    .json();
            seen.add(now.get("steps").toString());
            if (now.get("state").textValue().equals("ended")) {
                return now;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
