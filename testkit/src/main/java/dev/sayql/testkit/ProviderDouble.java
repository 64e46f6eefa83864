package dev.sayql.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A provider of language models on this machine's loopback address: speaks Anthropic's Messages and OpenAI's chat completions as
 * they go over the wire, says what it was told to, and can misbehave in every way that a provider can. Thread-safe.
 */
public final class ProviderDouble implements AutoCloseable {

    private static final int INPUT_TOKENS = 1_000;
    private static final int OUTPUT_TOKENS = 50;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Behaviour> script = new ConcurrentLinkedDeque<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What it does with one request. */
    @FunctionalInterface
    public interface Behaviour {

        void reply(HttpExchange exchange) throws IOException, InterruptedException;
    }

    /** A request as it came. Header names are in lower case. */
    public record Request(String path, Map<String, List<String>> headers, String body) {}

    public ProviderDouble() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new IllegalStateException("no port for the double", broken);
        }
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where its interface begins, for either protocol. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** The next request is met so, and those after it as was said after that; the last behaviour stays. */
    public ProviderDouble then(Behaviour behaviour) {
        script.add(behaviour);
        return this;
    }

    /** The next request is answered with this text, as a model would. */
    public ProviderDouble thenSay(String text) {
        return then(saying(text));
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Forgets what was said and asked. */
    public void clear() {
        script.clear();
        requests.clear();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.setAttribute("body", body);
            requests.add(new Request(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().entrySet().stream()
                            .collect(Collectors.toMap(
                                    header -> header.getKey().toLowerCase(Locale.ROOT),
                                    header -> List.copyOf(header.getValue()))),
                    body));
            Behaviour behaviour = script.size() > 1 ? script.removeFirst() : script.peekFirst();
            Optional.ofNullable(behaviour).orElse(status(500)).reply(exchange);
        } catch (IOException gone) {
            // The caller hung up, as some of its tests do.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A good reply with this text. */
    public static Behaviour saying(String text) {
        return exchange -> send(exchange, 200, reply(exchange, text, "end_turn", "stop"));
    }

    /** A reply that ended because it was as long as it may be. */
    public static Behaviour cutShort(String text) {
        return exchange -> send(exchange, 200, reply(exchange, text, "max_tokens", "length"));
    }

    /** A reply in which the provider says that the model would not. */
    public static Behaviour refusing() {
        return exchange -> send(exchange, 200, reply(exchange, "", "refusal", "content_filter"));
    }

    /** An error as providers send them. */
    public static Behaviour status(int status) {
        return exchange ->
                send(exchange, status, "{\"type\":\"error\",\"error\":{\"type\":\"some_error\",\"message\":\"no\"}}");
    }

    /** An error that asks to be left alone. */
    public static Behaviour retryAfter(int status, String value) {
        return exchange -> {
            exchange.getResponseHeaders().add("Retry-After", value);
            status(status).reply(exchange);
        };
    }

    /** Status 200 and these bytes. */
    public static Behaviour raw(String body) {
        return exchange -> send(exchange, 200, body);
    }

    /** A reply that goes on and on: so many bytes of it. */
    public static Behaviour endless(int bytes) {
        return exchange -> send(exchange, 200, reply(exchange, "x".repeat(bytes), "end_turn", "stop"));
    }

    /** A reply of which a byte comes every so many milliseconds. */
    public static Behaviour dripping(String text, int millis) {
        return exchange -> {
            byte[] bytes = reply(exchange, text, "end_turn", "stop").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            OutputStream out = exchange.getResponseBody();
            for (byte one : bytes) {
                out.write(one);
                out.flush();
                Thread.sleep(millis);
            }
        };
    }

    /** Nothing at all for so long, and then the reply. */
    public static Behaviour silent(String text, int millis) {
        return exchange -> {
            Thread.sleep(millis);
            saying(text).reply(exchange);
        };
    }

    /** A reply that breaks off in the middle. */
    public static Behaviour breakingOff(String text) {
        return exchange -> {
            byte[] bytes = reply(exchange, text, "end_turn", "stop").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
            throw new IOException("broken off on purpose");
        };
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String reply(HttpExchange exchange, String text, String anthropic, String openAi) {
        return exchange.getRequestURI().getPath().endsWith("/messages")
                ? """
                {"id":"msg_1","type":"message","role":"assistant","model":"double-1","content":[%s],
                "stop_reason":"%s","stop_sequence":null,"usage":{"input_tokens":%d,"cache_creation_input_tokens":0,
                "cache_read_input_tokens":0,"output_tokens":%d}}
                """.formatted(
                                text.isEmpty() ? "" : "{\"type\":\"text\",\"text\":" + json(text) + "}",
                                anthropic,
                                INPUT_TOKENS,
                                OUTPUT_TOKENS)
                : """
                {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"double-1","choices":[{"index":0,
                "message":{"role":"assistant","content":%s},"finish_reason":"%s"}],"usage":{"prompt_tokens":%d,
                "completion_tokens":%d,"total_tokens":%d}}
                """.formatted(json(text), openAi, INPUT_TOKENS, OUTPUT_TOKENS, INPUT_TOKENS + OUTPUT_TOKENS);
    }

    private static String json(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(letter -> {
            if (letter == '"' || letter == '\\') {
                json.append('\\').append((char) letter);
            } else if (letter < ' ') {
                json.append("\\u%04x".formatted(letter));
            } else {
                json.append((char) letter);
            }
        });
        return json.append('"').toString();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
