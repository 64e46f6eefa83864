package dev.sayql.api;

import dev.sayql.core.connection.CheckedSql;
import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.generation.Contexts;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.PolicyVersion;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.schema.InspectionProgress;
import dev.sayql.core.schema.Table;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.Problem;
import dev.sayql.sql.SqlText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One source of one team; connects nothing. */
record FakeDesk(Source source, Contexts contexts) implements SourceDesk, CheckedSql {

    @Override
    public Optional<Source> find(TeamId team, SourceId id) {
        return source.team().equals(team) && source.id().equals(id) ? Optional.of(source) : Optional.empty();
    }

    @Override
    public List<Listed> list(TeamId team) {
        return List.of();
    }

    @Override
    public Optional<SourceId> usual(TeamId team) {
        return source.team().equals(team) ? Optional.of(source.id()) : Optional.empty();
    }

    @Override
    public Connected connect(
            TeamId team, Connection connection, InspectionProgress progress, Cancellation cancellation) {
        return Connected.Refused.of("connection_string", "Nothing is connected here.");
    }

    @Override
    public Tested test(Source tested) {
        return new Tested(true, Optional.empty(), "The database can be asked.", Duration.ZERO);
    }

    @Override
    public Drift refresh(Source refreshed) {
        return new Drift(Optional.of("fingerprint"), "fingerprint", List.of(), List.of(), List.of());
    }

    @Override
    public Removed remove(TeamId team, SourceId id) {
        return find(team, id).isPresent() ? Removed.NOT_OURS : Removed.UNKNOWN;
    }

    @Override
    public SourceContext context(Source asked) {
        return contexts.of(asked);
    }

    @Override
    public Optional<String> ddl(Source asked, Table table) {
        return Optional.of("CREATE TABLE " + table.name());
    }

    @Override
    public List<String> sampleQuestions(SourceContext context, Table table) {
        return List.of("How many " + table.name().name() + " are there?");
    }

    @Override
    public List<String> suggestions(Source asked, String typed, Predicate<String> wanted, int most) {
        return List.of();
    }

    @Override
    public Taught teach(Source asked, String document) {
        return new Taught.Stored(1);
    }

    @Override
    public boolean takeBack(Source asked) {
        return false;
    }

    @Override
    public PolicyVersion policy(Source asked) {
        return PolicyVersion.NONE;
    }

    @Override
    public Decided decide(Source asked, String document) {
        return new Decided.NotOurs();
    }

    @Override
    public List<Problem> problems(Source asked, SqlText sql) {
        return List.of();
    }

    @Override
    public Ran run(Source asked, SqlText sql) {
        return new Ran.Refused(List.of());
    }
}
