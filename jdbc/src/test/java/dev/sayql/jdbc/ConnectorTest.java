package dev.sayql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.schema.SourceUnavailableException.Reason;
import dev.sayql.embedded.Endpoint;
import dev.sayql.testkit.SampleDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is dialled for a source that a team has named, and what the team learns from it. */
class ConnectorTest {
    private static final String NAME = "db.example.com";
    private static final Cidr LOOPBACK = Cidr.of("127.0.0.0/8");
    private static final Duration WHOLE = Duration.ofMillis(1_500);
    private static final Patience SHORT = new Patience(Duration.ofSeconds(1), WHOLE);

    /** How an attempt ended, and after how long. */
    private record Ended(Reason reason, String sentence, Duration after) {}

    private static ConnectionSettings settings(String host, int port) {
        Endpoint reader = SampleDatabase.reader();
        return ConnectionSettings.of(host, port, reader.database(), reader.user(), reader.password());
    }

    private static JdbcSource ofTeam(String host, int port, List<Cidr> open) {
        AddressPolicy policy = AddressPolicy.publicOnly().opening(open, List.of(port));
        return new JdbcSource(settings(host, port), new Origin.Team(policy), false);
    }

    private static Ended refusal(JdbcSource source, Resolver resolver) {
        long start = System.nanoTime();
        SourceUnavailableException refused = catchThrowableOfType(
                SourceUnavailableException.class, () -> new Connector(resolver, SHORT).open(source));
        return new Ended(refused.reason(), refused.sentence(), Duration.ofNanos(System.nanoTime() - start));
    }

    private static Resolver always(String address) {
        return (host, within) -> List.of(InetAddress.ofLiteral(address));
    }

    /** Counts who comes in, and treats them as told. */
    private static final class Listener implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final AtomicInteger visitors = new AtomicInteger();
        private final List<Socket> open = new ArrayList<>();

        private interface Treatment {
            void of(OutputStream out) throws IOException, InterruptedException;
        }

        Listener(Treatment treatment) throws IOException {
            Thread.ofVirtual().start(() -> accept(treatment));
        }

        private void accept(Treatment treatment) {
            try {
                while (true) {
                    Socket socket = server.accept();
                    open.add(socket);
                    visitors.incrementAndGet();
                    Thread.ofVirtual().start(() -> treat(socket, treatment));
                }
            } catch (IOException closed) {
                // The test is over.
            }
        }

        private static void treat(Socket socket, Treatment treatment) {
            try {
                treatment.of(socket.getOutputStream());
            } catch (IOException | InterruptedException gone) {
                // Whoever came has left.
            }
        }

        int port() {
            return server.getLocalPort();
        }

