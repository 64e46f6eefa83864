package dev.sayql.engine;

import dev.sayql.core.generation.Change;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.generation.Revision;
import dev.sayql.core.generation.Understood;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one follow-up against what was asked before: as a change of it, or as a question of its own. For one use. */
final class FollowUpReading {
    private static final int READINGS = 10;
    private static final double NEAR = 0.4;
    private static final Set<String> OPENERS = Set.of(
            "how", "what", "which", "who", "when", "where", "list", "show", "give", "find", "count", "tell", "display");
    /** Words that point back; with one of them nothing is a question of its own. */
    private static final Set<String> BACK = Set.of(
            "them",
            "those",
            "it",
            "they",
            "these",
            "ones",
            "one",
            "their",
            "same",
            "instead",
            "also",
            "too",
            "only",
            "just",
            "again",
            "previous",
            "result",
            "results",
            "and",
            "but",
            "without",
            "now",
            "then",
            "about",
            "as");

    private static final Set<String> COMPARISONS = Set.of(
            "compare",
            "compared",
            "comparing",
            "comparison",
            "versus",
            "vs",
            "against",
            "difference",
            "differences",
            "growth",
            "trend");

    private final Guess base;
    private final String text;
    private final LocalDate today;
    private final Knowledge knowledge;
    private final List<Token> words;
    private final int offset;

    FollowUpReading(Guess base, String text, LocalDate today, Knowledge knowledge) {
        this.base = base;
        this.text = text;
        this.today = today;
        this.knowledge = knowledge;
        this.words = Spelling.corrected(Tokens.of(text), knowledge.lexicon());
        this.offset = base.row().tokens().size() + 1;
    }

    /** Where nothing is there to change, only a whole question can be answered. */
    static Refiner.Taken alone(String text, LocalDate today, Knowledge knowledge) {
        Whole whole = Whole.of(text, today, knowledge);
        return whole instanceof Whole.Answered(List<Guess> guesses) && isComplete(guesses.getFirst())
                ? Refiner.whole(whole, Revision.Manner.NEW_QUESTION)
                : Refiner.declined("The earlier question was not understood, so there is nothing to change about it."
                        + " Please ask the whole question.");
    }

    Refiner.Taken taken() {
        if (words.size() > Whole.LONGEST_IN_WORDS) {
            return new Refiner.Taken.Declined(Declines.tooLong(words.size(), Whole.LONGEST_IN_WORDS));
        }
        Optional<Refiner.Taken> anew = opens() ? newQuestion(false) : Optional.empty();
        if (anew.isPresent()) {
            return anew.get();
        }
        Refiner.Taken taken = changed();
        return taken instanceof Refiner.Taken.Declined ? newQuestion(true).orElse(taken) : taken;
    }

    private boolean opens() {
        return !words.isEmpty() && OPENERS.contains(words.getFirst().word());
    }

    /**
     * Words that make sense by themselves and point to nothing before.
     *
     * @param last whether they made no sense as a change
     */
    private Optional<Refiner.Taken> newQuestion(boolean last) {
        if (words.stream().anyMatch(token -> BACK.contains(token.word()))) {
            return Optional.empty();
        }
        Whole whole = Whole.of(text, today, knowledge);
        return whole instanceof Whole.Answered(List<Guess> guesses) && isAnew(guesses.getFirst(), last)
                ? Optional.of(Refiner.whole(whole, Revision.Manner.NEW_QUESTION))
                : Optional.empty();
    }

