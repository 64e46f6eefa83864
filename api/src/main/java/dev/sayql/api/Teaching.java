package dev.sayql.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.question.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds one word or number to what was taught about a source. Thread-safe. */
public final class Teaching {

    private static final Set<String> PARTS = Set.of("terms", "metrics", "labels", "default_dates");

    private final SourceDesk sources;

    public Teaching(SourceDesk sources) {
        this.sources = sources;
    }

    /** What can be added. */
    public enum Kind {
        TERM("terms", "phrase"),
        METRIC("metrics", "name");

        private final String part;
        private final String name;

        Kind(String part, String name) {
            this.part = part;
            this.name = name;
        }
    }

    /**
     * Adds one, in place of one with the same name.
     *
     * @param one the fields of a term or metric, as in the YAML document
     */
    public SourceDesk.Taught add(Source source, Kind kind, Map<String, ?> one) {
        return add(source, kind, Json.tree(one));
    }

    SourceDesk.Taught add(Source source, Kind kind, JsonNode one) {
        ObjectNode document = (ObjectNode)
                Json.tree(SemanticsObject.of(sources.context(source).semantics()));
        ArrayNode all = document.withArray(kind.part);
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i)
                    .path(kind.name)
                    .asText()
                    .equalsIgnoreCase(one.path(kind.name).asText())) {
                all.remove(i);
            }
        }
        all.add(one);
        List<String> empty =
                PARTS.stream().filter(part -> document.path(part).isEmpty()).toList();
        empty.forEach(document::remove);
        return sources.teach(source, Json.write(document));
    }
}
