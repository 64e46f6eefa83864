/**
 * A sentence encoder within this process: MiniLM, read by ONNX Runtime, behind a port of {@code core}. Optional: nothing is
 * loaded before the first text.
 */
@NullMarked
package dev.sayql.embedding;

import org.jspecify.annotations.NullMarked;
