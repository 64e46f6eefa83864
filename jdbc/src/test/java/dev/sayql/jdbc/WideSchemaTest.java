package dev.sayql.jdbc;

import static dev.sayql.jdbc.Databases.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.schema.InspectionProgress;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.SchemaDetail;
import dev.sayql.core.schema.SchemaScope;
import dev.sayql.core.schema.TableDdl;
import dev.sayql.embedded.Endpoint;
import dev.sayql.testkit.TestDatabase;
import dev.sayql.testkit.WideSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Reads a wide schema in a process of its own with little memory. With {@code -Dsayql.long=true} it has five thousand tables
 * and sixty thousand columns, otherwise few.
 */
class WideSchemaTest {
    private static final int FEW = 100;
    private static final int MANY = 5_000;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Test
    void aWideSchemaIsReadInAMinuteWithLittleMemory(TestReporter report) throws IOException, InterruptedException {
        boolean all = Boolean.getBoolean("sayql.long");
        int tables = all ? MANY : FEW;
        try (TestDatabase database = TestDatabase.create("wide")) {
            WideSchema.create(database.owner(), tables);
            Process process = reading(database.reader(), all ? "-Xmx512m" : "-Xmx48m");
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).as(output).isZero();
            report.publishEntry(output.strip());
            String[] words = output.strip().split(" ");
            assertThat(Integer.parseInt(words[0])).isEqualTo(tables + tables / 50 + tables / 100);
            assertThat(Duration.ofMillis(Long.parseLong(words[2]))).isLessThan(LONGEST);
        }
    }

    private static Process reading(Endpoint endpoint, String memory) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                memory,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Reading.class.getName());
        builder.environment()
                .putAll(Map.of(
                        "WIDE_HOST",
                        endpoint.host(),
                        "WIDE_PORT",
                        Integer.toString(endpoint.port()),
                        "WIDE_DATABASE",
                        endpoint.database(),
                        "WIDE_USER",
                        endpoint.user(),
                        "WIDE_PASSWORD",
                        endpoint.password()));
        return builder.redirectErrorStream(true).start();
    }

    /** Prints how many tables and columns there are and how many milliseconds reading and printing them took. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] arguments) {
            Endpoint endpoint = new Endpoint(
                    System.getenv("WIDE_HOST"),
                    Integer.parseInt(System.getenv("WIDE_PORT")),
                    System.getenv("WIDE_DATABASE"),
                    System.getenv("WIDE_USER"),
                    System.getenv("WIDE_PASSWORD"));
            long started = System.nanoTime();
            try (SourcePools pools = Databases.pools(endpoint)) {
                SchemaDetail schema = new CatalogInspector(pools)
                        .inspect(SOURCE, SchemaScope.everything(), InspectionProgress.UNHEARD)
                        .schema();
                List<String> texts = schema.tables().stream().map(TableDdl::of).toList();
                long took = Duration.ofNanos(System.nanoTime() - started).toMillis();
                Schema lean = new CatalogReader(pools).read(SOURCE);
                if (texts.size() != lean.tables().size() || !lean.fingerprint().equals(schema.fingerprint())) {
                    throw new IllegalStateException("both ways of reading must see the same");
                }
                System.out.println(schema.tables().size() + " " + schema.columnCount() + " " + took);
            }
        }
    }
}
