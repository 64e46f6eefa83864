package dev.sayql.core.answer;

/** Something to be careful about in an answer: a warning, never a refusal. Immutable. */
public record Caveat(Check check, String message) {}
