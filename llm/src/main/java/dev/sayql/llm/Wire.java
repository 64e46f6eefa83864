package dev.sayql.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.generation.ModelFault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request to a provider: recorded before it is sent, over by the deadline whatever the other side does, read up to a
 * size, never redirected. What went wrong is kept here, for LangChain4j's exceptions say less. Used once, by one thread.
 */
final class Wire implements dev.langchain4j.http.client.HttpClient {

    /** The largest reply that is read: hundreds of times what an answer takes. */
    static final int MOST_BYTES = 1_000_000;

    /** Told before anything is sent; what it throws keeps the request from being sent. */
    @FunctionalInterface
    interface Recorder {

        /** Why it may not be sent; empty when it may. */
        Optional<ModelFault> sending(String head, String body);
    }

    private final HttpClient client;
    private final Recorder recorder;
    private final Duration patience;
    private final Cancellation cancellation;
    private final Clock clock;
    private volatile int status;
    private volatile boolean begun;
    private Optional<ModelFault> fault = Optional.empty();
    private Optional<Duration> retryAfter = Optional.empty();
    private String body = "";
    private boolean sent;

    Wire(HttpClient client, Recorder recorder, Duration patience, Cancellation cancellation, Clock clock) {
        this.client = client;
        this.recorder = recorder;
        this.patience = patience;
        this.cancellation = cancellation;
        this.clock = clock;
    }

    /** What LangChain4j wants in order to get this. */
    HttpClientBuilder builder() {
        return new Builder(this);
    }

    /** What went wrong on the way; empty when a reply came. */
    Optional<ModelFault> fault() {
        return fault;
    }

    /** How long the provider asks to be left alone. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** HTTP's status, when a reply began. */
    OptionalInt status() {
        return begun ? OptionalInt.of(status) : OptionalInt.empty();
    }

    /** The reply as it came; empty when there was none. */
    String body() {
        return body;
    }

    /** Whether the request was recorded and may have left. */
    boolean wasSent() {
        return sent;
    }

    /** Whether the provider may have worked and charged without our having heard how much. */
    boolean mayHaveCost() {
        return sent
                && fault.filter(why -> why == ModelFault.TIMED_OUT
                                || why == ModelFault.BROKEN_OFF
                                || why == ModelFault.TOO_LARGE
                                || why == ModelFault.CANCELLED)
                        .isPresent();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        Optional<ModelFault> forbidden = recorder.sending(head(request), request.body());
        if (forbidden.isPresent()) {
            throw failure(forbidden.get(), null);
        }
        sent = true;
        HttpResponse<byte[]> response = response(request);
        body = new String(response.body(), StandardCharsets.UTF_8);
        retryAfter = response.headers().firstValue("retry-after").flatMap(text -> RetryAfter.of(text, clock.instant()));
        fault = fault(response.statusCode());
        if (fault.isPresent()) {
            // Without the body: what a provider says of an error may repeat what was sent.
            throw new HttpException(response.statusCode(), fault.get().id());
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(body)
                .build();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("replies are not streamed");
    }

    private HttpResponse<byte[]> response(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> reply = client.sendAsync(plain(request), info -> {
            status = info.statusCode();
            begun = true;
            return BodySubscribers.limiting(BodySubscribers.ofByteArray(), MOST_BYTES);
        });
        try (Cancellation.Registration _ = cancellation.onRequest(() -> reply.cancel(true))) {
            return reply.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            reply.cancel(true);
            throw failure(ModelFault.TIMED_OUT, late);
        } catch (CancellationException takenBack) {
            throw failure(ModelFault.CANCELLED, takenBack);
        } catch (InterruptedException takenBack) {
            reply.cancel(true);
            Thread.currentThread().interrupt();
            throw failure(ModelFault.CANCELLED, takenBack);
        } catch (ExecutionException broken) {
            throw failure(cancellation.isRequested() ? ModelFault.CANCELLED : fault(broken.getCause()), broken);
        }
    }

    private java.net.http.HttpRequest plain(HttpRequest request) {
        java.net.http.HttpRequest.Builder plain =
                java.net.http.HttpRequest.newBuilder(URI.create(request.url())).version(HttpClient.Version.HTTP_1_1);
        request.headers().forEach((name, values) -> values.forEach(value -> plain.header(name, value)));
        return plain.POST(BodyPublishers.ofString(request.body())).build();
    }

    private ModelFault fault(@Nullable Throwable broken) {
        return switch (broken) {
            case HttpTimeoutException _ -> ModelFault.TIMED_OUT;
            case ConnectException _ -> ModelFault.UNREACHABLE;
            case IOException large when String.valueOf(large.getMessage()).contains("capacity") -> ModelFault.TOO_LARGE;
            case IOException _ -> begun ? ModelFault.BROKEN_OFF : ModelFault.UNREACHABLE;
            case null, default -> ModelFault.UNREACHABLE;
        };
    }

    private static Optional<ModelFault> fault(int status) {
        return switch (status) {
            case 200, 201 -> Optional.empty();
            case 401, 403 -> Optional.of(ModelFault.WRONG_KEY);
            case 404 -> Optional.of(ModelFault.UNKNOWN_MODEL);
            case 429 -> Optional.of(ModelFault.RATE_LIMITED);
            case 503, 529 -> Optional.of(ModelFault.OVERLOADED);
            default -> Optional.of(status >= 500 ? ModelFault.SERVER_ERROR : ModelFault.BAD_REQUEST);
        };
    }

    private IllegalStateException failure(ModelFault why, @Nullable Exception cause) {
        fault = Optional.of(why);
        return new IllegalStateException(why.id(), cause);
    }

    /** As it is kept: the key is masked. */
    private static String head(HttpRequest request) {
        StringBuilder head = new StringBuilder("POST ").append(request.url()).append('\n');
        request.headers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(String.CASE_INSENSITIVE_ORDER))
                .forEach(header -> head.append(header.getKey())
                        .append(": ")
                        .append(isSecret(header.getKey()) ? "(not shown)" : String.join(", ", header.getValue()))
                        .append('\n'));
        return head.toString();
    }

    private static boolean isSecret(String header) {
        return List.of("x-api-key", "authorization", "api-key").stream().anyMatch(header::equalsIgnoreCase);
    }

    /** Always the same wire; its times are its own. */
    private record Builder(Wire wire) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return wire.patience;
        }

        @Override
        public HttpClientBuilder connectTimeout(@Nullable Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return wire.patience;
        }

        @Override
        public HttpClientBuilder readTimeout(@Nullable Duration ignored) {
            return this;
        }

        @Override
        public dev.langchain4j.http.client.HttpClient build() {
            return wire;
        }
    }
}
