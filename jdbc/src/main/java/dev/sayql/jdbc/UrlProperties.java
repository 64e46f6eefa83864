package dev.sayql.jdbc;

import dev.sayql.jdbc.ConnectionString.Code;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What follows the {@code ?} of a connection string: the properties that we follow, and some that other programs need and
 * that mean nothing to us. Every other name, and every other value of those, is refused. Immutable.
 */
final class UrlProperties {
    private static final Set<String> FOLLOWED = Set.of(
            "user", "password", "sslmode", "ssl", "sslrootcert", "channel_binding", "application_name", "options");

    /** The driver's spellings of PostgreSQL's names. */
    private static final Map<String, String> SPELLINGS = Map.of(
            "ApplicationName", "application_name", "channelBinding", "channel_binding", "gssEncMode", "gssencmode");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final Pattern YES_OR_NO = Pattern.compile("true|false");

    /**
     * In strings that providers and other programs hand out. Each asks for something that we settle ourselves, or that
     * makes no difference to one who only reads from one host.
     */
    private static final Map<String, Pattern> WITHOUT_EFFECT = Map.ofEntries(
            Map.entry("connect_timeout", NUMBER),
            Map.entry("connectTimeout", NUMBER),
            Map.entry("loginTimeout", NUMBER),
            Map.entry("socketTimeout", NUMBER),
            Map.entry("tcp_user_timeout", NUMBER),
            Map.entry("keepalives", NUMBER),
            Map.entry("keepalives_idle", NUMBER),
            Map.entry("keepalives_interval", NUMBER),
            Map.entry("keepalives_count", NUMBER),
            Map.entry("tcpKeepAlive", YES_OR_NO),
            Map.entry("prepareThreshold", NUMBER),
            Map.entry("connection_limit", NUMBER),
            Map.entry("pool_timeout", NUMBER),
            Map.entry("pgbouncer", YES_OR_NO),
            Map.entry("schema", Pattern.compile("public")),
            Map.entry("supa", Pattern.compile("[a-z0-9.-]{1,63}")),
            Map.entry("gssencmode", Pattern.compile("disable|prefer")),
            Map.entry("client_encoding", Pattern.compile("(?i)utf-?8")),
            Map.entry(
                    "target_session_attrs",
                    Pattern.compile("any|read-write|read-only|primary|standby|prefer-standby")));

    private final Map<String, String> values;

    private UrlProperties(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    static UrlProperties none() {
        return new UrlProperties(Map.of());
    }

    static UrlProperties read(String query) throws RefusedText {
        Map<String, String> values = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String written = equals < 0 ? pair : pair.substring(0, equals);
            String name = SPELLINGS.getOrDefault(written, written);
            if (!FOLLOWED.contains(name) && !WITHOUT_EFFECT.containsKey(name)) {
                throw new RefusedText(
                        Code.UNKNOWN_PROPERTY,
                        "Only listed properties can be given after '?', such as sslmode; docs/sources.md lists them.");
            }
            if (equals < 0) {
                throw new RefusedText(Code.BAD_PROPERTY, "The property " + name + " has no value.");
            }
            String value = PercentEncoding.decode(pair.substring(equals + 1));
            Pattern listed = WITHOUT_EFFECT.get(name);
            if (listed != null && !listed.matcher(value).matches()) {
                throw new RefusedText(Code.BAD_PROPERTY, "The property " + name + " cannot have this value.");
            }
            if (values.putIfAbsent(name, value) != null) {
                throw new RefusedText(Code.REPEATED_PROPERTY, "The property " + name + " is given twice.");
            }
        }
        return new UrlProperties(values);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * What the properties say of encryption.
     *
     * @param ofDriver whether the string is one of the driver's, to which {@code ssl=true} means more
     */
    Encryption encryption(boolean ofDriver) throws RefusedText {
        SslMode otherwise = SslMode.PREFER;
        if (values.containsKey("ssl")) {
            require(values.get("ssl"), "true", "ssl can only be true; use sslmode for everything else.");
            otherwise = ofDriver ? SslMode.VERIFY_FULL : SslMode.REQUIRE;
        }
        Optional<SslMode> given = value("sslmode").flatMap(SslMode::of);
        if (values.containsKey("sslmode") && given.isEmpty()) {
            throw new RefusedText(
                    Code.BAD_PROPERTY, "sslmode is one of disable, allow, prefer, require, verify-ca and verify-full.");
        }
        SslMode mode = given.orElse(otherwise);
        if (values.containsKey("sslrootcert")) {
            require(values.get("sslrootcert"), "system", "sslrootcert can only be system: no file is read.");
            mode = given.orElse(SslMode.VERIFY_FULL);
            if (mode != SslMode.VERIFY_FULL) {
                throw new RefusedText(Code.BAD_PROPERTY, "sslrootcert=system goes with sslmode=verify-full only.");
            }
        }
        return new Encryption(mode, channelBinding());
    }

    private ChannelBinding channelBinding() throws RefusedText {
        Optional<ChannelBinding> given = value("channel_binding").flatMap(ChannelBinding::of);
        if (values.containsKey("channel_binding") && given.isEmpty()) {
            throw new RefusedText(Code.BAD_PROPERTY, "channel_binding is one of disable, prefer and require.");
        }
        return given.orElse(ChannelBinding.PREFER);
    }

    /** What is said of us to the server. */
    Greeting greeting() throws RefusedText {
        String name = values.getOrDefault("application_name", ConnectionSettings.APPLICATION_NAME);
        if (!ConnectionSettings.isPlain(name)) {
            throw new RefusedText(
                    Code.FORBIDDEN_CHARACTER, "The application name is too long or holds a control character.");
        }
        Optional<String> options = value("options");
        if (options.isPresent() && !Greeting.isRoute(options.get())) {
            throw new RefusedText(
                    Code.BAD_PROPERTY, "options can only name a provider's endpoint, as in options=endpoint%3Dname.");
        }
        return new Greeting(name, options);
    }

    private static void require(String value, String expected, String sentence) throws RefusedText {
        if (!value.equals(expected)) {
            throw new RefusedText(Code.BAD_PROPERTY, sentence);
        }
    }
}
