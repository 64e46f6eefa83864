package dev.sayql.server;

import dev.sayql.api.Onlooker;
import dev.sayql.api.Reply;
import dev.sayql.core.execution.Cancellation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Sends the steps of a call as server-sent events, its reply last. Nothing is sent before the call was let in, so
 * that a refusal is an ordinary reply. Whoever cannot be written to is gone. Thread-safe.
 */
final class EventStream implements Onlooker {

    static final String TYPE = "text/event-stream";

    private final HttpServletResponse response;
    private final Cancellation gone;
    private boolean begun;
    private boolean broken;

    EventStream(HttpServletResponse response, Cancellation gone) {
        this.response = response;
        this.gone = gone;
    }

    @Override
    public synchronized void begun(String work) {
        open();
        send("started", work);
    }

    @Override
    public synchronized void reached(String step) {
        send("step", step);
    }

    /** Shows that somebody is still there, on both sides. */
    synchronized void beat() {
        if (begun) {
            write(": \n\n");
        }
    }

    /** Sends what is left to say; false when it must go as an ordinary reply, for nothing was sent yet. */
    synchronized boolean end(Reply reply) {
        if (!begun && reply.status() != 200) {
            return false;
        }
        open();
        send(reply.problem().isPresent() ? "problem" : "answer", reply.body());
        return true;
    }

    private void open() {
        if (!begun) {
            begun = true;
            response.setStatus(200);
            response.setContentType(TYPE);
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Cache-Control", "no-store");
            // A proxy that collects what it passes on would hold the steps back.
            response.setHeader("X-Accel-Buffering", "no");
        }
    }

    private void send(String event, String json) {
        write("event: " + event + "\ndata: " + json + "\n\n");
    }

    private void write(String text) {
        if (broken) {
            return;
        }
        try {
            OutputStream out = response.getOutputStream();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException left) {
            broken = true;
            gone.request();
        }
    }
}
