package dev.sayql.app;

import dev.sayql.core.question.SourcePolicy;
import dev.sayql.core.team.TeamId;
import dev.sayql.llm.ModelSettings;
import dev.sayql.store.PolicyYaml;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * @param teamSources where the sources that teams name may lead
 * @param semantics YAML of what words mean in the source, for this run, in place of what is stored
 * @param policy what the source's owner opens and keeps back
 * @param keeping how what is stored is kept
 * @param model the language model that is asked what the local engine declines; empty means none, and nothing ever calls out
 * @param cache where what that model wrote is remembered
 * @param encoder whether tables and candidates are read by meaning as well as by words, which takes memory
 * @param debug whether unexpected failures show their stack traces
 */
public record AppConfig(
        Path home,
        TeamId team,
        Environment environment,
        ServerConfig server,
        Optional<SystemDatabaseConfig> systemDatabase,
        Optional<SourceConfig> source,
        TeamSourcesConfig teamSources,
        Optional<String> semantics,
        SourcePolicy policy,
        KeepingConfig keeping,
        Optional<ModelSettings> model,
        AnswerCacheConfig cache,
        boolean encoder,
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
     * @param corsOrigins pages of these origins may call from a browser, such as https://app.example.com
     * @param trustProxy whether a proxy before this server says where calls come from
     * @param demoKey whether the key that everyone knows may open it; only where ENVIRONMENT=dev was said
     */
    public record ServerConfig(
            String bind, int port, List<String> hosts, List<String> corsOrigins, boolean trustProxy, boolean demoKey) {

        public static final String LOOPBACK = "127.0.0.1";
        public static final int DEFAULT_PORT = 8080;

        public ServerConfig {
            hosts = List.copyOf(hosts);
            corsOrigins = List.copyOf(corsOrigins);
        }

        /** The same with another port. */
        public ServerConfig withPort(int newPort) {
            return new ServerConfig(bind, newPort, hosts, corsOrigins, trustProxy, demoKey);
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
     * How what is stored is kept.
     *
     * @param masterKey 32 bytes in Base64 under which secrets are encrypted; empty means a file in the home folder
     * @param formerMasterKeys those before it, which still open what stands under them
     * @param historyDays for how many days exchanges are kept
     * @param auditDays for how many days the audit log is kept
     * @param refreshHours after how many hours a connected source is read again
     */
    public record KeepingConfig(
            Optional<Secret> masterKey,
            List<Secret> formerMasterKeys,
            int historyDays,
            int auditDays,
            int refreshHours) {

        public KeepingConfig {
            formerMasterKeys = List.copyOf(formerMasterKeys);
        }

        /** Two years, one year, a day. */
        public static KeepingConfig defaults() {
            return new KeepingConfig(Optional.empty(), List.of(), 730, 365, 24);
        }
    }

    /**
     * What is opened for sources that teams name, beside public addresses and PostgreSQL's usual ports.
     *
     * @param allowedRanges addresses such as 10.1.0.0/16
     */
    public record TeamSourcesConfig(List<String> allowedRanges, List<Integer> allowedPorts) {

        /** {@link ConfigurationException} with every range or port that is none. */
        public TeamSourcesConfig {
            allowedRanges = List.copyOf(allowedRanges);
            allowedPorts = List.copyOf(allowedPorts);
            List<String> problems = TeamSources.problems(allowedRanges, allowedPorts);
            if (!problems.isEmpty()) {
                throw new ConfigurationException(problems);
            }
        }

        /** The same with these opened as well. */
        public TeamSourcesConfig opening(List<String> ranges, List<Integer> ports) {
            List<String> allRanges = new ArrayList<>(allowedRanges);
            allRanges.addAll(ranges);
            List<Integer> allPorts = new ArrayList<>(allowedPorts);
            allPorts.addAll(ports);
            return new TeamSourcesConfig(allRanges, allPorts);
        }
    }

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
        return new AppConfig(
                home,
                newTeam,
                environment,
                server,
                systemDatabase,
                source,
                teamSources,
                semantics,
                policy,
                keeping,
                model,
                cache,
                encoder,
                debug);
    }

    /** The same, asking questions of this database. */
    public AppConfig withSource(SourceConfig newSource) {
        return new AppConfig(
                home,
                team,
                environment,
                server,
                systemDatabase,
                Optional.of(newSource),
                teamSources,
                semantics,
                policy,
                keeping,
                model,
                cache,
                encoder,
                debug);
    }

    /** The same, with these semantics for this run. */
    public AppConfig withSemantics(String yaml) {
        return new AppConfig(
                home,
                team,
                environment,
                server,
                systemDatabase,
                source,
                teamSources,
                Optional.of(yaml),
                policy,
                keeping,
                model,
                cache,
                encoder,
                debug);
    }

    /**
     * The same, with this policy of the source.
     *
     * @throws ConfigurationException when the text is no policy
     */
    public AppConfig withPolicy(String yaml) {
        return new AppConfig(
                home,
                team,
                environment,
                server,
                systemDatabase,
                source,
                teamSources,
                semantics,
                policyOf(yaml),
                keeping,
                model,
                cache,
                encoder,
                debug);
    }

    /**
     * The policy that a document describes.
     *
     * @throws ConfigurationException when the text is no policy
     */
    public static SourcePolicy policyOf(String yaml) {
        return switch (PolicyYaml.read(yaml)) {
            case PolicyYaml.Read.Understood(SourcePolicy understood) -> understood;
            case PolicyYaml.Read.Faulty(List<String> problems) -> throw new ConfigurationException(problems);
        };
    }

    /** The document that describes a policy. */
    public static String yamlOf(SourcePolicy policy) {
        return PolicyYaml.write(policy);
    }

    /** The same, listening on this port. */
    public AppConfig withPort(int port) {
        return new AppConfig(
                home,
                team,
                environment,
                server.withPort(port),
                systemDatabase,
                source,
                teamSources,
                semantics,
                policy,
                keeping,
                model,
                cache,
                encoder,
                debug);
    }
}
