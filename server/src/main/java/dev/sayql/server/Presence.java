package dev.sayql.server;

import dev.sayql.core.execution.Cancellation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;

/**
 * Looks again and again whether those who wait for an answer are still there, and takes their questions back when they are
 * not. A web server that has read a request does not look at its connection until the reply is written; so this does.
 * Thread-safe.
 */
final class Presence implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int BEATS_APART = 4;

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final Thread watcher = Thread.ofVirtual().name("presence").unstarted(this::run);

    static Presence start() {
        Presence presence = new Presence();
        presence.watcher.start();
        return presence;
    }

    /** Watches until closed. Only once the whole request was read. */
    Watch watch(HttpServletRequest request, Cancellation gone, Optional<EventStream> events) {
        Watch watch = new Watch(channelOf(request), gone, events);
        watches.add(watch);
        return watch;
    }

    private static Optional<SocketChannel> channelOf(HttpServletRequest request) {
        EndPoint endPoint = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        return endPoint instanceof SocketChannelEndPoint socket ? Optional.of(socket.getChannel()) : Optional.empty();
    }

    private void run() {
        try {
            for (int round = 0; ; round++) {
                Thread.sleep(PAUSE);
                boolean beat = round % BEATS_APART == 0;
                watches.forEach(watch -> watch.look(beat));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }

    /** One caller who waits. Thread-safe. */
    final class Watch implements AutoCloseable {

        private final Optional<SocketChannel> channel;
        private final Cancellation gone;
        private final Optional<EventStream> events;
        private boolean over;
        private boolean mustClose;

        private Watch(Optional<SocketChannel> channel, Cancellation gone, Optional<EventStream> events) {
            this.channel = channel;
            this.gone = gone;
            this.events = events;
        }

        /** Whether the connection must end with this reply, for the beginning of another request was read from it. */
        synchronized boolean mustClose() {
            return mustClose;
        }

        private void look(boolean beat) {
            boolean left;
            synchronized (this) {
                left = !over && channel.filter(this::hasLeft).isPresent();
            }
            if (left) {
                gone.request();
            } else if (beat) {
                events.ifPresent(EventStream::beat);
            }
        }

        private boolean hasLeft(SocketChannel socket) {
            try {
                int read = mustClose ? 0 : socket.read(ByteBuffer.allocate(1));
                mustClose |= read > 0;
                return read < 0;
            } catch (IOException broken) {
                return true;
            }
        }

        @Override
        public void close() {
            watches.remove(this);
            synchronized (this) {
                over = true;
            }
        }
    }
}
