package dev.sayql.engine;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.sql.TableName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every mention of something in the source, for every stretch of the question: a chart of possibilities, not one
 * choice. Immutable once built.
 */
final class Chart {
    private final List<Token> tokens;
    private final List<Mentions> mentions;
    private final SourceContext context;
    private final Function<TableName, List<String>> labels;
    private final Function<TableName, Optional<ColumnName>> measures;
    private final Function<TableName, Optional<ColumnName>> numbers;
    private final Function<ColumnName, Optional<TableName>> pointers;
    private final List<List<Mention.OfValue>> values;
    private final Dates dates;
    private final Echoes echoes;
    private final Lexicon lexicon;
    private final SourceFacts facts;
    private final Keys keys;

    Chart(List<Token> tokens, Knowledge knowledge, LocalDate today) {
        this.lexicon = knowledge.lexicon();
        this.labels = knowledge::label;
        this.measures = knowledge::ownMeasure;
        this.numbers = knowledge::onlyNumber;
        this.pointers = knowledge::pointedTo;
        this.tokens = tokens;
        this.context = knowledge.context();
        this.echoes = knowledge.echoes();
        this.facts = knowledge.facts();
        this.keys = knowledge.keys();
        this.dates = new Dates(tokens, today);
        ValueMentions stored = new ValueMentions(tokens, lexicon, context.values());
        List<Mentions> named = new ArrayList<>();
        List<List<Mention.OfValue>> found = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            Mentions here = new MentionReading(tokens, lexicon, at).mentions();
            named.add(here);
            found.add(stored.from(at, here.terms()));
        }
        Shortlist.Left left = Shortlist.of(named, found, keys);
        this.mentions = left.mentions();
        this.values = left.values();
    }

    /** The metric that a single word names, whatever stands at the token. */
    Optional<Mention.OfMetric> metric(String stem, int at) {
        return lexicon.startingWith(stem).stream()
                .filter(entry -> entry.stems().size() == 1)
                .filter(entry -> entry.meaning() instanceof Lexicon.Meaning.OfMetric)
                .map(entry -> new Mention.OfMetric(at, at + 1, ((Lexicon.Meaning.OfMetric) entry.meaning()).metric()))
                .findFirst();
    }

    /** What is called by the noun at the token and then the verb: "lessons missed". */
    Optional<Piece.Target> doneTo(int noun, String verb) {
        for (Lexicon.Entry entry : lexicon.startingWith(tokens.get(noun).stem())) {
            if (entry.stems().equals(List.of(tokens.get(noun).stem(), verb))) {
                if (entry.meaning() instanceof Lexicon.Meaning.OfMetric(var metric, String _)) {
                    return Optional.of(new Piece.Target.OfMetric(new Mention.OfMetric(noun, noun + 1, metric)));
                }
                if (entry.meaning() instanceof Lexicon.Meaning.OfColumn(ColumnName column)) {
                    return Optional.of(new Piece.Target.OfColumn(
                            new Mention.OfColumn(noun, noun + 1, List.of(new Mention.Option<>(column, 1)))));
                }
            }
        }
        return Optional.empty();
    }

    /** The rows that a verb leads through, whatever stands at the token. */
    Optional<Mention.OfTable> links(String stem, int at) {
        List<Mention.Option<TableName>> found = new ArrayList<>();
        for (Lexicon.Entry entry : lexicon.startingWith(stem)) {
            if (entry.stems().size() == 1
                    && entry.meaning() instanceof Lexicon.Meaning.OfTable(TableName table, boolean link)
                    && link) {
                found.add(new Mention.Option<>(table, entry.score()));
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new Mention.OfTable(at, at + 1, found, true));
    }

    /** What the source says about things that questions do not name. */
    SourceFacts facts() {
        return facts;
    }

    List<Token> tokens() {
        return tokens;
    }

    int size() {
        return tokens.size();
    }

    Token token(int at) {
        return tokens.get(at);
    }

    /** Columns named from this token on, the longest phrase first. */
    List<Mention.OfColumn> columns(int at) {
        return at < mentions.size() ? mentions.get(at).columns() : List.of();
    }

    List<Mention.OfTable> tables(int at) {
        return at < mentions.size() ? mentions.get(at).tables() : List.of();
    }

    /** Conditions that the team gave a name. */
    List<Mention.OfTaught> taught(int at) {
        return at < mentions.size() ? mentions.get(at).taught() : List.of();
    }

    /** The row that a row of the same table points to: "manager". */
    List<Mention.OfTable> roles(int at) {
        return at < mentions.size() ? mentions.get(at).roles() : List.of();
    }

    List<Mention.OfEvent> events(int at) {
        return at < mentions.size() ? mentions.get(at).events() : List.of();
    }

    /** The column as its database describes it. */
    Optional<Column> column(ColumnName name) {
        return context.schema().table(name.table()).flatMap(table -> table.column(name.column()));
    }

    /** Whether the column holds a number of things: {@code bed_qty}, {@code number_of_platforms}. */
    boolean isQuantity(ColumnName name) {
        return facts.isQuantity(name);
    }

    /** The columns in whose stored values the word stands among others. */
    Set<ColumnName> columnsContaining(Token token) {
        return lexicon.columnsContaining(token.stem()).keySet();
    }

    /** Whether the words from here on name or mean anything by themselves. */
    boolean isNamed(int at) {
        return !columns(at).isEmpty()
                || !tables(at).isEmpty()
                || !metrics(at).isEmpty()
                || !flags(at).isEmpty()
                || !events(at).isEmpty()
                || !taught(at).isEmpty()
                || !roles(at).isEmpty()
                || values(at).stream().anyMatch(value -> value.score() > 0.7);
    }

    /** Whether people call the rows of the table by this column. */
    boolean isLabel(ColumnName column) {
        return labels.apply(column.table()).contains(column.column());
    }

    /** Whether a row of the table is told by this column: what people call it, or its key. */
    boolean names(ColumnName column) {
        List<String> label = labels.apply(column.table());
        return label.isEmpty()
                || label.contains(column.column())
                || context.schema()
                        .table(column.table())
                        .filter(table -> table.primaryKey().equals(List.of(column.column())))
                        .isPresent();
    }

    /** What a word that names nothing recalls. */
    Optional<Echoes.Echo> echo(Token token) {
        return echoes.of(token);
    }

    /** Whether the words are a verb that a team tied to a date: "signed up". */
    boolean isVerb(Mention.OfColumn mention) {
        ColumnName best = mention.options().getFirst().meaning();
        return column(best).filter(found -> found.dataType().isDate()).isPresent()
                && NamePhrases.wordsOf(best.column(), Set.of()).stream()
                        .map(Stem::of)
                        .noneMatch(word -> tokens.subList(mention.start(), mention.end()).stream()
                                .anyMatch(token -> token.stem().equals(word)));
    }

    /** "booked" of {@code booked_at}, though bookings share its stem. */
    boolean isDeedOnADay(Mention.OfColumn mention) {
        String word = tokens.get(mention.end() - 1).word();
        return mention.end() == mention.start() + 1
                && Stem.isPast(word)
                && mention.options().stream()
                        .map(Mention.Option::meaning)
                        .anyMatch(named -> column(named)
                                        .filter(found -> found.dataType().isDate())
                                        .isPresent()
                                && NamePhrases.wordsOf(named.column(), Set.of()).contains(word));
    }

    /** Whether the column holds amounts that can be added up, no keys, years or codes. */
    boolean isAmount(Mention.OfColumn mention) {
        ColumnName best = mention.options().getFirst().meaning();
        Set<String> others = Set.of("id", "number", "code", "year", "key", "rank", "level", "grade", "age");
        return column(best).filter(found -> found.dataType().isNumber()).isPresent()
                && NamePhrases.wordsOf(best.column(), Set.of()).stream().noneMatch(others::contains);
    }

    /** Whether the adjective speaks of this column: the longest distance, the cheapest fare. */
    boolean grades(English.Adjective adjective, Mention.OfColumn mention) {
        ColumnName best = mention.options().getFirst().meaning();
        List<String> words = NamePhrases.wordsOf(best.column(), Set.of());
        boolean extent = Set.of("long", "short").contains(adjective.word())
                && words.size() > 1
                && Set.of("km", "minute", "hour", "day", "m", "mile").contains(NamePhrases.unit(words.getLast()));
        return column(best).filter(found -> found.dataType().isNumber()).isPresent()
                && (extent || adjective.nouns().stream().anyMatch(noun -> NamePhrases.isCalled(best.column(), noun)));
    }

    /** Whether people call the rows of this table by several columns: first and last name. */
    boolean hasLongLabel(TableName table) {
        return labels.apply(table).size() > 1;
    }

    /** The whole number that tells the rows of the table, where no other column is called a number too. */
    Optional<ColumnName> numberOf(TableName name) {
        return context.schema().table(name).flatMap(table -> {
            boolean other = table.columns().stream()
                    .filter(column -> !table.primaryKey().contains(column.name()))
                    .filter(column -> table.foreignKeys().stream()
                            .noneMatch(key -> key.columns().contains(column.name())))
                    .map(column -> NamePhrases.wordsOf(column.name(), Set.of()))
                    .anyMatch(words ->
                            words.size() < 3 && Set.of("number", "code").contains(words.getLast()));
            return table.primaryKey().size() == 1 && !other
                    ? table.column(table.primaryKey().getFirst())
                            .filter(column -> column.dataType().isNumber())
                            .map(column -> new ColumnName(name, column.name()))
                    : Optional.empty();
        });
    }

    /** Without views: what they show is that of tables. */
    List<TableName> tableNames() {
        return facts.tableNames();
    }

    /** The table that the column points to. */
    Optional<TableName> pointedTo(ColumnName column) {
        return pointers.apply(column);
    }

    /** Whether the column points to somebody: {@code lead_id}. */
    boolean pointsToPerson(ColumnName column) {
        return pointedTo(column).filter(this::isPerson).isPresent();
    }

    /** Whether each row leads to one of the other table, by one key or several that none lacks. */
    boolean leadsTo(TableName from, TableName to) {
        return keys.pathToOne(from, to)
                .filter(way -> way.steps().stream().allMatch(keys::isCertain))
                .isPresent();
    }

    boolean isPerson(TableName table) {
        return context.schema().table(table).filter(Persons::are).isPresent();
    }

    /** The tables whose rows point to rows of their own table. */
    List<TableName> trees() {
        return facts.trees();
    }

    /** Whether the rows of the table point to rows of their own table. */
    boolean hasTree(TableName table) {
        return context.schema().table(table).stream()
                .flatMap(found -> found.foreignKeys().stream())
                .anyMatch(key -> key.target().equals(table));
    }

    /** What the rows of the table are measured by, as if the words named it. */
    Optional<Mention.OfColumn> amountOf(TableName table, int start, int end) {
        return measures.apply(table)
                .map(column -> new Mention.OfColumn(start, end, List.of(new Mention.Option<>(column, 1))));
    }

    /** The only number of the rows besides their keys, as if the words named it. */
    Optional<Mention.OfColumn> onlyNumber(TableName table, int start, int end) {
        return numbers.apply(table)
                .map(column -> new Mention.OfColumn(start, end, List.of(new Mention.Option<>(column, 1))));
    }

    /** Whether the column points to a row of its own table. */
    boolean isParentKey(ColumnName column) {
        return Keys.toItself(context.schema(), column);
    }

    /** Rows below others in a tree: "subcategories". */
    List<Mention.OfTable> trees(int at) {
        return at < mentions.size() ? mentions.get(at).trees() : List.of();
    }

    List<Mention.OfMetric> metrics(int at) {
        return at < mentions.size() ? mentions.get(at).metrics() : List.of();
    }

    List<Mention.OfFlag> flags(int at) {
        return at < mentions.size() ? mentions.get(at).flags() : List.of();
    }

    List<Mention.OfValue> values(int at) {
        return at < values.size() ? values.get(at) : List.of();
    }

    /** All days before this one. */
    LocalDate today() {
        return dates.today();
    }

    DateRange untilToday() {
        return dates.untilToday();
    }

    Optional<Dates.Found> dates(int at) {
        return at < tokens.size() ? dates.at(at) : Optional.empty();
    }

    boolean is(int at, String... words) {
        if (at < 0 || at >= tokens.size()) {
            return false;
        }
        for (String word : words) {
            if (tokens.get(at).is(word)) {
                return true;
            }
        }
        return false;
    }

    /** The token after the first of the phrases that stands here; -1 when none does. */
    int after(int at, String... phrases) {
        for (String phrase : phrases) {
            int end = end(at, phrase);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    /** Asked so often that cutting the phrase into words was a seventh of all the engine's work. */
    private int end(int at, String phrase) {
        int end = at;
        int from = 0;
        while (from <= phrase.length()) {
            int space = phrase.indexOf(' ', from);
            int to = space < 0 ? phrase.length() : space;
            if (end < 0 || end >= tokens.size() || !tokens.get(end).isPartOf(phrase, from, to)) {
                return -1;
            }
            end++;
            from = to + 1;
        }
        return end;
    }

    /** The first token from here on that is none of the words. */
    int skip(int at, Set<String> words) {
        int next = at;
        while (next < tokens.size()
                && !tokens.get(next).quoted()
                && words.contains(tokens.get(next).word())) {
            next++;
        }
        return next;
    }

    /** A number from this token on, with its unit: "3", "three", "$1,200.50", "5k", "20 %", "100 dollars". */
    Optional<Mention.OfNumber> number(int at) {
        return NumberMention.at(this, at);
    }

    /** What was typed between two tokens. */
    String text(int start, int end) {
        return tokens.subList(start, end).stream().map(Token::text).collect(Collectors.joining(" "));
    }
}
