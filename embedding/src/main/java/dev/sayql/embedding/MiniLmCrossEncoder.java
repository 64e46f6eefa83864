package dev.sayql.embedding;

import ai.onnxruntime.OrtException;
import dev.sayql.core.generation.CrossEncoder;
import dev.sayql.core.generation.EmbedderUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a question and what a candidate finds with the MiniLM on the class path, its upper layers learned for that. Loaded at the first
 * question, which takes some tenths of a second; then a pair takes about five milliseconds. What cannot be loaded once is not tried again.
 * Thread-safe.
 */
public final class MiniLmCrossEncoder implements CrossEncoder, AutoCloseable {
    private static final String WEIGHTS = "/dev/sayql/models/cross-encoder.bin";

    private final LoadedOnce<Reading> encoder;

    /** A network, what cuts texts for it, and what weighs what it says. */
    @SuppressWarnings("ArrayRecordComponent") // numbers, read and never changed
    private record Reading(WordPieces pieces, MiniLm network, float[] head) implements LoadedOnce.Network {
        @Override
        public void close() {
            network.close();
        }
    }

    @FunctionalInterface
    private interface Source {
        InputStream open() throws IOException;
    }

    private MiniLmCrossEncoder(Source weights) {
        this.encoder = new LoadedOnce<>(() -> load(weights));
    }

    /** With the weights that come with the models on the class path. Loads nothing yet. */
    public static MiniLmCrossEncoder bundled() {
        return new MiniLmCrossEncoder(() -> LoadedOnce.open(WEIGHTS));
    }

    /** With the weights in a file. Loads nothing yet. */
    public static MiniLmCrossEncoder of(Path weights) {
        return new MiniLmCrossEncoder(() -> Files.newInputStream(weights));
    }

    private static Reading load(Source weights) throws IOException, OrtException {
        try (InputStream words = LoadedOnce.open(SentenceEncoder.VOCABULARY);
                InputStream learned = weights.open();
                Arena arena = Arena.ofConfined()) {
            CrossEncoderWeights read = CrossEncoderWeights.read(learned);
            ByteBuffer model = LoadedOnce.bytes(SentenceEncoder.MODEL, arena);
            OnnxTensors.of(model).put(read.tensors());
            return new Reading(WordPieces.read(words), new MiniLm(model), read.head());
        }
    }

    @Override
    public float[] scores(String question, List<String> texts) {
        Reading ready = encoder.ready();
        float[] scores = new float[texts.size()];
        for (int index = 0; index < scores.length; index++) {
            try {
                float[] read = ready.network().read(ready.pieces().of(question, texts.get(index)));
                for (int at = 0; at < read.length; at++) {
                    scores[index] += read[at] * ready.head()[at];
                }
            } catch (OrtException failed) {
                throw new EmbedderUnavailableException("a question cannot be read", failed);
            }
        }
        return scores;
    }

    @Override
    public void close() {
        encoder.close();
    }
}
