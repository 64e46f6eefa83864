package dev.sayql.core.connection;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.Introspection;
import dev.sayql.core.question.PolicyVersion;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.question.Sources;
import dev.sayql.core.schema.InspectionProgress;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.schema.Table;
import dev.sayql.core.team.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The sources of teams, with everything that can be done to them. Another team's source is as unknown as one that does not
 * exist. Thread-safe. What connects throws {@link SourceUnavailableException} when the database cannot be used.
 */
public interface SourceDesk extends Sources {

    /** All that a team may ask, the usual one first. */
    List<Listed> list(TeamId team);

    /** The source that is asked when a question names none. */
    Optional<SourceId> usual(TeamId team);

    /**
     * Connects a database, or another way to one that is connected already, and reads what it looks like. Taken back before
     * all was read, it ends within two seconds and leaves everything as it was.
     */
    Connected connect(TeamId team, Connection connection, InspectionProgress progress, Cancellation cancellation);

    /** Connects now. */
    Tested test(Source source);

    /** Reads the catalogue again. */
    Drift refresh(Source source);

    Removed remove(TeamId team, SourceId id);

    /** What is known of a source, read when it is not known yet. */
    SourceContext context(Source source);

    /** A statement that makes a table like this one; empty when it is not known. */
    Optional<String> ddl(Source source, Table table);

    /** Questions about a table, for people to begin with; worked out now when that was not done before. */
    List<String> sampleQuestions(SourceContext context, Table table);

    /**
     * At most so many of such questions about any table that are wanted, then so many that go on as somebody has begun to type,
     * each of which would be answered. Answers within some milliseconds with those that are known; the others are worked out in
     * the background, for the next key.
     *
     * @param typed nothing is completed when it is blank
     */
    List<String> suggestions(Source source, String typed, Predicate<String> wanted, int most);

    /** Takes this document, YAML or JSON, in place of what was taught. */
    Taught teach(Source source, String document);

    /** Takes back the last change of what was taught, the next time the one before; false when there is none. */
    boolean takeBack(Source source);

    /** What the source's owner decided about it last. */
    PolicyVersion policy(Source source);

    /**
     * Takes this policy, YAML or JSON, in place of the one before, once it was held against the database. Whatever is asked from
     * then on, on any server, obeys it.
     */
    Decided decide(Source source, String document);

    /**
     * A source in a list.
     *
     * @param ofOperator whether it was given by whoever runs this server
     * @param state new, ready or failed
     */
    record Listed(
            Source source,
            boolean ofOperator,
            boolean usual,
            String state,
            OptionalInt tables,
            OptionalLong bytes,
            Optional<String> fingerprint,
            Optional<Instant> lastRead,
            Optional<String> problem) {}

    /**
     * How a team says that its database is reached.
     *
     * @param id what the source shall be called
     * @param url a connection string, or what its parts make
     * @param schemas only these are read; empty means all
     * @param tables only these are read; empty means all
     * @param policy what is opened and kept back, as a document; when it is left out, what was decided before stays
     */
    record Connection(
            Optional<SourceId> id, Address url, List<String> schemas, List<String> tables, Optional<String> policy) {

        public Connection {
            schemas = List.copyOf(schemas);
            tables = List.copyOf(tables);
        }
    }

    /** Where a database is, and as whom to sign in; its text shows nothing. */
    sealed interface Address {

        /** As providers hand it out. */
        record Text(String connectionString) implements Address {
            @Override
            public String toString() {
                return "(not shown)";
            }
        }

        /** In parts. */
        record Parts(String host, int port, String database, String user, String password, Optional<String> sslMode)
                implements Address {
            @Override
            public String toString() {
                return "(not shown)";
            }
        }
    }

    /** How connecting ended. */
    sealed interface Connected {

        /** It is there, and was read. */
        record Read(Source source, Schema schema, Introspection found, List<Skipped> skipped) implements Connected {
            public Read {
                skipped = List.copyOf(skipped);
            }
        }

        /** Not connected, for it was taken back: nothing is stored. */
        record Cancelled() implements Connected {}

        /** Not connected: what was said cannot be, or may not be. */
        record Refused(List<Fault> faults) implements Connected {
            public Refused {
                faults = List.copyOf(faults);
            }

            public static Refused of(String field, String sentence) {
                return new Refused(List.of(new Fault(field, sentence)));
            }
        }
    }

    /** What is wrong with one field of a connection, for whoever filled it in. */
    record Fault(String field, String sentence) {}

    /** A table that was not read. */
    record Skipped(String name, String reason) {}

    /** Whether a source can be used now. */
    record Tested(boolean usable, Optional<SourceUnavailableException.Reason> reason, String sentence, Duration took) {}

    /** What changed since the last time. */
    record Drift(
            Optional<String> before,
            String fingerprint,
            List<Change> changes,
            List<Touched> queries,
            List<Touched> tests) {

        public Drift {
            changes = List.copyOf(changes);
            queries = List.copyOf(queries);
            tests = List.copyOf(tests);
        }

        /** One change of one table, for people. */
        public record Change(String table, String change) {}

        /** What no longer passes the checks on the changed schema. */
        public record Touched(UUID id, String question, String reason) {}
    }

    /** How taking away ended. */
    enum Removed {
        GONE,
        UNKNOWN,
        /** It is the operator's, not the team's. */
        NOT_OURS
    }

    /** How deciding about a source ended. */
    sealed interface Decided {

        record Stored(PolicyVersion policy) implements Decided {}

        /** Nothing was taken over: each problem says where and what. */
        record Faulty(List<String> problems) implements Decided {
            public Faulty {
                problems = List.copyOf(problems);
            }
        }

        /** It is the operator's, and so is its policy. */
        record NotOurs() implements Decided {}
    }

    /** How teaching ended. */
    sealed interface Taught {

        record Stored(int version) implements Taught {}

        /** Nothing was taken over: each problem says where and what. */
        record Faulty(List<String> problems) implements Taught {
            public Faulty {
                problems = List.copyOf(problems);
            }
        }
    }
}
