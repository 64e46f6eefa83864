package dev.sayql.embedded;

/**
 * Where and as whom to connect to one database. Immutable. The password never shows in {@link #toString()}.
 *
 * @param host the server's address, always loopback
 * @param port the server's port, 1 to 65535; it can change when the server is started again
 * @param database name of the database
 * @param user role to sign in as
 * @param password the role's password
 */
public record Endpoint(String host, int port, String database, String user, String password) {

    public Endpoint {
        if (host.isBlank() || database.isBlank() || user.isBlank() || password.isBlank()) {
            throw new IllegalArgumentException("An endpoint needs a host, a database, a user and a password");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("Port out of range: " + port);
        }
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database + " (password not shown)";
    }
}
