package dev.sayql.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The closed classes of English that questions are made of. Nothing here knows any schema. */
final class English {
    // spotless:off
    private static final String[] SMALL_NUMBERS = {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"
    };
    // spotless:on

    /** Words that carry no meaning of their own in a question and may be passed over anywhere. */
    static final Set<String> FILLERS = Set.of(
            "here",
            "the",
            "a",
            "an",
            "of",
            "in",
            "into",
            "on",
            "at",
            "to",
            "for",
            "from",
            "by",
            "with",
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "being",
            "do",
            "does",
            "did",
            "has",
            "have",
            "had",
            "having",
            "that",
            "which",
            "who",
            "whom",
            "whose",
            "there",
            "their",
            "its",
            "his",
            "her",
            "our",
            "my",
            "your",
            "they",
            "it",
            "he",
            "she",
            "we",
            "i",
            "me",
            "us",
            "you",
            "them",
            "these",
            "those",
            "this",
            "and",
            "as",
            "please",
            "all",
            "any",
            "some",
            "currently",
            "ever",
            "also",
            "so",
            "far",
            "overall",
            "something",
            "anything",
            "things",
            "altogether",
            "among",
            "anywhere",
            "somewhere",
            "anyone",
            "ones",
            "corresponding",
            "respective",
            "respectively",
            "what",
            "where",
            "when",
            "can",
            "could",
            "would",
            "want",
            "need",
            "database",
            "db",
            "ok",
            "hi",
            "hello",
            "hey",
            "along",
            "together",
            ",",
            ";");

    /** Fillers that begin a question and mean "show". */
    static final Set<String> OPENERS = Set.of(
            "show",
            "list",
            "give",
            "find",
            "get",
            "display",
            "return",
            "fetch",
            "print",
            "provide",
            "retrieve",
            "select",
            "present",
            "name",
            "identify",
            "determine",
            "compute",
            "calculate",
            "report",
            "look",
            "tell",
            "see",
            "know",
            "what",
            "which",
            "who",
            "where",
            "when",
            "please",
            "can",
            "could",
            "would",
            "want",
            "like",
            "need");

    // spotless:off
    /** Verbs that tie two things together and say no more than that they belong together. */
    static final Set<String> LINKING_STEMS = stems(
            "place", "teach", "handle", "serve", "host", "supply", "collect", "charge", "generate", "earn", "bring",
            "achieve", "add", "added", "introduce", "make", "belong", "contain", "include", "have", "own", "get",
            "come", "receive", "give", "leave", "write", "submit", "create", "associate", "relate", "locate",
            "live", "base", "situate", "found", "appear", "participate", "involve", "use", "used", "record",
            "register", "enroll", "attend", "join", "hold", "work", "schedule", "station", "operate", "travel",
            "reside", "originate", "carry", "regard", "concern", "feature", "log", "enter", "reach", "hail",
            "accommodate", "offer", "provide", "assign", "link", "connect", "correspond", "go", "goes", "perform",
            "conduct", "happen", "occur", "take", "do", "file", "post", "categorize", "classify", "name", "call",
            "label", "title", "done", "issue", "sign", "exist", "store", "list", "recorded", "available", "present",
            "given", "shown", "sit", "lie");
    // spotless:on

    /** What people do with things: where the source has no such word, only that the things belong to them. */
    static final Set<String> NEUTRAL_DEEDS = stems(
            "send",
            "book",
            "order",
            "buy",
            "purchase",
            "request",
            "hire",
            "rent",
            "commission",
            "ship",
            "transport",
            "move",
            "see",
            "treat",
            "examine",
            "meet");

    // spotless:off
    /** Nouns that are never in the plural though they name many. */
    static final Set<String> UNCOUNTABLE = Set.of(
            "downtime", "uptime", "feedback", "maintenance", "equipment", "staff", "stock", "inventory", "training", "attendance",
            "insurance", "traffic", "usage", "furniture", "luggage", "baggage", "mail", "correspondence", "software", "hardware",
            "machinery", "leave", "absence", "overtime", "merchandise");
    // spotless:on

    private static Set<String> stems(String... words) {
        return Arrays.stream(words).map(Stem::of).collect(Collectors.toUnmodifiableSet());
    }

    private static final Map<String, Integer> NUMBERS = numbers();
    private static final Map<String, Adjective> SUPERLATIVES = new HashMap<>();
    private static final Map<String, Adjective> COMPARATIVES = new HashMap<>();
    private static final Map<String, Adjective> VERBS = new HashMap<>();

    /**
     * A gradable adjective.
     *
     * @param nouns stems of the names of columns that it grades, the likeliest first
     * @param ascending whether "-est" means the lowest value
     * @param date what it says of dates: 1 later, -1 earlier, 0 nothing
     */
    record Adjective(String word, List<String> nouns, boolean ascending, int date) {

        /** Whether it can speak of a stretch of time. */
        boolean isExtent() {
            return word.endsWith("long") || word.endsWith("short");
        }

        /** The same turned round: "lightest" for "heaviest". */
        Adjective opposite() {
            return new Adjective("least " + word, nouns, !ascending, -date);
        }
    }

    /** What verbs grade: who "earns the most" has the highest salary. */
    static Optional<Adjective> verb(String stem) {
        return Optional.ofNullable(VERBS.get(stem));
    }

