/**
 * Asks language models for SQL when the local engine declines: prompts as versioned files, calls that end, are paid once and
 * are recorded before they are sent. What comes back is as untrusted as any other text. Read
 * {@link dev.sayql.llm.LanguageModel#write} downwards.
 */
@NullMarked
package dev.sayql.llm;

import org.jspecify.annotations.NullMarked;
