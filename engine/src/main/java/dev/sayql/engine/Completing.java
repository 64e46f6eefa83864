package dev.sayql.engine;

import dev.sayql.engine.QuestionPattern.Part;
import dev.sayql.engine.QuestionPattern.Place;
import dev.sayql.engine.Vocabulary.Said;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds questions that begin with what was typed: by patterns, whose places are filled with the words of the source; and by
 * completing the last words, whatever stands before them. For one text; nothing found has been put to the engine yet.
 */
final class Completing {
    /** Of what may fill a place, so many are tried where something was typed for it, and where nothing was. */
    private static final int MOST_TYPED = 6;

    private static final int MOST_FREE = 3;
    /** What is called by so many words at most is completed word by word. */
    private static final int LONGEST_PHRASE = 3;

    private static final int LOOKED_AT = 400;

    private static final Pattern COUNTING = Pattern.compile(
            "(what is the |what are the |show me the |show the |give me the )?(how many|number of|count of|count) ");

    private final Vocabulary vocabulary;
    private final String typed;
    private final String folded;

    /**
     * @param typed as people type: a blank at the end says that the last word is whole
     */
    Completing(String typed, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.typed = typed.stripLeading().replaceAll("\\s+", " ");
        this.folded = this.typed.toLowerCase(Locale.ROOT);
    }

    /** A question half made: what is said by now, what was typed beyond it, and of which tables it is. */
    private record State(String said, String rest, List<TableName> tables) {
        /** With these words next, when what was typed allows them. */
        Optional<State> and(String words, List<TableName> of) {
            return and(words, words.toLowerCase(Locale.ROOT), of);
        }

        /** @param next the words in small letters */
        Optional<State> and(String words, String next, List<TableName> of) {
            if (next.startsWith(rest)) {
                return Optional.of(new State(said + words, "", of));
            }
            return rest.startsWith(next) && (next.endsWith(" ") || rest.charAt(next.length()) == ' ')
                    ? Optional.of(new State(said + words, rest.substring(next.length()), of))
                    : Optional.empty();
        }
    }

    /** Up to so many, in turn from each way to complete, the most usual way first. */
    List<String> all(int most) {
        List<List<String>> ways = new ArrayList<>();
        for (QuestionPattern pattern : QuestionPattern.ALL) {
            starts(pattern).forEach(start -> {
                List<State> ends = new ArrayList<>();
                follow(pattern.parts(), start, ends);
                ways.add(ends.stream().map(State::said).toList());
            });
        }
        ways.addAll(Math.min(1, ways.size()), List.of(lastWords(), continued()));
        return inTurn(ways)
                .filter(question -> !countsNoRows(question))
                .map(this::asTyped)
                .distinct()
                .limit(most)
                .toList();
    }

    private Stream<State> starts(QuestionPattern pattern) {
        State plain = new State("", folded, List.of());
        if (!pattern.opened()) {
            return Stream.of(plain);
        }
        Stream<State> opened = QuestionPattern.OPENINGS.stream()
                .filter(folded::startsWith)
                .limit(1)
                .map(opening -> new State(opening, folded.substring(opening.length()), List.of()));
        return Stream.concat(Stream.of(plain), opened);
    }

    private void follow(List<Part> parts, State state, List<State> into) {
        if (parts.isEmpty()) {
            if (state.rest().isBlank()) {
                into.add(state);
            }
            return;
        }
        List<Part> others = parts.subList(1, parts.size());
        switch (parts.getFirst()) {
            case Part.Words(String text) ->
                state.and(text, state.tables()).ifPresent(next -> follow(others, next, into));
            case Part.Filled(Place place) ->
                fillings(place, state)
                        .limit(state.rest().isBlank() ? MOST_FREE : MOST_TYPED)
                        .forEach(next -> follow(others, next, into));
        }
    }

    private Stream<State> fillings(Place place, State state) {
        if (place == Place.NUMBER) {
            String number = state.rest().replaceFirst("\\D.*", "");
            return state.and(number.isEmpty() ? "5" : number, state.tables()).stream();
        }
        return words(place, state.tables()).stream()
                .flatMap(said -> state.and(said.text(), said.folded(), of(said, state)).stream());
    }

    /** A measure or the rows say what all is about; what comes later tells of the same. */
    private static List<TableName> of(Said said, State state) {
        return state.tables().isEmpty() ? said.tables() : state.tables();
    }

