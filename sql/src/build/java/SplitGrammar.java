import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rewrites the WASM file of PostgreSQL's grammar so that the JVM can compile all of it. Functions too large for a JVM method
 * would be interpreted, instruction by instruction, and HotSpot never compiles a method of more than 8,000 bytes; the largest
 * functions here are the grammar itself and the writer of its tree. They are split into functions small enough; functions that
 * nothing calls lose their code; the contents of memory become one piece. What the file computes stays the same.
 *
 * <p>Run by Maven: {@code java SplitGrammar.java <from.wasm> <to.wasm>}.
 */
final class SplitGrammar {

    /** The exports that are called; the others are dropped, and with them what only they need. */
    private static final List<String> EXPORTS = List.of("A", "C", "E", "F", "G", "P", "Q", "R");
    /** The start of fingerprinting: it stands in the table, so it looks called, but only a dropped export goes there. */
    private static final Set<Integer> UNCALLED = Set.of(483);
    /** Bytes of JVM code, by estimate, above which a function is split. */
    private static final int TOO_LARGE = 6_000;
    /** Bytes of JVM code, by estimate, of a piece. */
    private static final int LARGEST_PIECE = 3_000;

    private final WasmModule module;

    private SplitGrammar(WasmModule module) {
        this.module = module;
    }

    public static void main(String[] arguments) throws IOException {
        Path from = Path.of(arguments[0]);
        Path to = Path.of(arguments[1]);
        SplitGrammar split = new SplitGrammar(new WasmModule(Files.readAllBytes(from)));
        split.dropUncalled();
        split.splitLarge();
        split.module.joinData();
        Files.createDirectories(to.getParent());
        Files.write(to, split.module.bytes());
    }

    private void splitLarge() {
        Outliner outliner = new Outliner(module, LARGEST_PIECE);
        int functions = module.functions();
        for (int number = module.imported(); number < functions; number++) {
            WasmFunction function = module.read(number);
            if (JvmSize.of(function.body) > TOO_LARGE) {
                new SwitchFlattening(module, function, LARGEST_PIECE).run();
                Liveness.mark(function);
                outliner.run(function);
                module.replace(number, function);
            }
        }
    }

    private void dropUncalled() {
        Set<Integer> called = called();
        for (int number = module.imported(); number < module.functions(); number++) {
            if (!called.contains(number)) {
                WasmFunction function = module.read(number);
                function.locals
                        .subList(function.type.parameters().size(), function.locals.size())
                        .clear();
                function.body.clear();
                function.body.add(Node.Plain.operator(Opcodes.UNREACHABLE));
                module.replace(number, function);
            }
        }
    }

    private Set<Integer> called() {
        Deque<Integer> toVisit = new ArrayDeque<>(module.keepExports(EXPORTS));
        toVisit.addAll(module.tableFunctions());
        toVisit.removeAll(UNCALLED);
        Set<Integer> called = new HashSet<>();
        while (!toVisit.isEmpty()) {
            int number = toVisit.pop();
            if (number >= module.imported() && called.add(number)) {
                Node.visit(module.read(number).body, node -> {
                    if (node instanceof Node.Plain plain && plain.opcode == Opcodes.CALL) {
                        toVisit.push(plain.calledFunction());
                    }
                });
            }
        }
        return called;
    }
}
