package dev.sayql.sql;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The types a query may cast to. Left out on purpose: {@code reg*} and {@code oid} (they read the system catalogue), xml
 * (it can read files and addresses), jsonpath (beside a value of it any literal becomes code that nobody looked at), and
 * everything internal.
 */
final class AllowedTypes {

    /** Catalogue names and the words by which they are printed. */
    private static final Map<String, String> PRINTED = Map.ofEntries(
            Map.entry("bool", "boolean"),
            Map.entry("int2", "smallint"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"));

    private static final Set<String> BUILT_IN = Set.of("""
            bool int2 int4 int8 float4 float8 numeric money text varchar bpchar bytea bit varbit uuid
            date time timetz timestamp timestamptz interval
            json jsonb tsvector tsquery inet cidr macaddr macaddr8
            int4range int8range numrange tsrange tstzrange daterange
            int4multirange int8multirange nummultirange tsmultirange tstzmultirange datemultirange
            point line lseg box path polygon circle
            """.strip().split("\\s+"));

    private static final Set<String> NUMBERS =
            Set.of("int2", "int4", "int8", "float4", "float8", "numeric", "money", "oid");
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name", "char");

    private static final Map<Integer, String> INTERVAL_FIELDS = Map.ofEntries(
            Map.entry(4, "year"),
            Map.entry(2, "month"),
            Map.entry(8, "day"),
            Map.entry(1024, "hour"),
            Map.entry(2048, "minute"),
            Map.entry(4096, "second"),
            Map.entry(6, "year to month"),
            Map.entry(1032, "day to hour"),
            Map.entry(3080, "day to minute"),
            Map.entry(7176, "day to second"),
            Map.entry(3072, "hour to minute"),
            Map.entry(7168, "hour to second"),
            Map.entry(6144, "minute to second"));
    private static final int ALL_INTERVAL_FIELDS = 0x7fff;
    private static final int MAXIMUM_DIMENSIONS = 6;

    private AllowedTypes() {}

    /** The same type without the schema, when it is a listed built-in type; any other type as it is. */
    static TypeReference canonical(TypeReference type) {
        boolean builtIn = type.schema() == null || type.schema().equals("pg_catalog");
        if (!builtIn || !BUILT_IN.contains(type.name())) {
            return type;
        }
        return new TypeReference(null, type.name(), List.copyOf(type.modifiers()), type.dimensions());
    }

    /**
     * The type as it may be printed: built-in types without, enumerations with their schema.
     *
     * @throws Refusal for any other type
     */
    static TypeReference check(TypeReference type, Catalog catalog) {
        if (type.dimensions() > MAXIMUM_DIMENSIONS) {
            throw new Refusal(RejectionCode.TYPE_NOT_ALLOWED, "an array of " + type.dimensions() + " dimensions");
        }
        if (type.schema() == null && BUILT_IN.contains(type.name())) {
            text(type);
            return type;
        }
        var enumeration = type.schema() == null
                ? catalog.resolveEnumeration(type.name())
                : catalog.enumeration(type.schema(), type.name());
        if (enumeration.isEmpty() || !type.modifiers().isEmpty()) {
            String name = type.schema() == null ? type.name() : type.schema() + "." + type.name();
            throw new Refusal(RejectionCode.TYPE_NOT_ALLOWED, name);
        }
        return new TypeReference(enumeration.get().schema(), enumeration.get().name(), List.of(), type.dimensions());
    }

    /** A listed type of PostgreSQL's own, or an array of one. */
    static boolean isListed(Catalog.TypeName type) {
        return type.schema().equals("pg_catalog")
                && BUILT_IN.contains(TypeReference.of(type).name());
    }

    static boolean isNumber(TypeReference type) {
        return type.dimensions() == 0 && type.schema() == null && NUMBERS.contains(type.name());
    }

    /** A JSON path, which is code; it may stand where one is taken and nowhere else. */
    static boolean isJsonPath(TypeReference type) {
        return type.schema() == null
                && type.name().equals("jsonpath")
                && type.dimensions() == 0
                && type.modifiers().isEmpty();
    }

    /** Whether values of the type, or of an array of it or a domain over it, are JSON paths. */
    static boolean holdsJsonPaths(Catalog.TypeName type) {
        String name = type.under().orElse(type.name());
        return name.equals("jsonpath") || name.equals("_jsonpath");
    }

    /** To how many characters or bits a value of the type is filled up; 1 when it is not. */
    static int filledTo(TypeReference type) {
        boolean filled = type.schema() == null
                && (type.name().equals("bpchar") || type.name().equals("bit"));
        return filled && !type.modifiers().isEmpty() ? type.modifiers().getFirst() : 1;
    }

    static boolean isNumber(Catalog.TypeName type) {
        return type.schema().equals("pg_catalog") && NUMBERS.contains(type.name());
    }

    static boolean isText(Catalog.TypeName type) {
        return type.schema().equals("pg_catalog") && TEXTS.contains(type.name());
    }

    static Typed.Family family(Catalog.TypeName type) {
        if (type.kind() == Catalog.TypeKind.OTHER_SHOWN_AS_TEXT) {
            return Typed.Family.SHOWN_AS_TEXT;
        }
        if (isNumber(type)) {
            return Typed.Family.NUMBER;
        }
        return isText(type) ? Typed.Family.TEXT : Typed.Family.OTHER;
    }

    /** text or varchar, without a length. */
    static boolean isPlainText(TypeReference type) {
        boolean text = type.name().equals("text") || type.name().equals("varchar");
        return text
                && type.schema() == null
                && type.dimensions() == 0
                && type.modifiers().isEmpty();
    }

    /** The type as SQL text. */
    static String text(TypeReference type) {
        StringBuilder text = new StringBuilder();
        if (type.schema() != null) {
            text.append(SqlQuoting.identifier(type.schema())).append('.').append(SqlQuoting.identifier(type.name()));
        } else if (type.name().equals("interval")) {
            text.append(interval(type.modifiers()));
        } else {
            boolean char1 = type.name().equals("bpchar") && !type.modifiers().isEmpty();
            text.append(char1 ? "char" : PRINTED.getOrDefault(type.name(), type.name()));
            text.append(numbers(type.modifiers()));
        }
        return text.append("[]".repeat(type.dimensions())).toString();
    }

    private static String interval(List<Integer> modifiers) {
        if (modifiers.isEmpty()) {
            return "interval";
        }
        int fields = modifiers.getFirst();
        String precision = numbers(modifiers.subList(1, modifiers.size()));
        if (fields == ALL_INTERVAL_FIELDS) {
            return "interval" + precision;
        }
        String words = INTERVAL_FIELDS.get(fields);
        if (words == null) {
            throw new Refusal(RejectionCode.TYPE_NOT_ALLOWED, "an interval with the fields " + fields);
        }
        return "interval " + words + precision;
    }

    private static String numbers(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return "";
        }
        return "(" + String.join(", ", numbers.stream().map(String::valueOf).toList()) + ")";
    }
}
