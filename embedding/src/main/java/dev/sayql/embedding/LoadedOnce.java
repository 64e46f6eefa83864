package dev.sayql.embedding;

import ai.onnxruntime.OrtException;
import dev.sayql.core.generation.EmbedderUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A network that is loaded when it is first wanted; what cannot be loaded once is not tried again. Thread-safe. */
final class LoadedOnce implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LoadedOnce.class.getName());

    private final Loader loader;
    private @Nullable Loaded loaded;
    private @Nullable EmbedderUnavailableException broken;

    /** A network, what cuts texts for it, and what was learned to weigh what it says; empty where it was learned to embed. */
    @SuppressWarnings("ArrayRecordComponent") // numbers, read and never changed
    record Loaded(WordPieces pieces, MiniLm network, float[] head) {}

    /** Reads the files. */
    @FunctionalInterface
    interface Loader {
        Loaded load() throws IOException, OrtException;
    }

    /** Loads nothing yet. */
    LoadedOnce(Loader loader) {
        this.loader = loader;
    }

    /** @throws EmbedderUnavailableException when it cannot be loaded on this machine */
    synchronized Loaded ready() {
        if (broken != null) {
            throw broken;
        }
        Loaded known = loaded;
        if (known == null) {
            try {
                known = loader.load();
                loaded = known;
            } catch (IOException | OrtException | IllegalArgumentException | LinkageError failed) {
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

    static InputStream open(String resource) throws IOException {
        return Optional.ofNullable(LoadedOnce.class.getResourceAsStream(resource))
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
