package dev.sayql.testkit;

import dev.sayql.embedded.Endpoint;
import java.util.List;
import java.util.Optional;

/**
 * A server that was started elsewhere, for tests against other versions of PostgreSQL: the system property
 * {@code sayql.test.server} names it as {@code host:port:superuser:password}. It holds no sample shop; the roles that own and
 * read the databases of tests are made on it. Immutable.
 */
record OtherServer(Endpoint server, Endpoint owner, Endpoint reader) {

    private static final String PASSWORD = "of tests only";

    /** The named server, ready for tests; empty when none is named. */
    static Optional<OtherServer> named() {
        String given = System.getProperty("sayql.test.server", "");
        if (given.isBlank()) {
            return Optional.empty();
        }
        List<String> parts = List.of(given.split(":", 4));
        if (parts.size() != 4) {
            throw new IllegalArgumentException("sayql.test.server is host:port:superuser:password");
        }
        int port = Integer.parseInt(parts.get(1));
        OtherServer other = new OtherServer(
                new Endpoint(parts.getFirst(), port, "postgres", parts.get(2), parts.get(3)),
                new Endpoint(parts.getFirst(), port, "postgres", "sayql_test_owner", PASSWORD),
                new Endpoint(parts.getFirst(), port, "postgres", "sayql_test_reader", PASSWORD));
        List.of(other.owner(), other.reader()).forEach(role -> make(other.server(), role));
        return Optional.of(other);
    }

    private static void make(Endpoint server, Endpoint role) {
        TestDatabase.run(server, """
                DO $$ BEGIN
                  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
                    CREATE ROLE %1$s LOGIN PASSWORD '%2$s';
                  END IF;
                END $$
                """.formatted(role.user(), PASSWORD));
    }
}
