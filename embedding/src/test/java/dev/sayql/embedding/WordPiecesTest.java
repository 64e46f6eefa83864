package dev.sayql.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
    private static final int UNKNOWN = 1;
    private static final int START = 2;
    private static final int END = 3;

    private static WordPieces pieces() throws IOException {
        return read("""
                {"added_tokens": [{"id": 9, "content": "x"}],
                 "model": {"vocab": {"[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "cafe": 4, "order": 5, "##s": 6, "?": 7, "_": 8}}}
                """);
    }

    private static WordPieces read(String json) throws IOException {
        return WordPieces.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void framesTheTextAndTakesTheLongestPiecesFirst() throws IOException {
        assertThat(pieces().of("orders")).containsExactly(START, 5, 6, END);
    }

    @Test
    void dropsAccentsAndCapitals() throws IOException {
        assertThat(pieces().of("CAFÉ")).containsExactly(START, 4, END);
    }

    @Test
    void cutsSignsFromWords() throws IOException {
        assertThat(pieces().of("order_cafe?")).containsExactly(START, 5, 8, 4, 7, END);
    }

    @Test
    void makesOneUnknownPieceOfAWordThatIsNotWhollyKnown() throws IOException {
        assertThat(pieces().of("orderly cafe")).containsExactly(START, UNKNOWN, 4, END);
    }

    @Test
    void keepsTheFrameWhereTheTextIsCutOff() throws IOException {
        assertThat(pieces().of("cafe ".repeat(1_000)))
                .hasSize(WordPieces.MOST)
                .startsWith(START, 4)
                .endsWith(4, END);
    }

    @Test
    void readsNothingAsAFrameAlone() throws IOException {
        assertThat(pieces().of(" \t\n")).containsExactly(START, END);
    }

    @Test
    void refusesAVocabularyWithoutAFrame() {
        assertThatThrownBy(() -> read("{\"model\": {\"vocab\": {\"cafe\": 4}}}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("[CLS]");
    }
}
