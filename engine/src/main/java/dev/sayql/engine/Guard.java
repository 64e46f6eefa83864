package dev.sayql.engine;

import dev.sayql.core.generation.Decline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Recognises what is no question of the data: orders to change it, reasons, predictions, other languages. */
final class Guard {
    private static final Set<String> CHANGES = Set.of(
            "delete",
            "update",
            "insert",
            "drop",
            "remove",
            "truncate",
            "clear",
            "alter",
            "create",
            "set",
            "change",
            "modify",
            "add",
            "rename",
            "grant",
            "revoke",
            "cancel",
            "reset",
            "erase",
            "wipe",
            "purge",
            "destroy",
            "deactivate",
            "mark",
            "increase",
            "decrease",
            "raise",
            "double",
            "replace",
            "merge",
            "restore",
            "refund",
            "execute",
            "ignore",
            "forget",
            "pretend",
            "disregard",
            "send",
            "undo",
            "archive",
            "disable",
            "enable",
            "enroll",
            "enrol",
            "assign",
            "hire",
            "fire",
            "transfer",
            "approve",
            "reject",
            "promote",
            "demote",
            "upgrade",
            "downgrade",
            "reschedule",
            "unsubscribe",
            "block",
            "unblock",
            "ban",
            "dismiss",
            "restock",
            "reorder",
            "register",
            "reserve",
            "close",
            "reopen",
            "resolve",
            "notify",
            "invite",
            "write");
    /** What may be done to a thing that is named next; alone they may also describe. */
    private static final Set<String> DEEDS = Set.of(
            "suspend",
            "activate",
            "reactivate",
            "terminate",
            "ship",
            "deliver",
            "pay",
            "book",
            "confirm",
            "schedule",
            "charge",
            "bill",
            "buy",
            "sell",
            "complete",
            "finish",
            "stop",
            "pause",
            "resume",
            "renew",
            "extend",
            "lock",
            "unlock",
            "release",
            "issue",
            "publish",
            "withdraw",
            "lower",
            "reduce",
            "discount",
            "rebook",
            "recall",
            "relocate",
            "move",
            "import",
            "merge",
            "apply",
            "waive",
            "void",
            "freeze",
            "unfreeze");

    private static final Set<String> DETERMINERS = Set.of(
            "the", "all", "every", "this", "that", "these", "those", "my", "our", "a", "an", "his", "her", "their",
            "him", "them", "it", "another", "each");
    private static final Set<String> SQL_CHANGES =
            Set.of("drop table", "delete from", "insert into", "truncate table", "alter table", "union select", "or 1");
    private static final Set<String> SECOND_CHANGES =
            Set.of("delete", "update", "drop", "truncate", "remove", "insert", "erase");
    private static final Set<String> POLITE = Set.of(
            "please", "can", "could", "you", "would", "i", "want", "to", "we", "need", "let", "lets", "now", "just",
            "go", "and", "then", "kindly", "hey", "hi", "hello");
    private static final Set<String> MESSAGES =
            Set.of("email", "mail", "message", "text", "call", "phone", "contact", "remind", "warn", "inform", "tell");
    private static final Set<String> RECEIVERS = Set.of(
            "everyone",
            "everybody",
            "anyone",
            "anybody",
            "all",
            "our",
            "the",
            "them",
            "him",
            "her",
            "those",
            "every",
            "each",
            "customers",
            "users",
            "people");
    private static final Set<String> REASONS = Set.of("why", "because", "cause", "causes", "reason", "reasons");
    private static final Set<String> PREDICTIONS = Set.of(
            "predict",
            "prediction",
            "forecast",
            "will",
            "tomorrow",
            "future",
            "projected",
            "project",
            "expect",
            "expected",
            "likely",
            "recommend",
            "suggest",
            "should",
            "next",
            "upcoming",
            "estimate");
    private static final Set<String> FUNCTION_WORDS = Set.of(
            "the", "a", "an", "of", "in", "on", "at", "to", "for", "from", "by", "with", "is", "are", "was", "were",
            "do", "does", "did", "has", "have", "had", "what", "which", "who", "how", "show", "list", "give", "find",
            "all", "me", "many", "much", "per", "each", "and", "or", "not", "top", "more", "than", "over", "last",
            "this", "my", "get", "count", "number", "total", "average", "between", "where", "when", "that", "their",
            "never", "without", "most");

