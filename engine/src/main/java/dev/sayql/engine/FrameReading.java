package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the words of a follow-up that speak of the earlier question. For one use by one thread. */
final class FrameReading {
    // spotless:off
    private static final String[] ALSO = {"also", "too", "as well", "in addition", "additionally", "on top"};
    private static final String[] SOFT = {
        "please", "only", "just", "now", "actually", "simply", "again", "thanks", "thank you", "solely"
    };
    private static final String[] LEADS = {
        "ok", "okay", "and", "but", "then", "so", "well", "great", "can you", "could you", "would you", "will you",
        "can we", "could we", "can i", "i would like to", "i would like", "i want to", "i want", "i need", "we need",
        "let us", "lets", "i", "we", "need", "want", "make it", "make that", "make them", "change it to", "change that to", "change to",
        "switch to", "switch it to", "use", "restrict it to", "limit it to", "limit to", "limit this to", "narrow it down to", "filter by",
        "filter on", "filter to", "split it up", "split it", "split that", "split this", "split", "break it down",
        "break that down", "break this down", "break it up", "group it", "group them", "i meant", "i mean", "keep", "take", "do it",
        "do that", "do this", "do the same", "show it", "show that", "show this", "show me it", "see it", "see this", "have it",
        "give it", "give it to me", "give me that", "me", "the same", "same", "to", "get me", "what if"
    };
    private static final String[] WHATS = {
        "what about", "how about", "same for", "the same for", "same thing for", "the same thing for", "do the same for", "and what of"
    };
    private static final String[] WHYS = {
        "why not include", "why not count", "why not show", "why do you not include", "why did you not include",
        "why do not you include", "why did not you include", "why not", "why does it not include"
    };
    private static final String[] SHOWS = {
        "show me", "show us", "show", "add", "include", "including", "display", "give me", "give us", "give", "list", "plus"
    };
    /** Verbs that take something out; the data stays as it is. */
    private static final String[] TAKES = {
        "drop", "remove", "take away", "take out", "get rid of", "lose", "forget about", "forget", "ignore", "clear",
        "undo", "reset", "leave out", "leave off", "leave away", "omit", "skip", "hide", "filter out", "strip out"
    };
    private static final String[] EXCLUDES = {
        "exclude", "excluding", "without", "except for", "except", "leaving out", "ignoring", "not counting", "do not include",
        "do not count", "do not show", "but not", "not including", "not", "no", "other than", "apart from"
    };
    private static final String[] ALLS = {
        "for all the", "for all", "across all the", "across all", "in all the", "in all", "over all", "of all", "from all", "with all",
        "for any", "in any", "of any", "all the", "all", "any"
    };
    private static final Set<String> UNDATED = Set.of(
        "for all time", "of all time", "all time", "any time", "at any time", "ever", "any date", "all dates",
        "for all dates", "for any date", "whenever", "since the beginning", "over all time", "for all years", "for every date");
    private static final Set<String> UNLIMITED = Set.of(
        "all", "show all", "all of them", "show all of them", "show them all", "list all", "list all of them", "list them all",
        "everything", "show everything", "no limit", "without limit", "without a limit", "without the limit",
        "remove the limit", "drop the limit", "show me all of them", "show me all");
    private static final Set<String> COUNT = Set.of(
        "count", "count them", "count those", "count these", "how many", "how many are there", "how many is that",
        "how many are that", "how many are they", "how many are these", "how many are those", "how many of them",
        "how many of them are there", "how many were there", "how many in total", "the count", "the number",
        "number of them", "the number of them", "as a count", "a count", "as a number", "how many do we have", "how many is it",
        "how many rows", "how many rows is that", "how many results");
    private static final Set<String> LIST = Set.of(
        "list them", "show them", "show me them", "list those", "show those", "show me those", "which ones",
        "which ones are they", "which ones are these", "which ones are those", "which are they", "which", "who are they",
        "who", "who is that", "their names", "the names", "names", "show their names", "list their names", "which ones exactly",
        "what are they", "name them", "show me their names", "show me which ones", "which is it");
    private static final Set<String> PERCENT = Set.of(
        "as a percentage", "in percent", "as percentages", "percentages", "as a share", "as shares", "in %", "as percent",
        "percentage", "the share", "shares", "as a percent", "in percentages", "as percentage", "as a proportion",
        "as a percentage of the total", "as a share of the total", "as % of total", "the percentage", "the percentages", "as a %");
    private static final Set<String> TURN = Set.of(
        "the other way round", "the other way around", "reverse", "reversed", "reverse the order", "reverse it",
        "reverse order", "in reverse", "in reverse order", "other way round", "other way around", "flip it", "flip the order");
    // spotless:on
    private static final Map<Frame.Kind, Set<String>> WHOLE = Map.of(
            Frame.Kind.UNDATED, UNDATED,
            Frame.Kind.UNLIMITED, UNLIMITED,
            Frame.Kind.COUNT, COUNT,
            Frame.Kind.LIST, LIST,
            Frame.Kind.PERCENT, PERCENT,
            Frame.Kind.TURN, TURN);
    private static final Map<String, Aggregation> FOLDS = Map.ofEntries(
            Map.entry("average", Aggregation.AVERAGE),
            Map.entry("mean", Aggregation.AVERAGE),
            Map.entry("avg", Aggregation.AVERAGE),
            Map.entry("total", Aggregation.SUM),
            Map.entry("sum", Aggregation.SUM),
            Map.entry("highest", Aggregation.MAXIMUM),
            Map.entry("maximum", Aggregation.MAXIMUM),
            Map.entry("max", Aggregation.MAXIMUM),
            Map.entry("largest", Aggregation.MAXIMUM),
            Map.entry("lowest", Aggregation.MINIMUM),
            Map.entry("minimum", Aggregation.MINIMUM),
            Map.entry("min", Aggregation.MINIMUM),
            Map.entry("smallest", Aggregation.MINIMUM));
    private static final Set<String> HIGH = Set.of("top", "best", "highest", "largest", "biggest", "most");
    private static final Set<String> LOW = Set.of("bottom", "worst", "lowest", "smallest", "least", "fewest");
    private static final Set<String> AROUND =
            Set.of("the", "ones", "one", "rows", "results", "of", "them", "a", "list");
    private static final int MOST_ROWS = 1_000;

