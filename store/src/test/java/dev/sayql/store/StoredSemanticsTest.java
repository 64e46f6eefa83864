package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.semantics.Term;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.TableName;
import dev.sayql.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredSemanticsTest {
    private final TestDatabase test = TestDatabase.create("semantics");
    private final SystemDatabase database = SystemDatabases.open(test);
    private final StoredSemantics here = new StoredSemantics(database);
    private final StoredSemantics elsewhere = new StoredSemantics(database);

    @AfterAll
    void close() {
        database.close();
        test.close();
    }

    private static Source source(String team, String id) {
        return new Source(new TeamId(team), new SourceId(id), id);
    }

    private static Semantics term(String phrase) {
        Term term = new Term(phrase, new Term.Target.OfTable(new TableName("public", "users")));
        return new Semantics(0, List.of(term), List.of(), Map.of(), Map.of());
    }

    @Test
    void nothingWasTaughtAboutASourceAtFirst() {
        assertThat(here.of(source("demo", "fresh"))).isEqualTo(Semantics.none());
        assertThat(here.document(source("demo", "fresh"))).isEmpty();
    }

    @Test
    void everyEditIsANewVersionThatAllSeeAtOnce() {
        Source shop = source("demo", "shop");

        assertThat(here.replace(shop, term("customer")).version()).isEqualTo(1);
        assertThat(elsewhere.of(shop).terms()).isEqualTo(term("customer").terms());
        assertThat(here.replace(shop, term("buyer")).version()).isEqualTo(2);
        assertThat(elsewhere.of(shop).version()).isEqualTo(2);
        assertThat(elsewhere.of(shop).terms()).isEqualTo(term("buyer").terms());
        assertThat(here.of(shop)).isSameAs(here.of(shop));
    }

    @Test
    void anotherTeamsSourceOfTheSameNameIsAnother() {
        here.replace(source("demo", "same"), term("customer"));

        assertThat(here.of(source("other", "same"))).isEqualTo(Semantics.none());
    }

    @Test
    void theStoredDocumentReadsBack() {
        Source shop = source("demo", "document");
        here.replace(shop, term("customer"));

        assertThat(here.document(shop).map(SemanticsYaml::read))
                .contains(new SemanticsYaml.Read.Understood(term("customer")));
    }

    @Test
    void changesAreTakenBackOneAfterTheOtherAndNoVersionIsLost() {
        Source shop = source("demo", "undone");
        here.replace(shop, term("customer"));
        here.replace(shop, term("buyer"));
        here.replace(shop, term("payer"));

        assertThat(here.takeBack(shop)).isTrue();
        assertThat(elsewhere.of(shop).terms()).isEqualTo(term("buyer").terms());
        assertThat(elsewhere.takeBack(shop)).isTrue();
        assertThat(here.of(shop).terms()).isEqualTo(term("customer").terms());
        here.replace(shop, term("guest"));
        assertThat(here.takeBack(shop)).isTrue();
        assertThat(here.of(shop).terms()).isEqualTo(term("customer").terms());
        assertThat(here.takeBack(shop)).isTrue();
        assertThat(here.of(shop).terms()).isEmpty();
        assertThat(here.of(shop).version()).isEqualTo(8);
        assertThat(here.takeBack(shop)).isFalse();
    }

    @Test
    void whatASourceComesWithIsNotTakenBack() {
        Source shop = source("demo", "sample");
        here.begin(shop, term("customer"));
        elsewhere.begin(shop, term("other"));

        assertThat(here.takeBack(shop)).isFalse();
        here.replace(shop, term("guest"));
        assertThat(here.takeBack(shop)).isTrue();
        assertThat(here.of(shop).terms()).isEqualTo(term("customer").terms());
        assertThat(here.takeBack(shop)).isFalse();
    }

    @Test
    void nothingIsTakenBackWhereNothingWasTaught() {
        assertThat(here.takeBack(source("demo", "never"))).isFalse();
    }
}
