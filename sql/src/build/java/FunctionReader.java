import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Takes a function's code apart. Leaves out code that can never be reached. */
final class FunctionReader {

    private final WasmModule module;
    private final Decoder in;
    private final Deque<Label> labels = new ArrayDeque<>();
    /** What ended the list of instructions read last: an end or an else. */
    private int endedBy;

    private FunctionReader(WasmModule module, byte[] code) {
        this.module = module;
        this.in = new Decoder(code);
    }

    static WasmFunction read(WasmModule module, FunctionType type, byte[] code) {
        return new FunctionReader(module, code).function(type);
    }

    private WasmFunction function(FunctionType type) {
        List<Integer> locals = new ArrayList<>(type.parameters());
        for (int groups = in.unsigned(); groups > 0; groups--) {
            int count = in.unsigned();
            int valueType = in.raw();
            for (int i = 0; i < count; i++) {
                locals.add(valueType);
            }
        }
        Label exit = new Label(type.result());
        labels.push(exit);
        return new WasmFunction(type, locals, exit, list());
    }

    private List<Node> list() {
        List<Node> nodes = new ArrayList<>();
        while (true) {
            int opcode = in.raw();
            if (opcode == Opcodes.END || opcode == Opcodes.ELSE) {
                endedBy = opcode;
                return nodes;
            }
            Node node = node(opcode);
            if (!Node.endsFinally(nodes)) {
                nodes.add(node);
            }
        }
    }

    private Node node(int opcode) {
        return switch (opcode) {
            case Opcodes.BLOCK, Opcodes.LOOP, Opcodes.IF -> block(opcode);
            case Opcodes.BR -> Node.Branch.to(label(in.unsigned()));
            case Opcodes.BR_IF -> Node.Branch.when(label(in.unsigned()));
            case Opcodes.RETURN -> Node.Branch.to(labels.getLast());
            case Opcodes.BR_TABLE -> table();
            case Opcodes.LOCAL_GET, Opcodes.LOCAL_SET, Opcodes.LOCAL_TEE -> new Node.Local(opcode, in.unsigned());
            default -> plain(opcode);
        };
    }

    private Node.Block block(int opcode) {
        int result = in.raw();
        if (result < Opcodes.F64 && result != Label.NOTHING) {
            throw new IllegalStateException("a block with several results");
        }
        Label label = new Label(opcode == Opcodes.LOOP ? Label.NOTHING : result);
        labels.push(label);
        List<Node> body = list();
        List<Node> otherwise = endedBy == Opcodes.ELSE ? list() : new ArrayList<>();
        labels.pop();
        endedBy = Opcodes.END;
        return new Node.Block(opcode, result, label, body, otherwise);
    }

    private Node.Table table() {
        List<Label> targets = new ArrayList<>();
        for (int i = in.unsigned(); i >= 0; i--) {
            targets.add(label(in.unsigned()));
        }
        return new Node.Table(targets);
    }

    private Label label(int depth) {
        int passed = 0;
        for (Label label : labels) {
            if (passed++ == depth) {
                return label;
            }
        }
        throw new IllegalStateException("a branch beyond the function");
    }

    private Node.Plain plain(int opcode) {
        int start = in.position() - 1;
        if (opcode == Opcodes.CALL) {
            FunctionType type = module.typeOf(in.unsigned());
            return called(opcode, start, type, 0);
        }
        if (opcode == Opcodes.CALL_INDIRECT) {
            FunctionType type = module.types().get(in.unsigned());
            in.skipNumber();
            return called(opcode, start, type, 1);
        }
        if (opcode == Opcodes.PREFIX) {
            return prefixed(start);
        }
        skipOperands(opcode);
        return new Node.Plain(opcode, in.since(start), Opcodes.pops(opcode), Opcodes.pushes(opcode));
    }

    private Node.Plain called(int opcode, int start, FunctionType type, int also) {
        return new Node.Plain(
                opcode,
                in.since(start),
                type.parameters().size() + also,
                type.results().size());
    }

    /** Conversions that saturate (0 to 7), copying (10) and filling (11) memory. */
    private Node.Plain prefixed(int start) {
        int kind = in.unsigned();
        if (kind <= 7) {
            return new Node.Plain(Opcodes.PREFIX, in.since(start), 1, 1);
        }
        if (kind != 10 && kind != 11) {
            throw Opcodes.unknown(Opcodes.PREFIX << 8 | kind);
        }
        in.raw(kind == 10 ? 2 : 1);
        return new Node.Plain(Opcodes.PREFIX, in.since(start), 3, 0);
    }

    private void skipOperands(int opcode) {
        if (Opcodes.isLoad(opcode) || Opcodes.isStore(opcode)) {
            in.skipNumber();
            in.skipNumber();
        }
        switch (opcode) {
            case Opcodes.GLOBAL_GET, Opcodes.GLOBAL_SET, Opcodes.I32_CONST, Opcodes.I64_CONST, 0x3f, 0x40 ->
                in.skipNumber();
            case Opcodes.F32_CONST -> in.raw(4);
            case Opcodes.F64_CONST -> in.raw(8);
            default -> {}
        }
    }
}
