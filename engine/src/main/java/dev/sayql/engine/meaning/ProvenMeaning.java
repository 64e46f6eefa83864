package dev.sayql.engine.meaning;

import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.Meaning;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.Question;
import dev.sayql.engine.LocalEngine;
import dev.sayql.engine.SourceWords;
import dev.sayql.engine.Stem;
import dev.sayql.engine.Token;
import dev.sayql.engine.Tokens;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells what a question means by what the local engine makes of it. Where the engine is sure enough, the meaning is its query and
 * what the words commit to beyond it: negation, difference, alternatives, order. Where it is not, the meaning is the wording
 * itself, less what says nothing. Nouns that the source has no use for count as the one name that they are another word for.
 * Thread-safe.
 */
public final class ProvenMeaning implements Meaning {

    /** From here on the query that the engine likes best is taken for what was asked. */
    private static final double SURE = 0.5;
    /** A column as the engine writes it, behind its table. */
    private static final Pattern COLUMN = Pattern.compile("\\.\"?([\\p{L}\\p{N}_]+)");

    private static final Pattern LAST_ORDER = Pattern.compile("\nORDER BY [^\n]*$");
    /** What a query need not show although the question said it. */
    private static final Set<Cue> COMMITMENTS = EnumSet.of(
            Cue.NOT,
            Cue.DIFFERENT,
            Cue.OR,
            Cue.BOTH,
            Cue.MORE,
            Cue.LESS,
            Cue.BETWEEN,
            Cue.AVERAGE,
            Cue.MOST,
            Cue.LEAST,
            Cue.DOWN,
            Cue.UP,
            Cue.NUMBER);

    private final LocalEngine engine;

    /** By what the engine makes of a question without reading: what is kept by its meaning is found again on every machine. */
    public ProvenMeaning(LocalEngine engine) {
        this.engine = engine.withoutReading();
    }

    @Override
    public Optional<String> of(Question question, SourceContext context) {
        if (question.refinement().isPresent()) {
            return Optional.empty();
        }
        return reading(question, context, engine.wordsOf(context))
                .map(reading -> reading.query()
                        .map(query -> "query " + query)
                        .orElseGet(() -> reading.wording().inWords()));
    }

    /**
     * Whether two questions about a source are proven to mean the same: they share their meaning, or differ only in nouns of which
     * one means nothing in the source and stands where the other, near it in English, does; or the engine makes the same query of both,
     * and nothing that only one of them says is lost in it.
     */
    @Override
    public boolean areSame(Question first, Question second, SourceContext context) {
        SourceWords source = engine.wordsOf(context);
        if (first.refinement().isPresent()
                || second.refinement().isPresent()
                || isDoneToAll(first) != isDoneToAll(second)
                || Opposites.tell(first.text(), second.text())) {
            return false;
        }
        if (differInNounsOnly(Phrasing.plain(first.text(), source), Phrasing.plain(second.text(), source), source)) {
            return true;
        }
        Optional<Reading> one = reading(first, context, source);
        Optional<Reading> other = reading(second, context, source);
        return one.isPresent()
                && other.isPresent()
                && (differInNounsOnly(
                                one.get().wording().text(),
                                other.get().wording().text(),
                                source)
                        || shareMeaning(one.get(), other.get(), source)
                        || shareQuery(one.get(), other.get(), source));
    }

    private static boolean isDoneToAll(Question question) {
        return Cue.isDoneToAll(
                Tokens.of(question.text()).stream().map(Token::word).toList());
    }

    /** As they stand, or where both ask in the one way of asking. */
    private static boolean differInNounsOnly(String one, String other, SourceWords source) {
        return Wording.differInNounsOnly(one, other, source)
                || Wording.differInNounsOnly(asked(one, source), asked(other, source), source);
    }

    private static String asked(String question, SourceWords source) {
        return Asking.withThingsFirst(Asking.plain(question, source), source);
    }

    /** What the engine makes of a question in the words of its source. */
    private record Reading(Wording wording, Optional<Candidate> best, boolean guessed) {

        Optional<String> query() {
            return best.map(candidate -> candidate.sql().text());
        }

        /** Without the order that the engine shows rows in where nobody asked for one. */
        Optional<String> queryAsAsked() {
            return query().map(query -> wording.saysOrder() || query.contains("\nLIMIT ")
                    ? query
                    : LAST_ORDER.matcher(query).replaceFirst(""));
        }

        Optional<Candidate> sure() {
            return guessed ? Optional.empty() : best.filter(candidate -> candidate.confidence() >= SURE);
        }
    }

    private Optional<Reading> reading(Question question, SourceContext context, SourceWords source) {
        Wording wording = Wording.of(Phrasing.plain(question.text(), source), source);
        return wording.text().length() > Question.MAX_CHARACTERS
                ? Optional.empty()
                : Optional.of(readingOf(wording, engine.propose(question.inWords(wording.text()), context)));
    }

    private static String meaning(Reading reading, SourceWords source) {
        Wording wording = reading.wording();
        return reading.sure()
                .map(candidate -> "query " + wording.asks() + commitments(wording) + shown(wording, candidate)
                        + wording.namesBeyond(candidate.sql().text(), source) + "\n"
                        + candidate.sql().text())
                .orElseGet(wording::inWords);
    }

    private static boolean shareMeaning(Reading one, Reading other, SourceWords source) {
        return meaning(one, source).equals(meaning(other, source))
                && new SharedQuery(one.query().orElse(""), true, source)
                        .isContradictedByNeither(one.wording(), other.wording());
    }

    private static boolean shareQuery(Reading one, Reading other, SourceWords source) {
        boolean sure = one.sure().isPresent() && other.sure().isPresent();
        return one.queryAsAsked()
                .filter(query -> other.queryAsAsked().equals(Optional.of(query)))
                .map(query -> new SharedQuery(query, sure, source))
                .filter(shared -> shared.isMeantByBoth(one.wording(), other.wording())
                        || shared.isMeantByBoth(asked(one, source), asked(other, source)))
                .isPresent();
    }

    private static Wording asked(Reading reading, SourceWords source) {
        String plain = Asking.plain(reading.wording().text(), source);
        return new Wording(plain, Tokens.of(plain));
    }

    /** What the engine declines, or asks back about, it is not sure of, however likely its guess. */
    private static Reading readingOf(Wording wording, Proposal proposal) {
        return switch (proposal) {
            case Proposal.Candidates(List<Candidate> ranked) ->
                new Reading(wording, Optional.of(ranked.getFirst()), false);
            case Proposal.Unclear(var _, Optional<Candidate> guess) -> new Reading(wording, guess, true);
            case Proposal.Declined(var _, Optional<Candidate> guess) -> new Reading(wording, guess, true);
        };
    }

    /** Which of the columns shown were asked for: what the engine shows beside them to tell rows apart was not. */
    private static Set<String> shown(Wording wording, Candidate candidate) {
        Set<String> columns =
                Set.copyOf(Stem.ofWords(shownColumns(candidate.sql().text())));
        Set<String> asked = new TreeSet<>(wording.said());
        asked.retainAll(columns);
        return asked;
    }

    /** The names of the columns that a query shows. */
    static String shownColumns(String query) {
        return COLUMN.matcher(query.split("\nFROM ", 2)[0])
                .results()
                .map(column -> column.group(1))
                .collect(Collectors.joining(" "));
    }

    private static Set<Cue> commitments(Wording wording) {
        Set<Cue> found = Cue.of(wording.words().stream().map(Token::word).toList());
        found.retainAll(COMMITMENTS);
        return found;
    }
}
