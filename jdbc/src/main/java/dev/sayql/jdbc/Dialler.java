package dev.sayql.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;

/**
 * Opens every socket of one connection: what is dialled is the address that was judged, never a name that could mean
 * another one a moment later. Further sockets, which cancel statements, go to the same address and are judged again.
 *
 * <p>Sockets notice within 20 s that the other side is gone, where the operating system lets us say so. Thread-safe.
 */
final class Dialler {
    private static final Duration RESOLVING = Duration.ofSeconds(2);
    private static final int IDLE_SECONDS = 10;
    private static final int INTERVAL_SECONDS = 3;
    private static final int PROBES = 3;

    private final JdbcSource source;
    private final Resolver resolver;
    private final Duration within;
    private final List<Socket> open = new ArrayList<>();
    private Optional<InetAddress> dialled = Optional.empty();
    private boolean givenUp;

    /** @param within time for finding the address and connecting to it, for each socket */
    Dialler(JdbcSource source, Resolver resolver, Duration within) {
        this.source = source;
        this.resolver = resolver;
        this.within = within;
    }

    /** A connected socket; {@link IOException} when no address can be reached, or one may not be. */
    Socket dial() throws IOException {
        long until = System.nanoTime() + within.toNanos();
        IOException last = new NoRouteToHostException("the time is up");
        for (InetAddress address : judged(addresses())) {
            int millis = Math.toIntExact(Math.max(0, (until - System.nanoTime()) / 1_000_000));
            if (millis == 0) {
                break;
            }
            try {
                return connect(address, millis);
            } catch (IOException unreachable) {
                last = unreachable;
            }
        }
        throw last;
    }

    /** Closes every socket, also those opened later: what is read or dialled now fails at once. */
    void giveUp() {
        List<Socket> closing;
        synchronized (this) {
            givenUp = true;
            closing = List.copyOf(open);
        }
        closing.forEach(Dialler::close);
    }

    private List<InetAddress> addresses() throws IOException {
        Optional<InetAddress> known;
        synchronized (this) {
            known = dialled;
        }
        Optional<InetAddress> spelled =
                known.or(() -> HostText.address(source.settings().host()));
        return spelled.isPresent()
                ? List.of(spelled.get())
                : resolver.resolve(source.settings().host(), RESOLVING.compareTo(within) < 0 ? RESOLVING : within);
    }

    private List<InetAddress> judged(List<InetAddress> addresses) throws IOException {
        Optional<AddressPolicy.Refusal> refusal = switch (source.origin()) {
            case Origin.Operator() -> Optional.empty();
            case Origin.Team(AddressPolicy policy) -> policy.judge(addresses);
        };
        if (refusal.isPresent()) {
            throw new NoRouteToHostException("an address that may not be dialled");
        }
        return addresses;
    }

    private Socket connect(InetAddress address, int millis) throws IOException {
        // A proxy of the Java runtime would look the address up, or change it, behind our back.
        Socket socket = new Socket(Proxy.NO_PROXY);
        try {
            setKeepAlive(socket);
            synchronized (this) {
                if (givenUp) {
                    throw new NoRouteToHostException("given up");
                }
                open.removeIf(Socket::isClosed);
                open.add(socket);
            }
            socket.connect(new InetSocketAddress(address, source.settings().port()), millis);
            synchronized (this) {
                dialled = Optional.of(address);
            }
            return socket;
        } catch (IOException failure) {
            close(socket);
            throw failure;
        }
    }

    private static void setKeepAlive(Socket socket) throws IOException {
        socket.setKeepAlive(true);
        setWhereSupported(socket, ExtendedSocketOptions.TCP_KEEPIDLE, IDLE_SECONDS);
        setWhereSupported(socket, ExtendedSocketOptions.TCP_KEEPINTERVAL, INTERVAL_SECONDS);
        setWhereSupported(socket, ExtendedSocketOptions.TCP_KEEPCOUNT, PROBES);
    }

    private static void setWhereSupported(Socket socket, SocketOption<Integer> option, int value) throws IOException {
        if (socket.supportedOptions().contains(option)) {
            socket.setOption(option, value);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // Nothing is lost: the socket is given up anyway.
        }
    }
}
