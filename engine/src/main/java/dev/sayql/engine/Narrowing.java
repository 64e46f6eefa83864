package dev.sayql.engine;

import dev.sayql.core.generation.Change;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Aggregation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a follow-up says about which rows count: it adds a condition, or takes the place of one about the same thing. */
final class Narrowing {
    private final Edit edit;
    private final Set<ColumnName> exchanged = new HashSet<>();

    Narrowing(Edit edit) {
        this.edit = edit;
    }

    /** Whether the piece narrows the rows. */
    static boolean isCondition(Piece piece) {
        return switch (piece) {
            case Piece.HasValue _,
                    Piece.HasText _,
                    Piece.Flag _,
                    Piece.Compare _,
                    Piece.Either _,
                    Piece.CompareColumns _,
                    Piece.CompareCount _,
                    Piece.CompareToAverage _,
                    Piece.During _,
                    Piece.NotDuring _,
                    Piece.Without _,
                    Piece.HasChildren _,
                    Piece.Missing _ -> true;
            default -> false;
        };
    }

    void add(Piece piece) {
        edit.touches(Change.Part.CONDITION);
        edit.add(piece);
    }

    private void replace(int place, Piece piece) {
        edit.touches(Change.Part.CONDITION);
        edit.replace(place, piece);
    }

    void during(Piece.During during) {
        List<Integer> old = edit.places(Piece.During.class::isInstance);
        if (old.isEmpty()) {
            add(during);
        } else if (old.size() > 1 || edit.frame().also()) {
            edit.problem("The earlier question is about a time already. Say which time is meant, alone.");
        } else {
            Piece.During replaced = (Piece.During) edit.piece(old.getFirst());
            replace(
                    old.getFirst(),
                    new Piece.During(
                            during.span(),
                            during.range(),
                            during.column().isPresent() ? during.column() : replaced.column()));
        }
    }

    void values(Piece.HasValue value) {
        Set<ColumnName> columns = new HashSet<>();
        value.values().getFirst().hits().forEach(hit -> columns.add(hit.column()));
        List<Integer> same = edit.places(piece -> piece instanceof Piece.HasValue old
                && edit.column(old).filter(columns::contains).isPresent());
        List<Integer> wanted = same.stream()
                .filter(place -> !((Piece.HasValue) edit.piece(place)).negated())
                .toList();
        Frame frame = edit.frame();
        if (value.negated()) {
            add(value);
        } else if (frame.kind() == Frame.Kind.SHOW && wanted.isEmpty()) {
            takeBack(value, same);
        } else if (wanted.size() > 1) {
            edit.problem("The earlier question names several such values. Say the whole question, please.");
        } else if (wanted.isEmpty() && (frame.instead() || frame.kind() == Frame.Kind.WHAT_ABOUT)) {
            addAlone(value);
        } else if (wanted.isEmpty()) {
            add(value);
        } else if (frame.also() || frame.kind() == Frame.Kind.SHOW) {
            widen(wanted.getFirst(), value);
        } else if (frame.and() && !frame.asks() && !frame.instead()) {
            edit.problem("Is that meant as well, or instead? Say \"also\" or \"instead\".");
        } else {
            exchange(wanted.getFirst(), value);
        }
    }

    /** "what about France?" of a question that names no such value: it can only narrow. */
    private void addAlone(Piece.HasValue value) {
        boolean others = !edit.places(Piece.HasValue.class::isInstance).isEmpty();
        if (others || edit.frame().instead()) {
            edit.problem("The earlier question says nothing of the kind that this could take the place of.");
        } else {
            add(value);
        }
    }

    /** "include cancelled orders" after they were left out. */
    private void takeBack(Piece.HasValue value, List<Integer> same) {
        List<Integer> excluded = same.stream()
                .filter(place -> texts((Piece.HasValue) edit.piece(place)).equals(texts(value)))
                .toList();
        if (excluded.size() == 1) {
            edit.touches(Change.Part.CONDITION);
            edit.remove(excluded.getFirst());
        } else {
            edit.problem("Nothing of the kind was left out.");
        }
    }

    private static Set<String> texts(Piece.HasValue value) {
        Set<String> texts = new HashSet<>();
        value.values().forEach(mention -> mention.hits().forEach(hit -> texts.add(hit.value())));
        return texts;
    }

    private void exchange(int place, Piece.HasValue value) {
        Piece.HasValue old = (Piece.HasValue) edit.piece(place);
        edit.column(old).ifPresent(column -> {
            replace(place, new Piece.HasValue(value.span(), within(value.values(), column), old.column(), false));
            exchanged.add(column);
        });
    }

    private void widen(int place, Piece.HasValue value) {
        Piece.HasValue old = (Piece.HasValue) edit.piece(place);
        edit.column(old).ifPresent(column -> {
            List<Mention.OfValue> both = new ArrayList<>(within(old.values(), column));
            both.addAll(within(value.values(), column));
            edit.touches(Change.Part.CONDITION);
            edit.replace(place, new Piece.HasValue(value.span(), both, old.column(), false));
            List<String> label = edit.knowledge().label(column.table());
            if (label.size() > 1 && label.contains(column.column())) {
                edit.problem("Several persons at once cannot be told apart here.");
            }
        });
    }

    static List<Mention.OfValue> within(List<Mention.OfValue> values, ColumnName column) {
        return values.stream()
                .map(value -> new Mention.OfValue(
                        value.start(),
                        value.end(),
                        value.hits().stream()
                                .filter(hit -> hit.column().equals(column))
                                .toList(),
                        value.score()))
                .filter(value -> !value.hits().isEmpty())
                .toList();
    }

