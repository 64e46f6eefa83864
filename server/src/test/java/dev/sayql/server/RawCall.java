package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls over a socket of one's own, which can be closed before the reply has come. */
final class RawCall {

    private RawCall() {}

    /** The text of a POST. */
    static String request(String key, String path, String body, String accept) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nx-api-key: " + key + "\r\nAccept: " + accept
                + "\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    /** Sends it and waits for nothing. */
    static Socket post(int port, String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    /** The first id of this name that comes back. */
    static String idIn(Socket socket, String name) throws IOException {
        StringBuilder read = new StringBuilder();
        Matcher id = Pattern.compile("\"" + name + "\":\"([0-9a-f-]{36})\"").matcher(read);
        byte[] some = new byte[4_096];
        while (!id.find()) {
            int length = socket.getInputStream().read(some);
            assertThat(length).isPositive();
            read.append(new String(some, 0, length, StandardCharsets.UTF_8));
            id.reset();
        }
        return id.group(1);
    }
}
