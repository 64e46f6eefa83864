package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words that ask for nothing by themselves, and openings that say only how something is asked. */
final class FillerRules {
    // spotless:off
    private static final String[] POLITE = {
        "are represented in", "show up among", "shows up among", "went out", "go out", "in units", "for me please", "i am after", "i am looking for", "i am interested in", "have put in", "has put in", "i want to know", "i would like to know", "i want to see", "i would like to see", "can you tell me",
        "could you tell me", "tell me about", "please show me", "look up", "let me know", "we have in total",
        "in total", "in the database", "of all time", "to date", "in our database", "do we have", "in the system",
        "along with", "as well as", "at all", "pull up", "let me see", "let us see", "let me have", "a list of",
        "list of", "how does", "how do", "compare", "compares", "break down", "the breakdown of", "price list please", "on the price list", "on our price list", "quick one", "quick question",
        "came in", "come in", "yet", "but", "as of now", "these days", "across all", "among all", "over all",
        "out of all", "and what is", "at the moment", "right now", "so far", "on record", "do we know", "show just",
        "show only", "list only", "any more", "anymore", "any longer", "only show", "just the", "only the", "just",
        "now", "look after", "looks after", "looked after", "looking after", "take care of", "takes care of", "took care of",
        "is responsible for", "are responsible for", "responsible for",
        "deal with", "deals with", "given away", "gave away", "give away", "giving away", "tied up", "carried out", "carry out", "carries out", "carrying out", "ever granted", "ever given", "ever made", "lie in",
        "went to", "been to", "gone to", "set up", "people have used", "people use", "people used", "are in use",
        "do people use", "do customers use", "that exist", "are out there", "do we run", "do we operate", "do we own", "do we employ", "do we serve", "do we work with", "came in through", "come in through",
        "how did", "how has", "how have", "in existence", "at present", "to you", "to us", "from us", "on file",
        "how many of each", "and how many of each", "go to", "goes to", "already", "nonetheless", "nevertheless", "after all", "by now", "thus far", "ended as", "ended up as", "ended up being", "ended up", "by anyone", "by anybody", "no duplicates", "without duplicates", "no repeats", "each one once", "each only once", "each once", "once each", "only once each", "each of them once", "each just once", "thanks", "thank you", "cheers", "if any", "and which ones",
        "each one just once", "each one only once", "could someone tell me", "can someone tell me", "can anyone tell me", "could anyone tell me", "does anyone know",
        "someone please tell me", "his or her", "her or his", "and if so which ones", "and if so which", "if so which ones", "if so which", "and if so", "which ones", "and who", "in there", "out there", "turned out to be", "turn out to be", "turned out as", "ended up being", "ended up as", "end up as", "on the clock", "rung up", "rang up",
        "rings up", "ring up", "came out", "come out", "comes out", "an overview of", "overview of", "could i get", "could i have", "can i get", "can i have", "hi", "hello", "we hire out", "we rent out", "we lend out", "we loan out", "i mean", "send out", "sent out"
    };
    // spotless:on

    // spotless:off
    private static final Set<String> UNITS = Set.of(
            "km", "kilometers", "kilometres", "kg", "kilograms", "kilos", "minutes", "min", "hours", "days", "meters",
            "metres", "miles", "euros", "euro", "eur", "dollars", "usd", "pounds", "tons", "tonnes", "grams", "seconds",
            "cm", "mm", "litres", "liters", "years");
    // spotless:on

    /** What has the most of something, said otherwise: "which cause leads to the most claims". */
    private static final Set<String> WHOLES = Set.of(
            "company",
            "hospital",
            "organisation",
            "organization",
            "business",
            "firm",
            "enterprise",
            "system",
            "clinic",
            "university",
            "school",
            "group",
            "cooperative",
            "institution",
            "list",
            "collection",
            "portfolio",
            "inventory",
            "range",
            "assortment",
            "catalogue",
            "catalog",
            "shop",
            "store",
            "books",
            "league",
            "bank",
            "museum",
            "library",
            "airline",
            "hotel",
            "gym",
            "campus",
            "farm",
            "fleet",
            "practice",
            "agency",
            "association",
            "club",
            "chain",
            "network",
            "plant",
            "factory",
            "team",
            "register",
            "platform",
            "registry",
            "archive",
            "files",
            "data",
            "dataset",
            "records",
            "competition",
            "festival",
            "federation");

