package dev.sayql.jdbc;

import java.util.regex.Pattern;

/**
 * How to reach one database. Immutable. {@link #toString()} hides the password.
 *
 * @param host a DNS name, an IPv4 address, or an IPv6 address without brackets
 * @param port 1 to 65535
 * @param password may be empty when the server asks for none
 */
public record ConnectionSettings(
        String host, int port, String database, String user, String password, SslMode sslMode, String applicationName) {

    /** What the server shows as the name of our sessions unless told otherwise. */
    public static final String APPLICATION_NAME = "sayql";

    public static final int DEFAULT_PORT = 5432;

    private static final int MOST_CHARACTERS = 255;
    private static final Pattern DNS_NAME_OR_IPV4 =
            Pattern.compile("(?!-)[A-Za-z0-9_-]{1,63}(?:\\.[A-Za-z0-9_-]{1,63})*\\.?");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]{2,39}(?::[0-9]{1,3}(?:\\.[0-9]{1,3}){3})?");

    public ConnectionSettings {
        if (!isHost(host)) {
            throw new IllegalArgumentException("the host is not a DNS name or an IP address");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("the port is a number from 1 to 65535");
        }
        requirePlain("database", database);
        requirePlain("user", user);
        requirePlain("application name", applicationName);
        if (database.isEmpty() || user.isEmpty()) {
            throw new IllegalArgumentException("the database and the user must be named");
        }
        if (password.length() > 4 * MOST_CHARACTERS || password.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the password is too long or holds a NUL character");
        }
    }

    /** Settings with the defaults for encryption and name. */
    public static ConnectionSettings of(String host, int port, String database, String user, String password) {
        return new ConnectionSettings(host, port, database, user, password, SslMode.PREFER, APPLICATION_NAME);
    }

    static boolean isHost(String text) {
        return text.length() <= MOST_CHARACTERS
                && (DNS_NAME_OR_IPV4.matcher(text).matches()
                        || (text.indexOf(':') >= 0 && IPV6.matcher(text).matches()));
    }

    static boolean isPlain(String text) {
        return text.length() <= MOST_CHARACTERS && text.chars().noneMatch(Character::isISOControl);
    }

    private static void requirePlain(String what, String text) {
        if (!isPlain(text)) {
            throw new IllegalArgumentException("the " + what + " is too long or holds a control character");
        }
    }

    @Override
    public String toString() {
        return "ConnectionSettings[host=" + host + ", port=" + port + ", database=" + database + ", user=" + user
                + ", password=***, sslMode=" + sslMode.id() + "]";
    }
}
