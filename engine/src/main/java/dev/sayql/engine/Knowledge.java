package dev.sayql.engine;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.Table;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import dev.sayql.sql.TableName;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the engine has worked out about one source: its words, its keys, what its rows are called. Thread-safe. */
final class Knowledge {
    private static final Set<String> YEARS =
            Set.of("founded", "established", "built", "opened", "formed", "released", "published", "launched", "born");

    private final SourceContext context;
    private final Lexicon lexicon;
    private final Keys keys;
    private final Echoes echoes;
    private @Nullable Thesaurus thesaurus;
    private final SourceWords words;
    private final SourceFacts facts;
    private final Once<Optional<TableName>> priced;
    private final Map<TableName, List<String>> labels = new ConcurrentHashMap<>();
    private final Map<TableName, Optional<ColumnName>> measures = new ConcurrentHashMap<>();

    Knowledge(SourceContext context) {
        this.context = context;
        this.lexicon = new Lexicon(context);
        this.keys = new Keys(context.schema());
        this.echoes = new Echoes(context.schema());
        this.words = new SourceWords(this);
        this.facts = new SourceFacts(context, this::label);
        this.priced = new Once<>(() -> PricedThings.only(this));
    }

    SourceContext context() {
        return context;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    /** Read when the first word is met that nothing explains. */
    synchronized Thesaurus thesaurus() {
        Thesaurus read = thesaurus == null ? Thesaurus.of(lexicon.phrases()) : thesaurus;
        thesaurus = read;
        return read;
    }

    SourceWords words() {
        return words;
    }

    /** What the source says about things that questions do not name. */
    SourceFacts facts() {
        return facts;
    }

    /** The only things with names and a price. */
    Optional<TableName> priced() {
        return priced.get();
    }

    Echoes echoes() {
        return echoes;
    }

    Keys keys() {
        return keys;
    }

    /** Whether the rows of the table are people. */
    boolean isPerson(TableName name) {
        return table(name).filter(Persons::are).isPresent();
    }

    /** Whether the rows are people or companies that may pay. */
    boolean isPayer(TableName name) {
        return isPerson(name)
                || Stem.ofWords(name.name()).stream()
                        .anyMatch(Set.of("client", "customer", "company", "buyer", "sponsor", "tenant")::contains);
    }

    Optional<Table> table(TableName name) {
        return context.schema().table(name);
    }

    Optional<Column> column(ColumnName name) {
        return table(name.table()).flatMap(table -> table.column(name.column()));
    }

    DataType typeOf(ColumnName name) {
        return column(name).map(Column::dataType).orElse(DataType.OTHER);
    }

    Expression.Column expression(ColumnName name) {
        return expression(Expression.Range.of(name.table()), name.column());
    }

    Expression.Column expression(Expression.Range range, String column) {
        return new Expression.Column(range, column, typeOf(new ColumnName(range.table(), column)));
    }

    /** The columns that name a row to people: as taught, else a name or title, else first and last name. */
    List<String> label(TableName name) {
        return labels.computeIfAbsent(name, this::findLabel);
    }

    private List<String> findLabel(TableName name) {
        List<String> taught = context.semantics().labels().get(name);
        return taught != null ? taught : table(name).map(Labels::of).orElse(List.of());
    }

    /** The column that "last month" refers to for rows of this table or of those they point to. */
    Optional<ColumnName> defaultDate(TableName start) {
        return defaultDate(start, Set.of());
    }

    /** The same, but not that of these, of which the question is: dishes were not sold on the day they came on the menu. */
    Optional<ColumnName> defaultDate(TableName start, Set<TableName> without) {
        return new DefaultDates(this).of(start, without);
    }

    /** Whether the numbers are years. */
    boolean isYear(Expression.Column column) {
        return column(new ColumnName(column.range().table(), column.name()))
                .filter(Knowledge::isYear)
                .isPresent();
    }

    /** Whether the column holds years as numbers: {@code build_year}, {@code founded}. */
    static boolean isYear(Column column) {
        List<String> words = NamePhrases.wordsOf(column.name(), Set.of());
        return column.dataType().isNumber()
                && (words.contains("year") || (YEARS.contains(words.getFirst()) && words.size() <= 2));
    }

    /** The only whole number that is a year, of a table that has no date of its own: {@code opening_year}. */
    Optional<ColumnName> ownYear(TableName name) {
        // The vintage of an order line is that of the wine.
        List<Column> years = table(name).stream()
                .flatMap(table -> table.columns().stream()
                        .filter(column -> table.foreignKeys().stream()
                                .noneMatch(key -> key.columns().contains(column.name()))))
                .filter(Knowledge::isYear)
                .toList();
        return years.size() == 1 && ownDate(name).isEmpty()
                ? Optional.of(new ColumnName(name, years.getFirst().name()))
                : Optional.empty();
    }

    /** As taught, or as its name and its table say. */
    Optional<ColumnName> ownDate(TableName name) {
        String taught = context.semantics().defaultDates().get(name);
        return taught != null
                ? Optional.of(new ColumnName(name, taught))
                : table(name).flatMap(OwnDates::of).map(column -> new ColumnName(name, column));
    }

    /** The number that a row of this table is about: the column that a metric sums, else the only amount or price. */
    Optional<ColumnName> ownMeasure(TableName name) {
        return measures.computeIfAbsent(name, this::findOwnMeasure);
    }

    private Optional<ColumnName> findOwnMeasure(TableName name) {
        for (Metric metric : context.semantics().metrics()) {
            for (Metric.Form form : metric.forms()) {
                ColumnName column = new ColumnName(name, form.expression().strip());
                if (form.table().equals(name)
                        && form.aggregation() == Aggregation.SUM
                        && column(column).isPresent()) {
                    return Optional.of(column);
                }
            }
        }
        List<Column> numbers = table(name).stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.dataType().isNumber())
                .toList();
        for (String word : List.of("total", "amount", "price", "salary", "fee", "cost")) {
            List<Column> named = numbers.stream()
                    .filter(column -> NamePhrases.isCalled(column.name(), word))
                    .toList();
            if (named.size() == 1) {
                return Optional.of(new ColumnName(name, named.getFirst().name()));
            }
        }
        return Optional.empty();
    }

