package dev.sayql.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns the names of tables and columns into the words people say: {@code custFName} is "customer first name". */
final class NamePhrases {
    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("ingr", "ingredient"),
            Map.entry("stat", "status"),
            Map.entry("mfr", "manufacturer"),
            Map.entry("mach", "machine"),
            Map.entry("bldg", "building"),
            Map.entry("vend", "vendor"),
            Map.entry("ctry", "country"),
            Map.entry("prio", "priority"),
            Map.entry("sev", "severity"),
            Map.entry("hrs", "hours"),
            Map.entry("hr", "hour"),
            Map.entry("stk", "stock"),
            Map.entry("fst", "first"),
            Map.entry("lst", "last"),
            Map.entry("wk", "week"),
            Map.entry("mth", "month"),
            Map.entry("cnt", "count"),
            Map.entry("rcvd", "received"),
            Map.entry("txn", "transaction"),
            Map.entry("pymt", "payment"),
            Map.entry("sal", "salary"),
            Map.entry("mbr", "member"),
            Map.entry("gndr", "gender"),
            Map.entry("flt", "flight"),
            Map.entry("veh", "vehicle"),
            Map.entry("disc", "discount"),
            Map.entry("qty", "quantity"),
            Map.entry("dt", "date"),
            Map.entry("nm", "name"),
            Map.entry("typ", "type"),
            Map.entry("prc", "price"),
            Map.entry("val", "value"),
            Map.entry("cntry", "country"),
            Map.entry("bdgt", "budget"),
            Map.entry("flr", "floor"),
            Map.entry("ann", "annual"),
            Map.entry("strt", "start"),
            Map.entry("bgn", "begin"),
            Map.entry("crtd", "created"),
            Map.entry("brth", "birth"),
            Map.entry("dth", "death"),
            Map.entry("cd", "code"),
            Map.entry("sts", "status"),
            Map.entry("grp", "group"),
            Map.entry("bal", "balance"),
            Map.entry("pmt", "payment"),
            Map.entry("tkt", "ticket"),
            Map.entry("chnl", "channel"),
            Map.entry("natnl", "nationality"),
            Map.entry("hgt", "height"),
            Map.entry("wid", "width"),
            Map.entry("len", "length"),
            Map.entry("wgt", "weight"),
            Map.entry("msg", "message"),
            Map.entry("usr", "user"),
            Map.entry("ord", "order"),
            Map.entry("prod", "product"),
            Map.entry("dur", "duration"),
            Map.entry("lvl", "level"),
            Map.entry("amt", "amount"),
            Map.entry("num", "number"),
            Map.entry("no", "number"),
            Map.entry("nbr", "number"),
            Map.entry("desc", "description"),
            Map.entry("descr", "description"),
            Map.entry("dob", "birth date"),
            Map.entry("fname", "first name"),
            Map.entry("lname", "last name"),
            Map.entry("firstname", "first name"),
            Map.entry("lastname", "last name"),
            Map.entry("surname", "last name"),
            Map.entry("tel", "phone"),
            Map.entry("telephone", "phone"),
            Map.entry("addr", "address"),
            Map.entry("pct", "percent"),
            Map.entry("dept", "department"),
            Map.entry("emp", "employee"),
            Map.entry("cust", "customer"),
            Map.entry("stu", "student"),
            Map.entry("prof", "professor"),
            Map.entry("mgr", "manager"),
            Map.entry("yr", "year"),
            Map.entry("cat", "category"),
            Map.entry("acct", "account"),
            Map.entry("org", "organization"),
            Map.entry("loc", "location"),
            Map.entry("img", "image"),
            Map.entry("lat", "latitude"),
            Map.entry("lng", "longitude"),
            Map.entry("avg", "average"),
            Map.entry("max", "maximum"),
            Map.entry("min", "minimum"),
            Map.entry("temp", "temperature"),
            Map.entry("mail", "email"),
            Map.entry("doc", "document"),
            Map.entry("docs", "document"),
            Map.entry("hq", "headquarters"),
            Map.entry("dest", "destination"),
            Map.entry("src", "source"),
            Map.entry("sqft", "square feet"),
            Map.entry("rm", "room"),
            Map.entry("appt", "appointment"),
            Map.entry("sched", "schedule"),
            Map.entry("tot", "total"),
            Map.entry("ttl", "total"),
            Map.entry("exp", "experience"),
            Map.entry("std", "student"),
            Map.entry("dist", "distance"),
            Map.entry("wt", "weight"),
            Map.entry("orig", "origin"),
            Map.entry("req", "required"),
            Map.entry("sig", "signature"),
            Map.entry("decl", "declared"),
            Map.entry("cap", "capacity"),
            Map.entry("recd", "received"),
            Map.entry("insp", "inspection"),
            Map.entry("maint", "maintenance"),
            Map.entry("equip", "equipment"),
            Map.entry("pos", "position"),
            Map.entry("supp", "supplier"),
            Map.entry("freq", "frequency"),
            Map.entry("beg", "begin"),
            Map.entry("svc", "service"),
            Map.entry("wh", "warehouse"),
            Map.entry("whse", "warehouse"),
            Map.entry("dlv", "delivery"),
            Map.entry("deliv", "delivery"),
            Map.entry("curr", "currency"),
            Map.entry("lang", "language"),
            Map.entry("rcpt", "receipt"),
            Map.entry("sem", "semester"),
            Map.entry("subj", "subject"),
            Map.entry("sect", "section"),
            Map.entry("pop", "population"),
            Map.entry("perc", "percent"),
            Map.entry("obs", "observation"),
            Map.entry("prop", "property"),
            Map.entry("agt", "agent"),
            Map.entry("lic", "licence"),
            Map.entry("mkt", "market"),
            Map.entry("reqd", "required"),
            Map.entry("purch", "purchase"),
            Map.entry("maj", "major"),
            Map.entry("instr", "instrument"),
            Map.entry("pub", "published"),
            Map.entry("chg", "charge"),
            Map.entry("ref", ""),
            Map.entry("tbl", ""),
            Map.entry("dim", ""),
            Map.entry("fact", ""));
    private static final Set<String> TAIL_WORDS = Set.of(
            "name",
            "id",
            "date",
            "code",
            "type",
            "number",
            "title",
            "year",
            "location",
            "desc",
            "time",
            "address",
            "count",
            "status",
            "level");

    private static final Set<String> UNIT_WORDS = Set.of(
            "km", "kg", "minimum", "minutes", "minute", "hours", "seconds", "sec", "m", "cm", "mm", "sqm", "eur", "usd",
            "gbp", "percent", "mb", "gb", "lbs", "miles", "meters", "metres", "l", "litres", "litre", "ml", "hl",
            "years", "months", "weeks", "days", "t", "kwh", "kw", "kwp", "hp", "mph", "kmh", "ha", "ft", "sqft",
            "acres", "chf", "pct", "pp");
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("kilometers", "km"),
            Map.entry("kilometres", "km"),
            Map.entry("kilograms", "kg"),
            Map.entry("kilogram", "kg"),
            Map.entry("kilo", "kg"),
            Map.entry("litre", "l"),
            Map.entry("litres", "l"),
            Map.entry("liter", "l"),
            Map.entry("liters", "l"),
            Map.entry("metre", "m"),
            Map.entry("meter", "m"),
            Map.entry("kilos", "kg"),
            Map.entry("minutes", "minute"),
            Map.entry("min", "minute"),
            Map.entry("mins", "minute"),
            Map.entry("minimum", "minute"),
            Map.entry("hours", "hour"),
            Map.entry("euros", "euro"),
            Map.entry("eur", "euro"),
            Map.entry("dollars", "dollar"),
            Map.entry("usd", "dollar"),
            Map.entry("days", "day"),
            Map.entry("seconds", "second"),
            Map.entry("secs", "second"),
            Map.entry("sec", "second"),
            Map.entry("hr", "hour"),
            Map.entry("hrs", "hour"),
            Map.entry("weeks", "week"),
            Map.entry("metres", "m"),
            Map.entry("meters", "m"),
            Map.entry("miles", "mile"));

    private static final Pattern SMALL_TO_CAPITAL = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern LETTER_TO_DIGIT = Pattern.compile("([A-Za-z])(\\d)");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<String, String> ADVERBS = Map.of(
            "hour", "hourly", "day", "daily", "week", "weekly", "month", "monthly", "year", "yearly", "annual",
            "yearly");

    private NamePhrases() {}

    /** The short form of a unit of measure: "kilometres" is "km". */
    static String unit(String word) {
        return UNITS.getOrDefault(word, word);
    }

    /** Whether the last word of a name says only what it is measured in: {@code range_km}. */
    static boolean isUnit(String word) {
        return UNIT_WORDS.contains(word);
    }

    /** The unit at the end of a name or of words, in its short form: "km" of {@code range_km}, "sqft" of "area square feet". */
    static Optional<String> unitAtEnd(List<String> words) {
        int last = words.size() - 1;
        if (last > 0 && words.get(last - 1).equals("square")) {
            return Optional.ofNullable(SQUARE.get(words.get(last)));
        }
        return Optional.of(unit(last < 0 ? "" : words.get(last)))
                .filter(unit -> isUnit(unit) || UNITS.containsValue(unit));
    }

    /** The words of a name without the unit at their end. */
    static List<String> withoutUnit(List<String> words) {
        int units = words.size() > 1 && words.get(words.size() - 2).equals("square") ? 2 : 1;
        return isUnit(words.getLast())
                        || unitAtEnd(words).filter(SQUARE::containsValue).isPresent()
                ? words.subList(0, words.size() - units)
                : words;
    }

    private static final Map<String, String> SQUARE = Map.of(
            "feet", "sqft", "foot", "sqft", "ft", "sqft", "metres", "sqm", "meters", "sqm", "metre", "sqm", "meter",
            "sqm", "m", "sqm");

    /** What a stretch of time in the column is counted in, as its name says: minutes, of {@code runtime_min}. */
    static Optional<String> timeUnit(String column) {
        List<String> words = wordsOf(column, Set.of());
        String last = unit(words.getLast());
        boolean rate =
                words.stream().anyMatch(Set.of("price", "rate", "cost", "wage", "fee", "per", "salary")::contains);
        return !rate && words.size() > 1 && TIME_UNITS.contains(last) ? Optional.of(last) : Optional.empty();
    }

    private static final Set<String> TIME_UNITS = Set.of("second", "minute", "hour", "day", "week");

    /** What somebody does who is called so: a supervisor supervises, a mentor mentors. */
    static Optional<String> verbOf(String noun) {
        if (noun.equals("mentor")) {
            return Optional.of(noun);
        }
        boolean agent = noun.length() > 5 && (noun.endsWith("er") || noun.endsWith("or"));
        return agent ? Optional.of(noun.substring(0, noun.length() - 2) + "e") : Optional.empty();
    }

    /** The words of an identifier, abbreviations written out, in lower case. */
    static List<String> wordsOf(String identifier, Set<String> known) {
        List<String> words = new ArrayList<>();
        String bySmall = SMALL_TO_CAPITAL.matcher(identifier).replaceAll("$1 $2");
        String byDigits = LETTER_TO_DIGIT.matcher(bySmall).replaceAll("$1 $2");
        String spaced = BETWEEN_WORDS.matcher(byDigits).replaceAll(" ").strip();
        for (String part : spaced.toLowerCase(Locale.ROOT).split(" ")) {
            for (String piece : split(part, known)) {
                String full = ABBREVIATIONS.getOrDefault(piece, piece);
                for (String word : full.split(" ")) {
                    if (!word.isEmpty()) {
                        words.add(word);
                    }
                }
            }
        }
        return words.isEmpty() ? List.of(identifier.toLowerCase(Locale.ROOT)) : List.copyOf(words);
    }

    /** {@code mth_salary} is a monthly salary. */
    static Optional<List<String>> adverbial(List<String> words) {
        String adverb = ADVERBS.get(words.getFirst());
        if (adverb == null || words.size() < 2) {
            return Optional.empty();
        }
        List<String> said = new ArrayList<>(words);
        said.set(0, adverb);
        return Optional.of(said);
    }

    /** Whether a number that is called so is what the noun says: {@code total_lessons} is no total, {@code total_paid} is one. */
    static boolean isCalled(String identifier, String noun) {
        List<String> words = wordsOf(identifier, Set.of());
        int total = noun.equals("total") ? words.indexOf(noun) : -1;
        return total < 0
                ? words.stream().map(Stem::of).anyMatch(Stem.of(noun)::equals)
                : total + 1 == words.size() || TOTALLED.contains(words.get(total + 1));
    }

    // spotless:off
    private static final Set<String> TOTALLED = Set.of(
            "amount", "price", "cost", "costs", "fee", "fees", "fare", "value", "sum", "due", "paid", "charge", "charged", "charges",
            "revenue", "sales", "spend", "spent", "payment", "bill", "net", "gross", "with", "without", "incl", "excl", "before", "after",
            "usd", "eur", "gbp", "chf", "cents", "dollars", "euros", "pounds", "money", "income", "pay", "salary", "tax", "vat");
    // spotless:on

    /** The stems of the words of an identifier. */
    static List<String> stemsOf(String identifier) {
        return wordsOf(identifier, Set.of()).stream().map(Stem::of).toList();
    }

    /** {@code clubname} is "club name" where "club" is a word of the schema. */
    private static List<String> split(String part, Set<String> known) {
        if (part.length() < 6 || ABBREVIATIONS.containsKey(part)) {
            return List.of(part);
        }
        for (int cut = 3; cut <= part.length() - 2; cut++) {
            String head = part.substring(0, cut);
            String tail = part.substring(cut);
            boolean tailKnown = TAIL_WORDS.contains(tail) || (known.contains(tail) && tail.length() > 3);
            if (known.contains(head) && tailKnown && !known.contains(part + "s")) {
                return List.of(head, tail);
            }
        }
        return List.of(part);
    }

    /** What is left of a column's words when they begin with those of its table. */
    static List<String> withoutTable(List<String> column, List<String> table) {
        List<String> columnStems = column.stream().map(Stem::of).toList();
        List<String> tableStems = table.stream().map(Stem::of).toList();
        for (int from = 0; from < tableStems.size(); from++) {
            List<String> prefix = tableStems.subList(from, tableStems.size());
            boolean bare = column.size() == prefix.size() + 1
                    && Set.of("at", "on", "by", "in", "to").contains(column.getLast());
            if (column.size() > prefix.size()
                    && !bare
                    && columnStems.subList(0, prefix.size()).equals(prefix)) {
                return column.subList(prefix.size(), column.size());
            }
        }
        return column;
    }

    static List<String> replaceLast(List<String> words, String last) {
        List<String> replaced = new ArrayList<>(words.subList(0, words.size() - 1));
        replaced.add(last);
        return replaced;
    }
}
