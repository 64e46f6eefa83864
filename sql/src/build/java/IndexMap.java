import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes functions that turn an index into a number of 0 and up, by tables of tables. Small tables, because the JVM's quick
 * compiler looks through a table entry by entry.
 */
final class IndexMap {

    private static final int ROW_BITS = 5;
    private static final int ROW = 1 << ROW_BITS;
    private static final int ENTRIES_A_FUNCTION = 20 * ROW;
    private static final FunctionType TYPE = new FunctionType(List.of(Opcodes.I32), List.of(Opcodes.I32));

    private final WasmModule module;

    IndexMap(WasmModule module) {
        this.module = module;
    }

    /** The function that gives the number at the index, and the last number when the index is too large. */
    int function(List<Integer> numbers) {
        int otherwise = numbers.getLast();
        List<Integer> parts = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += ENTRIES_A_FUNCTION) {
            List<Integer> part = numbers.subList(from, Math.min(numbers.size(), from + ENTRIES_A_FUNCTION));
            parts.add(module.add(part(part, otherwise)));
        }
        return parts.size() == 1 ? parts.getFirst() : module.add(choosing(parts, otherwise));
    }

    /** Calls the part in whose range the index is. */
    private static WasmFunction choosing(List<Integer> parts, int otherwise) {
        Label exit = new Label(Opcodes.I32);
        List<Node> body = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            Label next = Label.plain();
            body.add(Node.Block.of(
                    next,
                    List.of(
                            Node.Local.get(0),
                            Node.Plain.constant((part + 1) * ENTRIES_A_FUNCTION),
                            Node.Plain.operator(Opcodes.I32_GE_U),
                            Node.Branch.when(next),
                            Node.Local.get(0),
                            Node.Plain.constant(part * ENTRIES_A_FUNCTION),
                            Node.Plain.operator(Opcodes.I32_SUB),
                            Node.Plain.call(parts.get(part), 1, 1),
                            Node.Branch.to(exit))));
        }
        body.add(Node.Plain.constant(otherwise));
        return new WasmFunction(TYPE, TYPE.parameters(), exit, body);
    }

    private static WasmFunction part(List<Integer> numbers, int otherwise) {
        Map<Integer, Label> answers = new HashMap<>();
        numbers.forEach(number -> answers.computeIfAbsent(number, _ -> Label.plain()));
        Label unknown = answers.computeIfAbsent(otherwise, _ -> Label.plain());
        Label exit = new Label(Opcodes.I32);
        List<Node> body = rows(numbers, answers, unknown);
        answers.forEach((number, label) -> {
            Node.Block block = Node.Block.of(label, body);
            body.clear();
            body.addAll(List.of(block, Node.Plain.constant(number), Node.Branch.to(exit)));
        });
        return new WasmFunction(TYPE, TYPE.parameters(), exit, body);
    }

    private static List<Node> rows(List<Integer> numbers, Map<Integer, Label> answers, Label unknown) {
        List<Label> rows = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += ROW) {
            rows.add(Label.plain());
        }
        rows.add(unknown);
        List<Node> body = new ArrayList<>(List.of(
                Node.Local.get(0),
                Node.Plain.constant(ROW_BITS),
                Node.Plain.operator(Opcodes.I32_SHR_U),
                new Node.Table(rows)));
        for (int row = 0; row < rows.size() - 1; row++) {
            List<Label> targets = new ArrayList<>();
            numbers.subList(row * ROW, Math.min(numbers.size(), (row + 1) * ROW))
                    .forEach(number -> targets.add(answers.get(number)));
            targets.add(unknown);
            Node.Block block = Node.Block.of(rows.get(row), body);
            body.clear();
            body.addAll(List.of(
                    block,
                    Node.Local.get(0),
                    Node.Plain.constant(ROW - 1),
                    Node.Plain.operator(Opcodes.I32_AND),
                    new Node.Table(targets)));
        }
        return body;
    }
}