    /** The only number of a row besides its keys, where there is but one. */
    Optional<ColumnName> onlyNumber(TableName name) {
        List<ColumnName> numbers = table(name).stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.dataType().isNumber())
                .map(column -> new ColumnName(name, column.name()))
                .filter(column -> !isKey(column) && !column.column().endsWith("_no"))
                .toList();
        return numbers.size() == 1 ? Optional.of(numbers.getFirst()) : Optional.empty();
    }

    /** The column of a table that an adjective grades; for dates, the table's own date. */
    Optional<ColumnName> graded(TableName name, English.Adjective adjective) {
        Optional<ColumnName> main = ownMeasure(name)
                .filter(column ->
                        adjective.nouns().stream().anyMatch(noun -> NamePhrases.isCalled(column.column(), noun)));
        if (main.isPresent()) {
            return main;
        }
        Optional<ColumnName> taught = taughtFor(name, adjective);
        if (taught.isPresent()) {
            return taught;
        }
        Optional<ColumnName> byNoun = adjective.nouns().stream()
                .flatMap(noun -> table(name).stream()
                        .flatMap(table -> table.columns().stream())
                        .filter(column -> column.dataType().isNumber())
                        .filter(column -> NamePhrases.isCalled(column.name(), noun)
                                && !(adjective.isExtent() && RateRules.isRate(column)))
                        .min(Comparator.comparingInt(
                                        (Column column) -> column.name().length())
                                .thenComparing(Column::name))
                        .stream())
                .map(column -> new ColumnName(name, column.name()))
                .findFirst();
        if (byNoun.isPresent() || adjective.date() == 0) {
            return byNoun.or(() -> adjective.isExtent() ? extent(name) : Optional.empty());
        }
        boolean ofAge = adjective.nouns().contains("age");
        if (ofAge && isPerson(name)) {
            // When somebody came says nothing about how old they are.
            return birth(name);
        }
        Optional<ColumnName> day = ofAge ? birth(name).or(() -> made(name)).or(() -> ownDate(name)) : ownDate(name);
        return day.or(() -> ownYear(name));
    }

    /** The one column of the table that the team calls by the adjective or by a noun that it grades. */
    private Optional<ColumnName> taughtFor(TableName name, English.Adjective adjective) {
        Set<ColumnName> found = new LinkedHashSet<>();
        Stream.concat(Stream.of(adjective.word()), adjective.nouns().stream())
                .map(Stem::of)
                .flatMap(stem -> lexicon.startingWith(stem).stream())
                .filter(entry -> entry.stems().size() == 1 && entry.score() > 0.95)
                .forEach(entry -> {
                    if (entry.meaning() instanceof Lexicon.Meaning.OfColumn(ColumnName column)
                            && column.table().equals(name)
                            && typeOf(column).isNumber()) {
                        found.add(column);
                    }
                });
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /** The one number of the table that its name says to be a stretch of time: {@code runtime_min}. */
    private Optional<ColumnName> extent(TableName name) {
        List<ColumnName> found = table(name).stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.dataType().isNumber())
                .filter(column -> NamePhrases.timeUnit(column.name()).isPresent())
                .map(column -> new ColumnName(name, column.name()))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Optional<ColumnName> birth(TableName name) {
        return table(name).stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.dataType().isDate() || isYear(column))
                .filter(column -> OwnDates.isBirth(column.name()))
                .map(column -> new ColumnName(name, column.name()))
                .findFirst();
    }

    /** The year in which things were made, which says how old they are better than when somebody got them. */
    private Optional<ColumnName> made(TableName name) {
        List<ColumnName> years = table(name).stream()
                .flatMap(table -> table.columns().stream())
                .filter(Knowledge::isYear)
                .filter(column ->
                        NamePhrases.wordsOf(column.name(), Set.of()).stream().anyMatch(MAKING::contains))
                .map(column -> new ColumnName(name, column.name()))
                .toList();
        return years.size() == 1 ? Optional.of(years.getFirst()) : Optional.empty();
    }

    private static final Set<String> MAKING =
            Set.of("created", "made", "built", "founded", "manufactured", "produced", "model", "launched");

    /** Whether the column identifies rows, its own or those that it points to. */
    boolean isKey(ColumnName column) {
        return table(column.table()).stream()
                .anyMatch(table -> table.primaryKey().contains(column.column())
                        || table.foreignKeys().stream()
                                .anyMatch(key -> key.columns().contains(column.column())));
    }

    /** The table that a key of one column points to. */
    Optional<TableName> pointedTo(ColumnName column) {
        return table(column.table()).stream()
                .flatMap(table -> table.foreignKeys().stream())
                .filter(key -> key.columns().equals(List.of(column.column())))
                .map(key -> key.target())
                .findFirst();
    }

    /**
     * Whether a row of the tree holds all that the rows below it hold, as categories do: its key must say "parent". A depot does
     * not hold what the depots that it feeds hold.
     */
    boolean containsItsLike(TableName name) {
        boolean kind = NamePhrases.stemsOf(name.name()).stream().anyMatch(KINDS::contains);
        boolean parent = keys.toParent(name).stream()
                .flatMap(edge -> edge.fromColumns().stream())
                .flatMap(column -> NamePhrases.wordsOf(column, Set.of()).stream())
                .anyMatch(Set.of("parent", "super", "upper", "above", "main", "group")::contains);
        return kind && parent;
    }

    private static final Set<String> KINDS = Set.of(
                    "category",
                    "type",
                    "kind",
                    "genre",
                    "group",
                    "topic",
                    "taxonomy",
                    "classification",
                    "section",
                    "area",
                    "region",
                    "territory",
                    "district",
                    "zone",
                    "location",
                    "place",
                    "folder",
                    "segment",
                    "taxon",
                    "theme")
            .stream()
            .map(Stem::of)
            .collect(Collectors.toUnmodifiableSet());

    /** Whether the column says where somebody or something is, or comes from. */
    static boolean isPlace(String column) {
        return NamePhrases.wordsOf(column, Set.of()).stream().anyMatch(PLACES::contains);
    }

    static boolean isPlace(ColumnName column) {
        return isPlace(column.column()) || isPlace(column.table().name());
    }

    /** "hotels in Italy" have nothing to do with Italian guests: a nationality is where people come from, not where things are. */
    static boolean isOfPeople(String column) {
        return NamePhrases.wordsOf(column, Set.of()).stream().anyMatch(Set.of("nationality", "citizenship")::contains);
    }

    /** Whether rows of the table say themselves where they are or come from. */
    boolean hasPlace(TableName name) {
        return table(name).stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> column.dataType().isText() && isPlace(column.name()));
    }

    private static final Set<String> PLACES =
            Set.of("country", "nationality", "citizenship", "city", "town", "state", "province", "residence", "nation");

    /** Whether no two rows share these columns' values. */
    boolean isUnique(TableName name, List<String> columns) {
        return table(name)
                .filter(table -> table.isUniqueOver(Set.copyOf(columns)))
                .isPresent();
    }

    /** Whether sums of the column mean something: hours and amounts, not prices, ranks or years. */
    boolean addsUp(Mention.OfColumn column) {
        ColumnName name = column.options().getFirst().meaning();
        Set<String> rates = Set.of(
                "price", "rate", "rating", "score", "age", "salary", "percent", "year", "level", "id", "grade",
                "number", "cost", "fee");
        return typeOf(name).isNumber()
                && NamePhrases.wordsOf(name.column(), Set.of()).stream().noneMatch(rates::contains);
    }
}
