import java.io.ByteArrayOutputStream;

/** Writes bytes and LEB128 numbers. */
final class Encoder {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Encoder raw(int value) {
        out.write(value);
        return this;
    }

    Encoder raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Encoder unsigned(int value) {
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
        return this;
    }

    Encoder signed(int value) {
        int rest = value;
        while (rest < -64 || rest > 63) {
            out.write(rest & 0x7f | 0x80);
            rest >>= 7;
        }
        out.write(rest & 0x7f);
        return this;
    }

    /** The bytes with their number before them. */
    Encoder sized(byte[] bytes) {
        return unsigned(bytes.length).raw(bytes);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
