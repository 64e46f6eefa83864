package dev.sayql.core.generation;

import java.util.List;
import java.util.Optional;

/** What a generator makes of a question. */
public sealed interface Proposal {

    /** Ways to answer, best first; never empty. */
    record Candidates(List<Candidate> ranked) implements Proposal {
        public Candidates {
            ranked = List.copyOf(ranked);
            if (ranked.isEmpty()) {
                throw new IllegalArgumentException("candidates are never empty; decline instead");
            }
        }
    }

    /** Readings that differ in what they would show; the person must choose. */
    record Unclear(Clarification clarification, Optional<Candidate> bestGuess) implements Proposal {}

    /** Not answered. The best guess is for measuring only, and is never run for a person. */
    record Declined(Decline decline, Optional<Candidate> bestGuess) implements Proposal {}
}
