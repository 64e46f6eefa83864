package dev.sayql.jdbc;

import dev.sayql.jdbc.ConnectionString.Code;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads percent-encoded UTF-8, once. A {@code +} is a plus. */
final class PercentEncoding {

    private PercentEncoding() {}

    static String decode(String text) throws RefusedText {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                bytes.write(raw[i]);
                continue;
            }
            int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (high < 0 || low < 0 || (high == 0 && low == 0)) {
                throw new RefusedText(
                        Code.BAD_ENCODING, "A '%' must be followed by two hexadecimal digits other than 00.");
            }
            bytes.write(high * 16 + low);
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new RefusedText(Code.BAD_ENCODING, "The percent-encoded bytes are not UTF-8.");
        }
    }
}
