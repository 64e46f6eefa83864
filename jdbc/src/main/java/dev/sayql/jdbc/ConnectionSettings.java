package dev.sayql.jdbc;

/**
 * How to reach one database. Immutable. {@link #toString()} hides the password.
 *
 * @param host a DNS name, an IPv4 address, or an IPv6 address without brackets
 * @param port 1 to 65535
 * @param password may be empty when the server asks for none
 */
public record ConnectionSettings(
        String host,
        int port,
        String database,
        String user,
        String password,
        Encryption encryption,
        Greeting greeting) {

    /** What the server shows as the name of our sessions unless told otherwise. */
    public static final String APPLICATION_NAME = "sayql";

    public static final int DEFAULT_PORT = 5432;

    private static final int MOST_CHARACTERS = 255;
    private static final int LONGEST_PASSWORD = 1_020;

    public ConnectionSettings {
        if (!HostText.isHost(host)) {
            throw new IllegalArgumentException("the host is not a DNS name or an IP address");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("the port is a number from 1 to 65535");
        }
        requirePlain("database", database);
        requirePlain("user", user);
        if (database.isEmpty() || user.isEmpty()) {
            throw new IllegalArgumentException("the database and the user must be named");
        }
        if (!isPassword(password)) {
            throw new IllegalArgumentException("the password is too long or holds a control character");
        }
    }

    /** Settings with the defaults for encryption and name. */
    public static ConnectionSettings of(String host, int port, String database, String user, String password) {
        return new ConnectionSettings(host, port, database, user, password, Encryption.usual(), Greeting.usual());
    }

    /** Short enough, and without anything that is not seen where it is printed. */
    static boolean isPlain(String text) {
        return text.length() <= MOST_CHARACTERS && text.codePoints().noneMatch(ConnectionSettings::isUnseen);
    }

    static boolean isPassword(String text) {
        return text.length() <= LONGEST_PASSWORD && text.chars().noneMatch(Character::isISOControl);
    }

    /** Control characters, marks that turn the direction of writing, line ends of every kind, broken characters. */
    static boolean isUnseen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static void requirePlain(String what, String text) {
        if (!isPlain(text)) {
            throw new IllegalArgumentException("the " + what + " is too long or holds a control character");
        }
    }

    @Override
    public String toString() {
        return "ConnectionSettings[host=" + host + ", port=" + port + ", database=" + database + ", user=" + user
                + ", password=***, sslMode=" + encryption.mode().id() + "]";
    }
}
