package dev.sayql.store;

/** How to reach the system database. Immutable. {@link #toString()} hides the password. */
public record SystemSettings(String host, int port, String database, String user, String password) {

    public SystemSettings {
        if (host.isBlank() || database.isBlank() || user.isBlank()) {
            throw new IllegalArgumentException("the system database needs a host, a database and a user");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("the system database's port is a number from 1 to 65535");
        }
    }

    @Override
    public String toString() {
        return "SystemSettings[host=" + host + ", port=" + port + ", database=" + database + ", user=" + user
                + ", password=***]";
    }
}
