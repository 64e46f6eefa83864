/** The WASM instructions this build reads, and what they do to the stack. An unknown one fails the build. */
final class Opcodes {

    static final int UNREACHABLE = 0x00;
    static final int BLOCK = 0x02;
    static final int LOOP = 0x03;
    static final int IF = 0x04;
    static final int ELSE = 0x05;
    static final int END = 0x0b;
    static final int BR = 0x0c;
    static final int BR_IF = 0x0d;
    static final int BR_TABLE = 0x0e;
    static final int RETURN = 0x0f;
    static final int CALL = 0x10;
    static final int CALL_INDIRECT = 0x11;
    static final int LOCAL_GET = 0x20;
    static final int LOCAL_SET = 0x21;
    static final int LOCAL_TEE = 0x22;
    static final int GLOBAL_GET = 0x23;
    static final int GLOBAL_SET = 0x24;
    static final int I32_CONST = 0x41;
    static final int I64_CONST = 0x42;
    static final int F32_CONST = 0x43;
    static final int F64_CONST = 0x44;
    static final int I32_LT_U = 0x49;
    static final int I32_GE_U = 0x4f;
    static final int I32_SUB = 0x6b;
    static final int I32_AND = 0x71;
    static final int I32_SHR_U = 0x76;
    static final int PREFIX = 0xfc;

    static final int I32 = 0x7f;
    static final int I64 = 0x7e;
    static final int F64 = 0x7c;

    private Opcodes() {}

    static boolean isLoad(int opcode) {
        return opcode >= 0x28 && opcode <= 0x35;
    }

    static boolean isStore(int opcode) {
        return opcode >= 0x36 && opcode <= 0x3e;
    }

    static int pops(int opcode) {
        if (isLoad(opcode) || isUnary(opcode)) {
            return 1;
        }
        if (isStore(opcode) || isBinary(opcode)) {
            return 2;
        }
        return switch (opcode) {
            case UNREACHABLE, 0x01, GLOBAL_GET, I32_CONST, I64_CONST, F32_CONST, F64_CONST, 0x3f -> 0;
            case 0x1a, GLOBAL_SET, 0x40 -> 1;
            case 0x1b -> 3;
            default -> throw unknown(opcode);
        };
    }

    static int pushes(int opcode) {
        if (isLoad(opcode) || isUnary(opcode) || isBinary(opcode)) {
            return 1;
        }
        if (isStore(opcode)) {
            return 0;
        }
        return switch (opcode) {
            case UNREACHABLE, 0x01, 0x1a, GLOBAL_SET -> 0;
            case GLOBAL_GET, I32_CONST, I64_CONST, F32_CONST, F64_CONST, 0x1b, 0x3f, 0x40 -> 1;
            default -> throw unknown(opcode);
        };
    }

    /** Tests for zero, counts of bits, conversions, sign extensions. */
    private static boolean isUnary(int opcode) {
        return opcode == 0x45
                || opcode == 0x50
                || opcode >= 0x67 && opcode <= 0x69
                || opcode >= 0x79 && opcode <= 0x7b
                || opcode >= 0x8b && opcode <= 0x91
                || opcode >= 0x99 && opcode <= 0x9f
                || opcode >= 0xa7 && opcode <= 0xc4;
    }

    /** Comparisons and arithmetic on two values. */
    private static boolean isBinary(int opcode) {
        return opcode >= 0x46 && opcode <= 0xa6 && !isUnary(opcode);
    }

    static IllegalStateException unknown(int opcode) {
        return new IllegalStateException("unknown WASM instruction 0x" + Integer.toHexString(opcode));
    }
}
