package dev.sayql.server;

import dev.sayql.app.AppConfig.ServerConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names in Host headers that this server answers to. A web page that points its own name at this machine's address
 * (DNS rebinding) is told no. An address cannot be pointed elsewhere, so every address is good unless the server listens
 * on loopback alone. Immutable.
 */
final class AllowedHosts {

    static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern ADDRESS = Pattern.compile("\\[[0-9a-f:.]+]|[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    private final Set<String> names;
    private final boolean anyAddress;

    AllowedHosts(ServerConfig config) {
        this.names = new HashSet<>(LOOPBACK);
        config.hosts().forEach(host -> names.add(host.toLowerCase(Locale.ROOT)));
        this.anyAddress = !LOOPBACK.contains(config.bind());
    }

    /** Judges the value of a Host header, with or without a port. */
    boolean allow(String header) {
        String host = withoutPort(header.strip().toLowerCase(Locale.ROOT));
        return names.contains(host) || (anyAddress && ADDRESS.matcher(host).matches());
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
