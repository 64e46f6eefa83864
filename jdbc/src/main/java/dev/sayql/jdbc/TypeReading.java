package dev.sayql.jdbc;

import dev.sayql.core.schema.InspectionProgress.Step;
import dev.sayql.core.schema.TypeDetail;
import dev.sayql.sql.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the owner's types that columns use. */
final class TypeReading {

    private TypeReading() {}

    static List<TypeDetail> read(CatalogRows rows) throws SQLException {
        List<TypeDetail> types = new ArrayList<>();
        rows.each(DetailQueries.TYPES, Step.DEFINITIONS, row -> types.add(type(row)));
        return types;
    }

    private static TypeDetail type(ResultSet row) throws SQLException {
        TableName name = new TableName(row.getString(1), row.getString(2));
        Optional<String> comment = CatalogRows.text(row, 4);
        return switch (row.getString(3)) {
            case "e" -> new TypeDetail.Enumeration(name, CatalogRows.texts(row, 5), comment);
            case "d" ->
                new TypeDetail.Domain(
                        name,
                        row.getString(6),
                        CatalogRows.text(row, 11),
                        CatalogRows.text(row, 7),
                        row.getBoolean(8),
                        paired(CatalogRows.texts(row, 9), CatalogRows.texts(row, 10), TypeDetail.Rule::new),
                        comment);
            case "c" ->
                new TypeDetail.Composite(
                        name,
                        paired(CatalogRows.texts(row, 12), CatalogRows.texts(row, 13), TypeDetail.Attribute::new),
                        comment);
            default -> throw new IllegalStateException("the catalogue query gives no type of kind " + row.getString(3));
        };
    }

    private interface Pair<T> {
        T of(String first, String second);
    }

    private static <T> List<T> paired(List<String> first, List<String> second, Pair<T> pair) {
        List<T> made = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            made.add(pair.of(first.get(i), second.get(i)));
        }
        return made;
    }
}
