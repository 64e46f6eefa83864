package dev.sayql.core.generation;

import java.util.Locale;

/** Why a language model gave no reply that can be used. The ids are part of the interface and never change their meaning. */
public enum ModelFault {
    /** This team does not let its questions be sent to a model. */
    SWITCHED_OFF(Kind.DECISION, "This team does not ask language models."),
    BUDGET_SPENT(Kind.DECISION, "This month's budget for language models is spent."),
    CANCELLED(Kind.DECISION, "The question was taken back while the language model was asked."),
    WRONG_KEY(Kind.OUTAGE, "The language model's provider does not accept the key."),
    UNKNOWN_MODEL(Kind.OUTAGE, "The language model's provider does not know the model."),
    BAD_REQUEST(Kind.OUTAGE, "The language model's provider did not accept the request."),
    RATE_LIMITED(Kind.OUTAGE, "The language model's provider takes no more requests for now."),
    OVERLOADED(Kind.OUTAGE, "The language model's provider is overloaded."),
    SERVER_ERROR(Kind.OUTAGE, "The language model's provider failed."),
    UNREACHABLE(Kind.OUTAGE, "The language model's provider cannot be reached."),
    TIMED_OUT(Kind.OUTAGE, "The language model did not reply in time."),
    BROKEN_OFF(Kind.OUTAGE, "The language model's reply broke off."),
    TOO_LARGE(Kind.OUTAGE, "The language model's reply was too large."),
    NOT_THE_PROTOCOL(Kind.OUTAGE, "What came back is no reply of a language model."),
    /** Too many calls failed in a row, so none is made for a while. */
    RESTING(Kind.OUTAGE, "The language model failed several times and is not asked for a moment."),
    /** What is sent must be kept first, and could not be. */
    NOT_RECORDED(Kind.OUTAGE, "The language model was not asked, for the request could not be recorded."),
    REFUSED(Kind.USELESS, "The language model refused to reply."),
    EMPTY(Kind.USELESS, "The language model's reply was empty."),
    CUT_SHORT(Kind.USELESS, "The language model's reply was longer than it may be."),
    UNREADABLE(Kind.USELESS, "The language model's reply was not in the form that was asked for.");

    /** What kind of fault it is. */
    private enum Kind {
        DECISION,
        OUTAGE,
        USELESS
    }

    private final Kind kind;
    private final String sentence;

    ModelFault(Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    /** The stable name in snake_case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One sentence for people; names no provider, host or key. */
    public String sentence() {
        return sentence;
    }

    /** Whether the model could not be used, so that asking again later may help. */
    public boolean isOutage() {
        return kind == Kind.OUTAGE;
    }
}
