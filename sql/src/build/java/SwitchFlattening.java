import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes large switches apart. A C {@code switch} arrives as blocks nested one in the other, as many as it has cases, around a
 * table of branches. Here they become groups of a few cases, one after the other, each entered when the number of the wanted
 * case, kept in a new local, lies in it. A group is then a piece of code like any other, which {@link Outliner} can move.
 */
final class SwitchFlattening {

    private static final int LEAST_CASES = 6;

    private final IndexMap indexMap;
    private final WasmFunction function;
    private final int largest;

    SwitchFlattening(WasmModule module, WasmFunction function, int largest) {
        this.indexMap = new IndexMap(module);
        this.function = function;
        this.largest = largest;
    }

    void run() {
        flatten(function.body);
    }

    private void flatten(List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Node.Block block) {
                List<Node.Block> chain = chain(block);
                if (chain.size() >= LEAST_CASES && JvmSize.of(block) > largest) {
                    nodes.set(i, new Switch(chain).flat());
                } else {
                    flatten(block.body);
                    flatten(block.otherwise);
                }
            }
        }
    }

    /** The nested blocks of a switch, the innermost first, or none. */
    private static List<Node.Block> chain(Node.Block outermost) {
        List<Node.Block> chain = new ArrayList<>();
        Node.Block block = outermost;
        while (block.isPlainBlock()) {
            chain.addFirst(block);
            if (!block.body.isEmpty() && block.body.getLast() instanceof Node.Table) {
                return chain;
            }
            if (block.body.isEmpty() || !(block.body.getFirst() instanceof Node.Block inner)) {
                return List.of();
            }
            block = inner;
        }
        return List.of();
    }

    /**
     * One switch. Case k is what follows the end of the block number k inside the block around it; a branch to that block
     * means "go on with case k". The end of the outermost block counts as one more case, which is empty.
     */
    private final class Switch {

        private final Map<Label, Integer> caseOf = new HashMap<>();
        private final List<Node> head;
        private final List<List<Node>> cases = new ArrayList<>();
        private final List<Label> labels;
        private final Label end;
        private final int chosen = function.addLocal(Opcodes.I32);

        Switch(List<Node.Block> chain) {
            head = chain.getFirst().body;
            labels = chain.stream().map(block -> block.label).toList();
            end = labels.getLast();
            for (int i = 0; i < chain.size(); i++) {
                caseOf.put(labels.get(i), i);
                if (i > 0) {
                    cases.add(chain.get(i).body.subList(1, chain.get(i).body.size()));
                }
            }
        }

        Node.Block flat() {
            flatten(head);
            cases.forEach(SwitchFlattening.this::flatten);
            List<Node> body = new ArrayList<>(dispatch());
            int first = 0;
            while (first < cases.size()) {
                int next = first + 1;
                int size = JvmSize.of(cases.get(first));
                while (next < cases.size() && size + JvmSize.of(cases.get(next)) < largest * 2 / 3) {
                    size += JvmSize.of(cases.get(next)) + 4;
                    next++;
                }
                body.add(group(first, next));
                first = next;
            }
            return Node.Block.of(end, body);
        }

        /** What comes before the table, and instead of the table the number of the case. */
        private List<Node> dispatch() {
            Node.Table table = (Node.Table) head.getLast();
            Map<Label, Integer> outside = new LinkedHashMap<>();
            List<Integer> numbers = new ArrayList<>();
            for (Label target : table.targets) {
                Integer known = caseOf.get(target);
                numbers.add(
                        known != null ? known : outside.computeIfAbsent(target, _ -> labels.size() + outside.size()));
            }
            List<Node> nodes = new ArrayList<>(head.subList(0, head.size() - 1));
            nodes.add(Node.Plain.call(indexMap.function(numbers), 1, 1));
            nodes.add(Node.Local.set(chosen));
            Label ready = Label.plain();
            List<Node> result = new ArrayList<>(List.of(leaving(nodes, ready, Set.of())));
            if (!outside.isEmpty()) {
                result.add(leavingSwitch(List.copyOf(outside.keySet())));
            }
            return result;
        }

        private Node.Block leavingSwitch(List<Label> outside) {
            Label stay = Label.plain();
            List<Label> targets = new ArrayList<>(outside);
            targets.add(outside.getLast());
            return Node.Block.of(
                    stay,
                    List.of(
                            Node.Local.get(chosen),
                            Node.Plain.constant(labels.size()),
                            Node.Plain.operator(Opcodes.I32_LT_U),
                            Node.Branch.when(stay),
                            Node.Local.get(chosen),
                            Node.Plain.constant(labels.size()),
                            Node.Plain.operator(Opcodes.I32_SUB),
                            new Node.Table(targets)));
        }

        /** The cases from the first up to, not including, the next, entered when the chosen one is among them. */
        private Node.Block group(int first, int next) {
            Label done = Label.plain();
            List<Node> nodes = new ArrayList<>(List.of(
                    Node.Local.get(chosen),
                    Node.Plain.constant(first),
                    Node.Plain.operator(Opcodes.I32_SUB),
                    new Node.Table(labels.subList(first, next))));
            for (int i = first; i < next; i++) {
                nodes = new ArrayList<>(List.of(Node.Block.of(labels.get(i), nodes)));
                nodes.addAll(cases.get(i));
            }
            if (!Node.endsFinally(nodes)) {
                nodes.add(Node.Plain.constant(next));
                nodes.add(Node.Local.set(chosen));
            }
            List<Node> body = new ArrayList<>(List.of(
                    Node.Local.get(chosen),
                    Node.Plain.constant(next),
                    Node.Plain.operator(Opcodes.I32_GE_U),
                    Node.Branch.when(done)));
            body.add(leaving(nodes, Label.plain(), new HashSet<>(labels.subList(first, next))));
            return Node.Block.of(done, body);
        }

        /** The same code, whose branches to cases outside it choose the case and leave. */
        private Node.Block leaving(List<Node> nodes, Label done, Set<Label> within) {
            Map<Label, Label> landings = new LinkedHashMap<>();
            Node.visit(
                    nodes,
                    node -> targets(node).forEach(target -> {
                        if (caseOf.containsKey(target) && target != end && !within.contains(target)) {
                            landings.computeIfAbsent(target, _ -> Label.plain());
                        }
                    }));
            Node.retarget(nodes, landings);
            List<Node> body = nodes;
            for (Map.Entry<Label, Label> landing : landings.entrySet()) {
                if (!Node.endsFinally(body)) {
                    body.add(Node.Branch.to(done));
                }
                body = new ArrayList<>(List.of(Node.Block.of(landing.getValue(), body)));
                body.add(Node.Plain.constant(caseOf.get(landing.getKey())));
                body.add(Node.Local.set(chosen));
            }
            return Node.Block.of(done, body);
        }
    }

    private static List<Label> targets(Node node) {
        return switch (node) {
            case Node.Branch branch -> List.of(branch.target);
            case Node.Table table -> table.targets;
            default -> List.of();
        };
    }
}