        @Override
        public void close() {
            try {
                server.close();
                for (Socket socket : open) {
                    socket.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void aTeamsSourceIsReachedAtAnAddressThatTheOperatorOpened() {
        Endpoint reader = SampleDatabase.reader();
        JdbcSource source = ofTeam(NAME, reader.port(), List.of(LOOPBACK));

        OpenedConnection opened = new Connector(always(reader.host()), SHORT).open(source);

        assertThat(opened.warning()).isEmpty();
        Connector.closeQuietly(opened.connection());
    }

    @Test
    void theSocketThatCancelsGoesWhereTheConnectionWent() {
        Endpoint reader = SampleDatabase.reader();
        AtomicInteger asked = new AtomicInteger();
        Resolver turning = (host, within) ->
                List.of(InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? reader.host() : "127.0.0.99"));
        JdbcSource source = ofTeam(NAME, reader.port(), List.of(LOOPBACK));
        try (SourcePools pools = new SourcePools(any -> Optional.of(source), new Connector(turning, SHORT));
                ReadOnlyExecutor executor = new ReadOnlyExecutor(pools)) {
            Limits limits = new Limits(10_000, Duration.ofSeconds(1), 1_000_000, 1_000, 10, 1e9, 1e9);
            // The first fetch stays below the server's time-out, which counts anew from there: our side has to cancel.
            Execution execution = executor.executeText(
                    Databases.SOURCE,
                    "SELECT n, pg_sleep(0.012) FROM generate_series(1, 100000) AS n",
                    limits,
                    Cancellation.never());

            assertThat(execution).isInstanceOf(Execution.TimedOut.class);
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void aNameThatLeadsInsideIsNotDialled() throws IOException {
        try (Listener inside = new Listener(out -> out.flush())) {
            Ended ended = refusal(ofTeam(NAME, inside.port(), List.of()), always("127.0.0.1"));

            assertThat(ended.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(inside.visitors).hasValue(0);
        }
    }

    @Test
    void oneAddressInsideAmongGoodOnesIsEnoughToDialNone() throws IOException {
        try (Listener inside = new Listener(out -> out.flush())) {
            Resolver mixed =
                    (host, within) -> List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("10.0.0.1"));

            assertThat(refusal(ofTeam(NAME, inside.port(), List.of(LOOPBACK)), mixed)
                            .reason())
                    .isEqualTo(Reason.UNREACHABLE);
            assertThat(inside.visitors).hasValue(0);
        }
    }

    @Test
    void anAddressThatIsSpelledOutIsRefusedAtOnceAndByItsReason() throws IOException {
        try (Listener inside = new Listener(out -> out.flush())) {
            Ended ended = refusal(ofTeam("127.0.0.1", inside.port(), List.of()), always("8.8.8.8"));

            assertThat(ended.reason()).isEqualTo(Reason.NOT_ALLOWED);
            assertThat(ended.sentence()).contains("not a public one");
            assertThat(ended.after()).isLessThan(Duration.ofSeconds(1));
            assertThat(inside.visitors).hasValue(0);
        }
    }

    @Test
    void aTeamCannotTellWhatIsBehindAnAddressThatIsNoPostgresql() throws IOException {
        int closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = free.getLocalPort();
        }
        try (Listener silent = new Listener(out -> out.flush());
                Listener ssh = new Listener(out -> out.write("SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII)));
                Listener http = new Listener(out -> out.write("HTTP/1.1 400\r\n".getBytes(StandardCharsets.US_ASCII)));
                Listener hangingUp = new Listener(OutputStream::close);
                Listener dripping = new Listener(ConnectorTest::drip)) {
            List<Ended> all = new ArrayList<>();
            for (int port :
                    List.of(closed, silent.port(), ssh.port(), http.port(), hangingUp.port(), dripping.port())) {
                all.add(refusal(ofTeam(NAME, port, List.of(LOOPBACK)), always("127.0.0.1")));
            }
            all.add(refusal(ofTeam(NAME, closed, List.of()), always("127.0.0.1")));
            all.add(refusal(ofTeam(NAME, closed, List.of()), (host, within) -> {
                throw new UnknownHostException(host);
            }));

            assertThat(all).extracting(Ended::reason).containsOnly(Reason.UNREACHABLE);
            assertThat(all)
                    .extracting(Ended::sentence)
                    .containsOnly(all.getFirst().sentence());
            assertThat(all).allSatisfy(ended -> assertThat(ended.after()).isBetween(WHOLE, WHOLE.plusMillis(700)));
        }
    }

    @Test
    void whatIsTakenBackIsNeitherDialledNorWaitedForAnyLonger() throws IOException {
        Cancellation cancellation = new Cancellation();
        try (Listener silent = new Listener(out -> cancellation.request())) {
            Connector connector = new Connector(always("127.0.0.1"), Patience.usual(), cancellation);
            JdbcSource source = ofTeam(NAME, silent.port(), List.of(LOOPBACK));
            long start = System.nanoTime();

            assertThat(catchThrowableOfType(SourceUnavailableException.class, () -> connector.open(source)))
                    .isNotNull();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    /** No encryption, and then an error that is told byte by byte: each read succeeds, the whole never does. */
    private static void drip(OutputStream out) throws IOException, InterruptedException {
        out.write('N');
        out.write(new byte[] {'E', 0, 0, 0x40, 0});
        while (true) {
            out.write('x');
            out.flush();
            Thread.sleep(Duration.ofMillis(100));
        }
    }
}
