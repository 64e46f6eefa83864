package dev.sayql.engine;

import dev.sayql.core.schema.Values;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.List;

/** What stands right beside a piece of a question, and is therefore what it speaks of. For one use by one thread. */
final class Neighbours {
    private final List<Piece> pieces;
    private final Chart chart;
    private final Doubts doubts;

    Neighbours(List<Piece> pieces, Chart chart, Doubts doubts) {
        this.pieces = pieces;
        this.chart = chart;
        this.doubts = doubts;
    }

    /** "patients of a doctor based in York", "German guests": right beside a thing, a value that it can have is its own. */
    List<Mention.OfValue> ofThingBeside(Piece.HasValue value, int index) {
        List<Mention.OfValue> another = ofAnother(value, index);
        return another.isEmpty() ? ofThing(value, index) : another;
    }

    private List<Mention.OfValue> ofThing(Piece.HasValue value, int index) {
        for (TableName thing : things(index)) {
            List<Mention.OfValue> own =
                    value.values().stream().map(mention -> mention.in(thing)).toList();
            if (own.stream().noneMatch(mention -> mention.hits().isEmpty())) {
                return own;
            }
            boolean another = value.column().isEmpty()
                    && chart.values(value.span().start()).stream()
                            .anyMatch(other -> other.end() == value.span().end()
                                    && !other.in(thing).hits().isEmpty());
            doubts.doubt(another ? 0.65 : 0);
        }
        return value.values();
    }

    /** "the characters in Hamlet": in the play, for a character of that name is in no character; a place may be a part of what things are called. */
    private List<Mention.OfValue> ofAnother(Piece.HasValue value, int index) {
        int before = index - 1;
        while (before >= 0 && pieces.get(before) instanceof Piece.Filler) {
            before--;
        }
        boolean within = before >= 0
                && chart.is(value.span().start() - 1, "in", "of", "from")
                && pieces.get(before) instanceof Piece.Entity entity
                && !entity.table().link()
                && value.values().size() == 1;
        if (!within) {
            return List.of();
        }
        TableName thing = ((Piece.Entity) pieces.get(before)).table().best();
        Mention.OfValue said = value.values().getFirst();
        List<Values.Hit> others = said.hits().stream()
                .filter(hit -> !hit.column().table().equals(thing)
                        || !chart.isLabel(hit.column())
                        || Knowledge.isPlace(hit.column().column()))
                .toList();
        return others.isEmpty() || others.size() == said.hits().size()
                ? List.of()
                : List.of(new Mention.OfValue(said.start(), said.end(), others, said.score()));
    }

    /** The thing right behind, then the one before, where only small words stand between; what is asked for stands before everything. */
    List<TableName> things(int index) {
        List<TableName> things = new ArrayList<>();
        int behind = index + 1;
        if (behind < pieces.size()
                && pieces.get(behind).span().start() == pieces.get(index).span().end()
                && pieces.get(behind) instanceof Piece.Entity entity
                && !entity.table().link()) {
            things.add(entity.table().best());
        }
        int before = index - 1;
        while (before >= 0 && pieces.get(before) instanceof Piece.Filler) {
            before--;
        }
        if (before > 0
                && pieces.get(before) instanceof Piece.Entity entity
                && !entity.table().link()) {
            things.add(entity.table().best());
        }
        return things;
    }

    /** "a Kaguya frame": the brand that narrows is that of the frame. */
    static boolean narrows(List<Piece> pieces, Piece.Entity entity) {
        int before = pieces.indexOf(entity) - 1;
        return before >= 0
                && pieces.get(before) instanceof Piece.HasValue value
                && !value.negated()
                && value.span().end() == entity.span().start()
                && value.values().stream()
                        .allMatch(said -> said.hits().stream()
                                .anyMatch(hit -> hit.column()
                                        .table()
                                        .equals(entity.table().best())));
    }
}
