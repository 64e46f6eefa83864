package dev.sayql.sql;

import dev.sayql.sql.Catalog.Column;
import dev.sayql.sql.Catalog.Kind;
import dev.sayql.sql.Catalog.Relation;
import dev.sayql.sql.Catalog.TypeKind;
import dev.sayql.sql.Catalog.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The shop the fixtures ask about: schema public, a second schema sales, an enumeration, a citext column, views. */
final class ShopCatalog {

    static final Catalog CATALOG = new Catalog(relations(), List.of("public"));

    /** Everything but one table is allowed, and one view is opened. */
    static final Rules RULES = new Rules(
            CATALOG,
            Optional.of(Set.copyOf(CATALOG.relations().stream()
                    .map(Relation::name)
                    .filter(name -> !name.name().equals("salaries"))
                    .toList())),
            Set.of(new TableName("public", "revenue_by_region")));

    private ShopCatalog() {}

    private static List<Relation> relations() {
        return List.of(
                table(
                        "public",
                        "users",
                        "user_id uuid, email text, first_name varchar, last_name varchar, phone varchar,"
                                + " created_at timestamptz, updated_at timestamptz, last_login timestamptz, is_active bool"),
                table(
                        "public",
                        "regions",
                        "region_id int4, region_name varchar, country varchar, tax_rate numeric,"
                                + " shipping_cost numeric"),
                table(
                        "public",
                        "categories",
                        "category_id int4, category_name varchar, parent_category_id int4," + " description text"),
                table(
                        "public",
                        "products",
                        "product_id uuid, product_name varchar, category_id int4, sku varchar,"
                                + " description text, price numeric, cost numeric, stock_quantity int4, is_active bool,"
                                + " created_at timestamptz, updated_at timestamptz"),
                table(
                        "public",
                        "orders",
                        "order_id uuid, user_id uuid, region_id int4, order_date timestamptz,"
                                + " status varchar, total_amount numeric, tax_amount numeric, shipping_amount numeric,"
                                + " discount_amount numeric, shipping_address text, notes text"),
                table(
                        "public",
                        "order_items",
                        "order_item_id uuid, order_id uuid, product_id uuid, quantity int4,"
                                + " unit_price numeric, discount numeric, subtotal numeric"),
                table(
                        "public",
                        "payments",
                        "payment_id uuid, order_id uuid, payment_method varchar,"
                                + " payment_status public.payment_state, amount numeric, transaction_id varchar,"
                                + " payment_date timestamptz"),
                table(
                        "public",
                        "reviews",
                        "review_id uuid, product_id uuid, user_id uuid, rating int4, title varchar,"
                                + " review_text text, helpful_count int4, created_at timestamptz"),
                table(
                        "public",
                        "customers",
                        "id int4, email public.citext, attributes public.hstore, score public.score"),
                table(
                        "public",
                        "events",
                        "id int8, payload jsonb, raw json, tags _text, during tstzrange,"
                                + " document tsvector, doc xml, happened timestamp, day date"),
                table("public", "Mixed Case", "Id int4, order int4, user text"),
                table("sales", "targets", "region_id int4, quarter date, amount numeric"),
                table("sales", "orders", "id int4, region_id int4, amount numeric"),
                table("hr", "salaries", "user_id uuid, salary numeric"),
                new Relation(
                        new TableName("public", "revenue_by_region"),
                        Kind.VIEW,
                        columns("region varchar, revenue numeric")),
                new Relation(
                        new TableName("public", "top_selling_products"),
                        Kind.VIEW,
                        columns("product varchar, sold int8")),
                new Relation(
                        new TableName("public", "daily_sales"),
                        Kind.MATERIALIZED_VIEW,
                        columns("day date, total numeric")),
                new Relation(new TableName("public", "remote_orders"), Kind.FOREIGN_TABLE, columns("id int4")),
                new Relation(new TableName("pg_catalog", "pg_authid"), Kind.TABLE, columns("rolname name")),
                new Relation(
                        new TableName("public", "measurements"),
                        Kind.PARTITIONED_TABLE,
                        columns("id int4, value float8, taken timestamptz")));
    }

    private static Relation table(String schema, String name, String columns) {
        return new Relation(new TableName(schema, name), Kind.TABLE, columns(columns));
    }

    private static List<Column> columns(String text) {
        List<Column> columns = new ArrayList<>();
        for (String column : text.split(",\\s*")) {
            String[] words = column.split(" ");
            columns.add(new Column(words[0], type(words[1])));
        }
        return columns;
    }

    private static TypeName type(String name) {
        return switch (name) {
            case "public.payment_state" -> new TypeName("public", "payment_state", TypeKind.ENUM);
            case "public.score" -> new TypeName("public", "score", TypeKind.DOMAIN_OVER_BUILT_IN, Optional.of("int4"));
            case "public.citext" -> new TypeName("public", "citext", TypeKind.OTHER_SHOWN_AS_TEXT);
            case "public.hstore" -> new TypeName("public", "hstore", TypeKind.OTHER);
            default -> TypeName.builtIn(name);
        };
    }
}
