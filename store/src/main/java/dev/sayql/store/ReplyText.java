package dev.sayql.store;

import dev.sayql.core.team.Idempotency.Reply;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A reply as one text and back: its head in Base64 on the first line, then its body. */
final class ReplyText {

    private ReplyText() {}

    static String write(Reply reply) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream head = new DataOutputStream(bytes)) {
            head.writeInt(reply.status());
            head.writeUTF(reply.contentType());
            head.writeInt(reply.headers().size());
            for (Map.Entry<String, String> header : reply.headers().entrySet()) {
                head.writeUTF(header.getKey());
                head.writeUTF(header.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray()) + "\n" + reply.body();
    }

    static Reply read(String text) {
        int line = text.indexOf('\n');
        byte[] bytes = Base64.getDecoder().decode(text.substring(0, line).getBytes(StandardCharsets.US_ASCII));
        try (DataInputStream head = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int status = head.readInt();
            String contentType = head.readUTF();
            Map<String, String> headers = new LinkedHashMap<>();
            for (int left = head.readInt(); left > 0; left--) {
                headers.put(head.readUTF(), head.readUTF());
            }
            return new Reply(status, contentType, headers, text.substring(line + 1));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
