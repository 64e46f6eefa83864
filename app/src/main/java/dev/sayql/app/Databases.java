package dev.sayql.app;

import dev.sayql.app.AppConfig.SystemDatabaseConfig;
import dev.sayql.store.SystemSettings;
import java.util.Optional;

/**
 * Which databases this composition uses: those the configuration names, and local ones for what it does not name. Local
 * ones are not opened when none is needed.
 *
 * @param local to be closed at the end
 * @param source what is asked
 * @param sampleSemantics YAML to begin with, when the source is the sample shop
 */
record Databases(
        Optional<LocalDatabases.Opened> local,
        SystemSettings system,
        SourceAddress source,
        Optional<String> sampleSemantics) {

    static Databases of(AppConfig config, Parts parts) {
        Optional<SourceAddress> named = config.source().map(source -> SourceAddress.of(config.team(), source));
        if (named.isPresent() && config.systemDatabase().isPresent()) {
            return new Databases(
                    Optional.empty(), settings(config.systemDatabase().get()), named.get(), Optional.empty());
        }
        LocalDatabases.Opened local = parts.localDatabases().open(config.home(), parts.notices());
        SystemSettings system =
                config.systemDatabase().map(Databases::settings).orElseGet(() -> settings(local.system()));
        return named.map(source -> new Databases(Optional.of(local), system, source, Optional.empty()))
                .orElseGet(() -> new Databases(
                        Optional.of(local),
                        system,
                        SourceAddress.ofSample(config.team(), local.sample()),
                        Optional.of(local.sampleSemantics())));
    }

    /**
     * Where our own tables are, and nothing else.
     *
     * @param local to be closed at the end
     */
    record OfOurs(Optional<LocalDatabases.Opened> local, SystemSettings system) {}

    static OfOurs ofOurs(AppConfig config, Parts parts) {
        if (config.systemDatabase().isPresent()) {
            return new OfOurs(Optional.empty(), settings(config.systemDatabase().get()));
        }
        LocalDatabases.Opened local = parts.localDatabases().open(config.home(), parts.notices());
        return new OfOurs(Optional.of(local), settings(local.system()));
    }

    private static SystemSettings settings(SystemDatabaseConfig config) {
        return new SystemSettings(
                config.host(),
                config.port(),
                config.database(),
                config.user(),
                config.password().value());
    }

    private static SystemSettings settings(LocalDatabases.Address address) {
        return new SystemSettings(
                address.host(),
                address.port(),
                address.database(),
                address.user(),
                address.password().value());
    }
}
