import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One instruction of a WASM function; blocks hold theirs. Branches name their {@link Label} instead of counting blocks, so that
 * code can be moved. Mutable, and in exactly one place of one function.
 */
abstract sealed class Node {

    /** The locals whose values are wanted from here on; set by {@link Liveness}. */
    BitSet liveBefore = new BitSet();

    /** The locals whose values are wanted after it, when control goes on to the next instruction. */
    BitSet liveAfter = new BitSet();

    /** How many values it takes from the stack, and how many it leaves there. */
    abstract int pops();

    abstract int pushes();

    /** Whether control never goes on to the next instruction. */
    boolean isFinal() {
        return false;
    }

    /** Anything without a label or a local. */
    static final class Plain extends Node {
        final int opcode;
        final byte[] encoded;
        private final int pops;
        private final int pushes;

        Plain(int opcode, byte[] encoded, int pops, int pushes) {
            this.opcode = opcode;
            this.encoded = encoded;
            this.pops = pops;
            this.pushes = pushes;
        }

        static Plain constant(int value) {
            return new Plain(
                    Opcodes.I32_CONST,
                    new Encoder().unsigned(Opcodes.I32_CONST).signed(value).bytes(),
                    0,
                    1);
        }

        static Plain operator(int opcode) {
            return new Plain(opcode, new byte[] {(byte) opcode}, Opcodes.pops(opcode), Opcodes.pushes(opcode));
        }

        static Plain call(int function, int arguments, int results) {
            return new Plain(Opcodes.CALL, encoded(Opcodes.CALL, function), arguments, results);
        }

        static Plain global(int opcode, int global) {
            return new Plain(opcode, encoded(opcode, global), Opcodes.pops(opcode), Opcodes.pushes(opcode));
        }

        /** The function that a call calls. */
        int calledFunction() {
            Decoder in = new Decoder(encoded);
            in.raw();
            return in.unsigned();
        }

        private static byte[] encoded(int opcode, int index) {
            return new Encoder().unsigned(opcode).unsigned(index).bytes();
        }

        @Override
        int pops() {
            return pops;
        }

        @Override
        int pushes() {
            return pushes;
        }

        @Override
        boolean isFinal() {
            return opcode == Opcodes.UNREACHABLE;
        }
    }

    /** Reads or writes a local. */
    static final class Local extends Node {
        final int opcode;
        int index;

        Local(int opcode, int index) {
            this.opcode = opcode;
            this.index = index;
        }

        static Local get(int index) {
            return new Local(Opcodes.LOCAL_GET, index);
        }

        static Local set(int index) {
            return new Local(Opcodes.LOCAL_SET, index);
        }

        @Override
        int pops() {
            return opcode == Opcodes.LOCAL_GET ? 0 : 1;
        }

        @Override
        int pushes() {
            return opcode == Opcodes.LOCAL_SET ? 0 : 1;
        }
    }

    /** A branch to one label, always or on a condition. */
    static final class Branch extends Node {
        final boolean conditional;
        Label target;

        Branch(boolean conditional, Label target) {
            this.conditional = conditional;
            this.target = target;
        }

        static Branch to(Label target) {
            return new Branch(false, target);
        }

        static Branch when(Label target) {
            return new Branch(true, target);
        }

        @Override
        int pops() {
            return (conditional ? 1 : 0) + (target.carriesValue() ? 1 : 0);
        }

        @Override
        int pushes() {
            return conditional && target.carriesValue() ? 1 : 0;
        }

        @Override
        boolean isFinal() {
            return !conditional;
        }
    }

    /** A branch to the label at an index; to the last one when the index is too large. */
    static final class Table extends Node {
        final List<Label> targets;

        Table(List<Label> targets) {
            this.targets = new ArrayList<>(targets);
        }

        @Override
        int pops() {
            return 1;
        }

        @Override
        int pushes() {
            return 0;
        }

        @Override
        boolean isFinal() {
            return true;
        }
    }

    /** A block, a loop, or a condition with one or two arms. */
    static final class Block extends Node {
        final int opcode;
        final int result;
        final Label label;
        final List<Node> body;
        final List<Node> otherwise;

        Block(int opcode, int result, Label label, List<Node> body, List<Node> otherwise) {
            this.opcode = opcode;
            this.result = result;
            this.label = label;
            this.body = body;
            this.otherwise = otherwise;
        }

        static Block of(Label label, List<Node> body) {
            return new Block(Opcodes.BLOCK, label.carries, label, new ArrayList<>(body), new ArrayList<>());
        }

        boolean isPlainBlock() {
            return opcode == Opcodes.BLOCK && result == Label.NOTHING;
        }

        @Override
        int pops() {
            return opcode == Opcodes.IF ? 1 : 0;
        }

        @Override
        int pushes() {
            return result == Label.NOTHING ? 0 : 1;
        }
    }

    /** Shows every instruction, outer before inner. */
    static void visit(List<Node> nodes, Consumer<Node> visitor) {
        for (Node node : nodes) {
            visitor.accept(node);
            if (node instanceof Block block) {
                visit(block.body, visitor);
                visit(block.otherwise, visitor);
            }
        }
    }

    /** Sends branches elsewhere. */
    static void retarget(List<Node> nodes, Map<Label, Label> changes) {
        visit(nodes, node -> {
            if (node instanceof Branch branch) {
                branch.target = changes.getOrDefault(branch.target, branch.target);
            } else if (node instanceof Table table) {
                table.targets.replaceAll(target -> changes.getOrDefault(target, target));
            }
        });
    }

    static boolean endsFinally(List<Node> nodes) {
        return !nodes.isEmpty() && nodes.getLast().isFinal();
    }
}
