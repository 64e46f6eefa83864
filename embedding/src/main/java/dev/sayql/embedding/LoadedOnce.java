package dev.sayql.embedding;

import ai.onnxruntime.OrtException;
import dev.sayql.core.generation.EmbedderUnavailableException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A network that is loaded when it is first wanted; what cannot be loaded once is not tried again. Thread-safe.
 *
 * @param <T> the network with what belongs to it
 */
final class LoadedOnce<T extends LoadedOnce.Network> implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LoadedOnce.class.getName());

    private final Loader<T> loader;
    private @Nullable T loaded;
    private @Nullable EmbedderUnavailableException broken;

    /** Holds memory outside the heap until it is closed. */
    interface Network extends AutoCloseable {
        @Override
        void close();
    }

    /** Reads the files. */
    @FunctionalInterface
    interface Loader<T> {
        T load() throws IOException, OrtException;
    }

    /** Loads nothing yet. */
    LoadedOnce(Loader<T> loader) {
        this.loader = loader;
    }

    /** @throws EmbedderUnavailableException when it cannot be loaded on this machine */
    synchronized T ready() {
        if (broken != null) {
            throw broken;
        }
        T known = loaded;
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
                .orElseThrow(() -> missing(resource));
    }

    /** The bytes of a large resource, outside the heap, which would stay as large as it once had to be; gone with the arena. */
    static ByteBuffer bytes(String resource, Arena arena) throws IOException {
        URLConnection connection = Optional.ofNullable(LoadedOnce.class.getResource(resource))
                .orElseThrow(() -> missing(resource))
                .openConnection();
        connection.setUseCaches(false);
        try (ReadableByteChannel channel = Channels.newChannel(connection.getInputStream())) {
            ByteBuffer bytes = arena.allocate(connection.getContentLengthLong()).asByteBuffer();
            while (bytes.hasRemaining()) {
                if (channel.read(bytes) < 0) {
                    throw new EOFException(resource + " ends too early");
                }
            }
            return bytes.flip();
        }
    }

    private static IOException missing(String resource) {
        return new IOException(resource + " is missing");
    }

    @Override
    public synchronized void close() {
        if (loaded != null) {
            loaded.close();
            loaded = null;
        }
    }
}