    /** "what about Anna?" of a question about Jane Smith is not about Anna Smith. */
    void checkNames() {
        for (ColumnName column : exchanged) {
            List<String> label = edit.knowledge().label(column.table());
            boolean half = label.contains(column.column())
                    && !edit.places(piece -> piece instanceof Piece.HasValue old
                                    && edit.column(old)
                                            .filter(found -> found.table().equals(column.table()))
                                            .filter(found -> label.contains(found.column()))
                                            .isPresent())
                            .isEmpty();
            if (half) {
                edit.problem("Say the whole name, please.");
            }
        }
    }

    /** "more than 500 only": about what the earlier question compares, else about the one number that it shows. */
    void compare(Piece.Compare compare, Optional<Piece.Entity> named) {
        List<Integer> compared =
                edit.places(piece -> piece instanceof Piece.Compare || piece instanceof Piece.CompareCount);
        if (compare.target().isPresent()) {
            Optional<ColumnName> column = edit.column(compare.target().get());
            List<Integer> same = compared.stream()
                    .filter(place -> edit.piece(place) instanceof Piece.Compare old
                            && old.operator() == compare.operator()
                            && old.target().flatMap(edit::column).equals(column)
                            && column.isPresent())
                    .toList();
            if (same.size() == 1) {
                replace(same.getFirst(), compare);
            } else {
                add(compare);
            }
        } else if (compared.size() == 1) {
            compareAgain(compared.getFirst(), compare);
        } else if (edit.isGrouped() && named.filter(entity -> !groupsBy(entity)).isPresent()) {
            edit.problem("Is each of them to be compared, or all of a group together?");
        } else if (compared.isEmpty()) {
            shownNumber(compare.span())
                    .ifPresentOrElse(
                            target -> add(compared(compare, target)),
                            () -> edit.problem("It is not clear what is to be compared with that number."));
        } else {
            edit.problem("The earlier question compares several numbers. Say which one is meant.");
        }
    }

    /** Of "over 100" and then "less than 500", the second may be the other end or another bound. */
    private void compareAgain(int place, Piece.Compare compare) {
        Piece again = recompared(edit.piece(place), compare);
        boolean otherEnd = rises(edit.piece(place)) != rises(again);
        boolean both = edit.frame().and() || edit.frame().also();
        if (otherEnd && both) {
            add(again);
        } else if (otherEnd && !edit.frame().instead()) {
            edit.problem("Is that another bound, or instead of the first? Say \"also\" or \"instead\".");
        } else {
            replace(place, again);
        }
    }

    /** Whether large numbers satisfy it; where only one does, neither end is open. */
    private static boolean rises(Piece piece) {
        Operator operator = switch (piece) {
            case Piece.Compare compare -> compare.operator();
            case Piece.CompareCount count -> count.operator();
            default -> Operator.EQUAL;
        };
        return operator != Operator.LESS && operator != Operator.LESS_OR_EQUAL;
    }

    private boolean groupsBy(Piece.Entity entity) {
        return edit.query().groups().stream()
                .flatMap(group -> Grouping.ranges(group).stream())
                .anyMatch(range -> range.table().equals(entity.table().best()));
    }

    private static Piece.Compare compared(Piece.Compare compare, Piece.Target target) {
        return new Piece.Compare(
                compare.span(),
                Optional.of(target),
                compare.operator(),
                compare.number(),
                compare.upTo(),
                compare.unit());
    }

    private Piece recompared(Piece old, Piece.Compare compare) {
        return switch (old) {
            case Piece.CompareCount count
            when compare.upTo().isEmpty() ->
                new Piece.CompareCount(compare.span(), count.table(), compare.operator(), compare.number());
            case Piece.Compare before ->
                new Piece.Compare(
                        compare.span(),
                        before.target(),
                        compare.operator(),
                        compare.number(),
                        compare.upTo(),
                        compare.unit());
            default -> {
                edit.problem("A range cannot be compared with a number of rows.");
                yield compare;
            }
        };
    }

    /** The one number that the earlier query shows: what it measures, or the one column of a list. */
    private Optional<Piece.Target> shownNumber(Piece.Span span) {
        List<Integer> measures = edit.measures();
        if (edit.isGrouped() && measures.size() == 1) {
            return measured(edit.piece(measures.getFirst()));
        }
        return edit.shownNumber(span);
    }

    private static Optional<Piece.Target> measured(Piece measure) {
        return switch (measure) {
            case Piece.Count count -> Optional.of(new Piece.Target.OfCount(count.table()));
            case Piece.Pick(var _, Piece.Target.OfMetric metric, boolean _, boolean _) -> Optional.of(metric);
            case Piece.Folds(var _, var folds, Piece.Target.OfMetric metric)
            when folds.equals(List.of(Aggregation.SUM)) -> Optional.of(metric);
            case Piece.Folds(var _, var folds, Piece.Target.OfColumn(Mention.OfColumn column))
            when folds.size() == 1 -> Optional.of(new Piece.Target.OfFold(folds.getFirst(), column));
            default -> Optional.empty();
        };
    }

    /** "more than 5 orders". */
    void compareCount(Piece.CompareCount count) {
        List<Integer> same = edit.places(piece -> piece instanceof Piece.CompareCount old
                && old.table().best().equals(count.table().best())
                && old.operator() == count.operator());
        if (same.size() == 1) {
            replace(same.getFirst(), count);
        } else {
            add(count);
        }
    }

    void flag(Piece.Flag flag) {
        List<Integer> same = edit.places(piece -> piece instanceof Piece.Flag old
                && old.flag().columns().stream().anyMatch(flag.flag().columns()::contains));
        if (same.size() == 1) {
            replace(same.getFirst(), flag);
        } else {
            add(flag);
        }
    }
}
