package dev.sayql.testkit;

import dev.sayql.embedded.EmbeddedPostgres;
import dev.sayql.embedded.EmbeddedSettings;
import dev.sayql.embedded.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The sample shop on a server that all tests of one process share, and no other process uses meanwhile: a test may look at the
 * whole server, also when two modules are proven at once. Started at first use, used until the test process ends, and stopped
 * by itself two idle minutes later, so the next module of a build, and the next build soon after, find it running.
 *
 * <p>Its home is the system property {@code sayql.test.home}, else the first of the {@link TestHomes} of the source tree that is
 * free. Another server can be named for tests that need no sample, see {@link OtherServer}. Thread-safe.
 */
public final class SampleDatabase {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Optional<OtherServer> OTHER = OtherServer.named();

    private SampleDatabase() {}

    /** Started when first asked for, and held until the process ends. */
    private static final class Shared {
        private static final EmbeddedPostgres SERVER = start();
    }

    /** The sample shop as its read-only role; the rows' dates count back from {@link #today()}. */
    public static Endpoint reader() {
        return OTHER.map(OtherServer::reader).orElseGet(() -> Shared.SERVER.sample());
    }

    /** The sample shop as the server's superuser, for tests that must change something and put it back. */
    public static Endpoint owner() {
        Endpoint server = server();
        return new Endpoint(server.host(), server.port(), reader().database(), server.user(), server.password());
    }

    /** The shared server's own database as its superuser. */
    public static Endpoint server() {
        return OTHER.map(OtherServer::server).orElseGet(() -> Shared.SERVER.administration());
    }

    /** The role and password that own the databases of {@link TestDatabase}. */
    static Endpoint system() {
        return OTHER.map(OtherServer::owner).orElseGet(() -> Shared.SERVER.system());
    }

    /** The day the sample is dated from, in UTC. */
    public static LocalDate today() {
        return LocalDate.now(CLOCK);
    }

    private static EmbeddedPostgres start() {
        EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedSettings.of(home())
                .withClock(CLOCK)
                .withIdleTimeout(Duration.ofMinutes(2))
                .withoutDurability());
        if (!loadedOn(server).equals(today())) {
            // In use a sample may be some days old; a test must not depend on how many.
            server.resetSample();
        }
        return server;
    }

    private static LocalDate loadedOn(EmbeddedPostgres server) {
        Endpoint administration = server.administration();
        Endpoint sample = new Endpoint(
                administration.host(),
                administration.port(),
                server.sample().database(),
                administration.user(),
                administration.password());
        try (Connection connection = TestDatabase.connect(sample);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT day FROM sayql_sample.load")) {
            return row.next() ? row.getObject(1, LocalDate.class) : LocalDate.MIN;
        } catch (SQLException e) {
            throw new IllegalStateException("The shared test server does not say when its sample was loaded", e);
        }
    }

    private static Path home() {
        String given = System.getProperty("sayql.test.home", "");
        return given.isBlank() ? TestHomes.of(sourceTree().resolve("target")).take() : Path.of(given);
    }

    private static Path sourceTree() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        return start;
    }
}
