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
    private static final Pattern KEYWORD = Pattern.compile("\\b[A-Z]{2,}\\b");
    /** What two wordings of one question may commit to in other words: the query says it for both. */
    private static final Set<Cue> SAID_BY_QUERY = EnumSet.of(Cue.AT, Cue.TOTAL, Cue.EACH, Cue.ORDERED);
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
                    + " compute calculate determine identify frequent")
            .flatMap(words -> Arrays.stream(words.split(" ")))
            .map(Stem::of)
            .collect(Collectors.toUnmodifiableSet());
    // spotless:on

    boolean isMeantByBoth(Wording one, Wording other) {
        Set<String> shown = stems(List.of(ProvenMeaning.shownColumns(query)));
        Set<String> literals = stems(literals());
        Set<String> used = stems(List.of(KEYWORD.matcher(query).replaceAll(" ")));
        List<Word> here = words(one);
        List<Word> there = words(other);
        return numbers(here).equals(numbers(there))
                && one.asks().equals(other.asks())
                && commitments(one).equals(commitments(other))
                && (sure
                        || (sides(one).equals(sides(other))
                                && sharedInOrder(here, there).equals(sharedInOrder(there, here))))
                && isSaidElsewhere(beyond(here, there), beyond(there, here), shown, literals, used)
                && isSaidElsewhere(beyond(there, here), beyond(here, there), shown, literals, used);
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
            boolean fixed = token.quoted() || (begun && token.text().chars().anyMatch(Character::isUpperCase));
            begun = true;
            for (String word : token.word().split("[^\\p{L}\\p{N}.%$€£-]+|_")) {
                if (!word.isEmpty()) {
                    words.add(new Word(Stem.of(word), word, fixed));
                }
            }
        }
        return words;
    }

    private static List<String> numbers(List<Word> words) {
        return words.stream()
                .filter(Word::isNumber)
                .map(word -> NUMBERS.getOrDefault(word.word(), word.word().replaceFirst("(?<=\\d)\\.$", "")))
                .sorted()
                .toList();
    }

    private static Set<Cue> commitments(Wording wording) {
        Set<Cue> found = Cue.of(wording.words().stream()
                .filter(token -> !token.quoted())
                .map(Token::word)
                .toList());
        found.removeAll(SAID_BY_QUERY);
        return found;
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
                    || (!literal && others.stream().anyMatch(other -> !other.fixed() && isExchangeable(word, other)));
        });
    }

    private boolean isExchangeable(Word one, Word other) {
        return Wording.areExchangeable(List.of(one.token()), List.of(other.token()), source);
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
