package dev.sayql.core.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.question.SourcePolicy;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.RulesReader;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.SchemaReader;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.schema.SourceUnavailableException.Reason;
import dev.sayql.core.schema.Table;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.semantics.Term;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.Rules;
import dev.sayql.sql.TableName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ContextsTest {
    private final CountingReader reader = new CountingReader();
    private final SteppingClock clock = new SteppingClock();
    private Semantics semantics = Semantics.none();
    private final Contexts contexts = new Contexts(reader, source -> semantics, clock);

    private static final class CountingReader implements SchemaReader {
        private int reads;
        private boolean available = true;

        @Override
        public Schema read(Source source) {
            reads++;
            if (!available) {
                throw new SourceUnavailableException(Reason.UNREACHABLE, "Not there.");
            }
            return Shop.SCHEMA;
        }

        @Override
        public Map<ColumnName, List<String>> values(Source source, Schema schema) {
            return Shop.VALUES;
        }
    }

    private static final class SteppingClock extends Clock {
        private Instant now = Shop.NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static Semantics taught(int version) {
        Term term = new Term("customer", new Term.Target.OfTable(Shop.USERS));
        return new Semantics(version, List.of(term), List.of(), Map.of(), Map.of());
    }

    private static SourcePolicy only(TableName table) {
        return new SourcePolicy(Set.of(table), Set.of(), Set.of(), List.of(), Set.of(), Map.of(), Map.of());
    }

    @Test
    void nothingThatWasReadUnderAnotherPolicyIsUsedAgain() {
        AtomicReference<SourcePolicy> decided = new AtomicReference<>(SourcePolicy.NONE);
        List<Schema> askedForValues = new ArrayList<>();
        SchemaReader noting = new SchemaReader() {
            @Override
            public Schema read(Source source) {
                return reader.read(source);
            }

            @Override
            public Map<ColumnName, List<String>> values(Source source, Schema schema) {
                askedForValues.add(schema);
                return Map.of();
            }
        };
        RulesReader rules = new RulesReader() {
            @Override
            public SourcePolicy policy(Source source) {
                return decided.get();
            }

            @Override
            public Rules of(Source source, Schema schema, SourcePolicy policy) {
                Rules all = Rules.allTablesOf(schema.catalog());
                return policy.tables().isEmpty() ? all : all.narrowedTo(policy.tables());
            }
        };
        Contexts governed = new Contexts(noting, rules, source -> semantics, clock);
        SourceContext open = governed.of(Shop.SOURCE);
        assertThat(governed.known(Shop.SOURCE)).contains(open);

        decided.set(only(Shop.USERS));

        assertThat(governed.known(Shop.SOURCE)).isEmpty();
        SourceContext narrowed = governed.of(Shop.SOURCE);
        assertThat(narrowed.schema().tables()).extracting(Table::name).containsExactly(Shop.USERS);
        assertThat(askedForValues.getLast().tables()).extracting(Table::name).containsExactly(Shop.USERS);
        assertThat(narrowed.rules().allowedTables()).contains(Set.of(Shop.USERS));
        assertThat(governed.of(Shop.SOURCE)).isSameAs(narrowed);
        // What one request selects can only narrow it.
        Set<TableName> all =
                Set.copyOf(open.schema().tables().stream().map(Table::name).toList());
        assertThat(narrowed.narrowedTo(all).rules().allowedTables()).contains(Set.of(Shop.USERS));
        decided.set(SourcePolicy.NONE);
        assertThat(governed.of(Shop.SOURCE).schema()).isEqualTo(open.schema());
    }

    @Test
    void readsASourceOnceAndKeepsTheVeryObject() {
        SourceContext first = contexts.of(Shop.SOURCE);
        clock.now = clock.now.plus(Duration.ofMinutes(9));

        assertThat(contexts.of(Shop.SOURCE)).isSameAs(first);
        assertThat(reader.reads).isEqualTo(1);
        assertThat(first.values().columns()).isEqualTo(Shop.VALUES.keySet());
    }

    @Test
    void readsAgainWhatIsTooOldOrToldToForget() {
        contexts.of(Shop.SOURCE);
        clock.now = clock.now.plus(Duration.ofMinutes(11));
        contexts.of(Shop.SOURCE);
        assertThat(reader.reads).isEqualTo(2);

        contexts.forget(Shop.SOURCE);
        contexts.of(Shop.SOURCE);
        assertThat(reader.reads).isEqualTo(3);
    }

    @Test
    void anEditOfTheSemanticsTakesEffectAtOnce() {
        contexts.of(Shop.SOURCE);
        semantics = taught(1);

        assertThat(contexts.of(Shop.SOURCE).semantics()).isEqualTo(taught(1));
        assertThat(contexts.of(Shop.SOURCE)).isSameAs(contexts.of(Shop.SOURCE));
        assertThat(reader.reads).isEqualTo(1);
    }

    @Test
    void tellsTheSourcesOfTeamsApart() {
        Source other = new Source(new TeamId("other"), new SourceId("shop"), "shop");

        assertThat(contexts.of(other).source()).isEqualTo(other);
        assertThat(contexts.of(Shop.SOURCE).source()).isEqualTo(Shop.SOURCE);
        assertThat(reader.reads).isEqualTo(2);
    }

    @Test
    void remembersNoFailure() {
        reader.available = false;
        assertThatThrownBy(() -> contexts.of(Shop.SOURCE)).isInstanceOf(SourceUnavailableException.class);
        reader.available = true;

        assertThat(contexts.of(Shop.SOURCE).schema()).isEqualTo(Shop.SCHEMA);
    }
}