    private List<Said> words(Place place, List<TableName> tables) {
        boolean free = tables.isEmpty();
        return switch (place) {
            case ROWS -> free ? vocabulary.rows() : vocabulary.rows(tables);
            case MEASURE -> free ? vocabulary.measures() : vocabulary.measures(tables);
            case METRIC ->
                vocabulary.metrics().stream()
                        .filter(metric -> free || metric.tables().stream().anyMatch(tables::contains))
                        .toList();
            case GROUP -> free ? List.of() : vocabulary.groups(tables);
            case VALUE -> free ? List.of() : vocabulary.values(tables);
            case RELATED -> vocabulary.related(tables);
            case NUMBER -> List.of();
        };
    }

    /** "orders shipped to Ger": what the last words begin, what the others speak of first. */
    private List<String> lastWords() {
        List<String> found = new ArrayList<>();
        List<TableName> tables = mentioned();
        int start = folded.length();
        for (int words = 1; words <= LONGEST_PHRASE && start > 0; words++) {
            start = folded.lastIndexOf(' ', start - 2) + 1;
            String begun = folded.substring(start);
            if (begun.isBlank()) {
                continue;
            }
            String head = typed.substring(0, start);
            Stream.concat(near(tables), vocabulary.startingWith(begun).limit(LOOKED_AT))
                    .filter(said -> said.folded().startsWith(begun))
                    .map(said -> head + said.text())
                    .distinct()
                    .limit(MOST_TYPED)
                    .forEach(found::add);
        }
        return found;
    }

    private Stream<Said> near(List<TableName> tables) {
        return Stream.of(
                        vocabulary.values(tables),
                        vocabulary.groups(tables),
                        vocabulary.measures(tables),
                        vocabulary.rows(tables))
                .flatMap(List::stream);
    }

    /** What was typed may be whole, and can be said more closely. */
    private List<String> continued() {
        String whole = folded.strip();
        List<TableName> tables = mentioned();
        if (tables.isEmpty()) {
            return List.of();
        }
        if (whole.endsWith(" by") || whole.endsWith(" per")) {
            return after(vocabulary.groups(tables));
        }
        if (Stream.of(" in", " from", " to", " for").anyMatch(whole::endsWith)) {
            return after(vocabulary.values(tables));
        }
        Stream<String> groups = whole.contains(" by ")
                ? Stream.empty()
                : vocabulary.groups(tables).stream()
                        .limit(MOST_FREE)
                        .map(group -> typed.strip() + " by " + group.text());
        return Stream.concat(Stream.of(typed.strip()), groups).toList();
    }

    /** "how many order date", "how many title by genre": a column, which no rows are called by, where rows are counted. */
    private boolean countsNoRows(String question) {
        String small = question.toLowerCase(Locale.ROOT);
        Matcher counting = COUNTING.matcher(small);
        if (!counting.lookingAt()) {
            return false;
        }
        String counted = small.substring(counting.end())
                .split(" (by|per|in|from|last|this) ", 2)[0]
                .strip();
        int space = counted.indexOf(' ');
        boolean ofRows = space > 0
                && vocabulary.isCounted(TableWords.plural(counted.substring(0, space)))
                && isColumn(counted.substring(space + 1));
        return ofRows || isColumn(counted);
    }

    /** Said of one, that is: "how many seats" may be told by a column. */
    private boolean isColumn(String words) {
        boolean many = words.endsWith("s") && !words.endsWith("ss") && !words.endsWith("us");
        return !many && vocabulary.isColumn(words) && !vocabulary.isCounted(words);
    }

    private List<String> after(List<Said> words) {
        return words.stream()
                .limit(MOST_TYPED)
                .map(said -> typed.strip() + " " + said.text())
                .toList();
    }

    /** The tables of which the typed words speak, the first one first. */
    private List<TableName> mentioned() {
        List<String> words = List.of(folded.strip().split(" "));
        List<TableName> found = new ArrayList<>();
        for (int start = 0; start < words.size(); start++) {
            for (int end = Math.min(words.size(), start + LONGEST_PHRASE); end > start; end--) {
                List<Said> called = vocabulary.called(String.join(" ", words.subList(start, end)));
                if (!called.isEmpty()) {
                    called.stream().limit(MOST_FREE).map(Said::tables).forEach(found::addAll);
                    break;
                }
            }
        }
        return found.stream().distinct().limit(MOST_TYPED).toList();
    }

    private static Stream<String> inTurn(List<List<String>> ways) {
        int longest = ways.stream().mapToInt(List::size).max().orElse(0);
        return Stream.iterate(0, turn -> turn < longest, turn -> turn + 1)
                .flatMap(turn -> ways.stream().filter(way -> way.size() > turn).map(way -> way.get(turn)));
    }

    /** As a sentence begins, unless it was begun otherwise. */
    private String asTyped(String question) {
        boolean small = !typed.isEmpty() && Character.isLowerCase(typed.charAt(0));
        return question.isEmpty() || small
                ? question
                : question.substring(0, 1).toUpperCase(Locale.ROOT) + question.substring(1);
    }
}
