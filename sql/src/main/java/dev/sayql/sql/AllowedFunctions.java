package dev.sayql.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The functions of pg_catalog a query may call. Each was read for what it does with its arguments: none takes SQL text, a
 * relation's name, a path or a setting; none writes, waits, locks, or tells about the server, the session or other users.
 */
final class AllowedFunctions {

    /** How a function is used. Some names are both an aggregate and a window function. */
    enum Kind {
        SCALAR,
        AGGREGATE,
        WINDOW,
        SET
    }

    private static final String AGGREGATES = """
            count sum avg min max bool_and bool_or every string_agg array_agg any_value bit_and bit_or bit_xor
            json_agg jsonb_agg json_agg_strict jsonb_agg_strict json_object_agg jsonb_object_agg
            json_object_agg_strict jsonb_object_agg_strict json_object_agg_unique jsonb_object_agg_unique
            json_object_agg_unique_strict jsonb_object_agg_unique_strict
            stddev stddev_pop stddev_samp variance var_pop var_samp corr covar_pop covar_samp
            regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy
            range_agg range_intersect_agg percentile_cont percentile_disc mode
            """;

    private static final String WINDOWS = """
            row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value
            """;

    private static final String MATHEMATICS = """
            abs ceil ceiling floor round trunc sign sqrt cbrt exp ln log log10 power pow mod div gcd lcm factorial
            degrees radians pi random random_normal width_bucket min_scale scale trim_scale
            sin cos tan cot asin acos atan atan2 sind cosd tand cotd asind acosd atand atan2d
            sinh cosh tanh asinh acosh atanh erf erfc gamma lgamma bit_count
            int2 int4 int8 float4 float8 num_nulls num_nonnulls
            """;

    private static final String TEXT = """
            lower upper initcap casefold length char_length character_length octet_length bit_length
            substring substr left right btrim ltrim rtrim lpad rpad repeat replace translate reverse position strpos
            split_part concat concat_ws format ascii chr md5 starts_with overlay string_to_array array_to_string
            pg_size_pretty to_hex to_bin to_oct quote_ident quote_literal quote_nullable text
            get_bit set_bit get_byte set_byte
            regexp_replace regexp_match regexp_split_to_array regexp_count regexp_instr regexp_like regexp_substr
            normalize is_normalized unistr encode decode convert_from convert_to
            sha224 sha256 sha384 sha512 crc32 crc32c
            """;

    private static final String TIME = """
            now age date date_trunc date_part date_bin date_add date_subtract extract timezone overlaps
            to_char to_date to_timestamp to_number make_date make_time make_timestamp make_timestamptz make_interval
            clock_timestamp statement_timestamp transaction_timestamp timeofday timestamptz
            justify_days justify_hours justify_interval isfinite
            """;

    private static final String JSON = """
            json_build_object json_build_array jsonb_build_object jsonb_build_array json_object jsonb_object
            to_json to_jsonb row_to_json array_to_json json_array_length jsonb_array_length
            json_extract_path json_extract_path_text jsonb_extract_path jsonb_extract_path_text
            json_typeof jsonb_typeof json_strip_nulls jsonb_strip_nulls jsonb_set jsonb_set_lax jsonb_insert jsonb_pretty
            jsonb_path_query_array jsonb_path_query_first jsonb_path_exists jsonb_path_match
            jsonb_path_query_array_tz jsonb_path_query_first_tz jsonb_path_exists_tz jsonb_path_match_tz
            jsonb_exists jsonb_exists_any jsonb_exists_all jsonb_contains jsonb_contained jsonb_concat jsonb_delete
            """;

