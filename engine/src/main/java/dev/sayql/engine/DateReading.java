package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Metric;
import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What dates say about rows: which column is meant, and what must hold of it. For one use by one thread. */
final class DateReading {
    // spotless:off
    private static final Set<String> PLANS = Set.of(
            "start", "starts", "begin", "begins", "end", "ends", "due", "expires", "expiry", "expire", "departs",
            "departure", "depart", "arrives", "arrival", "kickoff", "scheduled", "planned", "booked", "reserved", "until",
            "valid", "deadline", "appointment", "starting", "ending", "upcoming", "confirmed", "renewal", "return", "check");
    // spotless:on

    private final List<Piece> pieces;
    private final Chart chart;
    private final Knowledge knowledge;
    private final Roles roles;
    private final Resolver resolver;
    private final ColumnChoice columns;
    private final Placement placement;
    private final Doubts doubts;
    private final NotThen notThen;
    private Optional<ColumnName> latest = Optional.empty();
    private DateRange within = new DateRange(Optional.empty(), Optional.empty(), "");

    DateReading(
            List<Piece> pieces,
            Chart chart,
            Knowledge knowledge,
            Roles roles,
            Resolver resolver,
            Placement placement,
            Doubts doubts) {
        this.pieces = pieces;
        this.chart = chart;
        this.knowledge = knowledge;
        this.roles = roles;
        this.resolver = resolver;
        this.columns = new ColumnChoice(resolver, doubts, 2, "a column that does not fit");
        this.placement = placement;
        this.doubts = doubts;
        this.notThen = new NotThen(pieces, chart, knowledge, columns, placement, doubts);
    }

    void add(Piece.During during, int index, Expression.Range subject) {
        if (notThen.isOfNotDone(index)) {
            return;
        }
        Optional<ColumnName> column = during.column()
                .or(this::dateOfGroups)
                .or(() -> eventBefore(index))
                .or(() -> doneBefore(index))
                .or(this::dateOfCounted)
                .map(said -> columns.choose(said, found -> found.dataType().isDate() || Knowledge.isYear(found)))
                .orElseGet(() -> dateNear(index, subject));
        latest = column;
        within = during.range();
        column.ifPresentOrElse(
                found -> {
                    if (speaksOfTheFuture(during) && !isPlanned(found)) {
                        doubts.problem("what has not happened yet");
                    }
                    // A date of something that is not even mentioned, for rows that are only listed.
                    boolean foreign = during.column().isEmpty()
                            && !roles.hasMeasure()
                            && roles.rankMeasure().isEmpty()
                            && !found.table().equals(subject.table())
                            && !roles.mentioned().contains(found.table())
                            && dateOfDeed(index, subject).filter(found::equals).isEmpty();
                    doubts.doubt(foreign ? 0.4 : 0);
                    if (isOfOthers(during, found, subject)) {
                        doubts.problem("when something else was done, which nobody mentioned");
                    }
                    if (OwnDates.isBirth(found.column()) && during.column().isEmpty() && !saysBirth()) {
                        doubts.problem("when somebody was born, which nobody said");
                    }
                    addDated(found, during.range(), index, subject);
                    if (DueRules.isOverdue(chart, during)) {
                        addUndone(found, index, subject);
                    }
                },
                () -> doubts.problem("no date to look at"));
    }

    /** "how much rent did we receive in May", where complaints are received: the verb is not theirs. */
    private boolean isOfOthers(Piece.During during, ColumnName date, Expression.Range subject) {
        return during.column().isPresent()
                && roles.hasMeasure()
                && !roles.mentioned().contains(date.table())
                && !date.table().equals(subject.table())
                && placement.isToMany(subject, date.table());
    }

    /** Of the same date as the time before. */
    void addBut(Piece.NotDuring during, int index, Expression.Range subject) {
        latest.ifPresentOrElse(
                date -> notThen.addBut(date, during.range(), within, index, subject),
                () -> doubts.problem("not at that time, but at which"));
    }

    boolean isNotThen(int index) {
        return notThen.within(index) > 0;
    }

    void addNotThen(Piece.Missing missing, int index, Expression.Range subject) {
        notThen.add(missing, index, subject);
    }

