package dev.sayql.jdbc;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads {@code postgresql://user:password@host:port/database?sslmode=…} into settings. Strict, for such texts are
 * programs to a driver: one host, listed properties, nothing decoded twice, nothing taken from the environment. The text
 * itself goes nowhere; only the settings do. Whether the address may be dialled is judged by {@link AddressPolicy}.
 */
public final class ConnectionString {
    private static final int MOST_CHARACTERS = 2_000;
    private static final String OF_DRIVER = "jdbc:";
    private static final List<String> SCHEMES = List.of("postgresql://", "postgres://");

    /** Characters that end or start something elsewhere: a name that holds one is more likely a trick or a slip. */
    private static final Pattern ODD_IN_DATABASE = Pattern.compile("[&;=,:?/@'\"<>|^{}`]");

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
        } catch (RefusedText refusal) {
            return new Parsed.Refused(refusal.code(), refusal.sentence());
        }
    }

    private record Login(String user, String password) {}

    private static ConnectionSettings read(String text) throws RefusedText {
        String rest = withoutScheme(text);
        int question = rest.indexOf('?');
        UrlProperties properties =
                question < 0 ? UrlProperties.none() : UrlProperties.read(rest.substring(question + 1));
        String beforeQuery = question < 0 ? rest : rest.substring(0, question);
        int slash = beforeQuery.indexOf('/');
        String authority = slash < 0 ? beforeQuery : beforeQuery.substring(0, slash);
        String database = slash < 0 ? "" : database(beforeQuery.substring(slash + 1));
        int at = authority.lastIndexOf('@');
        String address = authority.substring(at + 1);
        Login login = login(at < 0 ? "" : authority.substring(0, at), at >= 0, properties);
        if (database.isEmpty()) {
            throw new RefusedText(
                    Code.MISSING_DATABASE, "The connection string names no database: postgresql://user@host/database.");
        }
        return new ConnectionSettings(
                host(address),
                port(address),
                database,
                login.user(),
                login.password(),
                properties.encryption(text.startsWith(OF_DRIVER)),
                properties.greeting());
    }

    private static String withoutScheme(String text) throws RefusedText {
        if (text.length() > MOST_CHARACTERS) {
            throw new RefusedText(Code.TOO_LONG, "The connection string is longer than 2,000 characters.");
        }
        if (text.codePoints().anyMatch(ConnectionString::isForbidden)) {
            throw new RefusedText(
                    Code.FORBIDDEN_CHARACTER,
                    "The connection string holds a blank, a control character, '\\' or '#'; those must be percent-encoded.");
        }
        String url = text.startsWith(OF_DRIVER) ? text.substring(OF_DRIVER.length()) : text;
        for (String scheme : SCHEMES) {
            if (url.startsWith(scheme)) {
                return url.substring(scheme.length());
            }
        }
        throw new RefusedText(
                Code.NOT_A_POSTGRESQL_URL, "A connection string starts with postgresql:// or postgres://.");
    }

    private static boolean isForbidden(int c) {
        return c <= ' '
                || c == '\\'
                || c == '#'
                || Character.getType(c) == Character.SPACE_SEPARATOR
                || ConnectionSettings.isUnseen(c);
    }

    private static Login login(String written, boolean isWritten, UrlProperties properties) throws RefusedText {
        if (written.indexOf('@') >= 0) {
            throw new RefusedText(Code.BAD_ENCODING, "Write '@' as %40 inside a user or password.");
        }
        boolean inQuery = properties.value("user").isPresent()
                || properties.value("password").isPresent();
        if (isWritten && inQuery) {
            throw new RefusedText(
                    Code.REPEATED_PROPERTY, "User and password are given both before the host and after '?'.");
        }
        int colon = written.indexOf(':');
        String user = properties
                .value("user")
                .orElse(PercentEncoding.decode(colon < 0 ? written : written.substring(0, colon)));
        String password = properties
                .value("password")
                .orElse(colon < 0 ? "" : PercentEncoding.decode(written.substring(colon + 1)));
        if (user.isEmpty()) {
            throw new RefusedText(
                    Code.MISSING_USER, "The connection string names no user: postgresql://user@host/database.");
        }
        if (!ConnectionSettings.isPassword(password)) {
            throw new RefusedText(Code.FORBIDDEN_CHARACTER, "The password is too long or holds a control character.");
        }
        return new Login(plain("user", user), password);
    }

    private static String database(String written) throws RefusedText {
        if (ODD_IN_DATABASE.matcher(written).find()) {
            throw new RefusedText(
                    Code.BAD_ENCODING, "Inside the name of a database marks such as / & ; = must be percent-encoded.");
        }
        return plain("database", PercentEncoding.decode(written));
    }

    private static String host(String address) throws RefusedText {
        if (address.indexOf(',') >= 0) {
            throw new RefusedText(Code.SEVERAL_HOSTS, "Only one host can be given.");
        }
        boolean bracketed = address.startsWith("[");
        int end = bracketed ? address.indexOf(']') : address.indexOf(':');
        String host =
                bracketed ? address.substring(1, Math.max(1, end)) : end < 0 ? address : address.substring(0, end);
        if (!HostText.isHost(host) || bracketed != host.indexOf(':') >= 0) {
            throw new RefusedText(
                    Code.BAD_HOST, "The host must be a DNS name, an IPv4 address or an IPv6 address in brackets.");
        }
        return host;
    }

    private static int port(String address) throws RefusedText {
        int hostEnd = address.startsWith("[") ? address.indexOf(']') + 1 : address.indexOf(':');
        String port = hostEnd < 0 ? "" : address.substring(hostEnd);
        if (port.isEmpty()) {
            return ConnectionSettings.DEFAULT_PORT;
        }
        int number = port.matches(":[1-9][0-9]{0,4}") ? Integer.parseInt(port.substring(1)) : 0;
        if (number < 1 || number > 65_535) {
            throw new RefusedText(Code.BAD_PORT, "The port must be a number from 1 to 65535.");
        }
        return number;
    }

    private static String plain(String what, String decoded) throws RefusedText {
        if (!ConnectionSettings.isPlain(decoded)) {
            throw new RefusedText(
                    Code.FORBIDDEN_CHARACTER, "The " + what + " is too long or holds a control character.");
        }
        return decoded;
    }
}