    /** Nouns with the stem of a verb that only links: they ask for something. */
    private static final Set<String> NOUNS = Set.of(
            "names",
            "titles",
            "labels",
            "places",
            "records",
            "issues",
            "posts",
            "files",
            "calls",
            "stores",
            "lists",
            "title",
            "label",
            "base",
            "bases",
            "uses",
            "signs",
            "offers",
            "charges",
            "collection",
            "creation");

    private FillerRules() {}

    /** "by category" that is no group would be lost; after a verb it says who did it. */
    private static boolean groups(Chart chart, int by) {
        int noun = chart.skip(by + 1, Targets.DETERMINERS);
        return by > 0
                && (!Stem.isPast(chart.token(by - 1).word()) || endsMetric(chart, by))
                && chart.tables(noun).stream().anyMatch(table -> !table.link() && !ValueRules.isNamed(chart, table));
    }

    /** "units sold by region": how much that was for each region, and not what regions sold. */
    private static boolean endsMetric(Chart chart, int by) {
        return IntStream.range(Math.max(0, by - 4), by - 1)
                .anyMatch(start -> chart.metrics(start).stream().anyMatch(metric -> metric.end() == by));
    }

    /** "seat more than 200 people": a unit, where a number stands before it. */
    private static void countedPeople(Chart chart, int at, Consumer<Piece> pieces) {
        boolean counted = at > 1
                && chart.is(at, "people")
                && (chart.token(at - 1).word().matches("\\d+")
                        || English.number(chart.token(at - 1).word()).isPresent());
        if (counted) {
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.95), false));
        }
    }

    static void fillers(Chart chart, int at, Consumer<Piece> pieces) {
        Token token = chart.token(at);
        if (token.quoted()) {
            return;
        }
        // Who is asked for is somebody: see whos.
        if (at == 0 && token.is("who")) {
            return;
        }
        if (token.is("by") && chart.after(at + 1, "how often", "how many") > 0) {
            return;
        }
        if (token.is("by") && groups(chart, at)) {
            return;
        }
        countedPeople(chart, at, pieces);
        boolean opener = English.OPENERS.contains(token.word()) && !(token.is("name") && at > 1);
        // "bought what Anna bought" relates two things; only at the beginning does "what" merely ask.
        if (token.is("what") && at > 2 && !chart.is(at - 1, ",", "and", "me", "know", "see")) {
            return;
        }
        if (English.FILLERS.contains(token.word()) || opener) {
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.5), token.is("and") || token.is(",")));
        } else if (isLink(chart, at)) {
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.3), false));
        } else if (at > 0 && English.NEUTRAL_DEEDS.contains(token.stem()) && isNeutral(chart, at)) {
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.2), false));
        }
        int measure = chart.after(at, "piece of", "pieces of", "items of", "item of", "bits of");
        if (measure > 0 && !chart.tables(measure).isEmpty()) {
            pieces.accept(new Piece.Filler(Rule.span(at, measure, 0.8), false));
        }
        int polite = Math.max(takenOut(chart, at), chart.after(at, POLITE));
        if (polite > 0) {
            pieces.accept(new Piece.Filler(Rule.span(at, polite, 0.6), false));
        }
    }

    /** "policies taken out in May"; money that is taken out goes a certain way. */
    private static int takenOut(Chart chart, int at) {
        boolean money =
                chart.tokens().stream().anyMatch(said -> said.is("money") || said.is("cash") || said.is("much"));
        return money ? -1 : chart.after(at, "taken out", "took out", "take out", "takes out");
    }

    /** A verb that nothing in the source is called by: "which guests ordered breakfast", "we have moved". */
    private static boolean isNeutral(Chart chart, int at) {
        String word = chart.token(at).word();
        // "how many parcels did each client send".
        boolean last = at == chart.size() - 1
                && IntStream.range(0, at).anyMatch(before -> chart.is(before, "did", "does", "do"))
                && IntStream.range(0, at).anyMatch(before -> chart.is(before, "each", "every"));
        boolean verb = Stem.isPast(word)
                || last
                || chart.is(at - 1, "did", "do", "does", "to", "who", "that", "never", "not", "we", "they", "have");
        return verb && !chart.isNamed(at);
    }

    /** "in km" where a column is measured in it; "in percent" beside a share. */
    static void units(Chart chart, int at, Consumer<Piece> pieces) {
        int unit = chart.after(at, "in", "measured in", "in terms of");
        if (unit > 0 && unit < chart.size() && !chart.token(unit).quoted()) {
            String word = chart.token(unit).word();
            if (UNITS.contains(word) && chart.facts().hasUnit(word)) {
                pieces.accept(new Piece.Filler(Rule.span(at, unit + 1, 0.8), false));
            }
        }
        int percent = chart.after(at, "in percent", "in %", "as a percentage", "as percentage", "in percentage");
        boolean share = percent > 0
                && chart.tokens().stream()
                        .anyMatch(token -> Set.of("share", "proportion", "fraction", "portion", "percentage")
                                .contains(token.word()));
        if (share) {
            pieces.accept(new Piece.Filler(Rule.span(at, percent, 0.8), false));
        }
    }

    /** "more than 100k a year", "over 24 an hour": what pay is for, where nothing says that it is for something else. */
    static void rates(Chart chart, int at, Consumer<Piece> pieces) {
        int unit = chart.after(at, "a", "an", "per", "each", "every");
        boolean number = at > 0
                && IntStream.range(Math.max(0, at - 3), at)
                        .anyMatch(start -> chart.number(start)
                                .filter(found -> found.end() == at)
                                .isPresent());
        if (unit > 0 && unit < chart.size() && number) {
            String word = chart.token(unit).word();
            boolean each = Set.of("piece", "pack", "unit", "item", "bottle", "box", "packet")
                            .contains(word)
                    && IntStream.range(Math.max(0, at - 3), at)
                            .anyMatch(start -> chart.number(start)
                                    .filter(found -> found.end() == at && found.money())
                                    .isPresent());
            if (each && !chart.isNamed(unit)) {
                pieces.accept(new Piece.Filler(Rule.span(at, unit + 1, 0.9), false));
            }
            Set<String> adverbs = Set.of("hour", "day", "week", "month", "year");
            if (adverbs.contains(word) && chart.facts().isPaidBy(word)) {
                pieces.accept(new Piece.Filler(Rule.span(at, unit + 1, 0.9), false));
            }
        }
    }

    /** "in the company", "at our hospital": all of it, where the source has no such thing to choose from. */
    static void wholes(Chart chart, int at, Consumer<Piece> pieces) {
        int noun = chart.after(
                at,
                "in the",
                "in our",
                "at the",
                "at our",
                "across the",
                "within the",
                "of our",
                "of the",
                "to the",
                "to our",
                "the",
                "our");
        boolean whole = noun > 0
                && noun < chart.size()
                && WHOLES.contains(chart.token(noun).word())
                && chart.tables(noun).isEmpty()
                && chart.columns(noun).stream()
                        .allMatch(column -> column.options().getFirst().score() < 0.85)
                && chart.values(noun).isEmpty();
        if (whole) {
            pieces.accept(new Piece.Filler(Rule.span(at, noun + 1, 0.7), false));
        }
    }

    /** A word that recalls a name or comment of the source: "subscribed" where a column says who is. */
    static void echoes(Chart chart, int at, Consumer<Piece> pieces) {
        Token token = chart.token(at);
        boolean plain = !token.quoted()
                && token.word().length() > 3
                && Character.isLetter(token.word().charAt(0));
        // Before a thing it narrows: "discounted orders" are not all orders.
        boolean narrows = chart.tables(at + 1).stream().anyMatch(table -> !table.link());
        // "which projects does she lead", where a project has a lead.
        boolean verb = at == chart.size() - 1
                && at > 2
                && chart.tokens().stream().anyMatch(word -> word.is("does") || word.is("did") || word.is("do"));
        if (verb) {
            for (Mention.OfColumn pointer : chart.columns(at)) {
                Set<ColumnName> keys = pointer.options().stream()
                        .map(Mention.Option::meaning)
                        .filter(chart::pointsToPerson)
                        .collect(Collectors.toSet());
                if (!keys.isEmpty()) {
                    pieces.accept(new Piece.Echo(new Piece.Span(at, at + 1, 1.1), Set.of(), keys));
                }
            }
        }
        if (plain && !narrows && !isThing(chart, at) && !English.FILLERS.contains(token.word()) && !chart.isNamed(at)) {
            chart.echo(token)
                    .ifPresent(echo -> pieces.accept(
                            new Piece.Echo(new Piece.Span(at, at + 1, 0.2), echo.tables(), echo.columns())));
        }
    }

    /** A verb that says only that things belong together. */
    private static boolean isLink(Chart chart, int at) {
        Token token = chart.token(at);
        boolean kind = token.is("own") && (at == 0 || chart.is(at - 1, "many", "of", "the", "list", "show", "all"));
        return token.word().length() > 2
                && !kind
                && !isCounted(chart, at)
                && English.LINKING_STEMS.contains(token.stem())
                && !token.word().endsWith("ings")
                && !NOUNS.contains(token.word());
    }

    /** "how many works by Dutch artists": a noun, though a verb is written the same. */
    private static boolean isCounted(Chart chart, int at) {
        boolean named = chart.tables(at).stream().anyMatch(table -> !table.link() && table.score() > 0.9);
        boolean asked = named
                && (at == 0
                        || chart.is(at - 1, "which", "the")
                        || chart.number(at - 1).isPresent());
        return isThing(chart, at) && (asked || chart.is(at - 1, "many", "number", "of", "list", "all", "different"));
    }

    /** "how many customers": what is asked for is no word to pass over, even where a comment has it. */
    private static boolean isThing(Chart chart, int at) {
        String word = chart.token(at).word();
        boolean plural = word.endsWith("s") && !word.endsWith("ss");
        boolean first = IntStream.range(0, at)
                .allMatch(before -> English.FILLERS.contains(chart.token(before).word())
                        || English.OPENERS.contains(chart.token(before).word()));
        return plural
                && (first
                        || chart.number(at - 1).isPresent()
                        || chart.is(
                                at - 1,
                                "many",
                                "which",
                                "what",
                                "of",
                                "our",
                                "all",
                                "the",
                                "by",
                                "per",
                                "different",
                                "new",
                                "number",
                                "list",
                                "from",
                                "for",
                                "to"));
    }

    /** "home matches", "the incoming transfers": of two keys to the same kind of thing, the one that is meant. */
    static void directions(Chart chart, int at, Consumer<Piece> pieces) {
        for (Mention.OfTable table : chart.tables(at + 1)) {
            if (!table.link() && !chart.token(at).quoted()) {
                chart.facts()
                        .directed(table.best(), chart.token(at).word())
                        .ifPresent(key ->
                                pieces.accept(new Piece.Echo(new Piece.Span(at, at + 1, 0.9), Set.of(), Set.of(key))));
            }
        }
    }

    /** "what has" before somebody and a verb; "both" before two names. */
    static void openings(Chart chart, int at, Consumer<Piece> pieces) {
        int did =
                at == 0 ? chart.after(at, "what did", "what has", "what does", "what things did", "what all did") : -1;
        if (did > 0) {
            pieces.accept(new Piece.WhatDid(Rule.span(at, did, 1)));
        }
        if (at == 0 && chart.is(at, "sort", "order", "rank", "arrange") && chart.is(1, "the", "all", "our", "my")) {
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.9), false));
        }
        if (chart.is(at, "both")
                && chart.tokens().subList(at, chart.size()).stream().anyMatch(token -> token.is("and"))
                && (!chart.tables(chart.skip(at + 1, Set.of("the", "a", "an"))).isEmpty()
                        || !chart.values(at + 1).isEmpty()
                        || !chart.flags(at + 1).isEmpty()
                        || !chart.values(chart.skip(at + 1, Set.of("the", "a", "an")))
                                .isEmpty())) {
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.3), false));
        }
    }
}
