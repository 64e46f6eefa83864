package dev.sayql.embedding;

import ai.onnxruntime.OrtException;
import dev.sayql.core.generation.EmbedderUnavailableException;
import dev.sayql.core.generation.TextEmbedder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Embeds texts with the MiniLM on the class path. Loaded at the first text, which takes some tenths of a second; then a name takes
 * half a millisecond and a question two. What cannot be loaded once is not tried again. Thread-safe.
 */
public final class SentenceEncoder implements TextEmbedder, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SentenceEncoder.class.getName());
    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String VOCABULARY = "/all-minilm-l6-v2-q-tokenizer.json";

    private final String model;
    private final String vocabulary;
    private @Nullable Loaded loaded;
    private @Nullable EmbedderUnavailableException broken;

    private record Loaded(WordPieces pieces, MiniLm network) {}

    /** Loads nothing yet. */
    public SentenceEncoder() {
        this(MODEL, VOCABULARY);
    }

    SentenceEncoder(String model, String vocabulary) {
        this.model = model;
        this.vocabulary = vocabulary;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        Loaded ready = ready();
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

    private synchronized Loaded ready() {
        if (broken != null) {
            throw broken;
        }
        Loaded known = loaded;
        if (known == null) {
            try (InputStream words = open(vocabulary);
                    InputStream network = open(model)) {
                known = new Loaded(WordPieces.read(words), new MiniLm(network.readAllBytes()));
                loaded = known;
            } catch (IOException | OrtException | LinkageError failed) {
                // A native library that does not load is an error of linkage, and leaves the rest of the engine whole.
                EmbedderUnavailableException unavailable =
                        new EmbedderUnavailableException(String.valueOf(failed.getMessage()), failed);
                broken = unavailable;
                LOG.log(System.Logger.Level.WARNING, "encoder=unavailable", failed);
                throw unavailable;
            }
        }
        return known;
    }

    private static InputStream open(String resource) throws IOException {
        return Optional.ofNullable(SentenceEncoder.class.getResourceAsStream(resource))
                .orElseThrow(() -> new IOException(resource + " is missing"));
    }

    @Override
    public synchronized void close() {
        if (loaded != null) {
            loaded.network().close();
            loaded = null;
        }
    }
}
