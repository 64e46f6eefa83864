package dev.sayql.engine;

import dev.sayql.core.schema.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds stored values among the words of a question. For one question by one thread. */
final class ValueMentions {
    private static final int LONGEST_VALUE = 8;

    private static final Set<String> VAGUE = Set.of(
            "other", "others", "another", "more", "less", "most", "least", "many", "few", "none", "each", "every",
            "out", "off", "up");

    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final Values stored;

    ValueMentions(List<Token> tokens, Lexicon lexicon, Values stored) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.stored = stored;
    }

    /** The terms of the team that stand for values from this token on, and the stored values that read like the words. */
    List<Mention.OfValue> from(int at, List<Mention.OfValue> terms) {
        List<Mention.OfValue> found = new ArrayList<>(terms);
        int longest = tokens.get(at).quoted() ? 1 : Math.min(LONGEST_VALUE, tokens.size() - at);
        for (int length = longest; length >= 1; length--) {
            int end = at + length;
            if (length > 1 && tokens.subList(at, end).stream().anyMatch(Token::quoted)) {
                continue;
            }
            List<Values.Hit> exact = stored.find(text(at, end));
            if (!exact.isEmpty()) {
                found.add(new Mention.OfValue(at, end, exact, isName(at, end, exact) ? 0.6 : 1));
                continue;
            }
            List<Values.Hit> similar = lexicon
                    .valuesLike(tokens.subList(at, end).stream()
                            .flatMap(token -> Stem.ofWords(token.word()).stream())
                            .toList())
                    .stream()
                    .filter(hit -> !isCode(hit.value())
                            || tokens.get(at).isCapitals()
                            || tokens.get(at).text().equals(hit.value() + "s"))
                    .filter(hit -> end > at + 1 || !isDoneTo(hit.value(), at))
                    .filter(hit -> end > at + 1 || !isDeedOf(hit.value(), at) || isDoneByUs(hit, at))
                    .toList();
            if (!similar.isEmpty()) {
                found.add(new Mention.OfValue(at, end, similar, 0.85));
            }
        }
        return found.stream()
                .filter(meantAsValue(at))
                .filter(mention -> !isCommonWord(at, mention))
                .filter(mention -> !isThingOf(at, mention))
                .toList();
    }

    /** "regions we deliver to", "no flight departs from": who does something has not had it done. */
    private boolean isDeedOf(String value, int at) {
        String word = tokens.get(at).word();
        boolean plain = !Stem.isPast(word) && !word.endsWith("ing") && !word.equals(value.toLowerCase(Locale.ROOT));
        boolean leads = at + 1 < tokens.size()
                && Set.of("to", "from", "by", "with", "the", "in", "on")
                        .contains(tokens.get(at + 1).word());
        return Stem.isPast(value.toLowerCase(Locale.ROOT)) && plain && (!word.endsWith("s") || leads);
    }

    /** "who left" is nobody on leave: a verb that changes inside is no noun. */
    private boolean isDoneTo(String value, int at) {
        String word = tokens.get(at).word();
        String noun = value.toLowerCase(Locale.ROOT);
        String begin = noun.endsWith("e") ? noun.substring(0, noun.length() - 1) : noun;
        boolean who = at > 0
                && Set.of("who", "that", "which").contains(tokens.get(at - 1).word());
        return who && Stem.isPast(word) && !Stem.isPast(noun) && !word.startsWith(begin);
    }

    /** "how many orders did we ship": what was done to those that are asked for. */
    private boolean isDoneByUs(Values.Hit hit, int at) {
        boolean did = at > 2
                && tokens.get(at - 2).is("did")
                && (tokens.get(at - 1).is("we") || tokens.get(at - 1).is("they"));
        boolean leads = at + 1 < tokens.size()
                && Set.of("to", "from", "by", "with", "for")
                        .contains(tokens.get(at + 1).word());
        return did
                && !leads
                && lexicon.startingWith(tokens.get(at - 3).stem()).stream()
                        .anyMatch(entry -> entry.stems().size() == 1
                                && entry.meaning() instanceof Lexicon.Meaning.OfTable(var table, boolean link)
                                && !link
                                && table.equals(hit.column().table()));
    }

    /** "student price" is nobody called Price: a word that names a column, written small. */
    private boolean isCommonWord(int at, Mention.OfValue mention) {
        Token token = tokens.get(at);
        boolean one = mention.end() == at + 1
                && !token.quoted()
                && Character.isLowerCase(token.text().charAt(0));
        return one
                && mention.hits().stream()
                        .allMatch(hit -> Character.isUpperCase(hit.value().charAt(0))
                                && NamePhrases.wordsOf(hit.column().column(), Set.of())
                                        .contains("name"))
                && lexicon.startingWith(token.stem()).stream()
                        .anyMatch(entry -> entry.stems().size() == 1
                                && entry.score() > 0.95
                                && entry.meaning() instanceof Lexicon.Meaning.OfColumn);
    }

    /** "the account of Avon Legal": a thing with an owner, though a way of paying is called so, too. */
    private boolean isThingOf(int at, Mention.OfValue mention) {
        Token token = tokens.get(at);
        boolean owned = mention.end() == at + 1
                && !token.quoted()
                && at > 0
                && Set.of("the", "an", "a", "their").contains(tokens.get(at - 1).word())
                && at + 2 < tokens.size()
                && tokens.get(at + 1).is("of")
                && Character.isLowerCase(token.text().charAt(0))
                && Character.isUpperCase(tokens.get(at + 2).text().charAt(0));
        return owned
                && lexicon.startingWith(token.stem()).stream()
                        .anyMatch(entry -> entry.stems().size() == 1
                                && entry.score() > 0.8
                                && entry.meaning() instanceof Lexicon.Meaning.OfTable);
    }

    /** A short code in capitals is no word: RAT is no rate. */
    private static boolean isCode(String value) {
        return value.length() <= 4 && value.chars().allMatch(Character::isUpperCase);
    }

    /** A word that names a table and also happens to be stored somewhere rather means the table. */
    private boolean isName(int at, int end, List<Values.Hit> hits) {
        boolean marked = tokens.get(at).quoted()
                || (at > 0
                        && Character.isUpperCase(tokens.get(at).text().charAt(0))
                        && hits.stream().anyMatch(hit -> hit.value().equals(text(at, end))));
        return !marked
                && lexicon.startingWith(tokens.get(at).stem()).stream()
                        .anyMatch(entry -> entry.stems().size() == end - at
                                && entry.score() > 0.9
                                && entry.meaning() instanceof Lexicon.Meaning.OfTable);
    }

    /** A stored value that is also a small word of English counts only when it is quoted or written with a capital. */
    private Predicate<Mention.OfValue> meantAsValue(int at) {
        Token token = tokens.get(at);
        boolean small = English.FILLERS.contains(token.word())
                || VAGUE.contains(token.word())
                || English.number(token.word()).isPresent();
        boolean marked =
                token.quoted() || (at > 0 && Character.isUpperCase(token.text().charAt(0)));
        boolean ordinal = Set.of("first", "second", "third", "last", "next").contains(token.word());
        return mention ->
                mention.end() - mention.start() > 1 || marked || (!small && (!ordinal || isKindNamed(mention)));
    }

    /** "first division": the column, or what it is of, stands beside a word that mostly says an order. */
    private boolean isKindNamed(Mention.OfValue mention) {
        return Stream.of(mention.start() - 1, mention.end())
                .filter(at -> at >= 0 && at < tokens.size())
                .flatMap(at -> lexicon.startingWith(tokens.get(at).stem()).stream())
                .anyMatch(entry -> entry.meaning() instanceof Lexicon.Meaning.OfColumn(var column)
                        && mention.hits().stream().anyMatch(hit -> hit.column().equals(column)));
    }

    /** One mention for the same words, whichever columns they stand in. */
    static List<Mention.OfValue> merged(List<Mention.OfValue> terms) {
        Map<Integer, Mention.OfValue> byEnd = new LinkedHashMap<>();
        for (Mention.OfValue term : terms) {
            byEnd.merge(term.end(), term, (first, second) -> {
                List<Values.Hit> hits = new ArrayList<>(first.hits());
                hits.addAll(second.hits());
                return new Mention.OfValue(first.start(), first.end(), hits, Math.max(first.score(), second.score()));
            });
        }
        return List.copyOf(byEnd.values());
    }

    private String text(int start, int end) {
        return tokens.subList(start, end).stream().map(Token::text).collect(Collectors.joining(" "));
    }
}
