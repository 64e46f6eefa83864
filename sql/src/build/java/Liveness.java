import java.util.BitSet;
import java.util.List;

/** Marks each instruction with the locals whose values are wanted from there on. */
final class Liveness {

    private Liveness() {}

    static void mark(WasmFunction function) {
        before(function.body, new BitSet());
    }

    private static BitSet before(List<Node> nodes, BitSet after) {
        BitSet live = (BitSet) after.clone();
        for (Node node : nodes.reversed()) {
            node.liveAfter = (BitSet) live.clone();
            switch (node) {
                case Node.Plain plain -> {
                    if (plain.isFinal()) {
                        live.clear();
                    }
                }
                case Node.Local local -> live.set(local.index, local.opcode == Opcodes.LOCAL_GET);
                case Node.Branch branch -> {
                    if (!branch.conditional) {
                        live.clear();
                    }
                    live.or(branch.target.live);
                }
                case Node.Table table -> {
                    live.clear();
                    table.targets.forEach(target -> live.or(target.live));
                }
                case Node.Block block -> {
                    BitSet entering = before(block, live);
                    live.clear();
                    live.or(entering);
                }
            }
            node.liveBefore = (BitSet) live.clone();
        }
        return live;
    }

    private static BitSet before(Node.Block block, BitSet after) {
        if (block.opcode == Opcodes.LOOP) {
            while (true) {
                BitSet entering = before(block.body, after);
                if (entering.equals(block.label.live)) {
                    return entering;
                }
                block.label.live.or(entering);
            }
        }
        block.label.live.clear();
        block.label.live.or(after);
        BitSet entering = before(block.body, after);
        if (block.opcode == Opcodes.IF) {
            entering.or(before(block.otherwise, after));
        }
        return entering;
    }
}