    private final List<Token> words;
    private final boolean asks;
    private boolean also;
    private boolean and;
    private boolean instead;
    private boolean only;
    private List<Token> replaced = List.of();

    private FrameReading(List<Token> tokens, boolean asks) {
        this.words = new ArrayList<>(tokens);
        this.asks = asks;
    }

    static Frame of(String text, List<Token> tokens) {
        return new FrameReading(tokens, text.strip().endsWith("?")).read();
    }

    private Frame read() {
        blankAsides();
        sortings();
        int start = passLeads();
        String rest = phrase(start);
        Optional<Frame> whole = whole(rest);
        if (whole.isPresent()) {
            return whole.get();
        }
        int why = after(start, WHYS);
        if (why > 0) {
            blank(start, why);
            return plain(Frame.Kind.WHY);
        }
        int what = after(start, WHATS);
        if (what > 0) {
            blank(start, what);
            return plain(Frame.Kind.WHAT_ABOUT);
        }
        int takes = after(start, TAKES);
        int excludes = Math.max(takes, after(start, EXCLUDES));
        if (excludes > 0) {
            Token last = words.get(excludes - 1);
            String word = takes > 0 ? "excluding" : "without";
            blank(start, excludes - 1);
            words.set(excludes - 1, new Token(last.text(), word, Stem.of(word), last.start(), last.end(), false));
            return plain(Frame.Kind.EXCLUDE);
        }
        int alls = after(start, ALLS);
        if (alls > 0) {
            blank(start, alls);
            return plain(Frame.Kind.ALL);
        }
        int shows = after(start, SHOWS);
        if (shows > 0) {
            blank(start, shows);
            return plain(Frame.Kind.SHOW);
        }
        return plain(Frame.Kind.PLAIN);
    }

    private void blankAsides() {
        for (int at = 0; at < words.size(); at++) {
            if (is(at, "instead") && is(at + 1, "of")) {
                instead = true;
                replaced = List.copyOf(words.subList(at + 2, words.size()));
                blank(at, words.size());
            } else if (is(at, "instead") || is(at, "rather")) {
                instead = true;
                blank(at, at + 1);
            }
            int more = after(at, ALSO);
            if (more > 0) {
                also = true;
                blank(at, more);
            }
            int soft = after(at, SOFT);
            only |= is(at, "only") || is(at, "just") || is(at, "solely") || is(at, "ones");
            if (soft > 0) {
                blank(at, soft);
            }
        }
    }

