package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What had happened when a date is there: {@code paid_on} is "paid", and "unpaid" where it is missing. */
final class EventWords {

    /** Receives a phrase, what it means, and how sure that is. */
    @FunctionalInterface
    interface Sink {
        void add(List<String> phrase, Lexicon.Meaning meaning, double score);
    }

    private static final Map<String, List<String>> NOUNS = Map.ofEntries(
            noun("depart", "departure"),
            noun("arrive", "arrival"),
            noun("expire", "expiry", "expiration"),
            noun("retire", "retirement"),
            noun("deliver", "delivery"),
            noun("resolve", "resolution"),
            noun("pay", "payment"),
            noun("install", "installation"),
            noun("inspect", "inspection"),
            noun("register", "registration"),
            noun("enroll", "enrolment", "enrollment"),
            noun("admit", "admission"),
            noun("discharge", "discharge"),
            noun("publish", "publication"),
            noun("found", "foundation"),
            noun("renew", "renewal"),
            noun("acquire", "acquisition"),
            noun("complete", "completion"),
            noun("create", "creation"),
            noun("submit", "submission"),
            noun("cancel", "cancellation"),
            noun("approve", "approval"),
            noun("begin", "begin", "start"),
            noun("start", "start", "starting"),
            noun("end", "end", "ending"),
            noun("hire", "hire", "hiring"),
            noun("purchase", "purchase"),
            noun("buy", "purchase"),
            noun("sell", "sale"),
            noun("issue", "issue"),
            noun("release", "release"),
            noun("return", "return"),
            noun("open", "opening"),
            noun("close", "closing"),
            noun("launch", "launch"),
            noun("construct", "construction"),
            noun("build", "construction"),
            noun("graduate", "graduation"),
            noun("sign", "signature", "signing"),
            noun("appoint", "appointment"),
            noun("promote", "promotion"),
            noun("transfer", "transfer"),
            noun("grant", "grant"),
            noun("book", "booking"),
            noun("report", "report"),
            noun("remove", "removal"));

    private static Map.Entry<String, List<String>> noun(String verb, String... nouns) {
        return Map.entry(Stem.of(verb), List.of(nouns));
    }

    private EventWords() {}

    /** @param own the words of the column's name without those of its table */
    static void of(Column column, ColumnName name, List<String> own, Sink sink) {
        Lexicon.Meaning meaning = new Lexicon.Meaning.OfColumn(name);
        lives(column, own).ifPresent(word -> sink.add(List.of(word), meaning, 0.95));
        if (!column.dataType().isDate()) {
            return;
        }
        String word = own.getFirst();
        boolean deed = own.size() == 2 && Set.of("at", "on", "date", "time").contains(own.getLast());
        if (deed) {
            nouns(word).forEach(noun -> {
                sink.add(List.of(noun, "date"), meaning, 0.97);
                sink.add(List.of("date", "of", noun), meaning, 0.97);
                sink.add(List.of(noun, "day"), meaning, 0.9);
                sink.add(List.of(noun, "time"), meaning, 0.9);
            });
        }
        boolean participle =
                word.endsWith("ed") || (!Stem.of(word).equals(word) && !word.endsWith("s") && !word.endsWith("e"));
        boolean dated = own.size() == 1 || Set.of("at", "on", "date", "time").contains(own.getLast());
        if (participle && dated && own.size() <= 2) {
            addEvent(name, column, word, sink);
        }
        boolean ofSomething = own.size() == 3
                && Stem.isPast(own.get(1))
                && Set.of("at", "on", "date", "time").contains(own.getLast());
        if (ofSomething) {
            // fee_paid_on: "unpaid fee", "paid fees".
            String done = own.get(1);
            sink.add(List.of(done, word), new Lexicon.Meaning.OfEvent(name, true, done), 1);
            sink.add(List.of("un" + done, word), new Lexicon.Meaning.OfEvent(name, false, "un" + done), 1);
        }
        column.comment()
                .flatMap(CommentNames::eventOf)
                .filter(done -> !done.equals(word) && Stem.of(done).length() > 3)
                .filter(done -> !English.LINKING_STEMS.contains(Stem.of(done)))
                .ifPresent(done -> {
                    addEvent(name, column, done, sink);
                    sink.add(List.of(done), meaning, 0.85);
                });
    }

