package dev.sayql.server;

import dev.sayql.api.Api;
import dev.sayql.api.Reply;
import dev.sayql.api.Request;
import dev.sayql.api.Route;
import dev.sayql.app.AppConfig.ServerConfig;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the routes of an {@link Api} over HTTP, each call on a virtual thread of its own. Everything it says itself is a
 * problem after RFC 9457. Thread-safe.
 */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(10);

    private final Api api;
    private final List<Route> routes;
    private final AllowedHosts hosts;
    private final InFlight inFlight = new InFlight();
    private final Javalin javalin;

    private HttpServer(Api api, ServerConfig config) {
        this.api = api;
        this.routes = api.routes();
        this.hosts = new AllowedHosts(config);
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Starts listening.
     *
     * @throws CannotListenException when the port is taken or the address is not this machine's
     */
    public static HttpServer start(Api api, ServerConfig config) {
        HttpServer server = new HttpServer(api, config);
        try {
            server.javalin.start(config.bind(), config.port());
            return server;
        } catch (JavalinBindException busy) {
            server.javalin.stop();
            throw new CannotListenException(config.bind(), config.port(), busy);
        }
    }

    /** The port listened on. */
    public int port() {
        return javalin.port();
    }

    /** Answers the calls that have begun, at most ten seconds long, and stops listening. */
    @Override
    public void close() {
        inFlight.drain(SHUTDOWN_PATIENCE);
        javalin.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = Api.MOST_BODY_BYTES;
        config.http.prefer405over404 = true;
        config.http.generateEtags = false;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServer(jetty -> jetty.setErrorHandler(new PlainErrors()));
        // Before the routes with placeholders, which would take the path of a fixed one for a value.
        for (Route closed : closedMethods()) {
            config.routes.addHttpHandler(
                    HandlerType.findOrCreate(closed.method()), closed.path(), call -> answer(call, closed));
        }
        for (Route route : routes) {
            config.routes.addHttpHandler(
                    HandlerType.findOrCreate(route.method()), route.path(), call -> answer(call, route));
        }
        config.routes.exception(HttpResponseException.class, (refusal, call) -> send(call, problem(call, refusal)));
        config.routes.exception(Exception.class, (failure, call) -> send(call, api.failed(failure)));
    }

    private void answer(Context call, Route route) {
        long started = System.nanoTime();
        if (!inFlight.begin()) {
            send(call, Api.stopping());
            return;
        }
        try {
            Reply reply = reply(call, route);
            send(call, reply);
            LOG.info(
                    "method={} route={} status={} ms={} query_id={}",
                    route.method(),
                    route.path(),
                    reply.status(),
                    (System.nanoTime() - started) / 1_000_000,
                    reply.queryId().orElse("-"));
        } finally {
            inFlight.end();
        }
    }

    private Reply reply(Context call, Route route) {
        if (!hosts.allow(Optional.ofNullable(call.header("Host")).orElse(""))) {
            return Api.misdirected();
        }
        try (InputStream stream = call.bodyInputStream()) {
            byte[] body = stream.readNBytes(Api.MOST_BODY_BYTES + 1);
            if (body.length > Api.MOST_BODY_BYTES) {
                return Api.tooLarge();
            }
            List<String> keys = Collections.list(call.req().getHeaders("x-api-key"));
            // Two keys say nothing about who asks.
            Optional<String> apiKey = keys.size() == 1 ? Optional.of(keys.getFirst()) : Optional.empty();
            return route.endpoint().reply(new Request(apiKey, call.pathParamMap(), utf8(body)));
        } catch (CharacterCodingException notUtf8) {
            return Api.malformed("The body must be UTF-8.");
        } catch (IOException cutOff) {
            return Api.malformed("The body ended early.");
        }
    }

    private static String utf8(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    private Reply problem(Context call, HttpResponseException refusal) {
        return switch (refusal.getStatus()) {
            case 404 -> Api.notFound();
            case 405 -> Api.methodNotAllowed(allowedAt(call.path()));
            case 413 -> Api.tooLarge();
            default -> Api.malformed("The request cannot be read.");
        };
    }

    /** For each fixed path the methods that it has not and a route with a placeholder has. */
    private List<Route> closedMethods() {
        List<Route> closed = new ArrayList<>();
        for (String path : routes.stream().map(Route::path).distinct().toList()) {
            List<String> allowed = allowedAt(path);
            routes.stream()
                    .filter(route -> !route.path().equals(path) && takes(route, path))
                    .map(Route::method)
                    .filter(method -> !allowed.contains(method))
                    .distinct()
                    .forEach(method ->
                            closed.add(new Route(method, path, true, request -> Api.methodNotAllowed(allowed))));
        }
        return closed;
    }

    private List<String> allowedAt(String path) {
        boolean fixed = routes.stream().anyMatch(route -> route.path().equals(path));
        return routes.stream()
                .filter(route -> fixed ? route.path().equals(path) : takes(route, path))
                .map(Route::method)
                .sorted()
                .toList();
    }

    private static boolean takes(Route route, String path) {
        return path.matches(route.path().replaceAll("\\{[a-z_]+}", "[^/]+"));
    }

    private static void send(Context call, Reply reply) {
        for (Map.Entry<String, String> header : reply.headers().entrySet()) {
            call.header(header.getKey(), header.getValue());
        }
        call.header("X-Content-Type-Options", "nosniff");
        call.header("Cache-Control", "no-store");
        call.status(reply.status()).contentType(reply.contentType()).result(reply.body());
    }
}
