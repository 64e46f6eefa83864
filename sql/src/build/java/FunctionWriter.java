import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts a function together again. */
final class FunctionWriter {

    private final Encoder out = new Encoder();
    private final Map<Label, Integer> levels = new HashMap<>();
    private int level;

    private FunctionWriter() {}

    static byte[] write(WasmFunction function) {
        FunctionWriter writer = new FunctionWriter();
        writer.locals(function);
        writer.inside(function.exit, () -> writer.list(function.body));
        return writer.out.raw(Opcodes.END).bytes();
    }

    private void locals(WasmFunction function) {
        List<Integer> own = function.locals.subList(function.type.parameters().size(), function.locals.size());
        Deque<int[]> groups = new ArrayDeque<>();
        for (int valueType : own) {
            if (groups.isEmpty() || groups.getLast()[1] != valueType) {
                groups.addLast(new int[] {0, valueType});
            }
            groups.getLast()[0]++;
        }
        out.unsigned(groups.size());
        groups.forEach(group -> out.unsigned(group[0]).raw(group[1]));
    }

    private void inside(Label label, Runnable body) {
        level++;
        levels.put(label, level);
        body.run();
        levels.remove(label);
        level--;
    }

    private void list(List<Node> nodes) {
        nodes.forEach(this::node);
    }

    private void node(Node node) {
        switch (node) {
            case Node.Plain plain -> out.raw(plain.encoded);
            case Node.Local local -> out.raw(local.opcode).unsigned(local.index);
            case Node.Branch branch ->
                out.raw(branch.conditional ? Opcodes.BR_IF : Opcodes.BR).unsigned(depth(branch.target));
            case Node.Table table -> {
                out.raw(Opcodes.BR_TABLE).unsigned(table.targets.size() - 1);
                table.targets.forEach(target -> out.unsigned(depth(target)));
            }
            case Node.Block block -> block(block);
        }
    }

    private void block(Node.Block block) {
        out.raw(block.opcode).raw(block.result);
        inside(block.label, () -> {
            list(block.body);
            if (!block.otherwise.isEmpty()) {
                out.raw(Opcodes.ELSE);
                list(block.otherwise);
            }
        });
        out.raw(Opcodes.END);
    }

    private int depth(Label label) {
        Integer at = levels.get(label);
        if (at == null) {
            throw new IllegalStateException("a branch to a block around which it does not stand");
        }
        return level - at;
    }
}
