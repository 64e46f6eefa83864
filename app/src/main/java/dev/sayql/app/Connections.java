package dev.sayql.app;

import dev.sayql.core.connection.SourceDesk.Address;
import dev.sayql.core.connection.SourceDesk.Fault;
import dev.sayql.core.question.ConnectionSecret;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.question.SourceRegistration;
import dev.sayql.core.question.SourceRegistry;
import dev.sayql.core.schema.SchemaScope;
import dev.sayql.core.team.TeamId;
import dev.sayql.jdbc.AddressPolicy;
import dev.sayql.jdbc.ConnectionFields;
import dev.sayql.jdbc.ConnectionSettings;
import dev.sayql.jdbc.ConnectionString;
import dev.sayql.jdbc.JdbcSource;
import dev.sayql.jdbc.JdbcSources;
import dev.sayql.jdbc.Origin;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How each source is reached: the operator's as configured, a team's as it was stored, through the address policy. What was
 * stored is believed for three seconds, so that a source taken away on one node is gone on all of them. Thread-safe.
 */
final class Connections implements JdbcSources {

    private static final Duration BELIEVED = Duration.ofSeconds(3);

    private final SourceAddress operator;
    private final SourceRegistry registry;
    private final AddressPolicy policy;
    private final ConcurrentMap<Key, Known> known = new ConcurrentHashMap<>();

    private record Key(TeamId team, SourceId source) {}

    private record Known(Optional<JdbcSource> connection, long since) {}

    Connections(SourceAddress operator, SourceRegistry registry, AddressPolicy policy) {
        this.operator = operator;
        this.registry = registry;
        this.policy = policy;
    }

    /** What became of reading what a team gave. */
    sealed interface Read {

        record Usable(ConnectionSecret secret, JdbcSource connection) implements Read {}

        record Refused(List<Fault> faults) implements Read {}
    }

    @Override
    public Optional<JdbcSource> of(Source source) {
        return operator.connectionOf(source).or(() -> stored(source));
    }

    private Optional<JdbcSource> stored(Source source) {
        Key key = new Key(source.team(), source.id());
        Known entry = known.get(key);
        if (entry == null || System.nanoTime() - entry.since() > BELIEVED.toNanos()) {
            Optional<JdbcSource> connection =
                    registry.registration(source.team(), source.id()).flatMap(this::connection);
            entry = new Known(connection, System.nanoTime());
            known.put(key, entry);
        }
        return entry.connection();
    }

    /** The next look asks what is stored. */
    void forget(Source source) {
        known.remove(new Key(source.team(), source.id()));
    }

    private Optional<JdbcSource> connection(SourceRegistration registration) {
        return switch (ConnectionString.parse(registration.connection().text())) {
            case ConnectionString.Parsed.Accepted(ConnectionSettings settings) ->
                Optional.of(
                        new JdbcSource(settings, new Origin.Team(policy), registration.trusted(), scope(registration)));
            case ConnectionString.Parsed.Refused _ -> Optional.empty();
        };
    }

    static SchemaScope scope(SourceRegistration registration) {
        return new SchemaScope(registration.schemas().stream().findFirst(), new HashSet<>(registration.tables()));
    }

    /** Reads what a team gave, and judges what it shows. */
    Read read(Address address, SchemaScope scope) {
        return switch (address) {
            case Address.Text(String text) -> ofText(text.strip(), "connection_string", scope);
            case Address.Parts parts -> ofParts(parts, scope);
        };
    }

    private Read ofText(String text, String field, SchemaScope scope) {
        return switch (ConnectionString.parse(text)) {
            case ConnectionString.Parsed.Refused(var _, String sentence) ->
                new Read.Refused(List.of(new Fault(field, sentence)));
            case ConnectionString.Parsed.Accepted(ConnectionSettings settings) ->
                policy.judge(settings)
                        .<Read>map(refusal -> new Read.Refused(List.of(new Fault(field, refusal.sentence()))))
                        .orElseGet(() -> new Read.Usable(
                                new ConnectionSecret(text),
                                new JdbcSource(settings, new Origin.Team(policy), false, scope)));
        };
    }

    private Read ofParts(Address.Parts parts, SchemaScope scope) {
        ConnectionFields fields = new ConnectionFields(
                parts.host(),
                Optional.of(parts.port()),
                parts.database(),
                parts.user(),
                parts.password(),
                parts.sslMode());
        return switch (fields.read()) {
            case ConnectionFields.Read.Refused(var problems) ->
                new Read.Refused(problems.stream()
                        .map(problem -> new Fault(problem.field(), problem.sentence()))
                        .toList());
            case ConnectionFields.Read.Accepted _ -> ofText(url(parts), "host", scope);
        };
    }

    /** The same as one text, which is the form that is kept. */
    private static String url(Address.Parts parts) {
        String host = parts.host().indexOf(':') >= 0 && !parts.host().startsWith("[")
                ? "[" + parts.host() + "]"
                : parts.host();
        String login = parts.password().isEmpty()
                ? encoded(parts.user())
                : encoded(parts.user()) + ":" + encoded(parts.password());
        String mode = parts.sslMode().map(text -> "?sslmode=" + text).orElse("");
        return "postgresql://" + login + "@" + host + ":" + parts.port() + "/" + encoded(parts.database()) + mode;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A name for a source that nobody named, from its database's. */
    static SourceId idOf(String database, Set<String> taken) {
        String readable = database.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[^A-Za-z0-9]+", "");
        String base = readable.isEmpty() ? "source" : readable.substring(0, Math.min(readable.length(), 50));
        String id = base;
        for (int next = 2; taken.contains(id); next++) {
            id = base + "-" + next;
        }
        return new SourceId(id);
    }
}