    private Guard() {}

    static Optional<Decline> check(List<Token> tokens, Lexicon lexicon) {
        if (tokens.stream().noneMatch(token -> token.text().chars().anyMatch(Character::isLetter))) {
            return Optional.of(decline(
                    Decline.Reason.NOT_A_QUESTION_OF_DATA, "This is not a question: there are no words in it."));
        }
        Optional<String> change = change(tokens, lexicon);
        if (change.isPresent()) {
            return Optional.of(decline(
                    Decline.Reason.WOULD_CHANGE_DATA,
                    "This asks for something to be done (\"" + change.get()
                            + "\"). SayQL only reads: it answers questions and never changes data."));
        }
        Optional<String> reason = first(tokens, REASONS, lexicon);
        boolean cause = startsWith(tokens, "how", "come") || isCause(tokens, lexicon);
        if (reason.isPresent() || cause) {
            return Optional.of(decline(
                    Decline.Reason.PREDICTION_OR_REASON,
                    "This asks for reasons. The data says what happened, not why; ask for the numbers instead."));
        }
        Optional<String> prediction =
                first(withoutPlans(tokens), PREDICTIONS, lexicon).or(() -> goingTo(tokens));
        if (prediction.isPresent()) {
            return Optional.of(decline(
                    Decline.Reason.PREDICTION_OR_REASON,
                    "This asks about the future or for advice (\"" + prediction.get()
                            + "\"). The data only says what has happened."));
        }
        return foreign(tokens, lexicon);
    }

    /** "what makes them leave", but not "what makes of coach do we run". */
    private static boolean isCause(List<Token> tokens, Lexicon lexicon) {
        return List.of("made", "makes", "caused", "causes", "drives", "drove", "led", "leads", "explains").stream()
                .anyMatch(verb -> startsWith(tokens, "what", verb)
                        && !startsWith(tokens, "what", verb, "of")
                        && lexicon.startingWith(Stem.of(verb)).stream()
                                .noneMatch(entry -> entry.stems().size() == 1));
    }

    /** "are we going to collect"; a train that is going to Oslo is no prediction. */
    private static Optional<String> goingTo(List<Token> tokens) {
        return IntStream.range(2, tokens.size() - 1)
                        .anyMatch(at -> tokens.get(at).is("going")
                                && tokens.get(at + 1).is("to")
                                && Set.of("we", "i", "they", "you")
                                        .contains(tokens.get(at - 1).word())
                                && Set.of("are", "am", "were")
                                        .contains(tokens.get(at - 2).word()))
                ? Optional.of("going to")
                : Optional.empty();
    }

