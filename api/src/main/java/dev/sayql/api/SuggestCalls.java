package dev.sayql.api;

import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.history.Ending;
import dev.sayql.core.history.HistoryFilter;
import dev.sayql.core.history.Recorded;
import dev.sayql.core.history.VerifiedQuery;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Completes what is being typed to questions that can be answered: approved ones, those that were answered before, and
 * those that the schema, its values and what the team has taught suggest. Answers at once: what a source that was just
 * connected suggests comes a moment later, and so does what has not been put to the engine yet, and what was answered just now.
 * Thread-safe.
 */
final class SuggestCalls {

    private static final int LONGEST_PREFIX = 200;
    private static final int LOOKED_AT = 200;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final SourceDesk sources;
    private final Records records;
    private final EarlierQuestions<Suggestion> earlier;

    SuggestCalls(SourceDesk sources, Records records, InstantSource clock) {
        this.sources = sources;
        this.records = records;
        this.earlier = new EarlierQuestions<>(
                source -> Stream.concat(approved(source), answered(source)).toList(),
                clock,
                reading -> Thread.ofVirtual().name("earlier-questions").start(reading));
    }

    List<Route> routes(Reception reception) {
        return List.of(reception.look("GET", "/suggest", this::suggest));
    }

    private enum Origin {
        VERIFIED,
        HISTORY,
        SCHEMA
    }

    private record Suggestion(String question, Origin origin) {}

    /** A suggestion on the wire. */
    record SuggestionObject(String question, String origin) {}

    /** All suggestions. */
    record ListObject(List<SuggestionObject> suggestions) {}

    private Reply suggest(Visit visit) {
        QueryFields fields = new QueryFields(visit.request());
        String prefix = fields.text("prefix", LONGEST_PREFIX).orElse("");
        Optional<String> named = fields.text("source", 100);
        int limit = fields.number("limit", 1, 20, 8);
        List<FieldProblem> problems = fields.problems();
        if (!problems.isEmpty()) {
            return ProblemDetails.fields(problems).reply();
        }
        Optional<SourceId> id = named.isPresent() ? named.flatMap(Ids::source) : sources.usual(visit.teamId());
        if (named.isEmpty() && id.isEmpty()) {
            return QuestionCalls.noSource();
        }
        return id.flatMap(known -> sources.find(visit.teamId(), known))
                .map(source -> Reply.json(200, suggestions(source, prefix, limit)))
                .orElseGet(SourceCalls::unknownSource);
    }

    private ListObject suggestions(Source source, String prefix, int limit) {
        String typed = normalised(prefix);
        Map<String, Suggestion> found = new LinkedHashMap<>();
        earlier.of(source).stream()
                .filter(suggestion -> matches(suggestion.question(), typed))
                .forEach(suggestion -> found.putIfAbsent(VerifiedQuery.normalised(suggestion.question()), suggestion));
        if (found.size() < limit) {
            sources.suggestions(source, prefix, question -> matches(question, typed), limit).stream()
                    .map(question -> new Suggestion(question, Origin.SCHEMA))
                    .forEach(suggestion ->
                            found.putIfAbsent(VerifiedQuery.normalised(suggestion.question()), suggestion));
        }
        return new ListObject(found.values().stream()
                .limit(limit)
                .map(suggestion -> new SuggestionObject(suggestion.question(), AnswerObjects.id(suggestion.origin())))
                .toList());
    }

    private static boolean matches(String suggested, String typed) {
        if (typed.isEmpty()) {
            return true;
        }
        String question = normalised(suggested);
        return question.startsWith(typed) || question.contains(" " + typed);
    }

    private static String normalised(String text) {
        return BLANKS.matcher(text.stripLeading()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    private Stream<Suggestion> approved(Source source) {
        return records.verified().of(source.team(), source.id()).stream()
                .filter(query -> query.status() == VerifiedQuery.Status.APPROVED)
                .map(query -> new Suggestion(query.question(), Origin.VERIFIED));
    }

    private Stream<Suggestion> answered(Source source) {
        HistoryFilter filter = new HistoryFilter(
                Optional.of(source.id()),
                Optional.empty(),
                Optional.empty(),
                Set.of(Ending.ANSWERED),
                Optional.empty(),
                Optional.empty());
        return records.pages().page(source.team(), filter, Optional.empty(), LOOKED_AT).exchanges().stream()
                .filter(recorded -> recorded.refinement().isEmpty() && isPlainEnglish(recorded))
                .map(recorded -> new Suggestion(recorded.question(), Origin.HISTORY));
    }

    /** SQL that a person ran is recorded too, and is no question. */
    private static boolean isPlainEnglish(Recorded recorded) {
        return recorded.answeredBy().flatMap(AnswerObjects::by).isPresent();
    }
}
