package dev.sayql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of SQL/JSON, which the grammar knows by a syntax of their own. */
public sealed interface JsonSyntax {

    /** JSON_VALUE, JSON_QUERY and JSON_EXISTS. */
    record Lookup(
            LookupKind kind,
            Input input,
            Expression path,
            List<Argument> passing,
            @Nullable Output returning,
            Wrapper wrapper,
            Quotes quotes,
            @Nullable Behavior onEmpty,
            @Nullable Behavior onError)
            implements JsonSyntax {}

    /** JSON_OBJECT and JSON_ARRAY; an array's entries have no keys. */
    record Constructor(
            boolean object,
            List<Entry> entries,
            boolean absentOnNull,
            boolean unique,
            @Nullable Output returning) implements JsonSyntax {}

    /** JSON_ARRAY of a query's only column. */
    record ArrayQuery(Query query, @Nullable Output returning) implements JsonSyntax {}

    /** JSON_OBJECTAGG and JSON_ARRAYAGG. */
    record Aggregate(
            boolean object,
            Entry entry,
            List<Query.SortKey> orderBy,
            boolean absentOnNull,
            boolean unique,
            @Nullable Output returning,
            @Nullable Expression filter,
            Query.@Nullable Window over)
            implements JsonSyntax {}

    /** JSON, JSON_SCALAR and JSON_SERIALIZE. */
    record Conversion(
            ConversionKind kind,
            Input input,
            boolean unique,
            @Nullable Output returning) implements JsonSyntax {}

    record Input(Expression value, boolean formatJson) {}

    record Output(TypeReference type, boolean formatJson) {}

    /** A variable of the path. */
    record Argument(Input value, String name) {}

    record Entry(@Nullable Expression key, Input value) {}

    /** What happens ON EMPTY or ON ERROR; only DEFAULT has a value. */
    record Behavior(BehaviorKind kind, @Nullable Expression value) {}

    /** A column of JSON_TABLE; one that is nested has neither name nor type but columns of its own. */
    record Column(
            ColumnKind kind,
            @Nullable String name,
            @Nullable TypeReference type,
            @Nullable String path,
            @Nullable String pathName,
            boolean formatJson,
            Wrapper wrapper,
            Quotes quotes,
            @Nullable Behavior onEmpty,
            @Nullable Behavior onError,
            List<Column> nested) {}

    enum LookupKind {
        VALUE,
        QUERY,
        EXISTS
    }

    enum ConversionKind {
        PARSE("JSON"),
        SCALAR("JSON_SCALAR"),
        SERIALIZE("JSON_SERIALIZE");

        private final String word;

        ConversionKind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    enum BehaviorKind {
        NULL,
        ERROR,
        TRUE,
        FALSE,
        UNKNOWN,
        EMPTY_ARRAY,
        EMPTY_OBJECT,
        DEFAULT
    }

    enum ColumnKind {
        FOR_ORDINALITY,
        REGULAR,
        EXISTS,
        FORMATTED,
        NESTED
    }

    enum Wrapper {
        UNSPEC(""),
        NONE(" WITHOUT WRAPPER"),
        CONDITIONAL(" WITH CONDITIONAL WRAPPER"),
        UNCONDITIONAL(" WITH UNCONDITIONAL WRAPPER");

        private final String words;

        Wrapper(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    enum Quotes {
        UNSPEC(""),
        KEEP(" KEEP QUOTES"),
        OMIT(" OMIT QUOTES");

        private final String words;

        Quotes(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
