package dev.sayql.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final TableName USERS = new TableName("public", "users");
    private static final TableName ORDERS = new TableName("public", "orders");
    private static final ColumnName COUNTRY = new ColumnName(USERS, "country");
    private static final ColumnName STATUS = new ColumnName(ORDERS, "status");
    private static final Values VALUES = new Values(Map.of(
            COUNTRY,
            List.of("United States", "Germany", "Côte d'Ivoire"),
            STATUS,
            List.of("on_hold", "germany", "--")));

    @Test
    void findsValuesByTheWordsAPersonUses() {
        assertThat(VALUES.find("united  STATES")).containsExactly(new Values.Hit(COUNTRY, "United States"));
        assertThat(VALUES.find("on hold")).containsExactly(new Values.Hit(STATUS, "on_hold"));
        assertThat(VALUES.find("Germany"))
                .containsExactly(new Values.Hit(STATUS, "germany"), new Values.Hit(COUNTRY, "Germany"));
        assertThat(VALUES.find("côte divoire")).hasSize(1);
        assertThat(VALUES.find("")).isEmpty();
        assertThat(VALUES.longestInWords()).isEqualTo(2);
    }

    @Test
    void ranksWhatLooksAlike() {
        assertThat(VALUES.nearest(COUNTRY, "Germny", 2)).startsWith("Germany");
        assertThat(VALUES.nearest(COUNTRY, "states", 1)).containsExactly("United States");
        assertThat(VALUES.nearest(new ColumnName(USERS, "email"), "x", 3)).isEmpty();
    }

    @Test
    void narrowsToTables() {
        assertThat(VALUES.narrowedTo(Set.of(USERS)).columns()).containsExactly(COUNTRY);
        assertThat(VALUES.narrowedTo(Set.of(USERS)).find("on hold")).isEmpty();
    }

    @Test
    void countsEdits() {
        assertThat(EditDistance.between("kitten", "sitting")).isEqualTo(3);
        assertThat(EditDistance.between("", "abc")).isEqualTo(3);
        assertThat(EditDistance.between("same", "same")).isZero();
    }
}
