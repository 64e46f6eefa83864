package dev.sayql.jdbc;

import static dev.sayql.jdbc.Databases.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.TableName;
import dev.sayql.testkit.SampleDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogReaderTest {

    @Test
    void readsTheSampleShop() {
        try (SourcePools pools = Databases.pools(SampleDatabase.reader())) {
            CatalogReader reader = new CatalogReader(pools);
            Schema schema = reader.read(SOURCE);

            assertThat(schema.searchPath()).contains("public");
            Table orders = schema.table(new TableName("public", "orders")).orElseThrow();
            assertThat(orders.primaryKey()).containsExactly("order_id");
            assertThat(orders.column("order_date").orElseThrow().dataType())
                    .isEqualTo(DataType.TIMESTAMP_WITH_TIME_ZONE);
            Map<ColumnName, List<String>> values = reader.values(SOURCE, schema);
            assertThat(values.get(new ColumnName(orders.name(), "status")))
                    .containsExactlyInAnyOrder("pending", "processing", "shipped", "delivered", "cancelled");
        }
    }
}
