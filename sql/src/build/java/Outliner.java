import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Moves pieces of a large function into functions of their own, until each is small enough. A {@link Piece} is a
 * run of whole instructions.
 */
final class Outliner {

    private static final int LEAST_SAVED = 60;

    private final WasmModule module;
    private final SpareGlobals globals;
    private final int largest;

    Outliner(WasmModule module, int largest) {
        this.module = module;
        this.globals = new SpareGlobals(module);
        this.largest = largest;
    }

    /** Makes the function small, which must be marked with {@link Liveness}. */
    void run(WasmFunction function) {
        shrink(function, function.body);
    }

    private void shrink(WasmFunction function, List<Node> nodes) {
        for (Node node : nodes) {
            if (node instanceof Node.Block block) {
                shrink(function, block.body);
                shrink(function, block.otherwise);
            }
        }
        while (JvmSize.of(nodes) > largest && outlineOnce(function, nodes)) {
            // until it is small, or nothing more can be moved
        }
    }

    /** Moves the largest run of instructions that is not too large. */
    private boolean outlineOnce(WasmFunction function, List<Node> nodes) {
        Run best = runs(nodes).stream().max(Comparator.comparingInt(Run::size)).orElse(new Run(0, 0, 0));
        if (best.size < LEAST_SAVED) {
            return false;
        }
        List<Node> run = nodes.subList(best.from, best.to);
        Piece piece = new Piece(module, globals, function, List.copyOf(run));
        if (!piece.isWorthMoving(best.size - LEAST_SAVED)) {
            return false;
        }
        run.clear();
        nodes.addAll(best.from, piece.move());
        return true;
    }

    private record Run(int from, int to, int size) {}

    /** Runs of instructions that neither take from the stack nor leave on it, each as long as it may be. */
    private List<Run> runs(List<Node> nodes) {
        List<Run> runs = new ArrayList<>();
        Run open = new Run(0, 0, 0);
        int height = 0;
        int size = 0;
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            height += node.pushes() - node.pops();
            size += JvmSize.of(node);
            if (height == 0 || node.isFinal()) {
                if (open.size + size > largest) {
                    runs.add(open);
                    open = new Run(open.to, open.to, 0);
                }
                open = new Run(open.from, i + 1, open.size + size);
                size = 0;
            }
        }
        runs.add(open);
        return runs;
    }
}
