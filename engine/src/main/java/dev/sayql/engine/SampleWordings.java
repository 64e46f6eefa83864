package dev.sayql.engine;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Table;
import dev.sayql.engine.SampleQuestions.Wording;
import dev.sayql.sql.SqlQuoting;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Words the questions that suit a table. Used once. */
final class SampleWordings {
    private final Table table;
    private final Knowledge knowledge;
    private final TableWords words;
    private final String rows;
    private final List<Wording> wordings = new ArrayList<>();

    SampleWordings(Table table, SourceContext context, Knowledge knowledge) {
        this.table = table;
        this.knowledge = knowledge;
        this.words = new TableWords(table, context, knowledge);
        this.rows = words.rows();
    }

    /** The plainest first; more than are wanted, for some will not be understood. */
    List<Wording> all() {
        add("How many " + rows + " are there?");
        Optional<ColumnName> date = knowledge.ownDate(table.name());
        date.ifPresent(column -> add("Show the 5 newest " + rows, column.column()));
        words.kinds().stream()
                .limit(2)
                .forEach(column -> add("Number of " + rows + " by " + TableWords.words(column.name()), column.name()));
        words.measures().stream().limit(1).forEach(this::addOfMeasure);
        words.targets().stream().limit(2).forEach(target -> addOfTarget(target, knowledge));
        words.sources().stream().limit(1).forEach(this::addOfSource);
        date.ifPresent(column -> add("Number of " + rows + " by month", column.column()));
        words.kinds().stream().limit(1).forEach(this::addOfKind);
        words.measures().stream().skip(1).limit(2).forEach(this::addOfMeasure);
        add("List all " + rows);
        return wordings;
    }

    private void add(String text, String... names) {
        wordings.add(
                new Wording(text, Stream.of(names).map(SqlQuoting::identifier).toList()));
    }

    private void addOfMeasure(Column measure) {
        String said = TableWords.words(measure.name());
        add("What is the average " + said + " of " + rows + "?", "avg", measure.name());
        add("Show the 5 " + rows + " with the highest " + said, measure.name());
    }

    private void addOfTarget(TableName target, Knowledge known) {
        if (!known.label(target).isEmpty()) {
            add("Number of " + rows + " by " + TableWords.singular(TableWords.words(target.name())), target.name());
        }
    }

    private void addOfSource(TableName source) {
        add(
                "Which 5 " + rows + " have the most " + TableWords.plural(TableWords.words(source.name())) + "?",
                source.name());
    }

    private void addOfKind(Column kind) {
        words.values(kind).stream()
                .filter(value -> value.chars().allMatch(Character::isLetter))
                .findFirst()
                .ifPresent(value -> add(
                        "How many " + rows + " have the " + TableWords.words(kind.name()) + " " + value + "?",
                        kind.name()));
    }
}
