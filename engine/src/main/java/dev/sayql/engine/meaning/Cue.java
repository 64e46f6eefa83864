package dev.sayql.engine.meaning;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a word commits a question to, whatever the question is about. */
enum Cue {
    NOT("not no without never except neither nor none excluding exclude lack lacking nobody nothing cannot"),
    DIFFERENT("different distinct unique"),
    OR("or either"),
    BOTH("both"),
    MORE("more greater larger bigger above over exceed exceeding exceeds higher longer older taller heavier after later"
            + " newer beyond"),
    LESS("less fewer smaller lower below under shorter younger lighter before earlier cheaper until"),
    AT("exactly least most"),
    BETWEEN("between"),
    AVERAGE("average mean avg"),
    TOTAL("sum total"),
    MOST("most highest largest maximum max biggest longest greatest best oldest latest newest tallest heaviest common"
            + " popular top"),
    LEAST("least lowest smallest minimum min shortest youngest fewest worst earliest cheapest rarest"),
    DOWN("descending decreasing desc reverse"),
    UP("ascending increasing asc alphabetical alphabetically lexicographic lexicographically"),
    ORDERED("sorted sort ordered"),
    EACH("each every per"),
    NUMBER("many number count much"),
    FIRST("first last second third");

    private static final Set<String> OLD = Set.of("oldest", "older", "earliest", "earlier");
    private static final Set<String> NEW =
            Set.of("newest", "newer", "latest", "later", "youngest", "younger", "recent");
    private static final Set<String> ALL_OF = Set.of("all", "every");
    private static final Set<String> VERBS = Set.of(
            ("have has had take took taken teach taught play plays speak speaks attend attends offer offers visit visits own owns"
                            + " win won sell sells sold buy buys bought read reads use uses know knows meet met see saw seen hold"
                            + " holds held write wrote written contain contains cover covers")
                    .split(" "));
    private static final List<String> OTHER_THAN = List.of("other", "than");

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final Set<String> words;

    Cue(String words) {
        this.words = Set.copyOf(Arrays.asList(words.split(" ")));
    }

    /** All that the words commit a question to. */
    static Set<Cue> of(List<String> words) {
        Set<Cue> found = EnumSet.noneOf(Cue.class);
        for (Cue cue : values()) {
            if (words.stream().anyMatch(cue.words::contains)) {
                found.add(cue);
            }
        }
        if (Collections.indexOfSubList(words, OTHER_THAN) >= 0) {
            found.add(NOT);
        }
        return found;
    }

    /** Whether a word asks for one end of an order: "the largest number of" is "the most". */
    static boolean isSuperlative(String word) {
        return MOST.words.contains(word) || LEAST.words.contains(word);
    }

    /** How often something is denied; "neither … nor" denies once. */
    static long negations(List<String> words) {
        return words.stream()
                        .filter(word -> NOT.words.contains(word) && !word.equals("nor"))
                        .count()
                + (Collections.indexOfSubList(words, OTHER_THAN) >= 0 ? 1 : 0);
    }

    /**
     * How often something is to be counted: "how many passed and how many did not" counts twice. "The largest number of" counts
     * nothing, "count the number of" once, and an order "by the number of" does not say whether it is shown.
     */
    static long counts(List<String> words) {
        List<String> said = words.stream().filter(word -> !word.equals("the")).toList();
        return IntStream.range(0, said.size())
                .filter(at -> {
                    String before = at == 0 ? "" : said.get(at - 1);
                    return switch (said.get(at)) {
                        case "many", "much" ->
                            before.equals("how") && (at < 2 || !said.get(at - 2).equals("by"));
                        case "number" ->
                            at + 1 < said.size()
                                    && said.get(at + 1).equals("of")
                                    && !isSuperlative(before)
                                    && !before.equals("count")
                                    && !before.equals("by");
                        case "count" -> !before.equals("by");
                        default -> false;
                    };
                })
                .count();
    }

    /** Whether one question speaks of what is old and the other of what is new: "oldest" and "newest" are both a most. */
    static boolean areOpposite(List<String> words, List<String> others) {
        return (has(OLD, words) && has(NEW, others) && !has(NEW, words) && !has(OLD, others))
                || (has(NEW, words) && has(OLD, others) && !has(OLD, words) && !has(NEW, others));
    }

    /** Whether something is done to every one of them: "visited all museums" is more than "visited museums". */
    static boolean isDoneToAll(List<String> words) {
        return IntStream.range(1, words.size())
                .anyMatch(at -> ALL_OF.contains(words.get(at))
                        && (VERBS.contains(words.get(at - 1))
                                || words.get(at - 1).matches("\\w{3,}ed")));
    }

    /** Whether both speak of a place in a row, and not of the same: the first week and the last. */
    static boolean areOtherPlaces(List<String> words, List<String> others) {
        Set<String> here = places(words);
        Set<String> there = places(others);
        return !here.isEmpty() && !there.isEmpty() && Collections.disjoint(here, there);
    }

    private static Set<String> places(List<String> words) {
        return words.stream().filter(FIRST.words::contains).collect(Collectors.toSet());
    }

    private static boolean has(Set<String> some, List<String> words) {
        return words.stream().anyMatch(some::contains);
    }

    /** Whether a word belongs to the grammar of questions. */
    static boolean isOne(String word) {
        return Arrays.stream(values()).anyMatch(cue -> cue.words.contains(word));
    }
}
