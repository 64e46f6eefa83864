package dev.sayql.app;

import dev.sayql.app.AppConfig.SourceConfig;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import dev.sayql.jdbc.ConnectionSettings;
import dev.sayql.jdbc.ConnectionString;
import dev.sayql.jdbc.JdbcSource;
import java.util.List;
import java.util.Optional;

/** A source together with how it is reached. Immutable. */
record SourceAddress(Source source, JdbcSource connection) {

    static final SourceId SAMPLE = new SourceId("ecommerce");
    private static final int LONGEST_ID = 63;

    /** The sample shop. */
    static SourceAddress ofSample(TeamId team, LocalDatabases.Address address) {
        return new SourceAddress(
                new Source(team, SAMPLE, address.database()),
                JdbcSource.ofOperator(
                        ConnectionSettings.of(
                                address.host(),
                                address.port(),
                                address.database(),
                                address.user(),
                                address.password().value()),
                        false));
    }

    /**
     * The database that a URL names. Its id is made of host, port and database, so that the same URL finds the same
     * semantics and history.
     *
     * @throws ConfigurationException when the URL is refused
     */
    static SourceAddress of(TeamId team, SourceConfig config) {
        return switch (ConnectionString.parse(config.url().value())) {
            case ConnectionString.Parsed.Accepted(ConnectionSettings settings) ->
                new SourceAddress(
                        new Source(team, id(settings), settings.database()),
                        JdbcSource.ofOperator(settings, config.trusted()));
            case ConnectionString.Parsed.Refused(var _, String sentence) ->
                throw new ConfigurationException(List.of(sentence));
        };
    }

    /** How the adapter reaches this source and no other. */
    Optional<JdbcSource> connectionOf(Source wanted) {
        return wanted.equals(source) ? Optional.of(connection) : Optional.empty();
    }

    private static SourceId id(ConnectionSettings settings) {
        String readable = (settings.database() + "." + settings.host() + "." + settings.port())
                .replaceAll("[^A-Za-z0-9._-]", "_")
                .replaceFirst("^[^A-Za-z0-9]+", "");
        return new SourceId(readable.length() <= LONGEST_ID ? readable : shortened(readable));
    }

    private static String shortened(String id) {
        String digest = "%08x".formatted(id.hashCode());
        return id.substring(0, LONGEST_ID - digest.length() - 1) + "-" + digest;
    }
}
