package dev.sayql.app;

import dev.sayql.core.generation.CrossEncoder;
import dev.sayql.core.generation.TextEmbedder;
import java.util.function.Consumer;

/**
 * What a face brings to the composition: the optional parts. Immutable.
 *
 * @param localDatabases databases on this machine, opened only when the configuration needs them
 * @param tables remembered answers in DynamoDB, opened only when the configuration names a table
 * @param embedder reads texts by meaning; loads nothing before the first
 * @param crossEncoder reads what the local engine could answer together with the question; loads nothing before the first
 * @param notices gets one line for each step of a set-up that takes noticeable time, and what must be told once
 */
public record Parts(
        LocalDatabases localDatabases,
        AnswerTables tables,
        TextEmbedder embedder,
        CrossEncoder crossEncoder,
        Consumer<String> notices) {}