    /** {@code km_driven}: kilometres driven. */
    static List<List<String>> spelledOut(List<String> name) {
        List<List<String>> found = new ArrayList<>();
        for (String unit : UNITS.getOrDefault(name.getFirst(), List.of())) {
            List<String> longer = new ArrayList<>(name);
            longer.set(0, unit);
            found.add(longer);
            if (name.size() == 2 && Stem.isPast(name.getLast())) {
                found.add(List.of(unit));
            }
        }
        return found;
    }

    private static final Map<String, List<String>> UNITS = Map.of(
            "km", List.of("kilometres", "kilometers"),
            "kg", List.of("kilograms", "kilos"),
            "kms", List.of("kilometres", "kilometers"),
            "kwh", List.of("kilowatt hours"),
            "ltr", List.of("litres", "liters"),
            "l", List.of("litres", "liters"));

    /** {@code pickup_at}: when it was picked up. */
    static Optional<List<String>> parted(String word) {
        return List.of("up", "in", "out", "off").stream()
                .filter(end -> word.length() > end.length() + 3 && word.endsWith(end))
                .map(end -> List.of(word.substring(0, word.length() - end.length()), end))
                .filter(parts -> PARTED.contains(parts.getFirst()))
                .findFirst();
    }

    private static final Set<String> PARTED =
            Set.of("pick", "check", "drop", "sign", "clock", "log", "take", "set", "hand", "pay");

    /** {@code pay_method}: the payment method. */
    static Optional<List<String>> said(List<String> name) {
        String noun = MODIFIERS.get(name.getFirst());
        if (noun == null || name.size() != 2) {
            return Optional.empty();
        }
        return Optional.of(List.of(noun, name.getLast()));
    }

    private static final Map<String, String> MODIFIERS = Map.ofEntries(
            Map.entry("pay", "payment"),
            Map.entry("payment", "pay"),
            Map.entry("ship", "shipping"),
            Map.entry("shipping", "shipment"),
            Map.entry("deliver", "delivery"),
            Map.entry("reg", "registration"),
            Map.entry("book", "booking"),
            Map.entry("bill", "billing"),
            Map.entry("hire", "hiring"),
            Map.entry("train", "training"),
            Map.entry("build", "building"),
            Map.entry("open", "opening"),
            Map.entry("close", "closing"),
            Map.entry("int", "interest"),
            Map.entry("ins", "insurance"),
            Map.entry("cons", "construction"),
            Map.entry("prod", "production"),
            Map.entry("del", "delivery"),
            Map.entry("est", "estimated"));

    /** What a deed is called: who departs has a departure. */
    private static List<String> nouns(String word) {
        String verb = Stem.of(word);
        List<String> known = NOUNS.get(verb);
        return known != null ? known : List.of();
    }

    /** What has its date always did happen: an unsold package is no sale without one. */
    private static void addEvent(ColumnName name, Column column, String done, Sink sink) {
        sink.add(List.of(done), new Lexicon.Meaning.OfEvent(name, true, done), 1);
        if (done.equals("paid")) {
            // A fine that was collected is paid.
            sink.add(List.of("collected"), new Lexicon.Meaning.OfEvent(name, true, "collected"), 0.9);
        }
        if (column.nullable()) {
            sink.add(List.of("un" + done), new Lexicon.Meaning.OfEvent(name, false, "un" + done), 1);
        }
    }

    /** Whoever has a date of birth was born then. */
    private static Optional<String> lives(Column column, List<String> own) {
        if (!column.dataType().isDate() && !Knowledge.isYear(column)) {
            return Optional.empty();
        }
        return own.contains("birth") || own.contains("brth")
                ? Optional.of("born")
                : own.contains("death") ? Optional.of("died") : Optional.empty();
    }
}
