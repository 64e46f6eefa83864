package dev.sayql.jdbc;

import dev.sayql.jdbc.ConnectionString.Code;

/** Why a connection string is not accepted. Thrown within the reading of one, and never beyond. */
final class RefusedText extends Exception {
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final String sentence;

    /** The sentence is for whoever wrote the text, and quotes nothing of it. */
    RefusedText(Code code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
        this.sentence = sentence;
    }

    Code code() {
        return code;
    }

    String sentence() {
        return sentence;
    }
}
