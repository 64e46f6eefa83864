import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Instructions on their way into a function of their own. The locals they read become its parameters. Of the locals they
 * change, those wanted later come back: one alone as the function's result, others through globals, written last thing in the
 * function and read first thing after the call, so that nothing can come between. Instructions that can end in several places
 * return the number of the place instead: 0 for the next instruction, then the labels they branch to.
 */
final class Piece {

    private static final int MOST_PARAMETERS = 60;

    private final WasmModule module;
    private final SpareGlobals globals;
    private final WasmFunction from;
    private final List<Node> nodes;
    private final BitSet used = new BitSet();
    private final List<Label> exits;
    private final boolean endsFinally;
    private final boolean numbered;
    private final List<Integer> parameters;
    private final List<Integer> returned;
    private final BitSet liveBefore;
    private final BitSet liveAfter;

    Piece(WasmModule module, SpareGlobals globals, WasmFunction from, List<Node> nodes) {
        this.module = module;
        this.globals = globals;
        this.from = from;
        this.nodes = nodes;
        this.endsFinally = Node.endsFinally(nodes);
        this.liveBefore = nodes.getFirst().liveBefore;
        this.liveAfter = nodes.getLast().liveAfter;
        BitSet changed = new BitSet();
        Set<Label> own = new HashSet<>();
        Set<Label> targets = new LinkedHashSet<>();
        Node.visit(nodes, node -> {
            switch (node) {
                case Node.Local local -> {
                    used.set(local.index);
                    changed.set(local.index, changed.get(local.index) || local.opcode != Opcodes.LOCAL_GET);
                }
                case Node.Branch branch -> targets.add(branch.target);
                case Node.Table table -> targets.addAll(table.targets);
                case Node.Block block -> own.add(block.label);
                case Node.Plain _ -> {}
            }
        });
        targets.removeAll(own);
        this.exits = List.copyOf(targets);
        this.numbered = exits.size() > (endsFinally ? 1 : 0);
        BitSet wanted = new BitSet();
        exits.forEach(exit -> wanted.or(exit.live));
        if (!endsFinally) {
            wanted.or(liveAfter);
        }
        changed.and(wanted);
        this.returned = changed.stream().boxed().toList();
        BitSet entering = (BitSet) liveBefore.clone();
        entering.and(used);
        this.parameters = entering.stream().boxed().toList();
    }

    /** Whether a call takes at most so many bytes of JVM code. */
    boolean isWorthMoving(int bytes) {
        int call = 10 + 2 * parameters.size() + 11 * returned.size() + 4 * exits.size() + (numbered ? 20 : 0);
        return parameters.size() <= MOST_PARAMETERS && call <= bytes;
    }

    /** Adds the function to the module; returns what takes the instructions' place. */
    List<Node> move() {
        int function = module.add(function());
        Label next = Label.plain();
        List<Node> call = new ArrayList<>();
        parameters.forEach(local -> call.add(Node.Local.get(local)));
        call.add(Node.Plain.call(function, parameters.size(), numbered || !returned.isEmpty() ? 1 : 0));
        if (!numbered && !returned.isEmpty()) {
            call.add(Node.Local.set(returned.getFirst()));
        }
        for (int i = numbered ? 0 : 1; i < returned.size(); i++) {
            call.add(Node.Plain.global(Opcodes.GLOBAL_GET, globals.returned(i, typeOf(returned.get(i)))));
            call.add(Node.Local.set(returned.get(i)));
        }
        Node.Block block = Node.Block.of(next, goingOn(call, next));
        block.liveBefore = liveBefore;
        block.liveAfter = liveAfter;
        List<Node> result = new ArrayList<>(List.of(block));
        if (endsFinally) {
            result.add(Node.Plain.operator(Opcodes.UNREACHABLE));
        }
        return result;
    }

    /** After the call, the branch to the place whose number is on the stack. */
    private List<Node> goingOn(List<Node> call, Label next) {
        List<Node> result = call;
        if (numbered && exits.size() == 1 && !exits.getFirst().carriesValue()) {
            result.add(Node.Branch.when(exits.getFirst()));
            return result;
        }
        List<Label> targets = new ArrayList<>(List.of(next));
        List<Label> carrying = new ArrayList<>();
        for (Label exit : exits) {
            carrying.add(exit.carriesValue() ? Label.plain() : exit);
        }
        targets.addAll(carrying);
        if (endsFinally && !exits.isEmpty()) {
            targets.set(0, carrying.getFirst());
        }
        if (numbered) {
            result.add(new Node.Table(targets));
        } else if (!exits.isEmpty()) {
            result.add(Node.Branch.to(carrying.getFirst()));
        }
        for (int i = 0; i < exits.size(); i++) {
            Label exit = exits.get(i);
            if (exit.carriesValue()) {
                result = new ArrayList<>(List.of(Node.Block.of(carrying.get(i), result)));
                result.add(Node.Plain.global(Opcodes.GLOBAL_GET, globals.carried(exit.carries)));
                result.add(Node.Branch.to(exit));
            }
        }
        return result;
    }

    private WasmFunction function() {
        List<Integer> locals = new ArrayList<>();
        Map<Integer, Integer> indexes = new HashMap<>();
        parameters.forEach(local -> indexes.put(local, indexes.size()));
        used.stream().forEach(local -> indexes.putIfAbsent(local, indexes.size()));
        List<Integer> types = new ArrayList<>();
        parameters.forEach(local -> types.add(typeOf(local)));
        locals.addAll(types);
        used.stream().filter(local -> !parameters.contains(local)).forEach(local -> locals.add(typeOf(local)));
        Node.visit(nodes, node -> {
            if (node instanceof Node.Local local) {
                local.index = indexes.get(local.index);
            }
        });
        List<Node> body = new ArrayList<>(ending());
        for (int i = numbered ? 0 : 1; i < returned.size(); i++) {
            body.add(Node.Local.get(indexes.get(returned.get(i))));
            body.add(Node.Plain.global(Opcodes.GLOBAL_SET, globals.returned(i, typeOf(returned.get(i)))));
        }
        List<Integer> results = List.of();
        if (numbered) {
            results = List.of(Opcodes.I32);
        } else if (!returned.isEmpty()) {
            body.add(Node.Local.get(indexes.get(returned.getFirst())));
            results = List.of(typeOf(returned.getFirst()));
        }
        FunctionType type = new FunctionType(types, results);
        return new WasmFunction(type, locals, new Label(type.result()), body);
    }

    /** The instructions, and after them the number of the place where they ended, if there are several. */
    private List<Node> ending() {
        Map<Label, Label> landings = new HashMap<>();
        exits.forEach(exit -> landings.put(exit, new Label(exit.carries)));
        Node.retarget(nodes, landings);
        Label number = new Label(Opcodes.I32);
        List<Node> body = new ArrayList<>(nodes);
        if (numbered && !endsFinally) {
            body.add(Node.Plain.constant(0));
            body.add(Node.Branch.to(number));
        }
        for (int i = 0; i < exits.size(); i++) {
            Label exit = exits.get(i);
            body = new ArrayList<>(List.of(Node.Block.of(landings.get(exit), body)));
            if (exit.carriesValue()) {
                body.add(Node.Plain.global(Opcodes.GLOBAL_SET, globals.carried(exit.carries)));
            }
            if (numbered) {
                body.add(Node.Plain.constant(i + 1));
                body.add(Node.Branch.to(number));
            }
        }
        return numbered ? List.of(Node.Block.of(number, body)) : body;
    }

    private int typeOf(int local) {
        return from.locals.get(local);
    }
}
