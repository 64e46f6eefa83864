package dev.sayql.core.schema;

import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;

/** A type that a database's owner has made. Its name is spelled as that of a table. */
public sealed interface TypeDetail {

    TableName name();

    Optional<String> comment();

    record Enumeration(TableName name, List<String> labels, Optional<String> comment) implements TypeDetail {
        public Enumeration {
            labels = List.copyOf(labels);
        }
    }

    /**
     * A type with rules.
     *
     * @param base as the database prints it
     * @param collation with its schema, where it is not the base's own
     */
    record Domain(
            TableName name,
            String base,
            Optional<String> collation,
            Optional<String> defaultExpression,
            boolean notNull,
            List<Rule> checks,
            Optional<String> comment)
            implements TypeDetail {
        public Domain {
            checks = List.copyOf(checks);
        }
    }

    /** A check of a domain, as the server prints it. */
    record Rule(String name, String definition) {}

    record Composite(TableName name, List<Attribute> attributes, Optional<String> comment) implements TypeDetail {
        public Composite {
            attributes = List.copyOf(attributes);
        }
    }

    record Attribute(String name, String type) {}
}
