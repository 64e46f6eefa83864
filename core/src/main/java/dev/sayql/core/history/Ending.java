package dev.sayql.core.history;

import dev.sayql.core.answer.Answer;

/** How an exchange ended, as it is kept. */
public enum Ending {
    ANSWERED,
    CLARIFICATION,
    DECLINED,
    REFUSED,
    TOO_EXPENSIVE,
    TOO_SLOW,
    SOURCE_FAILED,
    SOURCE_UNAVAILABLE,
    MODEL_UNAVAILABLE,
    CANCELLED,
    UNKNOWN_SOURCE,
    UNKNOWN_TABLES,
    FAILED;

    /** How this answer ended. */
    public static Ending of(Answer answer) {
        return switch (answer) {
            case Answer.Result _ -> ANSWERED;
            case Answer.NeedsClarification _ -> CLARIFICATION;
            case Answer.Declined _ -> DECLINED;
            case Answer.Refused _ -> REFUSED;
            case Answer.TooExpensive _ -> TOO_EXPENSIVE;
            case Answer.TooSlow _ -> TOO_SLOW;
            case Answer.SourceFailed _ -> SOURCE_FAILED;
            case Answer.SourceUnavailable(var reason, var _) -> reason.isRefusal() ? REFUSED : SOURCE_UNAVAILABLE;
            case Answer.ModelUnavailable _ -> MODEL_UNAVAILABLE;
            case Answer.Cancelled _ -> CANCELLED;
            case Answer.UnknownSource _ -> UNKNOWN_SOURCE;
            case Answer.UnknownTables _ -> UNKNOWN_TABLES;
            case Answer.Failed _ -> FAILED;
        };
    }
}
