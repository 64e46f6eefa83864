package dev.sayql.engine.meaning;

import dev.sayql.engine.SourceWords;
import dev.sayql.engine.Stem;
import dev.sayql.engine.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether two questions of which the engine makes the same query mean the same, however sure of it the engine is: their numbers and
 * what they commit to are the same, and whatever only one of them says is in the query, or has a word for it in the other.
 *
 * @param query what the engine makes of both
 * @param sure whether it is sure of the query for both; where it is not, both say what they share in the same order, too
 */
record SharedQuery(String query, boolean sure, SourceWords source) {

    private static final Pattern LITERAL = Pattern.compile("'([^']*)'");
    /** The query ends with an order that goes up. */
    private static final Pattern ASCENDING = Pattern.compile("\nORDER BY (?![^\n]*DESC)[^\n]*$");

    private static final Set<String> PHONES = Set.of("phone", "telephone", "mobile", "cell", "fax");
    private static final Set<String> TIMES = Stream.of(
                    "hour",
                    "day",
                    "week",
                    "month",
                    "quarter",
                    "year",
                    "decade",
                    "today",
                    "yesterday",
                    "tomorrow",
                    "hourly",
                    "daily",
                    "weekly",
                    "monthly",
                    "quarterly",
                    "yearly")
            .map(Stem::of)
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern GROUPED = Pattern.compile("\nGROUP BY ([^\n]*)");
    private static final Pattern KEYWORD = Pattern.compile("\\b[A-Z]{2,}\\b");
    /** A guess may pass over "each" and over an order. */
    private static final Set<Cue> SAID_BY_GUESS = EnumSet.of(Cue.AT, Cue.TOTAL);

