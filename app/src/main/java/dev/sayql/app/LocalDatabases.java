package dev.sayql.app;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Databases that come with SayQL, so that nothing has to be set up. */
@FunctionalInterface
public interface LocalDatabases {

    /** Finds or starts them under this home. */
    Opened open(Path home, Consumer<String> notices);

    /** The databases in use, until closed. */
    interface Opened extends AutoCloseable {

        /** Our own tables, as the role that owns them. */
        Address system();

        /** The sample shop, as a role that can only read it. */
        Address sample();

        /** What words mean in the sample shop, as YAML. */
        String sampleSemantics();

        /** Starts them again when they are gone, and says whether that was so; costs next to nothing otherwise. */
        boolean revive();

        @Override
        void close();
    }

    /** Where a database is and as whom to sign in. */
    record Address(String host, int port, String database, String user, Secret password) {}
}