    static {
        grade("expensive", "", "", false, 0, "price", "cost", "fee", "fare", "rate", "amount", "total");
        grade("costly", "costliest", "costlier", false, 0, "price", "cost", "fee", "amount");
        grade("pricey", "priciest", "pricier", false, 0, "price", "cost");
        grade("dear", "dearest", "dearer", false, 0, "price", "cost", "fee", "fare", "rate", "amount");
        grade("cheap", "cheapest", "cheaper", true, 0, "price", "cost", "fee", "fare", "rate");
        grade("old", "oldest", "older", false, -1, "age");
        grade("young", "youngest", "younger", true, 1, "age");
        grade("new", "newest", "newer", false, 1);
        grade("recent", "", "", false, 1);
        grade("late", "latest", "later", false, 1);
        grade("early", "earliest", "earlier", true, -1);
        grade(
                "large",
                "largest",
                "larger",
                false,
                0,
                "size",
                "area",
                "population",
                "capacity",
                "total",
                "amount",
                "surfac");
        grade("big", "biggest", "bigger", false, 0, "size", "area", "population", "capacity", "total", "amount");
        grade("small", "smallest", "smaller", true, 0, "size", "area", "population", "capacity", "total", "amount");
        grade(
                "long",
                "longest",
                "longer",
                false,
                0,
                "length",
                "duration",
                "distance",
                "time",
                "pages",
                "days",
                "nights",
                "runtime",
                "lifespan");
        grade("short", "shortest", "shorter", true, 0, "length", "duration", "height", "distance", "time", "pages");
        grade("tall", "tallest", "taller", false, 0, "height");
        grade("heavy", "heaviest", "heavier", false, 0, "weight", "mass");
        grade("light", "lightest", "lighter", true, 0, "weight");
        grade("fast", "fastest", "faster", false, 0, "speed");
        grade("slow", "slowest", "slower", true, 0, "speed");
        grade("rich", "richest", "richer", false, 0, "wealth", "income", "salary", "asset", "wage");
        grade("well paid", "best paid", "better paid", false, 0, "salary", "wage", "pay", "income");
        grade("high paid", "highest paid", "higher paid", false, 0, "salary", "wage", "pay", "income");
        grade("populous", "", "", false, 0, "population");
        grade("helpful", "", "", false, 0, "helpful");
        grade("deep", "deepest", "deeper", false, 0, "depth");
        grade("hot", "hottest", "hotter", false, 0, "temperatur");
        grade("cold", "coldest", "colder", true, 0, "temperatur");
        grade("strong", "strongest", "stronger", false, 0, "strength");
        grade("weak", "weakest", "weaker", true, 0, "strength");
        grade("bitter", "bitterest", "bitterer", false, 0, "bitterness");
        grade("sweet", "sweetest", "sweeter", false, 0, "sweetness");
        grade("bright", "brightest", "brighter", false, 0, "brightness");
        grade("wide", "widest", "wider", false, 0, "width");
        grade("thick", "thickest", "thicker", false, 0, "thickness");
        grade("steep", "steepest", "steeper", false, 0, "steepness", "gradient", "slope");
        grade("high", "highest", "higher", false, 0, "height", "elevation", "altitude");
        grade("low", "lowest", "lower", true, 0, "height", "elevation", "altitude");
        verb("earn", "well paid");
        verb("weigh", "heavy");
        verb("last", "long");
        verb("cost", "expensive");
    }

    private English() {}

    private static void grade(
            String positive, String superlative, String comparative, boolean ascending, int date, String... nouns) {
        Adjective adjective = new Adjective(positive, List.of(nouns), ascending, date);
        if (!positive.equals("high") && !positive.equals("low")) {
            SUPERLATIVES.put(superlative.isEmpty() ? "most " + positive : superlative, adjective);
        }
        SUPERLATIVES.put("most " + positive, adjective);
        SUPERLATIVES.put("least " + positive, new Adjective("least " + positive, List.of(nouns), !ascending, -date));
        COMPARATIVES.put(comparative.isEmpty() ? "more " + positive : comparative, adjective);
        COMPARATIVES.put("more " + positive, adjective);
        COMPARATIVES.put("less " + positive, new Adjective("less " + positive, List.of(nouns), !ascending, -date));
    }

    private static void verb(String word, String adjective) {
        Adjective graded = SUPERLATIVES.get("most " + adjective);
        if (graded != null) {
            VERBS.put(Stem.of(word), graded);
        }
    }

    static Optional<Adjective> superlative(String words) {
        return Optional.ofNullable(SUPERLATIVES.get(words));
    }

    static Optional<Adjective> comparative(String words) {
        return Optional.ofNullable(COMPARATIVES.get(words));
    }

    /** "three" is 3; only words for whole numbers from nought to twenty and the round ones above. */
    static Optional<Integer> number(String word) {
        return Optional.ofNullable(NUMBERS.get(word));
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int value = 0; value < SMALL_NUMBERS.length; value++) {
            numbers.put(SMALL_NUMBERS[value], value);
        }
        numbers.put("thirty", 30);
        numbers.put("forty", 40);
        numbers.put("fifty", 50);
        numbers.put("sixty", 60);
        numbers.put("seventy", 70);
        numbers.put("eighty", 80);
        numbers.put("ninety", 90);
        numbers.put("hundred", 100);
        numbers.put("thousand", 1000);
        numbers.put("dozen", 12);
        numbers.put("once", 1);
        numbers.put("twice", 2);
        return Map.copyOf(numbers);
    }
}
