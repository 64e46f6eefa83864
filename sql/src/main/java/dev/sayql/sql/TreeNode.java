package dev.sayql.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One node of the parser's tree, read field by field. Every field must be taken by whoever reads the node; {@link #end()}
 * refuses the statement when one is left over, so that a field nobody thought of can never be skipped.
 */
final class TreeNode {

    private final String type;
    private final Map<String, Object> remaining;

    TreeNode(String type, Map<String, Object> fields) {
        this.type = type;
        this.remaining = new HashMap<>(fields);
    }

    /** Unwraps {@code {"Type": {…}}}; an empty object, which stands for a missing node, has the type "". */
    static TreeNode unwrap(Object value) {
        if (!(value instanceof Map<?, ?> wrapper) || wrapper.size() > 1) {
            throw unexpected("a list or value where a node is expected");
        }
        for (Map.Entry<?, ?> only : wrapper.entrySet()) {
            return new TreeNode(String.valueOf(only.getKey()), fieldsOf(only.getValue()));
        }
        return new TreeNode("", Map.of());
    }

    String type() {
        return type;
    }

    boolean is(String expected) {
        return type.equals(expected);
    }

    /** Checks the node's type, for places where only one is allowed. */
    TreeNode as(String expected) {
        if (!is(expected)) {
            throw unknown();
        }
        return this;
    }

    /** The refusal for a node whose type is not on the list at this place. */
    Refusal unknown() {
        return unexpected(type.isEmpty() ? "a missing node" : type);
    }

    boolean has(String field) {
        return remaining.containsKey(field);
    }

    /** A field that holds a node inside a type wrapper. */
    TreeNode node(String field) {
        TreeNode node = optionalNode(field);
        if (node == null) {
            throw unexpected(type + " without " + field);
        }
        return node;
    }

    @Nullable
    TreeNode optionalNode(String field) {
        Object value = remaining.remove(field);
        return value == null ? null : unwrap(value);
    }

    /** A field that holds a node without a type wrapper, because its type is fixed. */
    @Nullable
    TreeNode fixedNode(String field, String fixedType) {
        Object value = remaining.remove(field);
        return value == null ? null : new TreeNode(fixedType, fieldsOf(value));
    }

    List<TreeNode> nodes(String field) {
        Object value = remaining.remove(field);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw unexpected(type + "." + field);
        }
        List<TreeNode> nodes = new ArrayList<>(list.size());
        list.forEach(item -> nodes.add(unwrap(item)));
        return nodes;
    }

    /** A list of nodes without type wrappers. */
    List<TreeNode> fixedNodes(String field, String fixedType) {
        Object value = remaining.remove(field);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw unexpected(type + "." + field);
        }
        List<TreeNode> nodes = new ArrayList<>(list.size());
        list.forEach(item -> nodes.add(new TreeNode(fixedType, fieldsOf(item))));
        return nodes;
    }

    /** A list of names. */
    List<String> names(String field) {
        List<String> names = new ArrayList<>();
        for (TreeNode node : nodes(field)) {
            names.add(node.as("String").lastText("sval"));
        }
        return names;
    }

    /** A text field, empty when missing. */
    String text(String field) {
        Object value = remaining.remove(field);
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        throw unexpected(type + "." + field);
    }

    /** The only field of this node. */
    String lastText(String field) {
        String text = text(field);
        end();
        return text;
    }

    boolean flag(String field) {
        Object value = remaining.remove(field);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw unexpected(type + "." + field);
    }

    /** An integer field, zero when missing. */
    int number(String field) {
        Object value = remaining.remove(field);
        if (value == null) {
            return 0;
        }
        if (value instanceof Integer number) {
            return number;
        }
        throw unexpected(type + "." + field);
    }

    /** Refuses the statement when this field is present. */
    void absent(String field, RejectionCode code, String detail) {
        if (has(field)) {
            throw new Refusal(code, detail);
        }
    }

    /** Refuses the statement unless the text field is missing or has this value. */
    void always(String field, String value) {
        String actual = text(field);
        if (!actual.isEmpty() && !actual.equals(value)) {
            throw unexpected(type + "." + field + " = " + actual);
        }
    }

    /** Refuses the statement when any field has not been read. */
    void end() {
        for (String field : remaining.keySet()) {
            throw unexpected(type + "." + field);
        }
    }

    static Refusal unexpected(String what) {
        return new Refusal(RejectionCode.UNSUPPORTED_SYNTAX, "not on the list of allowed syntax: " + what);
    }

    private static Map<String, Object> fieldsOf(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw unexpected("a list or value where an object is expected");
        }
        Map<String, Object> fields = new HashMap<>();
        map.forEach((key, field) -> fields.put(String.valueOf(key), field));
        return fields;
    }
}
