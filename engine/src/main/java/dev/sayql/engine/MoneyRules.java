package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Money that is spoken of without its column: "spent the most on tickets", "which region brings in the most money". */
final class MoneyRules {
    private static final Set<String> PAYING =
            Set.of("spend", "spends", "spent", "spending", "pay", "pays", "paid", "paying");
    private static final Set<String> EARNING = Set.of(
            "bring",
            "brings",
            "brought",
            "make",
            "makes",
            "made",
            "earn",
            "earns",
            "earned",
            "generate",
            "generates",
            "generated",
            "yield",
            "yields",
            "yielded");

    // spotless:off
    /** What is done with money, whichever way it goes. */
    private static final Set<String> DEEDS = Set.of(
            "pay", "paid", "pays", "spend", "spent", "spends", "charge", "charged", "charges", "earn", "earned", "earns",
            "donate", "donated", "donates", "invest", "invested", "owe", "owed", "owes", "bill", "billed");
    // spotless:on

    private MoneyRules() {}

    /** Whether money is what somebody does it with: the rows are called by the deed, and what is most is not said. */
    static boolean isDeed(Chart chart, Piece.Span rank, Mention.OfTable rows) {
        int most = rank.start();
        while (most < rank.end() && !chart.is(most, "most", "least")) {
            most++;
        }
        return rows.start() < most
                && IntStream.range(Math.max(0, rank.start() - 1), most).anyMatch(at -> isDeed(chart, at));
    }

    static boolean isDeed(Chart chart, int at) {
        return DEEDS.contains(chart.token(at).word());
    }

    /** "spent the most on tickets", "did they spend on tickets", "pay for a ticket". */
    static void paying(Chart chart, int at, Consumer<Piece> pieces) {
        Token token = chart.token(at);
        if (token.quoted()
                || !PAYING.contains(token.word())
                || !chart.metrics(at).isEmpty()) {
            return;
        }
        int extreme = chart.after(at + 1, "the most", "most", "the least", "least", "the most money", "most money");
        int on = chart.after(extreme > 0 ? extreme : at + 1, "on", "for");
        if (on < 0) {
            return;
        }
        int noun = chart.skip(on, Set.of("the", "a", "an", "their", "our", "all", "each"));
        for (Mention.OfTable table : chart.tables(noun)) {
            boolean one = chart.is(noun - 1, "a", "an", "each") && extreme < 0;
            Optional<Mention.OfColumn> amount =
                    table.link() || (one && !chart.facts().pricesOne(table.best()))
                            ? Optional.empty()
                            : chart.amountOf(table.best(), at, table.end());
            amount.ifPresent(column -> pieces.accept(
                    extreme > 0
                            ? new Piece.Rank(
                                    Rule.span(at, table.end(), 1),
                                    chart.is(extreme - 1, "least"),
                                    1,
                                    Optional.of(new Piece.Target.OfFold(Aggregation.SUM, column)))
                            : new Piece.Pick(
                                    Rule.span(at, table.end(), 0.95),
                                    new Piece.Target.OfColumn(column),
                                    false,
                                    false)));
        }
    }

    /** "how much did we spend on it": what the only rows that are expenses amount to. */
    static void spending(Chart chart, int at, Consumer<Piece> pieces) {
        int much = chart.after(at, "how much money", "how much", "what");
        int did = much < 0 ? -1 : chart.after(much, "did", "have", "do", "was", "were", "is", "has");
        int verb = did < 0 ? -1 : chart.skip(did, Set.of("we", "they", "been", "being"));
        if (verb < 0
                || !chart.is(verb, "spend", "spent")
                || !chart.metrics(verb).isEmpty()) {
            return;
        }
        List<TableName> expenses = chart.tableNames().stream()
                .filter(table ->
                        SPENT.contains(NamePhrases.stemsOf(table.name()).getLast()))
                .toList();
        int end = chart.is(verb + 1, "on", "for") ? verb + 2 : verb + 1;
        if (expenses.size() == 1) {
            chart.amountOf(expenses.getFirst(), at, end)
                    .ifPresent(column -> pieces.accept(new Piece.Folds(
                            Rule.span(at, end, 1), List.of(Aggregation.SUM), new Piece.Target.OfColumn(column))));
        }
    }

