package dev.sayql.engine;

import dev.sayql.core.generation.Attempt;
import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.Revision;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Refinement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Changes earlier questions. Nothing of how a question was read is kept: the chain of what was said is read again, each
 * part as of its day, and must come to mean what was shown then. Immutable.
 */
final class Refiner {
    private static final int MOST_CANDIDATES = 5;

    private final Knowledge knowledge;
    private final Deciding deciding;

    Refiner(Knowledge knowledge, Deciding deciding) {
        this.knowledge = knowledge;
        this.deciding = deciding;
    }

    /** Ways to take a follow-up, best first; or why there is none. */
    sealed interface Taken {
        record Ways(List<Revised> ways) implements Taken {}

        record Declined(Decline decline) implements Taken {}
    }

    /** A guess, and what it changes of the earlier one. */
    record Revised(Guess guess, Revision revision) {}

    Proposal refine(Question question, List<Attempt> earlier) {
        String text = question.refinement().map(Refinement::text).orElse("");
        if (earlier.isEmpty() || earlier.size() != question.attempt() - 1) {
            return new Proposal.Declined(
                    decline(
                            "The beginning of this chain of questions is no longer kept. Please ask the whole question."),
                    Optional.empty());
        }
        return option(text, earlier, reread(earlier))
                .<Proposal>map(option -> new Proposal.Candidates(
                        List.of(option.candidate().revising(new Revision(Revision.Manner.CHOSEN, List.of())))))
                .orElseGet(() -> proposal(text, question.today(), earlier));
    }

    private Proposal proposal(String text, LocalDate today, List<Attempt> earlier) {
        return switch (take(text, today, earlier)) {
            case Taken.Declined(Decline decline) -> new Proposal.Declined(decline, Optional.empty());
            case Taken.Ways(List<Revised> ways) ->
                switch (ways.getFirst().revision().manner()) {
                    case NEW_QUESTION -> ofItsOwn(text, today, ways.getFirst().revision());
                    case ASKED_AGAIN -> {
                        Attempt first = earlier.getFirst();
                        yield ofItsOwn(
                                first.text(), first.today(), ways.getFirst().revision());
                    }
                    case CHANGED, REPAIRED, CHOSEN ->
                        new Proposal.Candidates(ways.stream()
                                .limit(MOST_CANDIDATES)
                                .map(way -> way.guess().candidate().revising(way.revision()))
                                .toList());
                };
        };
    }

    /** What stands for itself is decided as if it had been asked first. */
    private Proposal ofItsOwn(String text, LocalDate today, Revision revision) {
        return switch (deciding.of(text, today)) {
            case Judging.Judgement.Answered(List<Candidate> ranked) ->
                new Proposal.Candidates(ranked.stream()
                        .map(candidate -> candidate.revising(revision))
                        .toList());
            case Judging.Judgement.Choice choice -> choice.proposal();
            case Judging.Judgement.Declined declined -> declined.proposal();
        };
    }

    private Taken take(String text, LocalDate today, List<Attempt> earlier) {
        if (earlier.stream().anyMatch(attempt -> !attempt.local())) {
            return declined("The earlier answer did not come from words that I can read again, so I cannot change it."
                    + " Please ask the whole question.");
        }
        return text.isEmpty() ? repair(earlier) : follow(text, today, earlier);
    }

    private Taken follow(String text, LocalDate today, List<Attempt> earlier) {
        return switch (reread(earlier)) {
            case Reread.As(Guess base) -> new FollowUpReading(base, text, today, knowledge).taken();
            case Reread.Nothing() -> FollowUpReading.alone(text, today, knowledge);
            case Reread.Otherwise(Decline decline) -> new Taken.Declined(decline);
        };
    }

    /**
     * What a reply chooses of the meanings that were last offered; empty when it chooses none.
     *
     * @param base what the chain means so far
     */
    private Optional<Option> option(String reply, List<Attempt> before, Reread base) {
        for (int at = before.size() - 1; at >= 0; at--) {
            Attempt asked = before.get(at);
            if (reply.isEmpty() || asked.outcome() != Attempt.Outcome.NOT_UNDERSTOOD) {
                return Optional.empty();
            }
            List<Option> offered =
                    at == 0 || isNewQuestion(asked, base) ? deciding.options(asked.text(), asked.today()) : List.of();
            if (!offered.isEmpty()) {
                return Option.named(reply, offered);
            }
        }
        return Optional.empty();
    }

    private boolean isNewQuestion(Attempt attempt, Reread base) {
        return !attempt.text().isEmpty()
                && follow(base, attempt) instanceof Taken.Ways(List<Revised> ways)
                && ways.getFirst().revision().manner() == Revision.Manner.NEW_QUESTION;
    }

    /** What the chain means now. */
    private sealed interface Reread {
        record As(Guess guess) implements Reread {}

