package dev.sayql.jdbc;

import dev.sayql.embedded.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Stands between a client and a server. When the client has sent a certain text, that connection stays open and nothing
 * passes any more, as when a network breaks without a word.
 */
final class Gate implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
    private final Endpoint target;
    private final String silencer;

    private Gate(Endpoint target, String silencer) throws IOException {
        this.target = target;
        this.silencer = silencer;
    }

    static Gate to(Endpoint target, String silencer) throws IOException {
        Gate gate = new Gate(target, silencer);
        Thread.ofVirtual().start(gate::accept);
        return gate;
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Socket upstream = new Socket(target.host(), target.port());
                Thread.ofVirtual().start(() -> pass(client, upstream));
                Thread.ofVirtual().start(() -> pass(upstream, client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[8_192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains(silencer)) {
                    Thread.sleep(Long.MAX_VALUE);
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException | InterruptedException closed) {
            // One side has left; the other is closed with it.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
