import java.util.Arrays;

/** Reads bytes and LEB128 numbers. */
final class Decoder {

    private final byte[] bytes;
    private int position;

    Decoder(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean atEnd() {
        return position == bytes.length;
    }

    int position() {
        return position;
    }

    int raw() {
        return bytes[position++] & 0xff;
    }

    byte[] raw(int length) {
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    byte[] since(int start) {
        return Arrays.copyOfRange(bytes, start, position);
    }

    int unsigned() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = raw();
            value |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
    }

    int signed() {
        int value = 0;
        int shift = 0;
        int next;
        do {
            next = raw();
            value |= (next & 0x7f) << shift;
            shift += 7;
        } while (next >= 0x80);
        return shift < 32 && (next & 0x40) != 0 ? value | -1 << shift : value;
    }

    /** Passes over a number of any width. */
    void skipNumber() {
        while (raw() >= 0x80) {
            // the high bit says that more follows
        }
    }

    byte[] sized() {
        return raw(unsigned());
    }
}
