package dev.sayql.cli;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.semantics.Term;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.Catalog;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A made-up source of any size without a database behind it. The same number always makes the same source, and a larger one
 * begins with the tables of a smaller one, so that the same questions can be asked of both. Immutable.
 */
record MadeSchema(int size) {

    private static final long SEED = 5;
    /** These are asked about, so every source has them. */
    private static final List<String> THINGS = List.of(
            "customer",
            "order",
            "product",
            "supplier",
            "employee",
            "store",
            "region",
            "invoice",
            "payment",
            "shipment",
            "warehouse",
            "campaign",
            "contract",
            "project",
            "ticket",
            "device",
            "vehicle",
            "route",
            "booking",
            "visit");

    private static final List<String> KINDS = List.of(
            "archived",
            "regional",
            "internal",
            "external",
            "monthly",
            "planned",
            "legacy",
            "pending",
            "partner",
            "seasonal",
            "returned",
            "imported",
            "exported",
            "reserved",
            "digital",
            "physical",
            "primary",
            "secondary",
            "temporary",
            "audited");
    private static final List<String> PARTS =
            List.of("", "item", "note", "event", "status", "group", "rule", "batch", "rate", "document");
    private static final List<String> MEASURES =
            List.of("price", "weight", "quantity", "budget", "discount", "capacity", "distance", "duration", "score");
    private static final List<String> TEXTS =
            List.of("status", "category", "country", "channel", "priority", "language");
    private static final List<String> STORED = List.of(
            "active", "closed", "open", "draft", "Germany", "France", "Spain", "online", "retail", "high", "low",
            "medium");

    MadeSchema {
        if (size < THINGS.size() || size > 4_000) {
            throw new IllegalArgumentException("a made-up source has 20 to 4,000 tables");
        }
    }

    /** What can be asked of every size. */
    static List<String> questions() {
        List<String> questions = new ArrayList<>();
        for (String thing : THINGS) {
            questions.add("How many " + plural(thing) + " are there?");
            questions.add("Number of " + plural(thing) + " by name");
            questions.add("Show the 5 newest " + plural(thing));
        }
        questions.add("What is the total revenue?");
        questions.add("How many clients are there?");
        questions.add("Which customers have the most orders in Germany?");
        questions.add("How many xyzzies were there last month?");
        return questions;
    }

    private static String plural(String thing) {
        return thing + "s";
    }

    SourceContext context(boolean taught) {
        Random random = new Random(SEED);
        List<Table> tables = new ArrayList<>();
        Map<ColumnName, List<String>> values = new HashMap<>();
        for (int number = 0; number < size; number++) {
            Table table = table(number, tables, random);
            tables.add(table);
            table.columns().stream()
                    .filter(column -> TEXTS.contains(column.name()))
                    .forEach(column -> values.put(
                            new ColumnName(table.name(), column.name()),
                            STORED.subList(random.nextInt(4), 8 + random.nextInt(4))));
        }
        Schema schema = new Schema(tables, List.of("public"), "made-" + size);
        Source source = new Source(new TeamId("bench"), new SourceId("made-" + size), "made up");
        return new SourceContext(source, schema, new Values(values), taught ? taught() : Semantics.none());
    }

    private static Semantics taught() {
        return new Semantics(
                1,
                List.of(new Term("client", new Term.Target.OfTable(name("customers")))),
                List.of(new Metric(
                        "revenue", List.of(), List.of(new Metric.Form(name("orders"), Aggregation.SUM, "amount")), "")),
                Map.of(),
                Map.of());
    }

    private static Table table(int number, List<Table> before, Random random) {
        List<Column> columns = new ArrayList<>(List.of(
                column("id", "int4", DataType.INTEGER),
                column("name", "text", DataType.TEXT),
                column("created_at", "timestamp", DataType.TIMESTAMP),
                column("amount", "numeric", DataType.NUMERIC)));
        some(MEASURES, 3, random).forEach(measure -> columns.add(column(measure, "numeric", DataType.NUMERIC)));
        some(TEXTS, 2, random).forEach(text -> columns.add(column(text, "text", DataType.TEXT)));
        List<ForeignKey> keys = new ArrayList<>();
        List<Table> targets =
                before.isEmpty() ? List.of() : some(before.subList(0, Math.min(before.size(), 200)), 2, random);
        for (Table target : targets) {
            String key = target.name().name() + "_id";
            columns.add(column(key, "int4", DataType.INTEGER));
            keys.add(new ForeignKey(List.of(key), target.name(), List.of("id"), false));
        }
        return new Table(
                name(tableName(number)),
                Catalog.Kind.TABLE,
                columns,
                List.of("id"),
                List.of(),
                keys,
                Optional.empty(),
                1_000);
    }

    /** The plain things first, then their kinds and parts, none twice. */
    private static String tableName(int number) {
        String thing = THINGS.get(number % THINGS.size());
        int round = number / THINGS.size();
        if (round == 0) {
            return plural(thing);
        }
        String kind = KINDS.get((round - 1) % KINDS.size());
        String part = PARTS.get((round - 1) / KINDS.size() % PARTS.size());
        return kind + "_" + (part.isEmpty() ? plural(thing) : thing + "_" + plural(part));
    }

    private static <T> List<T> some(List<T> all, int many, Random random) {
        List<T> found = new ArrayList<>();
        for (int tries = 0; tries < 4 * many && found.size() < many; tries++) {
            T one = all.get(random.nextInt(all.size()));
            if (!found.contains(one)) {
                found.add(one);
            }
        }
        return found;
    }

    private static TableName name(String table) {
        return new TableName("public", table);
    }

    private static Column column(String name, String type, DataType dataType) {
        return new Column(name, Catalog.TypeName.builtIn(type), dataType, type, true, Optional.empty(), List.of());
    }
}
