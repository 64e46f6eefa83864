package dev.sayql.jdbc;

import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import dev.sayql.embedded.Endpoint;
import dev.sayql.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A test server's databases as sources. */
final class Databases {
    static final Source SOURCE = new Source(new TeamId("team"), new SourceId("shop"), "shop");

    private Databases() {}

    static ConnectionSettings settings(Endpoint endpoint) {
        return ConnectionSettings.of(
                endpoint.host(), endpoint.port(), endpoint.database(), endpoint.user(), endpoint.password());
    }

    /** The server's version, as 16 is one. */
    static int majorVersion(Endpoint endpoint) throws SQLException {
        try (Connection connection = TestDatabase.connect(endpoint)) {
            return connection.getMetaData().getDatabaseMajorVersion();
        }
    }

    static SourcePools pools(Endpoint endpoint) {
        return pools(settings(endpoint), false);
    }

    static SourcePools pools(ConnectionSettings settings, boolean trusted) {
        return new SourcePools(source -> Optional.of(JdbcSource.ofOperator(settings, trusted)));
    }
}
