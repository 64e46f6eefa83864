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

    public ProvenMeaning(LocalEngine engine) {
        this.engine = engine;
    }

    @Override
    public Optional<String> of(Question question, SourceContext context) {
        if (question.refinement().isPresent()) {
            return Optional.empty();
        }
        SourceWords source = engine.wordsOf(context);
        Wording wording = Wording.of(question.text(), source);
        if (wording.text().length() > Question.MAX_CHARACTERS) {
            return Optional.empty();
        }
        return Optional.of(best(reworded(question, wording), context)
                .filter(candidate -> candidate.confidence() >= SURE)
                .map(candidate -> "query " + commitments(wording) + shown(wording, candidate)
                        + wording.namesBeyond(candidate.sql().text(), source) + "\n"
                        + candidate.sql().text())
                .orElseGet(() -> "words " + String.join(" ", wording.said())));
    }

    /**
     * Whether two questions about a source are proven to mean the same: they share their meaning, or differ only in nouns of which
     * one is a name in the source and the other, which stands in its place and is near it in English, means nothing there.
     */
    public boolean areSame(Question first, Question second, SourceContext context) {
        boolean own = first.refinement().isEmpty() && second.refinement().isEmpty();
        return own
                && (Wording.differInNounsOnly(first.text(), second.text(), engine.wordsOf(context))
                        || of(first, context).equals(of(second, context)));
    }

    private static Question reworded(Question question, Wording wording) {
        return new Question(
                question.id(),
                question.team(),
                question.source(),
                wording.text(),
                question.tables(),
                question.execute(),
                question.maxRows(),
                question.askedAt());
    }

    private Optional<Candidate> best(Question question, SourceContext context) {
        return switch (engine.propose(question, context)) {
            case Proposal.Candidates(List<Candidate> ranked) -> Optional.of(ranked.getFirst());
            case Proposal.Unclear(var _, Optional<Candidate> guess) -> guess;
            case Proposal.Declined(var _, Optional<Candidate> guess) -> guess;
        };
    }

    /** Which of the columns shown were asked for: what the engine shows beside them to tell rows apart was not. */
    private static Set<String> shown(Wording wording, Candidate candidate) {
        String selected = candidate.sql().text().split("\nFROM ", 2)[0];
        Set<String> columns = COLUMN.matcher(selected)
                .results()
                .flatMap(column -> Stem.ofWords(column.group(1)).stream())
                .collect(Collectors.toSet());
        Set<String> asked = new TreeSet<>(wording.said());
        asked.retainAll(columns);
        return asked;
    }

    private static Set<Cue> commitments(Wording wording) {
        Set<Cue> found = Cue.of(wording.words().stream().map(Token::word).toList());
        found.retainAll(COMMITMENTS);
        return found;
    }
}
