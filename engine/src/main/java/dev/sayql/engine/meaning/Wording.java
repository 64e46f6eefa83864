package dev.sayql.engine.meaning;

import dev.sayql.engine.SourceWords;
import dev.sayql.engine.Stem;
import dev.sayql.engine.Token;
import dev.sayql.engine.Tokens;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question in the words of its source: a noun that the source has no use for gives way to the one name in the source that it
 * is another word for. Where two names could be meant, it stays. Immutable.
 *
 * @param text the question, reworded
 * @param words of the reworded question, in order
 */
record Wording(String text, List<Token> words) {

    private static final int LONGEST = 3;
    // spotless:off
    /** What says nothing in a question wherever it stands. */
    private static final Set<String> EMPTY = Set.of(
            "the", "a", "an", "is", "are", "was", "were", "be", "been", "there", "do", "does", "did", "please", "all",
            "that", "which", "who", ",", ";", "any", "also");
    /** What asks for one kind of answer. */
    private static final Set<String> ASKING = Set.of("when", "where", "why");
    private static final Set<Cue> ORDER = EnumSet.of(Cue.UP, Cue.DOWN, Cue.ORDERED, Cue.MOST, Cue.LEAST, Cue.FIRST);
    private static final Set<String> ORDER_WORDS =
            Set.of("order", "ordering", "orders", "sorting", "rank", "ranked", "ranking", "arrange", "arranged");
    /** How people begin when they want to be shown something. */
    private static final Set<String> OPENERS = Set.of(
            "what", "which", "show", "list", "give", "find", "return", "display", "get", "tell", "me", "us", "can",
            "could", "you", "provide", "report", "please", "out", "i", "want", "to", "know", "see");
    private static final Set<String> GRAMMAR = Set.of(
            "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "as", "than", "their", "its", "his", "her",
            "they", "it", "them", "these", "those", "this", "whose", "whom", "how", "where", "when", "what", "has",
            "have", "had", "having", "order", "group", "old", "young", "new", "high", "low", "same",
            "another", "other", "only", "own", "during", "since", "one", "two", "three", "four", "five", "six", "seven", "eight",
            "nine", "ten", "kind", "times", "time", "once", "twice", "thing", "things", "list", "so", "if", "not",
            "amount", "sort", "long", "record", "records", "database", "value", "values", "answer", "question", "male",
            "female", "man", "men", "woman", "women", "boy", "girl", "boys", "girls", "month", "months",
            "week", "weeks", "hour", "hours", "minute", "minutes", "half", "rest", "end", "start", "beginning");
    // spotless:on

    Wording {
        words = List.copyOf(words);
    }

    static Wording of(String question, SourceWords source) {
        List<Token> tokens = Tokens.of(question);
        StringBuilder text = new StringBuilder();
        int written = 0;
        int at = 0;
        while (at < tokens.size()) {
            int length = 1;
            for (int tried = Math.min(LONGEST, tokens.size() - at); tried > 0; tried--) {
                List<Token> phrase = tokens.subList(at, at + tried);
                Optional<String> name = at == 0 ? Optional.empty() : nameFor(phrase, source);
                if (name.isPresent()) {
                    text.append(question, written, phrase.getFirst().start()).append(name.get());
                    written = phrase.getLast().end();
                    length = tried;
                    break;
                }
            }
            at += length;
        }
        text.append(question, written, question.length());
        return new Wording(text.toString(), Tokens.of(text.toString()));
    }

    /** The one name in the source that is another word for an unknown noun. */
    private static Optional<String> nameFor(List<Token> phrase, SourceWords source) {
        String words = phrase.stream().map(Token::word).collect(Collectors.joining(" "));
        Nouns nouns = Nouns.all();
        if (!phrase.stream().allMatch(word -> isUnknown(word, source)) || !nouns.has(words)) {
            return Optional.empty();
        }
        List<String> names = source.phrases().stream()
                .filter(name -> !isGrammar(name))
                .filter(name -> nouns.distance(words, name).orElse(1) == 0)
                .toList();
        return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }

    /** Whether the questions differ only in nouns of which one is a name in the source, and the other, near it, means nothing there. */
    static boolean differInNounsOnly(String first, String second, SourceWords source) {
        Wording one = new Wording(first, Tokens.of(first));
        Wording other = new Wording(second, Tokens.of(second));
        Map<String, Token> typed = new HashMap<>();
        Stream.concat(one.words().stream(), other.words().stream())
                .filter(token -> !token.quoted())
                .forEach(token -> typed.putIfAbsent(Stem.of(token.word()), token));
        return Alignment.holds(one.said(), other.said(), (here, there) -> {
            List<Token> left = typed(here, typed);
            List<Token> right = typed(there, typed);
            boolean quotes = here.contains("'") || there.contains("'");
            return !quotes && (areExchangeable(left, right, source) || areOtherWords(left, right, source));
        });
    }