    private boolean saysBirth() {
        return chart.tokens().stream()
                .anyMatch(token -> Set.of("born", "birth", "birthday", "birthdays", "birthdate", "dob")
                        .contains(token.word()));
    }

    /** What was due and is done is not overdue. */
    private void addUndone(ColumnName due, int index, Expression.Range subject) {
        chart.facts()
                .doneOf(due)
                .ifPresent(done -> placement.attach(
                        new Condition.IsNull(knowledge.expression(done), false), done.table(), index, false, subject));
    }

    /** "campaigns that ended before 2026", "invoices paid in cash last month": when that was. "Paid invoices" are of the month that they are of. */
    private Optional<Mention.OfColumn> eventBefore(int index) {
        int before = index - 1;
        while (before > 0 && isOfTheEvent(pieces.get(before), before)) {
            before--;
        }
        boolean event = before >= 0
                && pieces.get(before) instanceof Piece.Missing missing
                && missing.negated()
                && missing.column().options().size() == 1
                && (before == index - 1 || !describes(missing, before));
        return event
                ? Optional.of(((Piece.Missing) pieces.get(before)).column()).filter(this::isDate)
                : Optional.empty();
    }

    /** "repairs done last month", where a repair is done and has the day on which it was completed. */
    private Optional<Mention.OfColumn> doneBefore(int index) {
        if (index < 1
                || pieces.get(index - 1).span().end()
                        != pieces.get(index).span().start()) {
            return Optional.empty();
        }
        Piece.Span span = pieces.get(index - 1).span();
        String word = chart.token(span.end() - 1).word();
        List<ColumnName> dates = switch (pieces.get(index - 1)) {
            case Piece.HasValue value
            when !value.negated() ->
                value.values().getFirst().hits().stream()
                        .flatMap(hit -> chart.facts().endOf(hit.column().table(), hit.value()).stream())
                        .toList();
            // Where a comment says that something is empty until then.
            case Piece.Missing missing
            when missing.negated() ->
                chart
                        .facts()
                        .endOf(missing.column().options().getFirst().meaning().table(), word)
                        .stream()
                        .toList();
            default -> List.of();
        };
        return dates.size() == 1
                ? Optional.of(new Mention.OfColumn(
                        span.start(), span.end(), List.of(new Mention.Option<>(dates.getFirst(), 1))))
                : Optional.empty();
    }

    private boolean isDate(Mention.OfColumn column) {
        return column.options().stream()
                .allMatch(option -> knowledge.typeOf(option.meaning()).isDate());
    }

    /** Whether a piece may stand between what happened and when: what is said of the same rows. */
    private boolean isOfTheEvent(Piece piece, int index) {
        Optional<TableName> event = pieces.subList(0, index).reversed().stream()
                .filter(Piece.Missing.class::isInstance)
                .map(missing -> ((Piece.Missing) missing)
                        .column()
                        .options()
                        .getFirst()
                        .meaning()
                        .table())
                .findFirst();
        return event.isPresent()
                && switch (piece) {
                    case Piece.Filler _ -> true;
                    case Piece.Entity entity -> entity.table().best().equals(event.get());
                    case Piece.HasValue value ->
                        value.values().stream()
                                .flatMap(one -> one.hits().stream())
                                .allMatch(hit -> hit.column().table().equals(event.get()));
                    default -> false;
                };
    }

    /** "paid invoices", but not "who paid invoices". */
    private boolean describes(Piece.Missing missing, int index) {
        boolean noun = index + 1 < pieces.size()
                && pieces.get(index + 1) instanceof Piece.Entity entity
                && entity.table()
                        .best()
                        .equals(missing.column().options().getFirst().meaning().table());
        return noun && (index == 0 || !(pieces.get(index - 1) instanceof Piece.Who));
    }

    /** "arrivals in December", where a date is called so too. */
    private Optional<Mention.OfColumn> dateOfCounted() {
        return pieces.stream()
                .filter(Piece.Count.class::isInstance)
                .map(piece -> piece.span().end() - 1)
                .flatMap(noun -> chart.columns(noun).stream().filter(column -> column.end() == noun + 1))
                .filter(column -> column.options().getFirst().score() > 0.95
                        && knowledge
                                .typeOf(column.options().getFirst().meaning())
                                .isDate())
                .findFirst();
    }

