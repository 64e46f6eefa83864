package dev.sayql.sql;

/** One validator for all tests of this module. It is not closed: its threads end by themselves, and each test can run alone. */
final class SharedValidator {

    static final SqlValidator VALIDATOR = new SqlValidator();

    private SharedValidator() {}
}
