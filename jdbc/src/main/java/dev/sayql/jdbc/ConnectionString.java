package dev.sayql.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads {@code postgresql://user:password@host:port/database?sslmode=…} into settings. Strict, for such texts are
 * programs to a driver: one host, four known properties, nothing decoded twice, nothing taken from the environment. The
 * text itself goes nowhere; only the settings do.
 */
public final class ConnectionString {
    private static final int MOST_CHARACTERS = 2_000;
    private static final List<String> SCHEMES = List.of("postgresql://", "postgres://");
    private static final Set<String> PROPERTIES = Set.of("user", "password", "sslmode", "application_name");

    private ConnectionString() {}

    /** How reading ended. */
    public sealed interface Parsed {

        record Accepted(ConnectionSettings settings) implements Parsed {}

        /**
         * Not accepted.
         *
         * @param sentence for whoever wrote it; never holds the text's password
         */
        record Refused(Code code, String sentence) implements Parsed {}
    }

    /** Closed set of reasons. */
    public enum Code {
        TOO_LONG,
        NOT_A_POSTGRESQL_URL,
        FORBIDDEN_CHARACTER,
        SEVERAL_HOSTS,
        BAD_HOST,
        BAD_PORT,
        MISSING_USER,
        MISSING_DATABASE,
        BAD_ENCODING,
        UNKNOWN_PROPERTY,
        REPEATED_PROPERTY,
        BAD_PROPERTY
    }

    /** Never throws for any text. */
    public static Parsed parse(String text) {
        try {
            return new Parsed.Accepted(read(text));
        } catch (Refusal refusal) {
            return new Parsed.Refused(refusal.code, refusal.sentence);
        }
    }

    private static ConnectionSettings read(String text) throws Refusal {
        String rest = withoutScheme(text);
        int question = rest.indexOf('?');
        Map<String, String> properties = question < 0 ? Map.of() : properties(rest.substring(question + 1));
        String beforeQuery = question < 0 ? rest : rest.substring(0, question);
        int slash = beforeQuery.indexOf('/');
        String authority = slash < 0 ? beforeQuery : beforeQuery.substring(0, slash);
        String database = slash < 0 ? "" : plain("database", decode(beforeQuery.substring(slash + 1)));
        int at = authority.lastIndexOf('@');
        String address = authority.substring(at + 1);
        String login = at < 0 ? "" : authority.substring(0, at);
        int colon = login.indexOf(':');
        String user = decode(colon < 0 ? login : login.substring(0, colon));
        String password = colon < 0 ? "" : decode(login.substring(colon + 1));
        if (at >= 0 && (properties.containsKey("user") || properties.containsKey("password"))) {
            throw new Refusal(
                    Code.REPEATED_PROPERTY, "User and password are given both before the host and after '?'.");
        }
        user = plain("user", properties.getOrDefault("user", user));
        if (user.isEmpty()) {
            throw new Refusal(
                    Code.MISSING_USER, "The connection string names no user: postgresql://user@host/database.");
        }
        if (database.isEmpty()) {
            throw new Refusal(
                    Code.MISSING_DATABASE, "The connection string names no database: postgresql://user@host/database.");
        }
        return new ConnectionSettings(
                host(address),
                port(address),
                database,
                user,
                properties.getOrDefault("password", password),
                sslMode(properties),
                plain(
                        "application_name",
                        properties.getOrDefault("application_name", ConnectionSettings.APPLICATION_NAME)));
    }

    private static String withoutScheme(String text) throws Refusal {
        if (text.length() > MOST_CHARACTERS) {
            throw new Refusal(Code.TOO_LONG, "The connection string is longer than 2,000 characters.");
        }
        if (text.chars().anyMatch(c -> c <= ' ' || c == 0x7f || c == '\\' || c == '#')) {
            throw new Refusal(
                    Code.FORBIDDEN_CHARACTER,
                    "The connection string holds a blank, a control character, '\\' or '#'; those must be percent-encoded.");
        }
        String url = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        for (String scheme : SCHEMES) {
            if (url.startsWith(scheme)) {
                return url.substring(scheme.length());
            }
        }
        throw new Refusal(Code.NOT_A_POSTGRESQL_URL, "A connection string starts with postgresql:// or postgres://.");
    }

    private static String host(String address) throws Refusal {
        if (address.indexOf(',') >= 0) {
            throw new Refusal(Code.SEVERAL_HOSTS, "Only one host can be given.");
        }
        boolean bracketed = address.startsWith("[");
        int end = bracketed ? address.indexOf(']') : address.indexOf(':');
        String host =
                bracketed ? address.substring(1, Math.max(1, end)) : end < 0 ? address : address.substring(0, end);
        if (!ConnectionSettings.isHost(host) || bracketed != host.indexOf(':') >= 0) {
            throw new Refusal(
                    Code.BAD_HOST, "The host must be a DNS name, an IPv4 address or an IPv6 address in brackets.");
        }
        return host;
    }

    private static int port(String address) throws Refusal {
        int hostEnd = address.startsWith("[") ? address.indexOf(']') + 1 : address.indexOf(':');
        String port = hostEnd < 0 ? "" : address.substring(hostEnd);
        if (port.isEmpty()) {
            return ConnectionSettings.DEFAULT_PORT;
        }
        if (!port.matches(":[0-9]{1,5}")) {
            throw new Refusal(Code.BAD_PORT, "The port must be a number from 1 to 65535.");
        }
        int number = Integer.parseInt(port.substring(1));
        if (number < 1 || number > 65_535) {
            throw new Refusal(Code.BAD_PORT, "The port must be a number from 1 to 65535.");
        }
        return number;
    }

    private static SslMode sslMode(Map<String, String> properties) throws Refusal {
        Optional<String> given = Optional.ofNullable(properties.get("sslmode"));
        if (given.isEmpty()) {
            return SslMode.PREFER;
        }
        return SslMode.of(given.get())
                .orElseThrow(() -> new Refusal(
                        Code.BAD_PROPERTY, "sslmode is one of disable, prefer, require, verify-ca and verify-full."));
    }

    private static Map<String, String> properties(String query) throws Refusal {
        Map<String, String> properties = new TreeMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!PROPERTIES.contains(name)) {
                throw new Refusal(
                        Code.UNKNOWN_PROPERTY,
                        "Only the properties user, password, sslmode and application_name can be given after '?'.");
            }
            if (equals < 0) {
                throw new Refusal(Code.BAD_PROPERTY, "The property " + name + " has no value.");
            }
            if (properties.putIfAbsent(name, decode(pair.substring(equals + 1))) != null) {
                throw new Refusal(Code.REPEATED_PROPERTY, "The property " + name + " is given twice.");
            }
        }
        return properties;
    }

    private static String plain(String what, String decoded) throws Refusal {
        if (!ConnectionSettings.isPlain(decoded)) {
            throw new Refusal(Code.FORBIDDEN_CHARACTER, "The " + what + " is too long or holds a control character.");
        }
        return decoded;
    }

    /** Percent decoding of UTF-8, once; '+' is a plus. */
    private static String decode(String text) throws Refusal {
        if (text.indexOf('@') >= 0 || text.indexOf('/') >= 0) {
            throw new Refusal(
                    Code.BAD_ENCODING, "Write '@' as %40 and '/' as %2F inside a user, password, database or value.");
        }
        if (text.indexOf('%') < 0) {
            return text;
        }
        List<Byte> bytes = new ArrayList<>();
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                bytes.add(raw[i]);
                continue;
            }
            int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (high < 0 || low < 0 || (high == 0 && low == 0)) {
                throw new Refusal(Code.BAD_ENCODING, "A '%' must be followed by two hexadecimal digits other than 00.");
            }
            bytes.add((byte) (high * 16 + low));
            i += 2;
        }
        return utf8(bytes);
    }

    private static String utf8(List<Byte> bytes) throws Refusal {
        ByteBuffer buffer = ByteBuffer.allocate(bytes.size());
        bytes.forEach(buffer::put);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(buffer.flip()).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Refusal(Code.BAD_ENCODING, "The percent-encoded bytes are not UTF-8.");
        }
    }

    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        private final Code code;
        private final String sentence;

        Refusal(Code code, String sentence) {
            super(sentence, null, false, false);
            this.code = code;
            this.sentence = sentence;
        }
    }
}