    /** "sort it by" is "sorted by". */
    private void sortings() {
        for (int at = 0; at + 2 < words.size(); at++) {
            boolean sort = is(at, "sort") || is(at, "order") || is(at, "rank");
            boolean it = is(at + 1, "it") || is(at + 1, "this") || is(at + 1, "that") || is(at + 1, "those");
            if (sort && it && is(at + 2, "by")) {
                Token old = words.get(at + 1);
                words.set(at + 1, new Token(old.text(), "sorted", Stem.of("sorted"), old.start(), old.end(), false));
                blank(at, at + 1);
            }
        }
    }

    private int passLeads() {
        int at = next(0);
        int end = lead(at);
        while (end > 0) {
            and |= is(at, "and");
            blank(at, end);
            at = next(end);
            end = lead(at);
        }
        return at;
    }

    private int lead(int at) {
        return after(at, WHATS) > 0 ? -1 : after(at, LEADS);
    }

    private int next(int from) {
        int at = from;
        while (at < words.size() && Row.isBlank(words.get(at))) {
            at++;
        }
        return at;
    }

    /** A follow-up that says all in one phrase. */
    private Optional<Frame> whole(String rest) {
        for (Map.Entry<Frame.Kind, Set<String>> kind : WHOLE.entrySet()) {
            if (kind.getValue().contains(rest)) {
                return Optional.of(plain(kind.getKey()));
            }
        }
        return fold(rest).or(() -> limit(rest));
    }

    /** "and the average?". */
    private Optional<Frame> fold(String rest) {
        String word = rest.replaceAll("^(what is|what was|what are) ", "")
                .replaceAll("^(the|an|a) ", "")
                .replaceAll(" (value|values|of that|of them|of those)$", "");
        Optional<Aggregation> fold =
                rest.equals("on average") ? Optional.of(Aggregation.AVERAGE) : Optional.ofNullable(FOLDS.get(word));
        return fold.map(found -> frame(Frame.Kind.FOLD, OptionalInt.empty(), Optional.empty(), Optional.of(found)));
    }

    /** "top 3", "the two best", "make it 5", "only the first ten". */
    private Optional<Frame> limit(String rest) {
        OptionalInt count = OptionalInt.empty();
        Optional<Boolean> rising = Optional.empty();
        boolean first = false;
        for (String word : rest.split(" ")) {
            OptionalInt number = number(word);
            if (number.isPresent() && count.isEmpty()) {
                count = number;
            } else if (HIGH.contains(word) || LOW.contains(word)) {
                rising = Optional.of(LOW.contains(word));
            } else if (word.equals("first")) {
                first = true;
            } else if (!AROUND.contains(word)) {
                return Optional.empty();
            }
        }
        boolean one =
                rest.matches("(the )?(top|best|bottom|worst|least|most|fewest)( one)?|(the )?(highest|lowest) one");
        if (count.isEmpty() && !one) {
            return Optional.empty();
        }
        return Optional.of(frame(
                Frame.Kind.LIMIT,
                count.isPresent() ? count : OptionalInt.of(1),
                first ? Optional.empty() : rising,
                Optional.empty()));
    }

    /** A number of rows; years are none. */
    private static OptionalInt number(String word) {
        if (word.matches("\\d{1,4}")) {
            int value = Integer.parseInt(word);
            return value > 0 && value <= MOST_ROWS ? OptionalInt.of(value) : OptionalInt.empty();
        }
        return English.number(word)
                .filter(value -> value > 0 && !word.equals("one"))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private Frame plain(Frame.Kind kind) {
        return frame(kind, OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    private Frame frame(Frame.Kind kind, OptionalInt count, Optional<Boolean> rising, Optional<Aggregation> fold) {
        return new Frame(kind, also, and, instead, only, asks, count, rising, fold, replaced, words);
    }

    private String phrase(int from) {
        return words.subList(Math.min(from, words.size()), words.size()).stream()
                .filter(token -> !Row.isBlank(token))
                .filter(token -> !token.word().equals(","))
                .map(Token::word)
                .collect(Collectors.joining(" "));
    }

    private int after(int at, String... phrases) {
        int longest = -1;
        for (String phrase : phrases) {
            String[] parts = phrase.split(" ");
            int end = at;
            while (end - at < parts.length && is(end, parts[end - at])) {
                end++;
            }
            if (end - at == parts.length) {
                longest = Math.max(longest, end);
            }
        }
        return longest;
    }

    private boolean is(int at, String word) {
        return at < words.size() && words.get(at).is(word);
    }

    private void blank(int from, int to) {
        for (int at = from; at < to; at++) {
            words.set(at, Row.blank(words.get(at)));
        }
    }
}
