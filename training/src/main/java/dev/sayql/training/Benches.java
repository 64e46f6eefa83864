package dev.sayql.training;

import dev.sayql.app.AppConfig.SourceConfig;
import dev.sayql.app.Secret;
import dev.sayql.app.Workbench;
import dev.sayql.core.question.SourcePolicy;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Opens the databases of the questions one after the other. Not thread-safe. */
final class Benches implements AutoCloseable {
    private static final String PLACEHOLDER = "{db}";

    private final Workbench workbench = new Workbench();
    private final Map<String, List<BenchQuestion>> byDatabase = new LinkedHashMap<>();
    private final String url;

    /** @param url a connection string in which {@code {db}} stands for a question's database */
    Benches(List<BenchQuestion> questions, String url) {
        this.url = url;
        questions.forEach(question -> byDatabase
                .computeIfAbsent(question.database(), key -> new ArrayList<>())
                .add(question));
    }

    /** A database in use, with the questions about it. */
    record Open(
            String database,
            Workbench workbench,
            Workbench.Bench bench,
            Oracle oracle,
            List<BenchQuestion> questions) {}

    /** What is done with each database. */
    interface Visit {
        void visit(Open open) throws SQLException;
    }

    void each(Predicate<String> databases, Visit visit) throws SQLException {
        for (Map.Entry<String, List<BenchQuestion>> entry : byDatabase.entrySet()) {
            if (databases.test(entry.getKey())) {
                String own = url.replace(PLACEHOLDER, entry.getKey());
                try (Workbench.Bench bench =
                                workbench.open(new SourceConfig(new Secret(own), true), SourcePolicy.NONE);
                        Oracle oracle = Oracle.open(jdbc(own))) {
                    visit.visit(new Open(entry.getKey(), workbench, bench, oracle, entry.getValue()));
                }
            }
        }
    }

    List<String> databases() {
        return List.copyOf(byDatabase.keySet());
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