    /**
     * Whether one of two phrases means nothing in the source and is, in English, another word for the other: near it where that is
     * a name in the source, and the very same thing where both are unknown. What is one word or two is the same, too.
     */
    static boolean areExchangeable(List<Token> left, List<Token> right, SourceWords source) {
        if (spoken(left).replace(" ", "").equals(spoken(right).replace(" ", ""))) {
            return !left.isEmpty();
        }
        boolean leftIsNew = areUnknown(left, source);
        boolean rightIsNew = areUnknown(right, source);
        if (leftIsNew && rightIsNew) {
            return Nouns.all().distance(spoken(left), spoken(right)).orElse(1) == 0;
        }
        return ((leftIsNew && areNames(right, source)) || (rightIsNew && areNames(left, source)))
                && (SourceWords.areSynonyms(spoken(left), spoken(right))
                        || Nouns.all().distance(spoken(left), spoken(right)).isPresent());
    }

    /**
     * The same of words that stand in one of two questions with one query, which has none of their values: words within a longer
     * stored value count as unknown, too.
     */
    static boolean areExchangeableBesideQuery(List<Token> left, List<Token> right, SourceWords source) {
        return areExchangeable(left, right, source)
                || areOtherWords(left, right, source)
                || (areNew(left, source) && areNames(right, source) && areNear(left, right))
                || (areNew(right, source) && areNames(left, source) && areNear(left, right));
    }

    /** Whether one is a name in the source, and the other, which the source has no use for, is what people say for it. */
    private static boolean areOtherWords(List<Token> left, List<Token> right, SourceWords source) {
        return isSaidFor(left, right, source) || isSaidFor(right, left, source);
    }

    private static boolean isSaidFor(List<Token> name, List<Token> words, SourceWords source) {
        return areUnknown(words, source)
                && areNames(name, source)
                && OtherWords.areSaidFor(spoken(name), spoken(words), source.phrases());
    }

    private static boolean areNew(List<Token> words, SourceWords source) {
        return !words.isEmpty()
                && words.stream()
                        .allMatch(word -> !word.quoted()
                                && word.text().chars().allMatch(c -> c >= 'a' && c <= 'z')
                                && !isGrammar(word.word())
                                && !source.names(word.word())
                                && !source.isValue(word.word()));
    }

    private static boolean areNear(List<Token> left, List<Token> right) {
        return OtherWords.areOne(spoken(left), spoken(right))
                || SourceWords.areSynonyms(spoken(left), spoken(right))
                || Nouns.all().distance(spoken(left), spoken(right)).isPresent();
    }

    private static List<Token> typed(String stems, Map<String, Token> typed) {
        List<Token> found = new ArrayList<>();
        for (String stem : stems.split(" ")) {
            Optional.ofNullable(typed.get(stem)).ifPresent(found::add);
        }
        return found;
    }

    private static String spoken(List<Token> words) {
        return words.stream().map(Token::word).collect(Collectors.joining(" "));
    }

    private static boolean areNames(List<Token> words, SourceWords source) {
        return (words.size() > 1 && source.phrases().contains(spoken(words)))
                || (!words.isEmpty()
                        && words.stream()
                                .allMatch(word ->
                                        !word.quoted() && !Cue.isOne(word.word()) && source.names(word.word())));
    }

    private static boolean areUnknown(List<Token> words, SourceWords source) {
        return !words.isEmpty() && words.stream().allMatch(word -> isUnknown(word, source));
    }

    private static boolean isUnknown(Token token, SourceWords source) {
        return !token.quoted()
                && token.word().length() > 1
                && token.text().chars().allMatch(c -> c >= 'a' && c <= 'z')
                && !isGrammar(token.word())
                && !source.names(token.word())
                && !source.stores(token.word());
    }

    static boolean isGrammar(String word) {
        return GRAMMAR.contains(word) || EMPTY.contains(word) || OPENERS.contains(word) || Cue.isOne(word);
    }

    /** The words that say something, in order, whatever their ending. */
    List<String> said() {
        List<String> said = new ArrayList<>();
        boolean begun = false;
        for (Token token : words) {
            boolean opens = !begun && OPENERS.contains(token.word());
            if (token.quoted() || (!opens && !EMPTY.contains(token.word()))) {
                begun = true;
                said.add(token.quoted() ? "'" + token.text() + "'" : plain(token.word()));
            }
        }
        return said;
    }

    /** The question for one that the engine makes nothing of. */
    String inWords() {
        return "words " + String.join(" ", said());
    }

    /** Whether any word may ask for an order, or for one end of it. */
    boolean saysOrder() {
        List<String> spoken = words.stream().map(Token::word).toList();
        return Cue.of(spoken).stream().anyMatch(ORDER::contains)
                || spoken.stream().anyMatch(ORDER_WORDS::contains);
    }

    /** What a question that begins with "when", "where" or "why" asks for; empty for others. */
    String asks() {
        return words.stream()
                .limit(1)
                .map(Token::word)
                .filter(ASKING::contains)
                .findFirst()
                .orElse("");
    }

    /** "Distinct" and "unique" say no more than "different". */
    private static String plain(String word) {
        return Stem.of(Cue.of(List.of(word)).contains(Cue.DIFFERENT) ? "different" : word);
    }

    /** The names of the source that the question says and the query does not: the engine passed over them. */
    Set<String> namesBeyond(String query, SourceWords source) {
        Set<String> used = Set.copyOf(Stem.ofWords(query.replaceAll("[^\\p{L}\\p{N}]+", " ")));
        return words.stream()
                .filter(token -> !token.quoted() && !isGrammar(token.word()) && source.names(token.word()))
                .map(token -> Stem.of(token.word()))
                .filter(stem -> !used.contains(stem))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
