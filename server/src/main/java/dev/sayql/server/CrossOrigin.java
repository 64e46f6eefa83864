package dev.sayql.server;

import dev.sayql.app.AppConfig.ServerConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Lets pages of configured origins, and of no others, call this server from a browser. Immutable. */
final class CrossOrigin {

    private static final String SHOWN =
            "RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, X-Request-Id, X-Query-Id, X-Truncated,"
                    + " Location";
    private static final String TAKEN = "x-api-key, x-admin-key, content-type, idempotency-key, prefer, accept";

    private final Set<String> origins;

    CrossOrigin(ServerConfig config) {
        this.origins = Set.copyOf(config.corsOrigins());
    }

    /** Says to the browser of an allowed page that it may hand over the reply. */
    void allow(Context call) {
        call.header("Vary", "Origin");
        String origin = call.header("Origin");
        if (origin != null && origins.contains(origin)) {
            call.header("Access-Control-Allow-Origin", origin);
            call.header("Access-Control-Expose-Headers", SHOWN);
        }
    }

    /** Replies to a browser that asks before it calls. */
    void preflight(Context call, List<String> methods) {
        allow(call);
        if (call.res().getHeader("Access-Control-Allow-Origin") != null) {
            call.header("Access-Control-Allow-Methods", String.join(", ", new TreeSet<>(methods)));
            call.header("Access-Control-Allow-Headers", TAKEN);
            call.header("Access-Control-Max-Age", "600");
        }
        Set<String> taken = new TreeSet<>(methods);
        taken.add("OPTIONS");
        if (methods.contains("GET")) {
            taken.add("HEAD");
        }
        call.header("Allow", String.join(", ", taken));
        call.status(204);
    }
}
