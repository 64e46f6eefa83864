package dev.sayql.cli;

import dev.sayql.api.FailureLog;
import dev.sayql.app.App;
import dev.sayql.app.AppConfig;
import dev.sayql.app.Parts;
import dev.sayql.embedding.MiniLmCrossEncoder;
import dev.sayql.embedding.SentenceEncoder;
import dev.sayql.server.DynamoTables;
import dev.sayql.server.EmbeddedDatabases;

/** Starts what a command needs, with this console for words and failures. */
final class Opening {

    private Opening() {}

    static App app(AppConfig config, Console console) {
        return App.start(config, parts(console));
    }

    /** What this face brings: the embedded databases, and a place for notices. */
    static Parts parts(Console console) {
        return new Parts(
                new EmbeddedDatabases(),
                new DynamoTables(),
                new SentenceEncoder(),
                MiniLmCrossEncoder.bundled(),
                console::progress);
    }

    /** Failures go to standard error, with their stack trace only when asked for. */
    static FailureLog failures(Console console) {
        return (errorId, cause) -> {
            console.err()
                    .println("Unexpected failure, error id " + errorId + ": "
                            + cause.getClass().getSimpleName());
            Endings.debug(console, cause);
        };
    }
}
