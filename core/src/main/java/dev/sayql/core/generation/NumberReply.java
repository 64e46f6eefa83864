package dev.sayql.core.generation;

import dev.sayql.core.question.Question;
import dev.sayql.core.question.Refinement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A follow-up that is a number alone. Where a generator makes nothing of it, it was most likely to choose one of the meanings
 * that were offered, and whoever typed it is told what there is to choose from. Immutable.
 *
 * @param number its digits
 */
record NumberReply(String number) {

    private static final Pattern ALONE =
            Pattern.compile("(?:(?:option|number|no\\.?|#)\\s*)?(\\d{1,9})[.)]?", Pattern.CASE_INSENSITIVE);

    /** Makes of an earlier attempt what a generator made of it then: meanings to choose from, or something else. */
    @FunctionalInterface
    interface Proposing {

        Proposal of(Question asked, List<Attempt> before);
    }

    static Optional<NumberReply> of(Question question) {
        return question.refinement()
                .map(Refinement::text)
                .map(ALONE::matcher)
                .filter(Matcher::matches)
                .map(reply -> new NumberReply(reply.group(1)));
    }

    /** What is to be said in place of a decline: that nothing was offered, or once more what was. */
    Proposal inPlaceOf(Proposal.Declined declined, Question question, List<Attempt> earlier, Proposing proposing) {
        if (earlier.isEmpty() || earlier.size() != question.attempt() - 1) {
            return declined;
        }
        return earlier.getLast().outcome() == Attempt.Outcome.ANSWERED
                ? nothingOffered(declined)
                : offered(question, earlier, proposing)
                        .<Proposal>map(this::again)
                        .orElse(declined);
    }

    /** A number may also say how many rows to show, so why it does not is told too. */
    private static Proposal nothingOffered(Proposal.Declined declined) {
        Decline why = declined.decline();
        return new Proposal.Declined(
                new Decline(
                        why.reason(),
                        "There was nothing to choose from: the earlier question was answered. Nor does the number alone"
                                + " change it. " + why.message(),
                        why.unknownWords(),
                        why.nearest()),
                declined.bestGuess());
    }

    private Proposal again(Proposal.Unclear offered) {
        List<String> options = offered.clarification().options();
        String sentence =
                "There is no number %s: %d %s offered. Choose one of these by its number, or ask in other words."
                        .formatted(number, options.size(), options.size() == 1 ? "meaning was" : "meanings were");
        return new Proposal.Unclear(new Clarification(sentence, options), offered.bestGuess());
    }

    /** The meanings that were offered last; what was not understood since took nothing of them away. */
    private static Optional<Proposal.Unclear> offered(Question question, List<Attempt> earlier, Proposing proposing) {
        for (int at = earlier.size() - 1; at >= 0; at--) {
            Attempt attempt = earlier.get(at);
            if (attempt.outcome() != Attempt.Outcome.NOT_UNDERSTOOD) {
                return Optional.empty();
            }
            if (proposing.of(asked(question, attempt, at), earlier.subList(0, at))
                    instanceof Proposal.Unclear offered) {
                return Optional.of(offered);
            }
        }
        return Optional.empty();
    }

    private static Question asked(Question question, Attempt attempt, int before) {
        Optional<Refinement> refinement = before == 0
                ? Optional.empty()
                : question.refinement().map(last -> new Refinement(last.parent(), before + 1, attempt.text()));
        return new Question(
                question.id(),
                question.team(),
                question.source(),
                question.text(),
                question.tables(),
                question.execute(),
                question.maxRows(),
                attempt.askedAt(),
                refinement);
    }
}