    private static final Set<String> SPENT =
            Set.of(Stem.of("expense"), Stem.of("expenditure"), Stem.of("spending"), Stem.of("cost"), Stem.of("outlay"));

    /** "brings in the most money", "made us the least money", beside a metric for what comes in. */
    static void earning(Chart chart, int at, Consumer<Piece> pieces) {
        int verb = chart.skip(at, Set.of("that", "which", "who", "has", "have", "had"));
        if (verb >= chart.size() || !EARNING.contains(chart.token(verb).word())) {
            return;
        }
        int extreme = chart.skip(verb + 1, Set.of("in", "us", "the"));
        boolean least = chart.is(extreme, "least", "fewest");
        if ((least || chart.is(extreme, "most")) && chart.is(extreme + 1, "money")) {
            chart.facts()
                    .money(extreme)
                    .ifPresent(metric -> pieces.accept(new Piece.Rank(
                            Rule.span(at, extreme + 2, 1.05),
                            least,
                            1,
                            Optional.of(new Piece.Target.OfMetric(metric)))));
        }
    }

    /** "the total amount of tips", where a trip has its tip and another amount besides. */
    static void amountsOf(Chart chart, int at, Consumer<Piece> pieces) {
        int of = chart.after(at, "the total amount of", "total amount of", "the total amount in", "total amount in");
        int noun = of > 0 ? chart.skip(of, Set.of("the", "all", "our", "their")) : -1;
        for (Found<Mention.OfColumn> column :
                noun > 0 ? Targets.columns(chart, noun) : List.<Found<Mention.OfColumn>>of()) {
            if (chart.isAmount(column.value()) && column.quality() > 0.75) {
                pieces.accept(new Piece.Folds(
                        Rule.span(at, column.end(), 1.05),
                        List.of(Aggregation.SUM),
                        new Piece.Target.OfColumn(column.value())));
            }
        }
    }

    /** "total donations", "sponsorship money": what the rows amount to, where they are amounts. */
    static void amounts(Chart chart, int at, Consumer<Piece> pieces) {
        int total = chart.after(
                at,
                "the total amount of",
                "total amount of",
                "the total of",
                "total of",
                "the total",
                "total",
                "the sum of",
                "sum of");
        int noun = total > 0 ? chart.skip(total, Set.of("the", "all", "our")) : at;
        for (Mention.OfTable table : chart.tables(noun)) {
            boolean money = chart.is(table.end(), "money", "amount", "amounts", "volume");
            boolean given = total > 0 && isMoney(chart.token(table.end() - 1)) && table.score() > 0.8;
            if (!table.link() && (money || given)) {
                int end = money ? table.end() + 1 : table.end();
                chart.amountOf(table.best(), at, end)
                        .ifPresent(column -> pieces.accept(new Piece.Folds(
                                Rule.span(at, end, 1.02),
                                List.of(Aggregation.SUM),
                                new Piece.Target.OfColumn(column))));
            }
        }
    }

    /** "total paid to repair shops": what was paid; the rest of the question tells which payments. */
    static void paid(Chart chart, int at, Consumer<Piece> pieces) {
        int verb = chart.after(at, "the total", "total", "the total amount", "total amount");
        if (verb < 0 || verb >= chart.size() || !chart.is(verb, "paid", "spent", "billed", "charged", "received")) {
            return;
        }
        for (Mention.OfTable table : chart.tables(verb)) {
            List<Mention.Option<ColumnName>> amounts = table.options().stream()
                    .flatMap(option -> chart.amountOf(option.meaning(), at, table.end()).stream())
                    .flatMap(column -> column.options().stream())
                    .toList();
            if (!amounts.isEmpty()) {
                pieces.accept(new Piece.Folds(
                        Rule.span(at, table.end(), 1),
                        List.of(Aggregation.SUM),
                        new Piece.Target.OfColumn(new Mention.OfColumn(at, table.end(), amounts))));
            }
        }
    }

