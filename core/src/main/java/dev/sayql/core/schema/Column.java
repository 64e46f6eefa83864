package dev.sayql.core.schema;

import dev.sayql.sql.Catalog;
import java.util.List;
import java.util.Optional;

/**
 * A column as its database describes it. Immutable.
 *
 * @param type the exact type, for the validator
 * @param dataType the family of the type, for the generators
 * @param declaredType the type as the database prints it ({@code numeric(10,2)})
 * @param enumValues the labels of an enum type in their order; empty for every other type
 */
public record Column(
        String name,
        Catalog.TypeName type,
        DataType dataType,
        String declaredType,
        boolean nullable,
        Optional<String> comment,
        List<String> enumValues) {

    public Column {
        enumValues = List.copyOf(enumValues);
    }
}
