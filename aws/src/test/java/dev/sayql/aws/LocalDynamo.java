package dev.sayql.aws;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * DynamoDB on this machine, started on a port of its own: dynalite, a free implementation of its interface, fetched by npm from a
 * lock file; with {@code -Dsayql.dynamodb-local} Amazon's DynamoDB Local, fetched by Maven. With
 * {@code -Dsayql.dynamodb=http://localhost:8000} one that was started elsewhere.
 */
final class LocalDynamo implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(1);
    private static final String START = """
            const server = require('./node_modules/dynalite')({createTableMs: 0, deleteTableMs: 0, updateTableMs: 0});
            server.listen(0, '127.0.0.1', () => console.log(server.address().port));
            """;

    private final @Nullable Process process;
    private final URI address;

    private LocalDynamo(@Nullable Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static LocalDynamo start() throws IOException, InterruptedException {
        String other = System.getProperty("sayql.dynamodb");
        if (other != null) {
            return new LocalDynamo(null, URI.create(other));
        }
        return System.getProperty("sayql.dynamodb-local") == null ? dynalite() : amazons();
    }

    private static LocalDynamo dynalite() throws IOException, InterruptedException {
        Process process = started(
                new ProcessBuilder("node", "-e", START).directory(installed().toFile()));
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String port = output.readLine();
        if (port == null || !port.matches("[0-9]+")) {
            throw new IllegalStateException("dynalite did not start: " + port);
        }
        return new LocalDynamo(process, URI.create("http://127.0.0.1:" + port));
    }

    private static LocalDynamo amazons() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path output = Path.of("target/dynamodb-local.log");
        Process process = started(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Files.readString(Path.of("../dynamodb-local/target/class-path")),
                        "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
                        "-inMemory",
                        "-disableTelemetry",
                        "-port",
                        String.valueOf(port))
                .redirectOutput(output.toFile()));
        Instant last = Instant.now().plus(LONGEST_START);
        while (!listens(port)) {
            if (!process.isAlive() || Instant.now().isAfter(last)) {
                process.destroy();
                throw new IllegalStateException("DynamoDB Local did not start: " + Files.readString(output));
            }
            Thread.sleep(100);
        }
        return new LocalDynamo(process, URI.create("http://127.0.0.1:" + port));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Process started(ProcessBuilder command) throws IOException {
        Process process = command.redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process;
    }

    private static Path installed() throws IOException, InterruptedException {
        Path folder = Path.of("target/dynalite").toAbsolutePath();
        if (!Files.exists(folder.resolve("node_modules/dynalite/package.json"))) {
            Files.createDirectories(folder);
            for (String file : List.of("package.json", "package-lock.json")) {
                Files.copy(Path.of("src/test/npm", file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (npm.waitFor() != 0) {
                throw new IllegalStateException("npm could not install dynalite:\n" + output);
            }
        }
        return folder;
    }

    DynamoDbClient client() {
        return DynamoDbClient.builder()
                .region(Region.EU_CENTRAL_1)
                .endpointOverride(address)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    URI address() {
        return address;
    }

    /** A table as the documentation describes it. */
    static void createTable(DynamoDbClient client, String name) {
        client.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        attribute("cache_key", ScalarAttributeType.S),
                        attribute("team_id", ScalarAttributeType.S),
                        attribute("source_id", ScalarAttributeType.S),
                        attribute("meaning_key", ScalarAttributeType.S),
                        attribute("created_at", ScalarAttributeType.N))
                .keySchema(key("cache_key", KeyType.HASH))
                .globalSecondaryIndexes(
                        GlobalSecondaryIndex.builder()
                                .indexName("team_id-index")
                                .keySchema(key("team_id", KeyType.HASH), key("source_id", KeyType.RANGE))
                                .projection(shown -> shown.projectionType(ProjectionType.INCLUDE)
                                        .nonKeyAttributes("generated_sql", "expires_at"))
                                .build(),
                        GlobalSecondaryIndex.builder()
                                .indexName("meaning_key-index")
                                .keySchema(key("meaning_key", KeyType.HASH), key("created_at", KeyType.RANGE))
                                .projection(shown -> shown.projectionType(ProjectionType.ALL))
                                .build()));
        client.waiter().waitUntilTableExists(request -> request.tableName(name));
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            try {
                process.getInputStream().close();
            } catch (IOException alreadyClosed) {
                throw new UncheckedIOException(alreadyClosed);
            }
        }
    }
}