    /** What two wordings of one question may commit to in other words: the query says it for both. */
    private static final Set<Cue> SAID_BY_QUERY = EnumSet.of(Cue.AT, Cue.TOTAL, Cue.EACH);
    /** What tells one end of something, or one kind of answer, from the other. */
    private static final Set<String> SIDES = Set.of("from", "to", "when", "where", "why");

    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("once", "1"),
            Map.entry("twice", "2"));
    // spotless:off
    /** What carries a question and asks for nothing by itself. */
    private static final Set<String> CARRIERS = Stream.of(
                    "the a an is are was were be been being there do does did please all that which who any also what show list"
                    + " give find return display get tell me us can could you provide report out i want to know see of in on at"
                    + " for from by with and as than their its his her they it them these those this whose whom how where when"
                    + " has have had having so if some such will would should then s order group corresponding respective"
                    + " respectively belong associated along together well called named name following kind retrieve select"
                    + " compute calculate determine identify frequent"
                    + " located regarding during among come")
            .flatMap(words -> Arrays.stream(words.split(" ")))
            .map(Stem::of)
            .collect(Collectors.toUnmodifiableSet());
    // spotless:on

    boolean isMeantByBoth(Wording one, Wording other) {
        Set<String> shown = stems(List.of(ProvenMeaning.shownColumns(query)));
        Set<String> literals = stems(literals());
        List<Word> here = words(one);
        List<Word> there = words(other);
        return isContradictedByNeither(one, other)
                && numbers(here).equals(numbers(there))
                && one.asks().equals(other.asks())
                && commitments(one, other).equals(commitments(other, one))
                && (sure
                        || (sides(one).equals(sides(other))
                                && sharedInOrder(here, there).equals(sharedInOrder(there, here))))
                && isSaidElsewhere(beyond(here, there), beyond(there, here), shown, literals, used())
                && isSaidElsewhere(beyond(there, here), beyond(here, there), shown, literals, used());
    }

    /**
     * Whether neither says what cannot be so where the other is: other numbers, another length of time, a name that is not in the
     * query, one denial more, the new for the old, to where it was from.
     */
    boolean isContradictedByNeither(Wording one, Wording other) {
        List<Word> here = words(one);
        List<Word> there = words(other);
        return amounts(here).equals(amounts(there))
                && times(here, there).equals(times(there, here))
                && Cue.negations(spoken(one)) == Cue.negations(spoken(other))
                && !Cue.areOpposite(spoken(one), spoken(other))
                && !Cue.areOtherPlaces(spoken(one), spoken(other))
                && haveAsManyCounts(spoken(one), spoken(other))
                && !areOppositeSides(sides(one), sides(other))
                && areNamesInQuery(beyond(here, there))
                && areNamesInQuery(beyond(there, here));
    }

    private boolean areNamesInQuery(List<Word> only) {
        Set<String> literals = stems(literals());
        Set<String> used = used();
        return only.stream()
                .filter(Word::fixed)
                .allMatch(word -> literals.contains(word.stem()) || used.contains(word.stem()));
    }

    private Set<String> used() {
        return stems(List.of(KEYWORD.matcher(query).replaceAll(" ")));
    }

    /** The numbers but for one, which "a" and "any" say as well. */
    private static Set<String> amounts(List<Word> words) {
        return numbers(words).stream()
                .map(number -> number.replaceAll("[$€£,]", ""))
                .filter(number -> !number.equals("1"))
                .collect(Collectors.toSet());
    }

    /** The lengths of time, but for the year that its number says and the day that the other calls a date. */
    private static Set<String> times(List<Word> words, List<Word> others) {
        boolean dated = Stream.concat(words.stream(), others.stream())
                .anyMatch(word -> word.stem().equals("date"));
        boolean inYear = words.stream().anyMatch(word -> word.word().matches("[12]\\d{3}"));
        return words.stream()
                .map(Word::stem)
                .filter(TIMES::contains)
                .filter(time -> !(dated && time.equals("day")) && !(inYear && time.equals("year")))
                .collect(Collectors.toSet());
    }

    /** A word of a question; where it stands between quotation marks or with a capital letter, nothing can stand for it. */
    private record Word(String stem, String word, boolean fixed) {

        boolean carries() {
            return CARRIERS.contains(stem) || (Cue.isOne(word) && !word.equals("first") && !word.equals("last"));
        }

        boolean isNumber() {
            return NUMBERS.containsKey(word) || Character.isDigit(word.charAt(0));
        }

        Token token() {
            return new Token(word, word, stem, 0, word.length(), fixed);
        }
    }

    private static List<Word> words(Wording wording) {
        List<Word> words = new ArrayList<>();
        boolean begun = false;
        for (Token token : wording.words()) {
            boolean fixed = token.quoted()
                    || (begun && token.text().chars().anyMatch(Character::isUpperCase) && !asksAnew(wording, token));
            begun = true;
            for (String word : token.word().split("[^\\p{L}\\p{N}.%$€£-]+|_")) {
                if (!word.isEmpty()) {
                    words.add(new Word(Stem.of(word), word, fixed));
                }
            }
        }
        return words;
    }

    /** Whether a sentence begins here, as many do: "Give me". */
    private static boolean asksAnew(Wording wording, Token token) {
        return CARRIERS.contains(token.stem())
                && wording.text().substring(0, token.start()).stripTrailing().matches("(?s).*[.?!]");
    }

    private static List<String> numbers(List<Word> words) {
        return words.stream()
                .filter(Word::isNumber)
                .map(word -> NUMBERS.getOrDefault(word.word(), word.word().replaceFirst("(?<=\\d)\\.$", "")))
                .sorted()
                .toList();
    }

    /** What a question commits to and the query does not say for both. */
    private Set<Cue> commitments(Wording wording, Wording other) {
        Set<Cue> found = cues(wording);
        if (isSorted(wording) && isSorted(other) && ASCENDING.matcher(query).find()) {
            found.remove(Cue.UP);
        }
        if (isDifferentByGroup(wording.words())) {
            found.remove(Cue.DIFFERENT);
        }
        if (sure || found.contains(Cue.UP) || found.contains(Cue.DOWN)) {
            found.remove(Cue.ORDERED);
        }
        found.removeAll(sure ? SAID_BY_QUERY : SAID_BY_GUESS);
        return found;
    }

    /** Whether only what the query groups by is called different: groups always are. */
    private boolean isDifferentByGroup(List<Token> words) {
        Set<String> grouped = GROUPED.matcher(query)
                .results()
                .map(group -> stems(List.of(group.group(1))))
                .findFirst()
                .orElse(Set.of());
        return IntStream.range(0, words.size())
                .filter(at -> Cue.of(List.of(words.get(at).word())).contains(Cue.DIFFERENT))
                .allMatch(at -> at + 1 < words.size()
                        && grouped.contains(Stem.of(words.get(at + 1).word())));
    }

    private boolean isSorted(Wording wording) {
        Set<Cue> cues = cues(wording);
        return !cues.contains(Cue.DOWN)
                && (cues.contains(Cue.UP)
                        || cues.contains(Cue.ORDERED)
                        || wording.words().stream().anyMatch(token -> token.is("order")));
    }

    /** "The largest number of" asks for the most and for no number; the number in "phone number" is none. */
    private Set<Cue> cues(Wording wording) {
        List<String> words = new ArrayList<>();
        String before = "";
        for (Token token : wording.words()) {
            String word = token.quoted() ? "" : token.word();
            if (!(word.equals("number") && isNoCountAfter(before))) {
                words.add(word);
            }
            before = word;
        }
        return Cue.of(words);
    }

    /** Whether the number after this word is not counted: it is the most of something, a telephone's, or the sum of a column. */
    private boolean isNoCountAfter(String before) {
        return Cue.isSuperlative(before)
                || PHONES.contains(before)
                || (before.equals("total") && query.contains("sum(") && !query.contains("count("));
    }

    private static List<String> spoken(Wording wording) {
        return wording.words().stream()
                .filter(token -> !token.quoted())
                .map(Token::word)
                .toList();
    }

    /** Whether both count as many things, where both count. */
    private static boolean haveAsManyCounts(List<String> one, List<String> other) {
        long here = Cue.counts(one);
        long there = Cue.counts(other);
        return here == there || here == 0 || there == 0;
    }

    /** What comes from somewhere does not go there. */
    private static boolean areOppositeSides(Set<String> one, Set<String> other) {
        return (one.contains("from") && !one.contains("to") && other.contains("to") && !other.contains("from"))
                || (one.contains("to") && !one.contains("from") && other.contains("from") && !other.contains("to"));
    }

    private static Set<String> sides(Wording wording) {
        Set<String> sides = new HashSet<>(wording.said());
        sides.retainAll(SIDES);
        return sides;
    }

    private static List<String> sharedInOrder(List<Word> here, List<Word> there) {
        Set<String> other = there.stream().map(Word::stem).collect(Collectors.toSet());
        return here.stream()
                .filter(word -> !word.carries())
                .map(Word::stem)
                .filter(other::contains)
                .toList();
    }

    private static List<Word> beyond(List<Word> here, List<Word> there) {
        Set<String> other = there.stream().map(Word::stem).collect(Collectors.toSet());
        return here.stream()
                .filter(word -> !word.isNumber() && !other.contains(word.stem()))
                .toList();
    }

    private boolean isSaidElsewhere(
            List<Word> only, List<Word> others, Set<String> shown, Set<String> literals, Set<String> used) {
        return only.stream().allMatch(word -> {
            String stem = word.stem();
            boolean literal = word.fixed() || literals.contains(stem);
            boolean matters = literal || shown.contains(stem) || (!word.carries() && !used.contains(stem));
            return !matters
                    || (!literal
                            && phrases(only, word)
                                    .anyMatch(phrase -> others.stream()
                                            .flatMap(other -> phrases(others, other))
                                            .anyMatch(instead -> isExchangeable(phrase, instead, literals))));
        });
    }

    /** The word, and the word with the one before or behind it. */
    private static Stream<List<Word>> phrases(List<Word> words, Word word) {
        int at = words.indexOf(word);
        return Stream.of(
                        words.subList(at, at + 1),
                        words.subList(Math.max(0, at - 1), at + 1),
                        words.subList(at, Math.min(words.size(), at + 2)))
                .distinct();
    }

    private boolean isExchangeable(List<Word> one, List<Word> other, Set<String> literals) {
        boolean free = Stream.concat(one.stream(), other.stream())
                .noneMatch(word -> word.fixed() || literals.contains(word.stem()));
        return free
                && Wording.areExchangeableBesideQuery(
                        one.stream().map(Word::token).toList(),
                        other.stream().map(Word::token).toList(),
                        source);
    }

    private List<String> literals() {
        return LITERAL.matcher(query).results().map(literal -> literal.group(1)).toList();
    }

    private static Set<String> stems(Collection<String> texts) {
        return texts.stream()
                .flatMap(text ->
                        Stem.ofWords(text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ")).stream())
                .collect(Collectors.toSet());
    }
}
