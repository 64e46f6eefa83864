package dev.sayql.engine;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a question into tokens. Contractions are written out ("didn't" is "did not"); punctuation is dropped but commas. */
public final class Tokens {
    private static final Pattern TOKEN = Pattern.compile(
            "\"([^\"]{1,200})\"|“([^”]{1,200})”|(?<![\\p{L}\\p{N}])['‘]([^'‘’]{1,200})['’](?![\\p{L}\\p{N}])"
                    + "|([\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+\\.[\\p{L}]{2,})"
                    + "|(?<![\\p{L}\\p{N}])@?(?:[\\p{L}\\p{N}-]*\\.)+(?:com|org|net|edu|gov|info|biz|test|example|co|de|uk|fr|at|ch|nl|es|it|eu|ie|au|ca)\\b"
                    + "|(\\d{4}-\\d{2}-\\d{2})"
                    + "|((?:(?<=\\s)-)?[$€£]?\\d+(?:,\\d{3})+(?:\\.\\d+)?|(?:(?<=\\s)-)?[$€£]?\\d+(?:\\.\\d+)?)(%|(?=[^\\p{L}\\p{N}_])|$|(?=(?:k|m|st|nd|rd|th)\\b))"
                    + "|(?<![\\p{L}\\p{N}])(?:\\p{Lu}{1,3}|\\p{Ll}{1,2})[+-](?=[\\s?.!,;:/)']|$)"
                    + "|([\\p{L}\\p{N}_]+(?:['’][\\p{L}]+)?)|([,;<>=%#]+)");
    private static final Map<String, String> CONTRACTIONS = Map.ofEntries(
            Map.entry("didn't", "did not"),
            Map.entry("don't", "do not"),
            Map.entry("doesn't", "does not"),
            Map.entry("haven't", "have not"),
            Map.entry("hasn't", "has not"),
            Map.entry("hadn't", "had not"),
            Map.entry("isn't", "is not"),
            Map.entry("aren't", "are not"),
            Map.entry("wasn't", "was not"),
            Map.entry("weren't", "were not"),
            Map.entry("won't", "will not"),
            Map.entry("can't", "can not"),
            Map.entry("cannot", "can not"),
            Map.entry("what's", "what is"),
            Map.entry("whats", "what is"),
            Map.entry("who's", "who is"),
            Map.entry("how's", "how is"),
            Map.entry("where's", "where is"),
            Map.entry("there's", "there is"),
            Map.entry("that's", "that is"),
            Map.entry("i'd", "i would"),
            Map.entry("we've", "we have"),
            Map.entry("they've", "they have"),
            Map.entry("they're", "they are"),
            Map.entry("i'm", "i am"));

    private Tokens() {}

    public static List<Token> of(String question) {
        List<Token> tokens = new ArrayList<>();
        // What "i.e." and "e.g." introduce stands beside what was said; blanks keep the places of all other characters.
        String plain =
                Normalizer.normalize(question, Normalizer.Form.NFC).replaceAll("(?i)\\b(?:i\\.e\\.|e\\.g\\.)", ",   ");
        Matcher matcher = TOKEN.matcher(plain);
        while (matcher.find()) {
            String quoted = firstGroup(matcher, 1, 2, 3);
            if (!quoted.isEmpty()) {
                tokens.add(token(quoted.strip(), matcher.start(), matcher.end(), true));
            } else if (matcher.group(6) != null) {
                tokens.add(token(matcher.group(6), matcher.start(6), matcher.end(6), false));
                if ("%".equals(matcher.group(7))) {
                    tokens.add(token("%", matcher.start(7), matcher.end(7), false));
                }
            } else {
                addWords(matcher.group(), matcher.start(), matcher.end(), tokens);
            }
        }
        return List.copyOf(whenAsked(tokens));
    }

    /** "on what date did she join" asks when; not where days are told apart by what there was of something on them. */
    private static List<Token> whenAsked(List<Token> tokens) {
        int what = !tokens.isEmpty() && tokens.getFirst().is("on") ? 1 : 0;
        boolean asked = tokens.size() > what + 3
                && (tokens.get(what).is("what") || (what > 0 && tokens.get(what).is("which")))
                && (tokens.get(what + 1).is("date")
                        || (what > 0 && tokens.get(what + 1).is("day")))
                && AUXILIARIES.contains(tokens.get(what + 2).word())
                && tokens.subList(what + 3, tokens.size()).stream().noneMatch(token -> RANKING.contains(token.word()));
        if (!asked) {
            return tokens;
        }
        Token first = tokens.getFirst();
        Token last = tokens.get(what + 1);
        List<Token> plain = new ArrayList<>(tokens.subList(what + 2, tokens.size()));
        plain.addFirst(new Token("when", "when", Stem.of("when"), first.start(), last.end(), false));
        return plain;
    }

    private static final Set<String> AUXILIARIES = Set.of("did", "was", "were");
    // spotless:off
    /** With these a day is asked for that comes first among days. */
    private static final Set<String> RANKING = Set.of(
            "most", "busiest", "best", "worst", "highest", "lowest", "quietest", "fewest", "largest", "greatest", "biggest", "top",
            "smallest", "more", "fewer", "least", "maximum", "minimum", "many", "number", "total");
    // spotless:on

    private static void addWords(String text, int start, int end, List<Token> tokens) {
        String plain = text.replace('’', '\'').toLowerCase(Locale.ROOT);
        String expanded = CONTRACTIONS.get(plain);
        if (expanded != null) {
            for (String word : expanded.split(" ")) {
                tokens.add(token(word, start, end, false));
            }
        } else if (plain.endsWith("'ve") || plain.endsWith("'re")) {
            tokens.add(token(text.substring(0, text.length() - 3), start, end - 3, false));
            tokens.add(token(plain.endsWith("'ve") ? "have" : "are", end - 3, end, false));
        } else if (plain.endsWith("'s")) {
            tokens.add(token(text.substring(0, text.length() - 2), start, end - 2, false));
        } else {
            tokens.add(token(text, start, end, false));
        }
    }

    /** "SKUs", "MPs": several of what has a short name. */
    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}{2,}s");

    private static String firstGroup(Matcher matcher, int... groups) {
        for (int group : groups) {
            String text = matcher.group(group);
            if (text != null) {
                return text;
            }
        }
        return "";
    }

    private static Token token(String text, int start, int end, boolean quoted) {
        String word = text.toLowerCase(Locale.ROOT);
        boolean initials = INITIALS.matcher(text).matches();
        String stem = Stem.of(initials ? word.substring(0, word.length() - 1) : word);
        return new Token(text, word, stem, start, end, quoted);
    }
}
