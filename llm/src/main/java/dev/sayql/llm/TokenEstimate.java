package dev.sayql.llm;

import java.nio.charset.StandardCharsets;

/** About how many tokens a text takes, on the safe side: a token for every three bytes. Names with underscores take that many. */
final class TokenEstimate {

    private static final int BYTES = 3;

    private TokenEstimate() {}

    static int of(String text) {
        return Math.ceilDiv(text.getBytes(StandardCharsets.UTF_8).length, BYTES);
    }
}