    /** "free courses", "events that are free of charge": what costs nothing, where things have a price. */
    static void free(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.skip(at, Set.of("that", "which", "are", "is", "were", "was"));
        int charge = chart.after(
                lead, "free of charge", "for free", "at no cost", "at no charge", "cost nothing", "costs nothing");
        boolean thing = chart.is(lead, "free")
                && !chart.isNamed(lead)
                && (lead > at
                        ? at > 0 && !VACANT.contains(chart.token(at - 1).stem())
                        : lead + 1 < chart.size()
                                && !VACANT.contains(chart.token(lead + 1).stem())
                                && chart.tables(lead + 1).stream()
                                        .anyMatch(table -> !table.link() && table.score() > 0.9));
        if (charge > 0 || thing) {
            English.superlative("most expensive")
                    .ifPresent(price -> pieces.accept(new Piece.Compare(
                            Rule.span(at, charge > 0 ? charge : lead + 1, 1),
                            Optional.of(new Piece.Target.OfAdjective(price)),
                            Operator.EQUAL,
                            BigDecimal.ZERO,
                            Optional.empty(),
                            Piece.Unit.MONEY)));
        }
    }

    /** What is free when nobody has taken it. */
    private static final Set<String> VACANT = Set.of(
            "room",
            "seat",
            "slot",
            "spot",
            "table",
            "desk",
            "bed",
            "place",
            "space",
            "court",
            "car",
            "vehicle",
            "bike",
            "appointment",
            "apartment",
            "flat",
            "house",
            "property",
            "doctor",
            "day",
            "copy",
            "berth",
            "cabin",
            "pitch",
            "lane",
            "stand",
            "stall",
            "unit",
            "locker",
            "bay",
            "site",
            "vet",
            "nurse",
            "driver",
            "boat",
            "truck");

    /** "how many invoices", "how many fines were issued" counts them, though "fines issued" is a metric of how much that was. */
    static boolean isThing(Chart chart, int noun, Mention.OfMetric metric) {
        return chart.tables(noun).stream()
                .anyMatch(table -> !table.link()
                        && table.score() > 0.95
                        && (table.end() >= metric.end() || sumsAmounts(metric, table)));
    }

    private static boolean sumsAmounts(Mention.OfMetric metric, Mention.OfTable things) {
        return metric.metric().forms().stream()
                .allMatch(form -> form.table().equals(things.best())
                        && form.aggregation() == Aggregation.SUM
                        && NamePhrases.wordsOf(form.expression(), Set.of()).stream()
                                .noneMatch(
                                        Set.of("quantity", "count", "number", "units", "pieces", "items")::contains));
    }

    static boolean isMoney(Token token) {
        return MONEY.contains(token.stem());
    }

    /** Things that are sums of money themselves. */
    private static final Set<String> MONEY = Set.of(
                    "donation",
                    "payment",
                    "expense",
                    "refund",
                    "deposit",
                    "gift",
                    "sponsorship",
                    "contribution",
                    "grant",
                    "fine",
                    "withdrawal",
                    "spending",
                    "expenditure",
                    "cost",
                    "payout",
                    "fee",
                    "tip",
                    "royalty",
                    "royalties",
                    "commission",
                    "bonus",
                    "pledge",
                    "repayment")
            .stream()
            .map(Stem::of)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());

    // spotless:off
    private static final String[] WHAT_THEY_COST = {
        "and what they cost", "and how much they cost", "and what it costs", "and what each costs", "and what each of them costs",
        "and how much each costs", "and how much each of them costs", "and how much each one costs", "and what each one costs"
    };
    // spotless:on

    /** "how much is the Tablet Air", "and what they cost": what it costs, where it is a thing with a price. */
    static void prices(Chart chart, int at, Consumer<Piece> pieces) {
        int is = at == 0 ? chart.after(at, "how much is", "how much are", "what is the price of", "how much for") : -1;
        int cost = chart.after(at, WHAT_THEY_COST);
        if (cost > 0 && at > 0) {
            English.superlative("most expensive")
                    .ifPresent(price -> pieces.accept(new Piece.Pick(
                            Rule.span(at, cost, 1.06), new Piece.Target.OfAdjective(price), false, true)));
        }
        int named = is < 0 ? chart.size() : chart.skip(is, Set.of("the", "a", "an", "one"));
        boolean thing = chart.values(named).stream()
                .anyMatch(value -> value.end() == chart.size()
                        && value.hits().stream().allMatch(hit -> chart.isLabel(hit.column())));
        if (thing) {
            English.superlative("most expensive")
                    .ifPresent(price -> pieces.accept(new Piece.Pick(
                            Rule.span(at, is, 1.03), new Piece.Target.OfAdjective(price), false, false)));
        }
    }
}
