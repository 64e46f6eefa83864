package dev.sayql.engine;

import dev.sayql.core.semantics.Metric;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Settles who is meant by "who", and who is asked for by what they are. Changes the row of pieces that it was given. For one use by one thread. */
final class WhoSettling {
    /** Where there are very many tables, nobody farther away than so many keys is meant. */
    private static final int FARTHEST = 3;

    private final Knowledge knowledge;
    private final List<Piece> pieces;
    private final Chart chart;

    WhoSettling(List<Piece> pieces, Chart chart, Knowledge knowledge) {
        this.pieces = pieces;
        this.chart = chart;
        this.knowledge = knowledge;
    }

    /** "captains" are the players whose membership says so; "hubs", where a depot says so, are depots. */
    void settleBearers() {
        for (int index = 0; index < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.Bearers(Piece.Span span, Mention.OfFlag flag)) {
                TableName rows = flag.columns().getFirst().table();
                // "how many emergencies" counts the rows that are so.
                // So does "helicopter rescues per year".
                boolean counted = pieces.subList(0, index).stream().anyMatch(Piece.Counting.class::isInstance)
                        || pieces.stream().anyMatch(Piece.GroupByTime.class::isInstance);
                Optional<TableName> bearer = counted ? Optional.of(rows) : bearer(rows);
                if (bearer.isEmpty()) {
                    pieces.set(index, new Piece.Unknown(span));
                } else {
                    Mention.OfTable table = new Mention.OfTable(
                            span.start(), span.end(), List.of(new Mention.Option<>(bearer.get(), 1)), false);
                    pieces.set(index, new Piece.Entity(span, table, false));
                    pieces.add(index + 1, new Piece.Flag(span, flag, false));
                }
            }
        }
    }

    /** The rows themselves when they have names, else the only people that they point to. */
    private Optional<TableName> bearer(TableName table) {
        if (!knowledge.label(table).isEmpty()) {
            return Optional.of(table);
        }
        List<TableName> people = knowledge.keys().from(table).stream()
                .filter(edge -> !edge.toMany() && knowledge.isPerson(edge.to()))
                .map(Keys.Edge::to)
                .distinct()
                .toList();
        return people.size() == 1 ? Optional.of(people.getFirst()) : Optional.empty();
    }

    void settleWho() {
        for (int index = 0; index < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.Who who) {
                boolean named = saysWho(index)
                        || pieces.stream()
                                .anyMatch(piece -> (piece instanceof Piece.Entity entity
                                                && !entity.table().link()
                                                && knowledge.isPerson(
                                                        entity.table().best()))
                                        || piece instanceof Piece.Count
                                        || asksForPointedTo(piece)
                                        || piece instanceof Piece.Kin);
                pieces.set(index, named ? Normalisation.filler(who.span()) : person(who.span()));
            }
        }
    }

    /** "who are the three newest customers": those, though customers may be pubs. */
    private boolean saysWho(int index) {
        int next = index + 1;
        while (next < pieces.size()
                && (pieces.get(next) instanceof Piece.Rank
                        || pieces.get(next) instanceof Piece.Flag
                        || pieces.get(next) instanceof Piece.HasValue
                        || (pieces.get(next) instanceof Piece.Filler(Piece.Span span, boolean _)
                                && chart.is(span.start(), "the", "our", "all", "my", "are", "is")))) {
            next++;
        }
        boolean are = IntStream.range(pieces.get(index).span().start(), chart.size())
                .limit(3)
                .anyMatch(at -> chart.is(at, "are", "were"));
        return are
                && next < pieces.size()
                && pieces.get(next) instanceof Piece.Entity entity
                && !entity.table().link();
    }

    /** "who is the head": a key asked for says itself who is meant. */
    private boolean asksForPointedTo(Piece piece) {
        return piece instanceof Piece.Pick pick
                && pick.target() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                && knowledge
                        .pointedTo(column.options().getFirst().meaning())
                        .filter(knowledge::isPerson)
                        .isPresent();
    }

    /** The persons nearest to what else is mentioned; an unknown word when there are none or several as near. */
    private Piece person(Piece.Span span) {
        Map<Integer, List<TableName>> byDistance = new TreeMap<>();
        for (TableName table : nearPersons()) {
            if (!isPinned(table)) {
                distance(table)
                        .ifPresent(distance -> byDistance
                                .computeIfAbsent(distance, key -> new ArrayList<>())
                                .add(table));
            }
        }
        List<TableName> doers = doers(span);
        // "who hired the most": customers, or the staff who handed it out?
        List<TableName> nearest = doers.isEmpty() ? nearest(byDistance, span) : doers;
        if (nearest.size() != 1) {
            return new Piece.Unknown(span);
        }
        Mention.OfTable table = new Mention.OfTable(
                span.start(), span.end(), List.of(new Mention.Option<>(nearest.getFirst(), 1)), false);
        return new Piece.Entity(span, table, false);
    }

    /** Of very many kinds of persons only those are asked after that are near; none when even these are too many. */
    private List<TableName> nearPersons() {
        List<TableName> all = knowledge.facts().persons();
        if (all.size() <= Shortlist.MOST) {
            return all;
        }
        Set<TableName> around = knowledge.keys().within(mentionedTables(), FARTHEST);
        List<TableName> near = all.stream().filter(around::contains).toList();
        return near.size() <= Shortlist.MOST ? near : List.of();
    }

    /** "who drove the most shipments": those whom the rows of the deed point to. */
    private List<TableName> doers(Piece.Span span) {
        Optional<Piece> next = pieces.stream()
                .filter(piece -> piece.span().start() >= span.end() && !(piece instanceof Piece.Filler))
                .findFirst();
        return next.filter(piece ->
                        piece instanceof Piece.Entity entity && (entity.table().link() || isDone(span, entity)))
                .map(piece -> ((Piece.Entity) piece).table().best())
                .map(deed -> knowledge.keys().from(deed).stream()
                        .filter(edge -> !edge.toMany() && knowledge.isPerson(edge.to()))
                        .map(Keys.Edge::to)
                        .filter(table -> !isPinned(table))
                        .toList())
                .orElse(List.of());
    }

    /** "who placed bids": done by them, though it may not be what such rows are called by. */
    private boolean isDone(Piece.Span who, Piece.Entity deed) {
        int noun = deed.span().start();
        int verb = chart.is(noun - 1, "a", "an", "the", "any", "some") ? noun - 2 : noun - 1;
        return verb == who.end() && Stem.isPast(chart.token(verb).word());
    }

    /** Those nearest; of a company and a person hardly farther, "people" are the latter, and "who" may be either. */
    private List<TableName> nearest(Map<Integer, List<TableName>> byDistance, Piece.Span span) {
        if (byDistance.isEmpty()) {
            return List.of();
        }
        int least = byDistance.keySet().iterator().next();
        List<TableName> nearest = people(byDistance.getOrDefault(least, List.of()));
        List<TableName> named = byDistance.getOrDefault(least + 1, List.of()).stream()
                .filter(table ->
                        knowledge.table(table).filter(Persons::haveNames).isPresent())
                .toList();
        boolean companies = nearest.stream()
                .allMatch(table ->
                        knowledge.table(table).filter(Persons::mayBeCompanies).isPresent());
        if (!companies || named.isEmpty()) {
            return nearest;
        }
        boolean people = chart.is(span.start(), "people", "persons", "everyone", "everybody")
                || chart.is(span.end(), "on", "in", "works", "work");
        return people ? named : List.of();
    }

    /** Of several as near, those with names of their own: clients can be companies. */
    private List<TableName> people(List<TableName> nearest) {
        List<TableName> named = nearest.stream()
                .filter(table ->
                        knowledge.table(table).filter(Persons::haveNames).isPresent())
                .toList();
        return nearest.size() > 1 && named.size() == 1 ? named : nearest;
    }

    /** "who drove for Baltic Chemie": one that is named is not asked for. */
    private boolean isPinned(TableName table) {
        List<String> label = knowledge.label(table);
        return label.size() == 1
                && pieces.stream()
                        .anyMatch(piece -> piece instanceof Piece.HasValue value
                                && value.values().getFirst().hits().stream()
                                        .allMatch(hit -> hit.column().table().equals(table)
                                                && hit.column().column().equals(label.getFirst())));
    }

    private Optional<Integer> distance(TableName person) {
        int total = 0;
        Set<TableName> others = mentionedTables();
        for (TableName other : others) {
            if (!other.equals(person)) {
                Optional<Path> path = knowledge.keys().path(person, other);
                if (path.isEmpty()) {
                    return Optional.empty();
                }
                total += path.get().steps().size();
            }
        }
        return Optional.of(total);
    }

    private Set<TableName> mentionedTables() {
        Set<TableName> tables = new LinkedHashSet<>();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Entity entity -> tables.add(entity.table().best());
                case Piece.CompareCount count -> tables.add(count.table().best());
                case Piece.CompareChildren children ->
                    tables.add(children.table().best());
                case Piece.Without without -> tables.add(without.table().best());
                case Piece.HasValue value ->
                    tables.add(
                            value.values().getFirst().hits().getFirst().column().table());
                case Piece.Missing missing ->
                    tables.add(missing.column().options().getFirst().meaning().table());
                case Piece.Flag flag ->
                    tables.add(flag.flag().columns().getFirst().table());
                case Piece.Group group -> group.targets().forEach(target -> addTable(target, tables));
                case Piece.Rank rank -> rank.target().ifPresent(target -> addTable(target, tables));
                case Piece.Compare compare -> compare.target().ifPresent(target -> addTable(target, tables));
                case Piece.CompareToAverage average -> average.target().ifPresent(target -> addTable(target, tables));
                case Piece.Pick pick -> addTable(pick.target(), tables);
                case Piece.During during ->
                    during.column()
                            .ifPresent(column -> tables.add(
                                    column.options().getFirst().meaning().table()));
                default -> {}
            }
        }
        return tables;
    }

    private static void addTable(Piece.Target target, Set<TableName> tables) {
        switch (target) {
            case Piece.Target.OfMetric(Mention.OfMetric metric) -> {
                Metric.Form form = metric.metric().forms().getFirst();
                tables.add(form.table());
            }
            case Piece.Target.OfCount(Mention.OfTable table) -> tables.add(table.best());
            case Piece.Target.OfTable(Mention.OfTable table) -> tables.add(table.best());
            case Piece.Target.OfColumn(Mention.OfColumn column) ->
                tables.add(column.options().getFirst().meaning().table());
            default -> {}
        }
    }

    /** "treasurers of the sports clubs" asks for those who are so, not for the clubs. */
    void settlePersons() {
        int first = 0;
        while (first < pieces.size() && pieces.get(first) instanceof Piece.Filler) {
            first++;
        }
        boolean of = first + 1 < pieces.size()
                && pieces.get(first) instanceof Piece.HasValue value
                && value.column().isEmpty()
                && !value.negated()
                && pieces.get(first + 1) instanceof Piece.Filler;
        if (!of || pieces.stream().anyMatch(Roles::isMeasure)) {
            return;
        }
        int next = first + 1;
        while (next < pieces.size() && pieces.get(next) instanceof Piece.Filler) {
            next++;
        }
        int noun = next;
        while (noun < pieces.size() && Normalisation.isBetween(pieces.get(noun))) {
            noun++;
        }
        boolean thing = noun < pieces.size()
                && pieces.get(noun) instanceof Piece.Entity entity
                && !entity.table().link();
        if (thing && pieces.get(first) instanceof Piece.HasValue value) {
            TableName owner = ((Piece.Entity) pieces.get(noun)).table().best();
            boolean own = value.values().getFirst().hits().stream()
                    .anyMatch(hit -> hit.column().table().equals(owner));
            if (!own) {
                pieces.set(first, new Piece.Unknown(value.span()));
            }
        }
    }
}
