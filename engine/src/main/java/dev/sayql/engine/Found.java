package dev.sayql.engine;

/**
 * Something read from tokens.
 *
 * @param end the token after it
 * @param quality how well the words fit, 1 for a full name
 */
record Found<T>(T value, int end, double quality) {}
