package dev.sayql.app;

import dev.sayql.core.team.TeamId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be configured, read once. A value that exists is valid; secrets mask themselves. Immutable.
 *
 * @param home folder of what SayQL keeps on this machine
 * @param team on whose behalf this machine asks
 * @param systemDatabase where our own tables are; empty means the embedded server
 * @param source the database to ask questions of; empty means the embedded sample shop
 * @param semantics YAML of what words mean in the source, for this run, in place of what is stored
 * @param debug whether unexpected failures show their stack traces
 */
public record AppConfig(
        Path home,
        TeamId team,
        Environment environment,
        ServerConfig server,
        Optional<SystemDatabaseConfig> systemDatabase,
        Optional<SourceConfig> source,
        Optional<String> semantics,
        boolean debug) {

    /** The team of a machine that serves one person, and of the sample shop. */
    public static final TeamId DEMO_TEAM = new TeamId("demo");

    /** Where this runs; production refuses what is only good for trying things out. */
    public enum Environment {
        DEV,
        PROD
    }

    /**
     * How the HTTP server listens.
     *
     * @param bind address to listen on
     * @param port 0 takes any free one
     * @param hosts names this server goes by in Host headers, beside its address and localhost
     */
    public record ServerConfig(String bind, int port, List<String> hosts) {

        public static final String LOOPBACK = "127.0.0.1";
        public static final int DEFAULT_PORT = 8080;

        public ServerConfig {
            hosts = List.copyOf(hosts);
        }

        /** The same with another port. */
        public ServerConfig withPort(int newPort) {
            return new ServerConfig(bind, newPort, hosts);
        }
    }

    /** Where our own tables are and as whom to sign in. */
    public record SystemDatabaseConfig(String host, int port, String database, String user, Secret password) {}

    /**
     * A database given by the operator.
     *
     * @param url as PostgreSQL writes them; may hold a password
     * @param trusted whether a role that may do more than read is accepted
     */
    public record SourceConfig(Secret url, boolean trusted) {}

    /**
     * Reads the configuration from the environment.
     *
     * @throws ConfigurationException with everything that is wrong
     */
    public static AppConfig from(Map<String, String> environment) {
        return new ConfigReader(environment).read();
    }

    /** The same, on behalf of this team. */
    public AppConfig withTeam(TeamId newTeam) {
        return new AppConfig(home, newTeam, environment, server, systemDatabase, source, semantics, debug);
    }

    /** The same, asking questions of this database. */
    public AppConfig withSource(SourceConfig newSource) {
        return new AppConfig(home, team, environment, server, systemDatabase, Optional.of(newSource), semantics, debug);
    }

    /** The same, with these semantics for this run. */
    public AppConfig withSemantics(String yaml) {
        return new AppConfig(home, team, environment, server, systemDatabase, source, Optional.of(yaml), debug);
    }

    /** The same, listening on this port. */
    public AppConfig withPort(int port) {
        return new AppConfig(home, team, environment, server.withPort(port), systemDatabase, source, semantics, debug);
    }
}