    private static final String ARRAYS_RANGES_AND_SEARCH = """
            array_length cardinality array_position array_positions array_remove array_replace array_append array_prepend
            array_cat array_ndims array_dims array_lower array_upper array_fill trim_array array_shuffle array_sample
            array_sort array_reverse enum_first enum_last enum_range
            isempty lower_inc upper_inc lower_inf upper_inf range_merge multirange
            int4range int8range numrange tsrange tstzrange daterange
            int4multirange int8multirange nummultirange tsmultirange tstzmultirange datemultirange
            to_tsvector to_tsquery plainto_tsquery phraseto_tsquery websearch_to_tsquery ts_rank ts_rank_cd ts_headline
            setweight strip numnode querytree tsvector_to_array array_to_tsvector ts_delete ts_filter tsquery_phrase
            gen_random_uuid uuidv4 uuidv7 uuid_extract_timestamp uuid_extract_version
            host family masklen netmask hostmask network broadcast abbrev set_masklen inet_same_family inet_merge
            point box circle lseg line area center diameter radius height width npoints
            """;

    private static final String SETS = """
            generate_series generate_subscripts unnest string_to_table regexp_matches regexp_split_to_table
            json_array_elements json_array_elements_text jsonb_array_elements jsonb_array_elements_text
            json_each json_each_text jsonb_each jsonb_each_text json_object_keys jsonb_object_keys
            jsonb_path_query jsonb_path_query_tz json_to_recordset jsonb_to_recordset json_to_record jsonb_to_record
            """;

    private static final Map<String, Kind> KINDS = kinds();

    private static final Map<String, List<String>> NAMED_COLUMNS = Map.of(
            "json_array_elements", List.of("value"),
            "json_array_elements_text", List.of("value"),
            "jsonb_array_elements", List.of("value"),
            "jsonb_array_elements_text", List.of("value"),
            "json_each", List.of("key", "value"),
            "json_each_text", List.of("key", "value"),
            "jsonb_each", List.of("key", "value"),
            "jsonb_each_text", List.of("key", "value"));

    private static final Set<String> RECORDS =
            Set.of("json_to_recordset", "jsonb_to_recordset", "json_to_record", "jsonb_to_record");

    private AllowedFunctions() {}

    /**
     * What kind of function this is.
     *
     * @throws Refusal when it is not listed or is of another schema
     */
    static Kind check(Expression.Call call) {
        String schema = call.schema();
        Kind kind = schema == null ? KINDS.get(call.function()) : null;
        if (kind == null) {
            String name = schema == null ? call.function() : schema + "." + call.function();
            throw new Refusal(RejectionCode.FUNCTION_NOT_ALLOWED, name);
        }
        return kind;
    }

    /** Whether pg_catalog has a listed function of this name. */
    static boolean isListed(String function) {
        return KINDS.containsKey(function);
    }

    /** The result columns that have names of their own; empty when the function returns one plain value. */
    static List<String> namedColumns(String function) {
        return NAMED_COLUMNS.getOrDefault(function, List.of());
    }

    /** Whether the function needs a column definition list. */
    static boolean returnsRecord(String function) {
        return RECORDS.contains(function);
    }

    /** Whether the function puts the values of all rows together to one: {@code string_agg}, {@code jsonb_agg_strict}. */
    static boolean gathers(String function) {
        return function.contains("_agg");
    }

    /** Whether the function can make several rows of one. */
    static boolean makesRows(String function) {
        return KINDS.get(function) == Kind.SET;
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new HashMap<>();
        for (String scalars : List.of(MATHEMATICS, TEXT, TIME, JSON, ARRAYS_RANGES_AND_SEARCH)) {
            put(kinds, scalars, Kind.SCALAR);
        }
        put(kinds, AGGREGATES, Kind.AGGREGATE);
        put(kinds, WINDOWS, Kind.WINDOW);
        put(kinds, SETS, Kind.SET);
        return Map.copyOf(kinds);
    }

    private static void put(Map<String, Kind> kinds, String names, Kind kind) {
        for (String name : names.strip().split("\\s+")) {
            if (kinds.put(name, kind) != null) {
                throw new IllegalStateException("a function is listed twice: " + name);
            }
        }
    }
}
