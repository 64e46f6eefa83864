package dev.sayql.server;

import dev.sayql.api.Api;
import dev.sayql.api.Onlooker;
import dev.sayql.api.Reply;
import dev.sayql.api.Request;
import dev.sayql.api.Route;
import dev.sayql.app.AppConfig.ServerConfig;
import dev.sayql.core.execution.Cancellation;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
    private static final int LONGEST_ADDRESS = 45;

    private final Api api;
    private final List<Route> routes;
    private final AllowedHosts hosts;
    private final CrossOrigin crossOrigin;
    private final boolean trustProxy;
    private final InFlight inFlight = new InFlight();
    private final Presence presence = Presence.start();
    private final Javalin javalin;

    private HttpServer(Api api, ServerConfig config) {
        this.api = api;
        this.routes = api.routes();
        this.hosts = new AllowedHosts(config);
        this.crossOrigin = new CrossOrigin(config);
        this.trustProxy = config.trustProxy();
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
        api.drain(SHUTDOWN_PATIENCE);
        javalin.stop();
        presence.close();
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
            if (route.method().equals("GET")) {
                // The same without the body, or a health check that asks so would always hear that all is well.
                config.routes.addHttpHandler(HandlerType.HEAD, route.path(), call -> answer(call, route));
            }
        }
        for (String path : paths()) {
            config.routes.addHttpHandler(
                    HandlerType.OPTIONS, path, call -> crossOrigin.preflight(call, allowedAt(path)));
        }
        config.routes.exception(HttpResponseException.class, (refusal, call) -> send(call, problem(call, refusal)));
        config.routes.exception(Exception.class, (failure, call) -> send(call, api.failed(failure)));
    }

    private List<String> paths() {
        return routes.stream().map(Route::path).distinct().toList();
    }

    private void answer(Context call, Route route) {
        if (!inFlight.begin()) {
            send(call, Api.stopping());
            return;
        }
        try {
            Optional<Reply> refused = refused(call);
            if (refused.isPresent()) {
                refuse(call, route, refused.get());
            } else {
                serve(call, route);
            }
        } finally {
            inFlight.end();
        }
    }

    private Optional<Reply> refused(Context call) {
        boolean known = hosts.allow(Optional.ofNullable(call.header("Host")).orElse(""));
        return known ? Optional.empty() : Optional.of(Api.misdirected());
    }

    private static void refuse(Context call, Route route, Reply reply) {
        LOG.info("method={} route={} status={} address={}", route.method(), route.path(), reply.status(), call.ip());
        send(call, reply);
    }

    private void serve(Context call, Route route) {
        String body;
        try (InputStream stream = call.bodyInputStream()) {
            byte[] bytes = stream.readNBytes(Api.MOST_BODY_BYTES + 1);
            if (bytes.length > Api.MOST_BODY_BYTES) {
                refuse(call, route, Api.tooLarge());
                return;
            }
            body = utf8(bytes);
        } catch (CharacterCodingException notUtf8) {
            refuse(call, route, Api.malformed("The body must be UTF-8."));
            return;
        } catch (IOException cutOff) {
            refuse(call, route, Api.malformed("The body ended early."));
            return;
        }
        crossOrigin.allow(call);
        reply(call, route, body);
    }

    private void reply(Context call, Route route, String body) {
        Cancellation gone = new Cancellation();
        Optional<EventStream> events = route.watchable() && wantsEvents(call)
                ? Optional.of(new EventStream(call.res(), gone))
                : Optional.empty();
        Onlooker onlooker = events.<Onlooker>map(stream -> stream).orElseGet(Onlooker::nobody);
        Request request = new Request(
                headers(call), call.pathParamMap(), call.queryParamMap(), address(call), body, gone, onlooker);
        Reply reply;
        Presence.Watch watch = presence.watch(call.req(), gone, events);
        try (watch) {
            reply = route.endpoint().reply(request);
        }
        if (watch.mustClose()) {
            call.header("Connection", "close");
        }
        if (events.isEmpty() || !events.get().end(reply)) {
            send(call, reply);
        }
    }

    private static boolean wantsEvents(Context call) {
        return Optional.ofNullable(call.header("Accept")).orElse("").contains(EventStream.TYPE);
    }

    /** A header that came twice says nothing: two keys do not tell who asks. */
    private static Map<String, String> headers(Context call) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(call.req().getHeaderNames())) {
            List<String> values = Collections.list(call.req().getHeaders(name));
            if (values.size() == 1) {
                headers.put(name.toLowerCase(Locale.ROOT), values.getFirst());
            }
        }
        return headers;
    }

    /** Where the call comes from; what a proxy says counts only when the operator trusts it. */
    private String address(Context call) {
        String forwarded = trustProxy ? call.header("X-Forwarded-For") : null;
        if (forwarded == null || forwarded.isBlank()) {
            return call.req().getRemoteAddr();
        }
        // The last one is the one that our proxy added; those before it anybody may have written.
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return last.length() > LONGEST_ADDRESS ? call.req().getRemoteAddr() : last;
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
        for (String path : paths()) {
            List<String> allowed = allowedAt(path);
            routes.stream()
                    .filter(route -> !route.path().equals(path) && takes(route, path))
                    .map(Route::method)
                    .filter(method -> !allowed.contains(method))
                    .distinct()
                    .forEach(method -> closed.add(new Route(
                            method, path, Route.For.EVERYBODY, false, request -> Api.methodNotAllowed(allowed))));
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
