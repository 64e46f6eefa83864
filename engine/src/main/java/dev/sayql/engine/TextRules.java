package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What narrows the rows by a piece of text: containing, starting with, ending with. */
final class TextRules {
    /** Words that rank, though they may stand in a name: a best bitter. */
    private static final Set<String> RANKING = Set.of("best", "worst", "most", "least", "first", "last", "latest");

    // spotless:off
    /** Words that relate what stands around them, though they may stand in a title: "next to the name". */
    private static final Set<String> RELATING = Set.of(
            "next", "beside", "besides", "together", "along", "alongside", "over", "under", "between", "behind", "during", "while",
            "until", "since", "ever", "every", "each", "other", "others", "another", "same", "both", "after", "before", "above",
            "below", "again", "including", "against", "without", "within", "through");
    // spotless:on

    private TextRules() {}

    /** "containing 'pro'", "starting with A", "name is 'Unknown Inc'". */
    static void texts(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.skip(at, Set.of("with", "whose", "where", "that", "have", "has", "a", "the", "having", "in"));
        for (Found<Mention.OfColumn> column : Targets.introduced(chart, at, lead)) {
            int next = chart.skip(column.end(), Set.of("that", "which", "is", "are", "of", "was", "="));
            addText(chart, at, next, column.value(), column.quality(), pieces);
            if (next < chart.size()
                    && chart.token(next).quoted()
                    && chart.values(next).isEmpty()) {
                pieces.accept(new Piece.HasText(
                        Rule.span(at, next + 1, 1.02 * column.quality()),
                        column.value(),
                        TextMatch.EQUALS,
                        chart.token(next).text(),
                        false));
            }
        }
    }

    /** "with 'smart' in the name", "that mention gift wrap in the notes": the text, then where it stands. */
    static void within(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.skip(
                at, Set.of("that", "which", "who", "with", "have", "has", "having", "the", "word", "words", "phrase"));
        int verb = chart.after(
                lead,
                "mention",
                "mentions",
                "mentioning",
                "contain",
                "contains",
                "containing",
                "say",
                "says",
                "saying",
                "include",
                "includes",
                "including");
        int text = chart.skip(verb > 0 ? verb : lead, Set.of("the", "word", "words", "phrase", "text", "a"));
        boolean quoted = text < chart.size() && chart.token(text).quoted();
        if (text >= chart.size() || (verb < 0 && (!quoted || lead == at))) {
            return;
        }
        for (int end = text + 1; end <= Math.min(quoted ? text + 1 : text + 4, chart.size()); end++) {
            int in = chart.after(end, "in the", "in their", "in its", "in", "as part of the", "anywhere in the");
            if (in > 0) {
                for (Found<Mention.OfColumn> column : Targets.columns(chart, in)) {
                    if (isText(chart, column.value()) && column.quality() > 0.65) {
                        pieces.accept(new Piece.HasText(
                                Rule.span(at, column.end(), 1.03),
                                column.value(),
                                TextMatch.CONTAINS,
                                chart.text(text, end),
                                false));
                    }
                }
            }
        }
    }

    private static boolean isText(Chart chart, Mention.OfColumn column) {
        return column.options().stream()
                .anyMatch(option -> chart.column(option.meaning())
                        .filter(found -> found.dataType().isText())
                        .isPresent());
    }

    /** "the laptop", where no product is called just so but some have the word in their names. */
    static void partials(Chart chart, int at, Consumer<Piece> pieces) {
        int noun = chart.skip(at, Set.of("the", "a", "an", "any", "all", "our"));
        Token token = noun < chart.size() ? chart.token(noun) : chart.token(at);
        boolean plain = noun < chart.size()
                && !token.quoted()
                && token.word().length() > 3
                && token.stem().length() > 3
                && !chart.isNamed(noun)
                && !English.FILLERS.contains(token.word())
                && !English.OPENERS.contains(token.word())
                && !English.LINKING_STEMS.contains(token.stem())
                && !RANKING.contains(token.word())
                && !RELATING.contains(token.word())
                && !Cues.NOT.contains(token.word())
                && English.number(token.word()).isEmpty();
        // "donated to the archive" says where to, and nothing of a title.
        if (!plain || isThing(chart, at, noun) || chart.is(at - 1, "to", "into")) {
            return;
        }
        List<Mention.Option<ColumnName>> options = chart.columnsContaining(token).stream()
                .filter(chart::isLabel)
                .map(column -> new Mention.Option<>(column, 1))
                .toList();
        if (!options.isEmpty()) {
            // The singular finds the plural, too.
            String word = token.word();
            String text = word.startsWith(token.stem()) ? token.stem() : word;
            pieces.accept(new Piece.HasText(
                    Rule.span(at, noun + 1, 0.75),
                    new Mention.OfColumn(noun, noun + 1, options),
                    TextMatch.CONTAINS,
                    text,
                    false));
        }
    }

    /** "which grounds", "the Camden club": what is asked for, or what somebody is, is no part of a name. */
    private static boolean isThing(Chart chart, int at, int noun) {
        String word = chart.token(noun).word();
        boolean capital = Character.isUpperCase(chart.token(noun).text().charAt(0)) && noun > 0;
        boolean first = IntStream.range(0, at)
                .allMatch(before -> English.FILLERS.contains(chart.token(before).word())
                        || English.OPENERS.contains(chart.token(before).word())
                        || chart.is(before, "how", "many", "number", "all"));
        boolean plural = word.endsWith("s") && !word.endsWith("ss");
        boolean behindName = IntStream.range(Math.max(0, at - 4), at)
                .anyMatch(start -> chart.values(start).stream()
                        .anyMatch(value -> value.end() == noun
                                && value.hits().stream().anyMatch(hit -> chart.isLabel(hit.column()))));
        return !capital && ((first && plural) || chart.is(noun - 1, "all", "many", "our") || behindName);
    }

    /** "contains don't buy": more than a word, and not quoted. */
    private static boolean isPart(Token said) {
        return !said.quoted()
                && (said.end() - said.start() != said.text().length() || English.FILLERS.contains(said.word()));
    }

    private static void addText(
            Chart chart, int start, int at, Mention.OfColumn column, double quality, Consumer<Piece> pieces) {
        int bare = chart.after(at, "does not", "do not", "not");
        int verb = bare > 0 ? bare : at;
        int contains = chart.after(
                verb,
                "containing",
                "contains",
                "contain",
                "including",
                "includes",
                "include",
                "with",
                "has",
                "like",
                "mentioning",
                "mentions");
        int starts = chart.after(
                verb, "starting with", "starts with", "start with", "beginning with", "begins with", "begin with");
        int ends = chart.after(verb, "ending with", "ends with", "end with", "ending in", "ends in", "end in");
        int after = Math.max(contains, Math.max(starts, ends));
        int text = after < 0
                ? -1
                : chart.skip(
                        after, Set.of("the", "word", "words", "letter", "text", "string", "a", "substring", "phrase"));
        if (text < 0 || text >= chart.size() || isPart(chart.token(text))) {
            return;
        }
        boolean loose = contains > 0 && chart.is(verb, "with", "has");
        if (loose && !chart.token(text).quoted()) {
            return;
        }
        TextMatch match = starts > 0 ? TextMatch.STARTS_WITH : ends > 0 ? TextMatch.ENDS_WITH : TextMatch.CONTAINS;
        pieces.accept(new Piece.HasText(
                Rule.span(start, text + 1, 1.04 * quality),
                column,
                match,
                chart.token(text).text(),
                bare > 0));
    }
}
