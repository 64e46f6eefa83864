package dev.sayql.embedding;

import ai.onnxruntime.OrtException;
import dev.sayql.core.generation.EmbedderUnavailableException;
import dev.sayql.core.generation.TextEmbedder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/**
 * Embeds texts with the MiniLM on the class path. Loaded at the first text, which takes some tenths of a second; then a name takes
 * half a millisecond and a question two. What cannot be loaded once is not tried again. Thread-safe.
 */
public final class SentenceEncoder implements TextEmbedder, AutoCloseable {
    static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    static final String VOCABULARY = "/all-minilm-l6-v2-q-tokenizer.json";

    private final LoadedOnce<Embedding> encoder;

    private record Embedding(WordPieces pieces, MiniLm network) implements LoadedOnce.Network {
        @Override
        public void close() {
            network.close();
        }
    }

    /** Loads nothing yet. */
    public SentenceEncoder() {
        this(MODEL, VOCABULARY);
    }

    SentenceEncoder(String model, String vocabulary) {
        this.encoder = new LoadedOnce<>(() -> load(model, vocabulary));
    }

    private static Embedding load(String model, String vocabulary) throws IOException, OrtException {
        try (InputStream words = LoadedOnce.open(vocabulary);
                Arena arena = Arena.ofConfined()) {
            return new Embedding(WordPieces.read(words), new MiniLm(LoadedOnce.bytes(model, arena)));
        }
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        Embedding ready = encoder.ready();
        List<float[]> vectors = new ArrayList<>();
        for (String text : texts) {
            try {
                vectors.add(ready.network().read(ready.pieces().of(text)));
            } catch (OrtException failed) {
                throw new EmbedderUnavailableException("a text cannot be read", failed);
            }
        }
        return List.copyOf(vectors);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
