package dev.sayql.training;

import dev.sayql.app.AppConfig.SourceConfig;
import dev.sayql.app.Secret;
import dev.sayql.app.Workbench;
import dev.sayql.core.question.SourcePolicy;
import dev.sayql.core.schema.Schema;
import java.net.URI;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Opens the databases of the questions one after the other. Not thread-safe. */
final class Benches<Q extends KnownAnswer> implements AutoCloseable {
    private static final String PLACEHOLDER = "{db}";

    private final Workbench workbench = new Workbench();
    private final Map<String, List<Q>> byDatabase;
    private final String url;

    /** @param url a connection string in which {@code {db}} stands for a question's database */
    Benches(Map<String, List<Q>> byDatabase, String url) {
        this.byDatabase = byDatabase;
        this.url = url;
    }

    static Benches<BenchQuestion> of(List<BenchQuestion> questions, String url) {
        return new Benches<>(
                questions.stream()
                        .collect(Collectors.groupingBy(
                                BenchQuestion::database, LinkedHashMap::new, Collectors.toList())),
                url);
    }

    /** A database in use, with the questions about it. */
    record Open<Q>(String database, Workbench workbench, Workbench.Bench bench, Oracle oracle, List<Q> questions) {}

    /** What is done with each database. */
    interface Visit<Q> {
        void visit(Open<Q> open) throws SQLException;
    }

    void each(Predicate<String> databases, Visit<Q> visit) throws SQLException {
        for (Map.Entry<String, List<Q>> entry : byDatabase.entrySet()) {
            if (databases.test(entry.getKey())) {
                String own = url.replace(PLACEHOLDER, entry.getKey());
                try (Workbench.Bench bench =
                                workbench.open(new SourceConfig(new Secret(own), true), SourcePolicy.NONE);
                        Oracle oracle = Oracle.open(jdbc(own))) {
                    requireTables(entry.getKey(), bench.context().schema());
                    visit.visit(new Open<>(entry.getKey(), workbench, bench, oracle, entry.getValue()));
                }
            }
        }
    }

    /** Of a database that shows nothing every answer would be wrong, and the figures would only say so. */
    static void requireTables(String database, Schema schema) {
        if (schema.tables().isEmpty()) {
            throw new IllegalArgumentException("The database of \"" + database
                    + "\" shows no tables to this role. Grant it SELECT, or connect with another one.");
        }
    }

    /** The driver's own form of a connection string. */
    static String jdbc(String url) {
        URI uri = URI.create(url);
        String user =
                uri.getUserInfo() == null ? "" : "?user=" + uri.getUserInfo().replaceFirst(":", "&password=");
        return "jdbc:postgresql://" + uri.getHost() + ":" + (uri.getPort() < 0 ? 5432 : uri.getPort()) + uri.getPath()
                + user;
    }

    @Override
    public void close() {
        workbench.close();
    }
}
