import java.util.List;

/**
 * How many bytes of JVM code an instruction becomes, estimated from what Chicory 1.7 writes. HotSpot compiles no method of more
 * than 8,000 bytes; a test reads the true sizes from the class files.
 */
final class JvmSize {

    private JvmSize() {}

    static int of(List<Node> nodes) {
        int sum = 0;
        for (Node node : nodes) {
            sum += of(node);
        }
        return sum;
    }

    static int of(Node node) {
        return switch (node) {
            case Node.Plain plain -> plain(plain);
            case Node.Local local -> local.opcode == Opcodes.LOCAL_TEE ? 3 : 2;
            case Node.Branch branch -> branch.target.carriesValue() ? 8 : 3;
            case Node.Table table -> 4 * table.targets.size() + 20;
            case Node.Block block -> of(block.body) + of(block.otherwise) + (block.opcode == Opcodes.BLOCK ? 0 : 6);
        };
    }

    private static int plain(Node.Plain plain) {
        int opcode = plain.opcode;
        if (Opcodes.isLoad(opcode) || Opcodes.isStore(opcode)) {
            return 11;
        }
        return switch (opcode) {
            case Opcodes.CALL -> 7;
            case Opcodes.CALL_INDIRECT -> 11;
            case Opcodes.GLOBAL_GET, Opcodes.GLOBAL_SET -> 9;
            case Opcodes.UNREACHABLE, Opcodes.PREFIX -> 8;
            default -> 3;
        };
    }
}
