package dev.sayql.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Hands the driver sockets that are connected already, so that it neither looks up a name nor dials. Public because the
 * driver makes it by name, on the thread that opens a connection: there it finds the dialler of that connection.
 */
public final class DiallingSocketFactory extends SocketFactory {

    static final ScopedValue<Dialler> DIALLER = ScopedValue.newInstance();

    private final Dialler dialler = DIALLER.get();

    @Override
    public Socket createSocket() throws IOException {
        return dialler.dial();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("the driver asks for sockets without an address");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("the driver asks for sockets without an address");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("the driver asks for sockets without an address");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException("the driver asks for sockets without an address");
    }
}