    /** "bookings per pickup month in 2026": the months of 2026, so the date is the same. */
    private Optional<Mention.OfColumn> dateOfGroups() {
        return pieces.stream()
                .filter(Piece.GroupByTime.class::isInstance)
                .flatMap(piece -> ((Piece.GroupByTime) piece).column().stream())
                .findFirst();
    }

    private boolean speaksOfTheFuture(Piece.During during) {
        return chart.tokens().subList(during.span().start(), during.span().end()).stream()
                .anyMatch(token -> token.is("next") || token.is("tomorrow") || token.is("coming"));
    }

    /** Whether the date is one of a plan: its name says so, or the question does. */
    private boolean isPlanned(ColumnName date) {
        boolean named = NamePhrases.wordsOf(date.column(), Set.of()).stream().anyMatch(PLANS::contains);
        boolean said = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.HasValue value
                        && value.values().stream()
                                .flatMap(one -> one.hits().stream())
                                .anyMatch(hit -> PLANS.contains(hit.value().toLowerCase(Locale.ROOT))));
        boolean planned = chart.tokens().stream()
                .anyMatch(token ->
                        Set.of("scheduled", "planned", "upcoming", "expected").contains(token.word()));
        boolean measured = pieces.stream().anyMatch(piece -> Roles.isMeasure(piece) && !(piece instanceof Piece.Count));
        return (named || said || planned) && !measured;
    }

    private void addDated(ColumnName found, DateRange range, int index, Expression.Range subject) {
        dated(knowledge.expression(found), range)
                .ifPresentOrElse(
                        condition -> placement.attach(condition, found.table(), index, false, subject),
                        () -> doubts.problem("more exact than the years that are known"));
    }

    /** Of a column that holds years as numbers, only whole years can be told. */
    private static Optional<Condition> dated(Expression.Column column, DateRange range) {
        if (column.type().isDate()) {
            return Optional.of(new Condition.During(column, range));
        }
        boolean whole = range.from().filter(day -> day.getDayOfYear() != 1).isEmpty()
                && range.until().filter(day -> day.getDayOfYear() != 1).isEmpty();
        Optional<BigDecimal> first = range.from().map(day -> BigDecimal.valueOf(day.getYear()));
        Optional<BigDecimal> last = range.until().map(day -> BigDecimal.valueOf(day.getYear() - 1L));
        if (!whole || (first.isEmpty() && last.isEmpty())) {
            return Optional.empty();
        }
        if (first.isPresent() && last.isPresent()) {
            return Optional.of(
                    first.get().compareTo(last.get()) == 0
                            ? new Condition.Comparison(
                                    column, Operator.EQUAL, new Condition.Literal.Numeric(first.get()))
                            : new Condition.Between(column, first.get(), last.get()));
        }
        return Optional.of(new Condition.Comparison(
                column,
                first.isPresent() ? Operator.GREATER_OR_EQUAL : Operator.LESS_OR_EQUAL,
                new Condition.Literal.Numeric(first.or(() -> last).orElseThrow())));
    }

    /** The date of the thing mentioned last before the words, else of the rows. */
    private Optional<ColumnName> dateNear(int index, Expression.Range subject) {
        Optional<ColumnName> done = dateOfDeed(index, subject);
        if (done.isPresent()) {
            return done;
        }
        for (int before = index - 1; before >= 0; before--) {
            Piece piece = pieces.get(before);
            if (isWhose(piece, index, subject)) {
                continue;
            }
            Optional<TableName> table = happened(piece, subject).or(() -> tableOf(piece, subject));
            if (table.isPresent()) {
                Set<TableName> asked = table.get().equals(subject.table()) ? Set.of() : Set.of(subject.table());
                Optional<ColumnName> date = knowledge
                        .ownYear(table.get())
                        .or(() -> knowledge.defaultDate(table.get(), asked))
                        .or(() -> knowledge.defaultDate(table.get()));
                if (date.isPresent() && resolver.nearness(date.get().table()) > -50) {
                    return date;
                }
            }
        }
        return knowledge.ownYear(subject.table()).or(() -> knowledge.defaultDate(subject.table()));
    }

    /** "orders from customers in Germany last month": of last month are the orders, while nothing is said that the customers did. */
    private boolean isWhose(Piece piece, int index, Expression.Range subject) {
        return piece instanceof Piece.Entity entity
                && !entity.table().best().equals(subject.table())
                && knowledge.isPerson(entity.table().best())
                && !placement.isToMany(subject, entity.table().best())
                && knowledge.ownDate(subject.table()).isPresent()
                && IntStream.range(entity.span().end(), pieces.get(index).span().start())
                        .noneMatch(at -> chart.is(at, "who", "that", "which", "whose")
                                || Stem.isPast(chart.token(at).word()));
    }

    /** "customers who bought laptops last year": when they bought them, not when there were laptops. */
    private Optional<ColumnName> dateOfDeed(int index, Expression.Range subject) {
        Optional<TableName> done = pieces.subList(0, index).reversed().stream()
                .flatMap(piece -> deed(piece).stream())
                .findFirst();
        if (done.filter(subject.table()::equals).isPresent()) {
            return knowledge.defaultDate(subject.table());
        }
        return done.filter(deed -> placement.isToMany(subject, deed))
                .flatMap(deed -> knowledge
                        .defaultDate(deed, Set.of(subject.table()))
                        .filter(date -> knowledge.label(date.table()).isEmpty()
                                || date.table().equals(deed)));
    }

    /** "bought", also where it ranks: "fed the most animals". */
    private Optional<TableName> deed(Piece piece) {
        if (piece instanceof Piece.Rank rank
                && rank.target().isPresent()
                && rank.target().get() instanceof Piece.Target.OfCount(Mention.OfTable table)
                && table.link()) {
            return Optional.of(table.best());
        }
        return Deeds.isDeed(piece, chart)
                ? Optional.of(((Piece.Entity) piece).table().best())
                : Optional.empty();
    }

    /** "people who attended a training in 2025": the training was in 2025, and not what people and things have as a date. */
    private Optional<TableName> happened(Piece piece, Expression.Range subject) {
        return piece instanceof Piece.HasValue value
                        && !knowledge.label(subject.table()).isEmpty()
                ? value.values().getFirst().hits().stream()
                        .map(hit -> hit.column().table())
                        .filter(table -> placement.isToMany(subject, table))
                        .filter(table -> knowledge.label(table).isEmpty()
                                && knowledge.ownDate(table).isPresent())
                        .findFirst()
                : Optional.empty();
    }

    private Optional<TableName> tableOf(Piece piece, Expression.Range subject) {
        return switch (piece) {
            // "top customers by revenue last month": the month of the revenue, not of the customers.
            case Piece.Entity entity when roles.isGroup(entity) -> Optional.empty();
            // "fuel used by tractors in May": the month of the use, not of the tractors.
            case Piece.Entity entity
            when roles.hasMeasure()
                    && !entity.table().best().equals(subject.table())
                    && !placement.isToMany(subject, entity.table().best())
                    && knowledge.defaultDate(subject.table()).isPresent() -> Optional.empty();
            case Piece.Entity entity -> Optional.of(entity.table().best());
            case Piece.Count count -> Optional.of(count.table().best());
            case Piece.CompareCount count -> Optional.of(count.table().best());
            case Piece.Without without -> Optional.of(without.table().best());
            case Piece.Pick(Piece.Span _, Piece.Target.OfMetric _, boolean _, boolean _),
                    Piece.Folds _,
                    Piece.Share _ -> Optional.of(subject.table());
            case Piece.Rank _
            when roles.tallied().isPresent() -> roles.tallied().map(Mention.OfTable::best);
            case Piece.Rank(Piece.Span _, boolean _, int _, var target)
            when target.isPresent() && !(target.get() instanceof Piece.Target.OfAdjective) ->
                Optional.of(subject.table());
            case Piece.Compare compare
            when compare.target().isPresent() ->
                compare.target()
                        .flatMap(target -> target instanceof Piece.Target.OfMetric(Mention.OfMetric metric)
                                ? roles.form(metric.metric()).map(Metric.Form::table)
                                : Optional.empty());
            default -> Optional.empty();
        };
    }
}
