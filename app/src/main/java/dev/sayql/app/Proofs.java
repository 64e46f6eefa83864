package dev.sayql.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Which questions are answered for sure, as far as they were put to the engine; the latest used are kept. Thread-safe. */
final class Proofs {
    private static final int MOST_KEPT = 5_000;

    private final Predicate<String> isSure;
    private final Map<String, Boolean> outcomes = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_KEPT;
        }
    };

    Proofs(Predicate<String> isSure) {
        this.isSure = isSure;
    }

    /** Puts a question to the engine, unless that was done; what makes the engine fail is not sure. */
    void prove(String question) {
        if (!isKnown(question)) {
            boolean sure = false;
            try {
                sure = isSure.test(question);
            } finally {
                synchronized (outcomes) {
                    outcomes.put(question, sure);
                    outcomes.notifyAll();
                }
            }
        }
    }

    /** The first that is not known; none once so many before it are answered for sure. */
    Optional<String> next(List<String> questions, int most) {
        synchronized (outcomes) {
            int sure = 0;
            for (String question : questions) {
                Boolean outcome = outcomes.get(question);
                if (outcome == null) {
                    return sure < most ? Optional.of(question) : Optional.empty();
                }
                sure += outcome ? 1 : 0;
            }
            return Optional.empty();
        }
    }

    private boolean isKnown(String question) {
        synchronized (outcomes) {
            return outcomes.containsKey(question);
        }
    }

    /**
     * Those that are answered for sure, in order. Waits until there are enough, or all are known, or it is too late: whoever
     * goes on typing gets the others with the next key.
     *
     * @param enough when so many are there, nobody waits for more
     * @param until as {@link System#nanoTime} tells it
     */
    List<String> sure(List<String> questions, int most, int enough, long until) {
        synchronized (outcomes) {
            List<String> found = sure(questions, most);
            while (found.size() < enough && !outcomes.keySet().containsAll(questions)) {
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    break;
                }
                try {
                    outcomes.wait(left);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    break;
                }
                found = sure(questions, most);
            }
            return found;
        }
    }

    private List<String> sure(List<String> questions, int most) {
        return questions.stream()
                .filter(question -> outcomes.getOrDefault(question, false))
                .limit(most)
                .toList();
    }
}
