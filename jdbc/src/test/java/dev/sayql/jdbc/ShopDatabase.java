package dev.sayql.jdbc;

import dev.sayql.sql.Catalog;
import dev.sayql.sql.Rules;
import dev.sayql.sql.TableName;
import dev.sayql.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shop that the fixtures of module sql ask about, on a server, as its catalogue is read from there. */
final class ShopDatabase implements AutoCloseable {

    private final TestDatabase database = TestDatabase.create("shop", read(Path.of("src/test/resources/shop.sql")));
    private final Catalog catalog = readCatalog();

    private Catalog readCatalog() {
        try (SourcePools pools = Databases.pools(database.reader())) {
            return new CatalogReader(pools).read(Databases.SOURCE).catalog();
        }
    }

    TestDatabase database() {
        return database;
    }

    /** All but one table may be read, and one view is opened. */
    Rules rules() {
        Set<TableName> tables = catalog.relations().stream()
                .map(Catalog.Relation::name)
                .filter(name -> !name.name().equals("salaries"))
                .collect(Collectors.toSet());
        return new Rules(catalog, Optional.of(tables), Set.of(new TableName("public", "revenue_by_region")));
    }

    /** The statements in the files of one of module sql's folders. */
    static List<String> fixtures(String folder) {
        List<String> statements = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("..", "sql", "src", "test", "resources", folder))) {
            files.sorted().forEach(file -> statements.addAll(List.of(read(file).split("\n\n(?=-- )"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return statements;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