        /** Nothing of it was ever understood. */
        record Nothing() implements Reread {}

        /** It is read otherwise than it was then. */
        record Otherwise(Decline decline) implements Reread {}
    }

    private Reread reread(List<Attempt> chain) {
        Reread base = new Reread.Nothing();
        for (int at = 0; at < chain.size(); at++) {
            Attempt attempt = chain.get(at);
            if (attempt.outcome() == Attempt.Outcome.NOT_UNDERSTOOD) {
                continue;
            }
            Optional<Option> option = option(attempt.text(), chain.subList(0, at), base);
            if (option.isPresent()) {
                base = option.get().guess().<Reread>map(Reread.As::new).orElseGet(Refiner::notFromWords);
            } else {
                Taken taken = at == 0
                        ? first(attempt)
                        : attempt.text().isEmpty() ? repair(chain.subList(0, at)) : follow(base, attempt);
                base = chosen(taken, attempt);
            }
            if (base instanceof Reread.Otherwise) {
                return isLearned(attempt) ? notFromWords() : base;
            }
        }
        return base;
    }

    /** Whether what was shown is what would be shown today, although no reading of the words means it. */
    private boolean isLearned(Attempt attempt) {
        return deciding.options(attempt.text(), attempt.today()).stream()
                .findFirst()
                .map(Option::text)
                .equals(attempt.meaning());
    }

    private static Reread notFromWords() {
        return new Reread.Otherwise(
                decline("That answer did not come from words that I can read again, so I cannot change"
                        + " it. Please ask the whole question."));
    }

    private Taken follow(Reread base, Attempt attempt) {
        return base instanceof Reread.As(Guess guess)
                ? new FollowUpReading(guess, attempt.text(), attempt.today(), knowledge).taken()
                : FollowUpReading.alone(attempt.text(), attempt.today(), knowledge);
    }

    private Taken first(Attempt attempt) {
        return whole(Whole.of(attempt.text(), attempt.today(), knowledge), Revision.Manner.ASKED_AGAIN);
    }

    static Taken whole(Whole whole, Revision.Manner manner) {
        return switch (whole) {
            case Whole.Answered(List<Guess> guesses) ->
                new Taken.Ways(guesses.stream()
                        .map(guess -> new Revised(guess, new Revision(manner, List.of())))
                        .toList());
            case Whole.Declined(Decline decline, var _) -> new Taken.Declined(decline);
        };
    }

    /** The way that was shown; for what was never shown, the best one. */
    private static Reread chosen(Taken taken, Attempt attempt) {
        List<Guess> guesses = taken instanceof Taken.Ways(List<Revised> ways)
                ? ways.stream().map(Revised::guess).toList()
                : List.of();
        return guesses.stream()
                .filter(guess -> attempt.meaning()
                        .filter(meaning -> !meaning.equals(guess.candidate().restatement()))
                        .isEmpty())
                .findFirst()
                .<Reread>map(Reread.As::new)
                .orElseGet(() -> new Reread.Otherwise(decline(
                        "What was asked before would be understood otherwise today, for the data or its words have changed."
                                + " Please ask the whole question anew.")));
    }

    /** Nothing was said: what went wrong with the last attempt says what to do. */
    private Taken repair(List<Attempt> chain) {
        Attempt last = chain.getLast();
        return switch (last.outcome()) {
            case TOO_MUCH ->
                switch (reread(chain)) {
                    case Reread.As(Guess guess) -> new Lightening(guess, last.today(), knowledge).taken();
                    case Reread.Nothing() -> declined("Nothing was understood that could be repaired.");
                    case Reread.Otherwise(Decline decline) -> new Taken.Declined(decline);
                };
            case NOT_RUN, NOT_UNDERSTOOD, INTERRUPTED -> again(chain);
            case ANSWERED -> declined("The earlier question was answered. Say what is to change.");
        };
    }

    /** The same once more; the caller leaves out what is known not to run. */
    private Taken again(List<Attempt> chain) {
        Attempt last = chain.getLast();
        List<Attempt> before = chain.subList(0, chain.size() - 1);
        Taken taken = before.isEmpty()
                ? first(last)
                : last.text().isEmpty() ? repair(before) : follow(last.text(), last.today(), before);
        return taken instanceof Taken.Ways(List<Revised> ways) && last.outcome() == Attempt.Outcome.NOT_RUN
                ? new Taken.Ways(ways.stream()
                        .map(way -> new Revised(
                                way.guess(),
                                new Revision(
                                        Revision.Manner.REPAIRED, way.revision().changes())))
                        .toList())
                : taken;
    }

    static Taken declined(String sentence) {
        return new Taken.Declined(decline(sentence));
    }

    private static Decline decline(String sentence) {
        return new Decline(Decline.Reason.UNSUPPORTED, sentence, List.of(), List.of());
    }
}
