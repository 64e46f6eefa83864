package dev.sayql.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts slips of the pen right: "emial", "adress". Only a word that no dictionary has, and only towards one word of the
 * source's names or of everyday questions; never towards stored values, for a name spelled otherwise is another name.
 */
final class Spelling {
    private static final int SHORTEST = 5;
    private static final int LONG = 8;

    // spotless:off
    private static final List<String> EVERYDAY = List.of(
            "average", "total", "number", "month", "months", "monthly", "quarter", "quarterly", "yearly", "weekly",
            "yesterday", "today", "between", "without", "highest", "lowest", "cheapest", "expensive", "percentage",
            "share", "every", "which", "where", "never", "largest", "smallest", "biggest", "recent", "newest",
            "oldest", "minimum", "maximum", "before", "after", "since", "during", "different", "distinct", "sorted",
            "ordered", "their", "there", "customers", "january", "february", "march", "april", "august", "september",
            "october", "november", "december", "germany", "france", "country", "greater", "higher", "least",
            "people", "address", "received", "separate", "alphabetical", "descending", "ascending");
    // spotless:on

    // spotless:off
    /** Slips in small words, which are too short to be told from others by their letters. */
    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("teh", "the"), Map.entry("hte", "the"), Map.entry("wich", "which"),
            Map.entry("whcih", "which"), Map.entry("whch", "which"), Map.entry("wihch", "which"), Map.entry("waht", "what"),
            Map.entry("wht", "what"), Map.entry("hwo", "how"), Map.entry("hw", "how"), Map.entry("mny", "many"),
            Map.entry("mani", "many"), Map.entry("adn", "and"), Map.entry("nad", "and"), Map.entry("thsi", "this"),
            Map.entry("lsat", "last"), Map.entry("yaer", "year"), Map.entry("yera", "year"), Map.entry("mnth", "month"),
            Map.entry("totl", "total"), Map.entry("shwo", "show"), Map.entry("sohw", "show"), Map.entry("giv", "give"),
            Map.entry("wiht", "with"), Map.entry("witht", "with"), Map.entry("frm", "from"), Map.entry("hav", "have"),
            Map.entry("ahve", "have"), Map.entry("pls", "please"), Map.entry("plz", "please"), Map.entry("thier", "their"),
            Map.entry("lst", "last"), Map.entry("mor", "more"), Map.entry("tahn", "than"), Map.entry("thn", "than"),
            Map.entry("eahc", "each"), Map.entry("evry", "every"));
    // spotless:on

    private Spelling() {}

    static List<Token> corrected(List<Token> tokens, Lexicon lexicon) {
        List<Token> result = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            Optional<String> small = small(token, lexicon);
            result.add(
                    small.isPresent()
                            ? spelled(token, small.get())
                            : isSuspicious(token, at, lexicon) ? corrected(token, lexicon) : token);
        }
        return List.copyOf(result);
    }

    private static Optional<String> small(Token token, Lexicon lexicon) {
        boolean plain =
                !token.quoted() && !lexicon.knows(token.stem()) && token.text().equals(token.word());
        return plain ? Optional.ofNullable(SMALL.get(token.word())) : Optional.empty();
    }

    private static Token spelled(Token token, String word) {
        return new Token(token.text(), word, Stem.of(word), token.start(), token.end(), false);
    }

    private static boolean isSuspicious(Token token, int at, Lexicon lexicon) {
        String word = token.word();
        boolean name = at > 0 && Character.isUpperCase(token.text().charAt(0));
        return !token.quoted()
                && !name
                && word.length() >= SHORTEST
                && word.chars().allMatch(c -> c >= 'a' && c <= 'z')
                && !lexicon.knows(token.stem())
                && !EVERYDAY.contains(word)
                && !isEnglish(word);
    }

    private static boolean isEnglish(String word) {
        return Bundled.isEnglish(word)
                || English.FILLERS.contains(word)
                || English.OPENERS.contains(word)
                || forms(word).stream().anyMatch(Bundled::isEnglish);
    }

    /** The word without its ending; generous, for taking a word for English only means leaving it alone. */
    private static Set<String> forms(String word) {
        Set<String> forms = new HashSet<>(Set.of(Stem.of(word)));
        for (String ending : List.of("s", "es", "ed", "d", "ing", "er", "ers", "est", "able", "ness")) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST - 1) {
                String base = word.substring(0, word.length() - ending.length());
                if (ending.equals("d") && !base.endsWith("e")) {
                    // "sortd" lacks its e.
                    continue;
                }
                forms.add(base);
                if (!ending.equals("s")) {
                    forms.add(base + "e");
                }
                forms.add(base + "y");
                boolean doubled = base.length() > 2 && base.charAt(base.length() - 1) == base.charAt(base.length() - 2);
                forms.add(doubled ? base.substring(0, base.length() - 1) : base);
                forms.add(base.endsWith("i") ? base.substring(0, base.length() - 1) + "y" : base);
            }
        }
        return forms;
    }

    private static Token corrected(Token token, Lexicon lexicon) {
        int most = token.word().length() >= LONG ? 2 : 1;
        Set<String> candidates = new HashSet<>(EVERYDAY);
        candidates.addAll(lexicon.wordsWith(token.word().charAt(0)));
        Set<String> nearest = new HashSet<>();
        int best = most + 1;
        for (String lower : candidates) {
            for (String form : EVERYDAY.contains(lower) ? List.of(lower) : List.of(lower, plural(lower))) {
                int distance = near(token.word(), form) ? distance(token.word(), form) : most + 1;
                if (distance < best) {
                    best = distance;
                    nearest.clear();
                }
                if (distance == best && distance <= most) {
                    nearest.add(form);
                }
            }
        }
        boolean clear = nearest.stream().map(Stem::of).distinct().count() == 1;
        if (!clear) {
            return token;
        }
        String word = nearest.iterator().next();
        return spelled(token, word);
    }

    private static String plural(String word) {
        boolean hissing = word.endsWith("s") || word.endsWith("x") || word.endsWith("ch") || word.endsWith("sh");
        return word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : hissing ? word + "es" : word + "s";
    }

    private static boolean near(String word, String candidate) {
        return candidate.length() >= SHORTEST - 1
                && candidate.charAt(0) == word.charAt(0)
                && Math.abs(candidate.length() - word.length()) <= 2;
    }

    /** Damerau's distance with adjacent letters swapped at the price of one slip. */
    private static int distance(String first, String second) {
        int[][] cost = new int[first.length() + 1][second.length() + 1];
        for (int i = 0; i <= first.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= second.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= first.length(); i++) {
            for (int j = 1; j <= second.length(); j++) {
                boolean same = first.charAt(i - 1) == second.charAt(j - 1);
                int best = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped = i > 1
                        && j > 1
                        && first.charAt(i - 1) == second.charAt(j - 2)
                        && first.charAt(i - 2) == second.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
            }
        }
        return cost[first.length()][second.length()];
    }
}
