package dev.sayql.store;

import dev.sayql.embedded.Endpoint;
import dev.sayql.testkit.TestDatabase;

/** A test database as the system database. */
final class SystemDatabases {

    private SystemDatabases() {}

    static SystemSettings settings(TestDatabase database) {
        Endpoint owner = database.owner();
        return new SystemSettings(owner.host(), owner.port(), owner.database(), owner.user(), owner.password());
    }

    static SystemDatabase open(TestDatabase database) {
        return SystemDatabase.open(settings(database));
    }
}
