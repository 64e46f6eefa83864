package dev.sayql.core.schema;

import dev.sayql.sql.TableName;
import java.util.List;

/** A rule that the database holds a table's rows to. */
public sealed interface Constraint {

    String name();

    /** As the server prints it, without the name: {@code FOREIGN KEY (a) REFERENCES public.t(b) ON DELETE CASCADE}. */
    String definition();

    record PrimaryKey(String name, List<String> columns, String definition) implements Constraint {
        public PrimaryKey {
            columns = List.copyOf(columns);
        }
    }

    record UniqueKey(String name, List<String> columns, String definition) implements Constraint {
        public UniqueKey {
            columns = List.copyOf(columns);
        }
    }

    /** Points to rows of a table, which the role may not be allowed to read. */
    record Foreign(
            String name,
            List<String> columns,
            TableName target,
            List<String> targetColumns,
            Action onUpdate,
            Action onDelete,
            String definition)
            implements Constraint {
        public Foreign {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
        }
    }

    record Check(String name, List<String> columns, String definition) implements Constraint {
        public Check {
            columns = List.copyOf(columns);
        }
    }

    /** No two rows may be alike in a given way. */
    record Exclusion(String name, List<String> columns, String definition) implements Constraint {
        public Exclusion {
            columns = List.copyOf(columns);
        }
    }

    /** What happens to a row when the row it points to changes or goes. */
    enum Action {
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL,
        SET_DEFAULT
    }
}