    /** "the total budget" after a list of projects is about these; only what names its own thing begins anew. */
    private boolean isAnew(Guess guess, boolean last) {
        List<Piece> pieces = guess.row().pieces();
        boolean thing = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Count
                        || (piece instanceof Piece.Who && text.strip().endsWith("?"))
                        || (piece instanceof Piece.Entity entity
                                && !entity.table().link()));
        boolean grouped =
                pieces.stream().anyMatch(piece -> piece instanceof Piece.Group || piece instanceof Piece.GroupByTime);
        boolean plain = base.query().where().isEmpty() && base.query().having().isEmpty();
        if (last) {
            return guess.query().isFolded() && grouped;
        }
        return thing ? !isFragment(pieces) || (plain && !base.query().isFolded()) : isComplete(guess) && plain;
    }

    /** "how many reviews?", which may mean those of each group before. */
    private static boolean isFragment(List<Piece> pieces) {
        return pieces.size() <= 2
                && pieces.stream()
                        .allMatch(piece -> piece instanceof Piece.Counting
                                || piece instanceof Piece.Quantity
                                || piece instanceof Piece.Count
                                || piece instanceof Piece.Entity);
    }

    /** Whether it names what it is about itself. */
    private static boolean isComplete(Guess guess) {
        return guess.row().pieces().stream()
                .anyMatch(piece -> Roles.isMeasure(piece)
                        || (piece instanceof Piece.Entity entity
                                && !entity.table().link()));
    }

    private Refiner.Taken changed() {
        if (words.stream().anyMatch(token -> COMPARISONS.contains(token.word()))) {
            return Refiner.declined(
                    "A comparison cannot be added to an earlier question. Ask for one time or thing at a time,"
                            + " or for a row for each.");
        }
        Frame frame = FrameReading.of(text, words);
        if (frame.kind() == Frame.Kind.WHY) {
            return new Refiner.Taken.Declined(whyNot(frame));
        }
        List<Token> said =
                frame.words().stream().filter(token -> !Row.isBlank(token)).toList();
        // "2025 instead" has no letters left, and says enough.
        boolean numbers =
                said.stream().anyMatch(token -> Character.isDigit(token.text().charAt(0)));
        boolean words = said.stream().anyMatch(token -> token.text().chars().anyMatch(Character::isLetter));
        Optional<Decline> refusal =
                frame.isWhole() || (numbers && !words) ? Optional.empty() : Guard.check(said, knowledge.lexicon());
        if (refusal.isPresent()) {
            return new Refiner.Taken.Declined(refusal.get());
        }
        List<Token> tokens = joined(frame.words());
        Chart chart = chart(frame.words());
        Optional<String> foreign = replacesNothing(frame);
        if (foreign.isPresent()) {
            return Refiner.declined(foreign.get());
        }
        return frame.isWhole() ? byFrame(frame, tokens, chart) : byWords(frame, tokens, chart);
    }

    private List<Token> joined(List<Token> followUp) {
        List<Token> tokens = new ArrayList<>(base.row().tokens());
        tokens.add(Row.blank(0));
        tokens.addAll(followUp);
        return tokens;
    }

    /** The words of the follow-up alone, at the places that they have behind the earlier ones. */
    private Chart chart(List<Token> followUp) {
        List<Token> tokens = new ArrayList<>();
        for (int at = 0; at < offset; at++) {
            tokens.add(Row.blank(0));
        }
        tokens.addAll(followUp);
        return new Chart(tokens, knowledge, today);
    }

    private Edit edit(Frame frame, List<Token> tokens) {
        return new Edit(
                base,
                Normalisation.of(base.row().pieces(), new Chart(base.row().tokens(), knowledge, today), knowledge),
                frame,
                tokens,
                knowledge);
    }

    private Refiner.Taken byFrame(Frame frame, List<Token> tokens, Chart chart) {
        Edit edit = edit(frame, tokens);
        new Editing(edit, chart, offset).applyFrame();
        return end(edit.problem(), finish(edit, 1, 0).stream().toList());
    }

    private Refiner.Taken byWords(Frame frame, List<Token> tokens, Chart chart) {
        Edit names = edit(frame, tokens);
        if (new Editing(names, chart, offset).applyNames()) {
            return end(names.problem(), finish(names, 1, 0).stream().toList());
        }
        List<Search.Reading> readings = Search.readings(chart, offset);
        List<Piece> best = readings.getFirst().pieces();
        if (best.stream().anyMatch(Piece.Unknown.class::isInstance)) {
            return new Refiner.Taken.Declined(Declines.explain(best, chart, knowledge));
        }
        Optional<String> problem = Optional.empty();
        List<Finished> finished = new ArrayList<>();
        for (Search.Reading reading : readings.subList(0, Math.min(READINGS, readings.size()))) {
            Edit edit = edit(frame, tokens);
            // A reading far behind is no way around what the best one cannot do.
            boolean near = reading.score() > readings.getFirst().score() - NEAR;
            if (near && reading.pieces().stream().noneMatch(Piece.Unknown.class::isInstance)) {
                new Editing(edit, chart, offset).apply(reading.pieces());
                problem = problem.isPresent() ? problem : edit.problem();
                long said = frame.words().stream()
                        .filter(token -> !Row.isBlank(token))
                        .count();
                long blanks = frame.words().size() - said;
                double score = reading.score() - 0.5 * blanks;
                finish(edit, score / Math.max(1, said), reading.score()).ifPresent(finished::add);
            }
        }
        return end(problem, finished);
    }

    /** An edit that was carried out. */
    private record Finished(Guess guess, List<Change> changes) {}

    /** The query that the edited row makes, when it differs from the earlier one in what the edit was to change alone. */
    private Optional<Finished> finish(Edit edit, double quality, double score) {
        if (edit.problem().isPresent()) {
            return Optional.empty();
        }
        Row row = edit.row(quality);
        Chart chart = new Chart(row.tokens(), knowledge, today);
        return Guess.of(row, score, chart, knowledge)
                .map(guess -> new Finished(said(guess), QueryChanges.between(base.query(), guess.query())))
                .filter(done -> edit.isAboutAll(done.guess().query())
                        && !edit.leadsAstray(done.guess().query()))
                .filter(done -> QueryChanges.isWithin(
                        edit.parts(), base.query(), done.guess().query(), done.changes()));
    }

    /** What the words of the follow-up were taken to mean, without those before. */
    private Guess said(Guess guess) {
        List<Piece> now = guess.row().pieces().stream()
                .filter(piece -> piece.span().start() >= offset)
                .toList();
        Chart chart = new Chart(guess.row().tokens(), knowledge, today);
        List<Understood> chips = new Chips(chart, guess.resolver()).of(now);
        return guess.understoodAs(chips);
    }

    private Refiner.Taken end(Optional<String> problem, List<Finished> finished) {
        List<Finished> answers = finished.stream()
                .filter(done -> done.guess().isAnswer())
                .sorted(Comparator.comparingDouble(
                        (Finished done) -> -done.guess().score()))
                .toList();
        Optional<Finished> best = finished.stream()
                .max(Comparator.comparingDouble((Finished done) -> done.guess().score()));
        if (answers.isEmpty() || best.filter(done -> done.guess().isAnswer()).isEmpty()) {
            return problem.map(Refiner::declined)
                    .orElseGet(
                            () -> Refiner.declined(
                                    "I know the words but not what they change about the earlier question. Please say it more plainly."));
        }
        if (answers.getFirst().changes().isEmpty()) {
            return Refiner.declined(
                    problem.orElse("That changes nothing: the earlier question was understood so already."));
        }
        return new Refiner.Taken.Ways(answers.stream()
                .filter(done -> !done.changes().isEmpty())
                .map(done -> new Refiner.Revised(done.guess(), new Revision(Revision.Manner.CHANGED, done.changes())))
                .toList());
    }

    /** "instead of category" must name something that the earlier question is about. */
    private Optional<String> replacesNothing(Frame frame) {
        if (frame.replaced().isEmpty()) {
            return Optional.empty();
        }
        Chart chart = new Chart(frame.replaced(), knowledge, today);
        int at = chart.skip(0, Set.of("the", "by", "per", "each"));
        Uses uses = Uses.of(base.query());
        boolean known = chart.tables(at).stream()
                        .anyMatch(table -> table.options().stream().anyMatch(option -> uses.names(option.meaning())))
                || chart.columns(at).stream()
                        .anyMatch(column -> column.options().stream()
                                .anyMatch(option -> uses.names(option.meaning().table())))
                || chart.metrics(at).stream()
                        .anyMatch(metric -> base.candidate()
                                .metrics()
                                .contains(metric.metric().name()));
        return known
                ? Optional.empty()
                : Optional.of("The earlier question has nothing of the kind that is to be replaced.");
    }

    /** Reasons are not in the data; what nobody knows is named. */
    private Decline whyNot(Frame frame) {
        Chart chart = chart(frame.words());
        List<Piece> pieces = Search.readings(chart, offset).getFirst().pieces();
        Decline unknown = Declines.explain(pieces, chart, knowledge);
        if (unknown.reason() == Decline.Reason.UNKNOWN_WORDS) {
            return unknown;
        }
        String rest = frame.words().stream()
                .filter(token -> !Row.isBlank(token))
                .map(Token::text)
                .collect(Collectors.joining(" "));
        return new Decline(
                Decline.Reason.PREDICTION_OR_REASON,
                "This asks for reasons. The data says what happened, not why. To change the question, say \"include "
                        + rest + "\".",
                List.of(),
                List.of());
    }
}
