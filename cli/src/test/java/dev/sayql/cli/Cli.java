package dev.sayql.cli;

import dev.sayql.embedded.Endpoint;
import dev.sayql.testkit.SampleDatabase;
import dev.sayql.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The command line in this process, with its own system database and its words caught. */
final class Cli implements AutoCloseable {

    private final TestDatabase system = TestDatabase.create("cli");
    private final Map<String, String> environment = new HashMap<>();

    Cli() {
        Endpoint owner = system.owner();
        environment.put("SYSTEM_DB_HOST", owner.host());
        environment.put("SYSTEM_DB_PORT", Integer.toString(owner.port()));
        environment.put("SYSTEM_DB_NAME", owner.database());
        environment.put("SYSTEM_DB_USER", owner.user());
        environment.put("SYSTEM_DB_PASSWORD", owner.password());
        environment.put("SAYQL_SOURCE_URL", url(SampleDatabase.reader()));
    }

    /** How a command ended. */
    record Ended(int code, String out, String err) {}

    Cli with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** The environment that the commands see. */
    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    Ended run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                120,
                false,
                environment);
        int code = Main.run(console, arguments);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static String url(Endpoint endpoint) {
        return "postgresql://" + endpoint.user() + ":" + endpoint.password() + "@" + endpoint.host() + ":"
                + endpoint.port() + "/" + endpoint.database();
    }

    @Override
    public void close() {
        system.close();
    }
}
