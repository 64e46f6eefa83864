package dev.sayql.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the inflections of an English word share: "orders", "ordered" and "ordering" are all "order". Lighter than
 * Porter's stemmer: only plurals, past tense and gerund are taken off, so that "order" and "orderly" stay apart.
 */
public final class Stem {
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("percentage", "percent"),
            Map.entry("lens", "lens"),
            Map.entry("lenses", "lens"),
            Map.entry("people", "person"),
            Map.entry("salespeople", "salesperson"),
            Map.entry("salesmen", "salesman"),
            Map.entry("foremen", "foreman"),
            Map.entry("workmen", "workman"),
            Map.entry("craftspeople", "craftsperson"),
            Map.entry("spokespeople", "spokesperson"),
            Map.entry("chairpeople", "chairperson"),
            Map.entry("firemen", "fireman"),
            Map.entry("policemen", "policeman"),
            Map.entry("tradespeople", "tradesperson"),
            Map.entry("quizzes", "quiz"),
            Map.entry("menus", "menu"),
            Map.entry("gurus", "guru"),
            Map.entry("taxis", "taxi"),
            Map.entry("skis", "ski"),
            Map.entry("kiwis", "kiwi"),
            Map.entry("safaris", "safari"),
            Map.entry("shelves", "shelf"),
            Map.entry("knives", "knife"),
            Map.entry("wolves", "wolf"),
            Map.entry("calves", "calf"),
            Map.entry("thieves", "thief"),
            Map.entry("loaves", "loaf"),
            Map.entry("halves", "half"),
            Map.entry("wives", "wife"),
            Map.entry("feet", "foot"),
            Map.entry("teeth", "tooth"),
            Map.entry("mice", "mouse"),
            Map.entry("geese", "goose"),
            Map.entry("alumni", "alumnus"),
            Map.entry("cacti", "cactus"),
            Map.entry("fungi", "fungus"),
            Map.entry("theses", "thesis"),
            Map.entry("crises", "crisis"),
            Map.entry("hypotheses", "hypothesis"),
            Map.entry("curricula", "curriculum"),
            Map.entry("phenomena", "phenomenon"),
            Map.entry("matrices", "matrix"),
            Map.entry("indices", "index"),
            Map.entry("appendices", "appendix"),
            Map.entry("vertices", "vertex"),
            Map.entry("men", "man"),
            Map.entry("women", "woman"),
            Map.entry("children", "child"),
            Map.entry("bought", "buy"),
            Map.entry("sold", "sell"),
            Map.entry("spent", "spend"),
            Map.entry("paid", "pay"),
            Map.entry("made", "make"),
            Map.entry("wrote", "write"),
            Map.entry("written", "write"),
            Map.entry("gave", "give"),
            Map.entry("given", "give"),
            Map.entry("left", "leave"),
            Map.entry("took", "take"),
            Map.entry("taken", "take"),
            Map.entry("taught", "teach"),
            Map.entry("held", "hold"),
            Map.entry("saw", "see"),
            Map.entry("seen", "see"),
            Map.entry("won", "win"),
            Map.entry("ran", "run"),
            Map.entry("sent", "send"),
            Map.entry("went", "go"),
            Map.entry("ids", "id"),
            Map.entry("ups", "up"),
            Map.entry("going", "go"),
            Map.entry("gone", "go"),
            Map.entry("brought", "bring"),
            Map.entry("told", "tell"),
            Map.entry("shown", "show"),
            Map.entry("drawn", "draw"),
            Map.entry("drew", "draw"),
            Map.entry("fell", "fall"),
            Map.entry("fallen", "fall"),
            Map.entry("rose", "rise"),
            Map.entry("risen", "rise"),
            Map.entry("stood", "stand"),
            Map.entry("caught", "catch"),
            Map.entry("heard", "hear"),
            Map.entry("dealt", "deal"),
            Map.entry("stole", "steal"),
            Map.entry("stolen", "steal"),
            Map.entry("wore", "wear"),
            Map.entry("worn", "wear"),
            Map.entry("borne", "bear"),
            Map.entry("sought", "seek"),
            Map.entry("shot", "shoot"),
            Map.entry("struck", "strike"),
            Map.entry("got", "get"),
            Map.entry("gotten", "get"),
            Map.entry("flew", "fly"),
            Map.entry("flown", "fly"),
            Map.entry("drove", "drive"),
            Map.entry("driven", "drive"),
            Map.entry("began", "begin"),
            Map.entry("begun", "begin"),
            Map.entry("broke", "break"),
            Map.entry("broken", "break"),
            Map.entry("chose", "choose"),
            Map.entry("chosen", "choose"),
            Map.entry("came", "come"),
            Map.entry("built", "build"),
            Map.entry("kept", "keep"),
            Map.entry("lost", "lose"),
            Map.entry("met", "meet"),
            Map.entry("rode", "ride"),
            Map.entry("ridden", "ride"),
            Map.entry("spoke", "speak"),
            Map.entry("spoken", "speak"),
            Map.entry("grew", "grow"),
            Map.entry("grown", "grow"),
            Map.entry("knew", "know"),
            Map.entry("known", "know"),
            Map.entry("threw", "throw"),
            Map.entry("thrown", "throw"),
            Map.entry("sang", "sing"),
            Map.entry("sung", "sing"),
            Map.entry("swam", "swim"),
            Map.entry("lent", "lend"),
            Map.entry("led", "lead"),
            Map.entry("ate", "eat"),
            Map.entry("eaten", "eat"),
            Map.entry("movies", "movie"),
            Map.entry("cookies", "cookie"),
            Map.entry("series", "series"),
            Map.entry("species", "species"),
            Map.entry("news", "news"),
            Map.entry("status", "status"),
            Map.entry("statuses", "status"),
            Map.entry("bus", "bus"),
            Map.entry("buses", "bus"),
            Map.entry("gas", "gas"),
            Map.entry("analyses", "analysis"),
            Map.entry("diagnoses", "diagnosis"),
            Map.entry("criteria", "criterion"),
            Map.entry("data", "data"),
            Map.entry("during", "during"),
            Map.entry("red", "red"),
            Map.entry("need", "need"),
            Map.entry("feed", "feed"),
            Map.entry("fed", "feed"),
            Map.entry("split", "split"),
            Map.entry("seed", "seed"),
            Map.entry("speed", "speed"),
            Map.entry("bed", "bed"),
            Map.entry("king", "king"),
            Map.entry("ring", "ring"),
            Map.entry("spring", "spring"),
            Map.entry("string", "string"),
            Map.entry("thing", "thing"),
            Map.entry("wing", "wing"),
            Map.entry("morning", "morning"),
            Map.entry("evening", "evening"),
            Map.entry("beijing", "beijing"),
            Map.entry("rating", "rating"),
            Map.entry("ratings", "rating"),
            Map.entry("rated", "rating"),
            Map.entry("shipping", "shipping"),
            Map.entry("building", "building"),
            Map.entry("buildings", "building"),
            Map.entry("meeting", "meeting"),
            Map.entry("meetings", "meeting"));

    private static final Set<String> WITH_E = Set.of(
            "note", "care", "plane", "tape", "tube", "pine", "cane", "site", "mate", "pane", "robe", "mine", "wine",
            "fare", "bite", "dose", "code", "cute", "hope", "bare", "wage");

    private static final Set<String> PLURALS = Set.of(
            "people",
            "men",
            "women",
            "children",
            "criteria",
            "feet",
            "teeth",
            "mice",
            "geese",
            "alumni",
            "cacti",
            "fungi",
            "curricula",
            "phenomena");

    private Stem() {}

    /** Whether the word looks like a past form: "hired", "led", "sold". */
    static boolean isPast(String word) {
        boolean irregular = IRREGULAR.containsKey(word)
                && !PLURALS.contains(word)
                && !word.equals(IRREGULAR.get(word))
                && !word.endsWith("s")
                && !word.endsWith("ing");
        return irregular || (word.endsWith("ed") && word.length() > 4 && !of(word).equals(word));
    }

    /** The stem of one word, in lower case. */
    public static String of(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return withoutFinalE(irregular);
        }
        if (word.length() < 4 || !word.chars().allMatch(Character::isLetter)) {
            return word;
        }
        String stem = withoutFinalE(withoutEnding(word));
        // "enroll" and "enrol" are one word on two sides of an ocean.
        return stem.startsWith("enroll") ? "enrol" + stem.substring("enroll".length()) : stem;
    }

    /** The stems of all words of a phrase. */
    public static List<String> ofWords(String phrase) {
        List<String> stems = new ArrayList<>();
        for (String word : phrase.strip().split("[\\s_-]+")) {
            if (!word.isEmpty()) {
                stems.add(of(word));
            }
        }
        return List.copyOf(stems);
    }

    private static String withoutEnding(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("ied") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes")) {
            return word.substring(0, word.length() - 2);
        }
        if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is")) {
            String singular = word.substring(0, word.length() - 1);
            boolean gerund = singular.endsWith("ing") && IRREGULAR.get(singular) == null;
            return gerund ? withoutEnding(singular) : singular;
        }
        if (word.endsWith("ing") && word.length() > 5 && hasVowel(word, word.length() - 3)) {
            return undoubled(word.substring(0, word.length() - 3));
        }
        if (word.endsWith("ed") && !word.endsWith("eed") && word.length() > 4 && hasVowel(word, word.length() - 2)) {
            return undoubled(word.substring(0, word.length() - 2));
        }
        return word;
    }

    /** A final e that tells a noun from another word: "note" is not "not". */
    private static String withoutFinalE(String word) {
        return word.length() > 3 && !WITH_E.contains(word) && word.endsWith("e") && !word.endsWith("ee")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    private static String undoubled(String word) {
        int last = word.length() - 1;
        boolean doubled =
                last > 1 && word.charAt(last) == word.charAt(last - 1) && "lsz".indexOf(word.charAt(last)) < 0;
        boolean doubledL = last > 2 && word.endsWith("ll") && (word.endsWith("cell") || word.endsWith("vell"));
        return doubled || doubledL ? word.substring(0, last) : word;
    }

    private static boolean hasVowel(String word, int end) {
        return word.substring(0, end).chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0);
    }
}