    /** "viewings planned for next week": what is planned already is no prediction; what is no plan is found out later. */
    private static List<Token> withoutPlans(List<Token> tokens) {
        List<Token> left = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            boolean plan = (tokens.get(at).is("next") && (isUnit(tokens, at + 1) || isStretch(tokens, at + 1)))
                    || tokens.get(at).is("tomorrow")
                    || isBeside(tokens, at);
            if (!plan) {
                left.add(tokens.get(at));
            }
        }
        return left;
    }

    /** "next to its parent". */
    private static boolean isBeside(List<Token> tokens, int at) {
        return tokens.get(at).is("next")
                && at + 2 < tokens.size()
                && tokens.get(at + 1).is("to")
                && Set.of("its", "their", "the", "his", "her")
                        .contains(tokens.get(at + 2).word());
    }

    /** "60 days", "two weeks". */
    private static boolean isStretch(List<Token> tokens, int at) {
        return at < tokens.size()
                && (tokens.get(at).word().matches("\\d{1,3}")
                        || English.number(tokens.get(at).word()).isPresent())
                && isUnit(tokens, at + 1);
    }

    private static boolean isUnit(List<Token> tokens, int at) {
        return at < tokens.size() && DateWords.UNITS.containsKey(tokens.get(at).stem());
    }

    private static Optional<String> change(List<Token> tokens, Lexicon lexicon) {
        int at = 0;
        while (at < tokens.size() && POLITE.contains(tokens.get(at).word())) {
            at++;
        }
        boolean sum = at + 1 < tokens.size()
                && tokens.get(at).is("add")
                && (tokens.get(at + 1).is("up") || tokens.get(at + 1).is("together"));
        boolean order = at < tokens.size()
                && !sum
                && !isTerm(tokens, at, lexicon)
                && (CHANGES.contains(tokens.get(at).word())
                        || (DEEDS.contains(tokens.get(at).word())
                                && at + 1 < tokens.size()
                                && DETERMINERS.contains(tokens.get(at + 1).word()))
                        || (MESSAGES.contains(tokens.get(at).word())
                                && at + 1 < tokens.size()
                                && RECEIVERS.contains(tokens.get(at + 1).word())));
        if (order) {
            return Optional.of(tokens.get(at).text());
        }
        for (int index = 0; index + 1 < tokens.size(); index++) {
            String first = tokens.get(index).word();
            String second = tokens.get(index + 1).word();
            boolean next = first.equals("then") || first.equals("and") || first.startsWith(";");
            if (SQL_CHANGES.contains(first + " " + second) || (next && SECOND_CHANGES.contains(second))) {
                return Optional.of(first + " " + second);
            }
        }
        return Optional.empty();
    }

    /** "Hire income for each venue", where hire income is what something is called. */
    private static boolean isTerm(List<Token> tokens, int at, Lexicon lexicon) {
        List<String> stems =
                tokens.subList(at, tokens.size()).stream().map(Token::stem).toList();
        boolean called = lexicon.startingWith(stems.getFirst()).stream()
                .map(Lexicon.Entry::stems)
                .anyMatch(term -> term.size() > 1
                        && term.size() <= stems.size()
                        && stems.subList(0, term.size()).equals(term));
        // "double rooms", where rooms are double or single; "cancel bookings" is said of none that are cancelled.
        boolean kind = stems.size() > 1
                && lexicon.valuesLike(List.of(stems.getFirst())).stream()
                        .anyMatch(hit ->
                                hit.value().equalsIgnoreCase(tokens.get(at).word()))
                && lexicon.startingWith(stems.get(1)).stream()
                        .anyMatch(entry ->
                                entry.stems().size() == 1 && entry.meaning() instanceof Lexicon.Meaning.OfTable);
        return called || kind;
    }

    private static Optional<String> first(List<Token> tokens, Set<String> words, Lexicon lexicon) {
        return tokens.stream()
                .filter(token -> !token.quoted() && words.contains(token.word()))
                .filter(token -> lexicon.startingWith(token.stem()).isEmpty())
                .map(Token::text)
                .findFirst();
    }

    private static boolean startsWith(List<Token> tokens, String... words) {
        for (int index = 0; index < words.length; index++) {
            if (index >= tokens.size() || !tokens.get(index).is(words[index])) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Decline> foreign(List<Token> tokens, Lexicon lexicon) {
        long letters = tokens.stream()
                .flatMapToInt(token -> token.text().chars())
                .filter(Character::isLetter)
                .count();
        long latin = tokens.stream()
                .flatMapToInt(token -> token.text().chars())
                .filter(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        boolean noEnglish = tokens.size() >= 5
                && tokens.stream()
                        .noneMatch(token -> FUNCTION_WORDS.contains(token.word())
                                || !lexicon.startingWith(token.stem()).isEmpty());
        return latin * 2 < letters || noEnglish || ForeignWords.areMany(tokens, lexicon)
                ? Optional.of(decline(
                        Decline.Reason.OTHER_LANGUAGE, "This does not look like English. Please ask in English."))
                : Optional.empty();
    }

    private static Decline decline(Decline.Reason reason, String message) {
        return new Decline(reason, message, List.of(), List.of());
    }
}
