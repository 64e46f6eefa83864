package dev.sayql.engine;

import dev.sayql.core.generation.Change;
import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The earlier row of pieces while a follow-up changes it. What is taken back leaves blank words behind; what is new stands
 * behind all others or in the place of what it replaces. For one edit by one thread.
 */
final class Edit {
    private final Guess base;
    private final Knowledge knowledge;
    private final Frame frame;
    private final List<Token> tokens;
    private final List<Piece> pieces;
    private final int before;
    private final Set<Change.Part> parts = EnumSet.noneOf(Change.Part.class);
    private Optional<String> problem = Optional.empty();
    private final List<Mention.OfTable> mentioned = new ArrayList<>();
    private int most;

    /**
     * @param base what is changed; its pieces stand for themselves
     * @param tokens the words of the earlier row, a blank, and those of the follow-up
     */
    Edit(Guess base, List<Piece> settled, Frame frame, List<Token> tokens, Knowledge knowledge) {
        this.base = base;
        this.knowledge = knowledge;
        this.frame = frame;
        this.tokens = new ArrayList<>(tokens);
        this.pieces = new ArrayList<>(settled);
        this.before = base.row().tokens().size();
        this.most = base.row().most();
        pieces.add(filler(before, before + 1));
    }

    Guess base() {
        return base;
    }

    Query query() {
        return base.query();
    }

    Knowledge knowledge() {
        return knowledge;
    }

    Frame frame() {
        return frame;
    }

    /** A span over all words of the follow-up, for what it says as a whole. */
    Piece.Span wholeSpan() {
        int first = before + 1;
        while (first < tokens.size() - 1 && Row.isBlank(tokens.get(first))) {
            first++;
        }
        return new Piece.Span(first, tokens.size(), tokens.size() - (double) first);
    }

    /** Places of the earlier pieces of one kind. */
    List<Integer> places(Predicate<Piece> wanted) {
        return IntStream.range(0, pieces.size())
                .filter(place -> pieces.get(place).span().start() < before)
                .filter(place -> wanted.test(pieces.get(place)))
                .boxed()
                .toList();
    }

    Piece piece(int place) {
        return pieces.get(place);
    }

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    void add(Piece piece) {
        pieces.add(piece);
    }

    /** Puts a piece in the place of another, whose words fall silent unless the new one stands on them too. */
    void replace(int place, Piece piece) {
        Piece old = pieces.get(place);
        pieces.set(place, piece);
        if (!old.span().equals(piece.span())) {
            silence(old.span());
        }
    }

    void remove(int place) {
        Piece.Span span = pieces.get(place).span();
        pieces.set(place, filler(span.start(), span.end()));
        silence(span);
    }

    void removeAll(List<Integer> places) {
        places.forEach(this::remove);
    }

    private void silence(Piece.Span span) {
        for (int at = span.start(); at < span.end(); at++) {
            tokens.set(at, Row.blank(tokens.get(at)));
        }
    }

    /** Puts a word in the place of another, where how a thing is said matters. */
    void reword(int at, String word) {
        Token old = tokens.get(at);
        tokens.set(at, new Token(old.text(), word, Stem.of(word), old.start(), old.end(), false));
    }

    private static Piece filler(int start, int end) {
        return new Piece.Filler(new Piece.Span(start, end, 0.5 * (end - start)), false);
    }

    /** These parts of the query may differ in the end; a change of any other is a misunderstanding. */
    void touches(Change.Part... touched) {
        parts.addAll(List.of(touched));
    }

    Set<Change.Part> parts() {
        return parts;
    }

    /** Why this cannot be done, as a sentence for people. The first reason counts. */
    void problem(String sentence) {
        if (problem.isEmpty()) {
            problem = Optional.of(sentence);
        }
    }

    Optional<String> problem() {
        return problem;
    }

    /** A thing that the follow-up names beside what it changes: the query must be about it in the end. */
    void mentions(Piece.Entity entity) {
        if (!entity.table().link()) {
            mentioned.add(entity.table());
        }
    }

    /** Whether the query is about all that the follow-up names. */
    boolean isAboutAll(Query query) {
        Uses uses = Uses.of(query);
        return mentioned.stream()
                .allMatch(table -> table.options().stream().anyMatch(option -> uses.names(option.meaning())));
    }

