package dev.sayql.sql;

import java.util.Locale;

/** Why a statement is refused. The ids are part of the product's interface and never change their meaning. */
public enum RejectionCode {
    EMPTY("There is no statement."),
    TOO_LARGE("The statement is longer, deeper or more detailed than the limit."),
    NUL_CHARACTER("The statement contains a NUL character."),
    SYNTAX_ERROR("PostgreSQL's grammar does not accept the statement."),
    MULTIPLE_STATEMENTS("Only one statement may be sent at a time."),
    NOT_A_QUERY("Only statements that read are allowed: SELECT, VALUES, TABLE and WITH of those."),
    WRITES_DATA("The statement contains a part that changes data."),
    SELECT_INTO("SELECT INTO creates a table."),
    LOCKING_CLAUSE("Locking rows with FOR UPDATE or FOR SHARE is not allowed."),
    PARAMETER("Placeholders such as $1 are not allowed; write the value."),
    UNSUPPORTED_SYNTAX("The statement uses syntax that is not on the list of allowed syntax."),
    UNKNOWN_TABLE("A table of this name does not exist."),
    UNKNOWN_COLUMN("A column of this name does not exist."),
    COLUMN_DENIED("The owner does not let this column be read."),
    AMBIGUOUS_COLUMN("More than one table has a column of this name; put the table's name before it."),
    DUPLICATE_NAME("A name is given twice where each must be different."),
    TABLE_NOT_ALLOWED("The request may not read this table."),
    SYSTEM_RELATION("System tables and views may not be read."),
    FOREIGN_TABLE("Foreign tables may not be read."),
    VIEW_NOT_OPENED("The owner has not opened this view to questions."),
    WHOLE_ROW("A whole row is used as a value; name the columns instead."),
    FUNCTION_NOT_ALLOWED("A function is not on the list of allowed functions."),
    OPERATOR_NOT_ALLOWED("An operator is not on the list of allowed operators."),
    TYPE_NOT_ALLOWED("A type is not on the list of allowed types."),
    COLLATION_NOT_ALLOWED("A collation is not on the list of allowed collations."),
    OPAQUE_COLUMN("A column of an extension's type may only be selected or tested for NULL."),
    UNSAFE_PATTERN("A regular expression must be a literal without back-references."),
    RESOURCE_LIMIT("A literal asks for more work or memory than is allowed."),
    CROSS_JOIN("Large tables that no condition connects would be multiplied with each other."),
    PARSER_BUSY("The parser did not answer in time; the same statement may be sent again."),
    INTERNAL("The statement could not be checked, so it is refused.");

    private final String sentence;

    RejectionCode(String sentence) {
        this.sentence = sentence;
    }

    /** The stable name in snake_case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One sentence a person understands. */
    public String sentence() {
        return sentence;
    }

    /** Whether the same statement may succeed when sent again. */
    public boolean isRetryable() {
        return this == PARSER_BUSY;
    }
}