    /**
     * Whether a condition is new that holds for other rows, which nobody named: "only new members" is not about those whose
     * branch has new machines.
     */
    boolean leadsAstray(Query query) {
        Uses uses = Uses.of(query());
        return query.where().stream()
                .filter(condition -> !query().where().contains(condition))
                .filter(Condition.Exists.class::isInstance)
                .map(Condition.Exists.class::cast)
                .filter(exists -> !exists.negated()
                        && exists.path().isToMany()
                        && !exists.conditions().isEmpty())
                .filter(exists -> !uses.names(exists.path().to().table()))
                .filter(exists -> mentioned.stream()
                        .noneMatch(table -> table.options().stream()
                                .anyMatch(option -> option.meaning()
                                        .equals(exists.path().to().table()))))
                .anyMatch(exists -> query.isFolded()
                        || exists.path().steps().size() > 2
                        || exists.conditions().stream().anyMatch(Condition.During.class::isInstance));
    }

    void unlimited() {
        most = 0;
    }

    boolean isLimitedWithoutWords() {
        return most > 0;
    }

    /** The row as it stands now; {@code quality} is that of the follow-up. */
    Row row(double quality) {
        return new Row(tokens, pieces, Math.min(base.row().quality(), quality), most);
    }

    /** The column that a mention means in the earlier query. */
    Optional<ColumnName> column(Mention.OfColumn mention) {
        return base.resolver().column(mention, column -> true).map(Resolver.Choice::value);
    }

    /** The column in which the values of an earlier piece stand. */
    Optional<ColumnName> column(Piece.HasValue value) {
        return base.resolver()
                .values(value.values())
                .map(choice -> choice.value().getFirst().column());
    }

    /** The column that is compared, measured or ordered by, when it is one. */
    Optional<ColumnName> column(Piece.Target target) {
        return switch (target) {
            case Piece.Target.OfColumn(Mention.OfColumn column) -> column(column);
            case Piece.Target.OfFold(var _, Mention.OfColumn column) -> column(column);
            case Piece.Target.OfAdjective(English.Adjective adjective) ->
                knowledge.graded(query().subject().table(), adjective);
            case Piece.Target.OfMetric _,
                    Piece.Target.OfCount _,
                    Piece.Target.OfTable _,
                    Piece.Target.OfDate _,
                    Piece.Target.OfParent _,
                    Piece.Target.OfFrequency _ -> Optional.empty();
        };
    }

    /** A mention of a table that no word stands for. */
    Mention.OfTable subject() {
        TableName table = query().subject().table();
        Piece.Span span = wholeSpan();
        return new Mention.OfTable(span.start(), span.end(), List.of(new Mention.Option<>(table, 1)), false);
    }

    /** What the earlier query measures. */
    List<Integer> measures() {
        return places(Roles::isMeasure);
    }

    /** What the earlier query is grouped by. */
    List<Integer> groups() {
        Roles roles = Roles.of(pieces, knowledge);
        return places(piece -> piece instanceof Piece.Group
                || piece instanceof Piece.GroupByTime
                || (piece instanceof Piece.Entity entity && roles.isGroup(entity))
                || (piece instanceof Piece.Pick pick
                        && roles.picksAreGroups()
                        && (pick.target() instanceof Piece.Target.OfColumn
                                || (pick.target() instanceof Piece.Target.OfTable && !pick.beside()))));
    }

    /** The one number that a list shows beside names and keys. */
    Optional<Piece.Target> shownNumber(Piece.Span span) {
        List<ColumnName> numbers = query().outputs().stream()
                .map(Query.Output::expression)
                .filter(Expression.Column.class::isInstance)
                .map(Expression.Column.class::cast)
                .filter(column -> column.range().number() == 0)
                .map(column -> new ColumnName(column.range().table(), column.name()))
                .filter(column -> !knowledge.isKey(column))
                .filter(column -> knowledge
                        .column(column)
                        .map(Column::dataType)
                        .filter(type -> type.isNumber())
                        .isPresent())
                .toList();
        return isGrouped() || numbers.size() != 1
                ? Optional.empty()
                : Optional.of(new Piece.Target.OfColumn(new Mention.OfColumn(
                        span.start(), span.end(), List.of(new Mention.Option<>(numbers.getFirst(), 1)))));
    }

    boolean isGrouped() {
        return !query().groups().isEmpty();
    }
}
