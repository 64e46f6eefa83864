package dev.sayql.embedding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Cuts text into the pieces of words that the encoder knows by number: lower case, accents dropped, the longest known piece
 * first, a piece within a word marked by "##" (Wu et al. 2016, as BERT does it). Immutable and thread-safe.
 */
public final class WordPieces {
    /** Pieces of one text, the two that frame it included; what is longer is cut off. */
    static final int MOST = 128;

    /** Pieces of two texts that are read together, and of the first of them; what is longer is cut off. */
    private static final int MOST_OF_BOTH = 80;

    private static final int MOST_OF_FIRST = 40;

    /**
     * Two texts that are read together, one after the other.
     *
     * @param numbers of the pieces of both
     * @param first how many of them belong to the first text
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers, read and never changed
    public record Pair(int[] numbers, int first) {}

    private static final String START = "[CLS]";
    private static final String END = "[SEP]";
    private static final String UNKNOWN = "[UNK]";
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> numbers;

    private WordPieces(Map<String, Integer> numbers) {
        this.numbers = Map.copyOf(numbers);
    }

    /**
     * Reads the vocabulary of a {@code tokenizer.json}, and does not close the stream.
     *
     * @throws IOException when it cannot be read or lacks the pieces that frame a text
     */
    public static WordPieces read(InputStream json) throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_OBJECT && "vocab".equals(parser.currentName())) {
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        String piece = parser.currentName();
                        numbers.put(piece, parser.nextIntValue(-1));
                    }
                }
            }
        }
        for (String needed : List.of(START, END, UNKNOWN)) {
            if (!numbers.containsKey(needed)) {
                throw new IOException("the vocabulary lacks " + needed);
            }
        }
        return new WordPieces(numbers);
    }

    /** The numbers of the text's pieces, between a piece that begins it and one that ends it. */
    int[] of(String text) {
        List<Integer> pieces = new ArrayList<>();
        pieces.add(number(START));
        add(text, MOST, pieces);
        return array(pieces);
    }

    /** The pieces of two texts, the first between a piece that begins it and one that ends it, the second ended by another. */
    public Pair of(String text, String other) {
        List<Integer> pieces = new ArrayList<>();
        pieces.add(number(START));
        add(text, MOST_OF_FIRST, pieces);
        int first = pieces.size();
        add(other, MOST_OF_BOTH, pieces);
        return new Pair(array(pieces), first);
    }

    /** Adds a text and the piece that ends it, until there are {@code most}. */
    private void add(String text, int most, List<Integer> pieces) {
        for (String word : words(text)) {
            addPieces(word, pieces);
        }
        if (pieces.size() > most - 1) {
            pieces.subList(most - 1, pieces.size()).clear();
        }
        pieces.add(number(END));
    }

    private static int[] array(List<Integer> pieces) {
        return pieces.stream().mapToInt(Integer::intValue).toArray();
    }

    private void addPieces(String word, List<Integer> pieces) {
        int before = pieces.size();
        int start = 0;
        while (start < word.length()) {
            int end = longest(word, start);
            if (end == start || word.length() > LONGEST_WORD) {
                pieces.subList(before, pieces.size()).clear();
                pieces.add(number(UNKNOWN));
                return;
            }
            pieces.add(number(piece(word, start, end)));
            start = end;
        }
    }

    private int number(String piece) {
        return Objects.requireNonNull(numbers.get(piece), piece);
    }

    /** Where the longest known piece from here on ends; here when none is known. */
    private int longest(String word, int start) {
        int end = word.length();
        while (end > start && !numbers.containsKey(piece(word, start, end))) {
            end--;
        }
        return end;
    }

    private static String piece(String word, int start, int end) {
        return (start > 0 ? "##" : "") + word.substring(start, end);
    }

    /** Words and single signs, in lower case without accents. */
    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        plain.codePoints().filter(code -> !isDropped(code)).forEach(code -> {
            boolean alone = standsAlone(code);
            if ((alone || Character.isWhitespace(code) || Character.isSpaceChar(code)) && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (alone) {
                words.add(Character.toString(code));
            } else if (!Character.isWhitespace(code) && !Character.isSpaceChar(code)) {
                word.appendCodePoint(code);
            }
        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean isDropped(int code) {
        int type = Character.getType(code);
        boolean control = (type == Character.CONTROL && !Character.isWhitespace(code)) || type == Character.FORMAT;
        return type == Character.NON_SPACING_MARK || control || code == 0xFFFD;
    }

    private static boolean standsAlone(int code) {
        boolean sign = (code >= 33 && code <= 47)
                || (code >= 58 && code <= 64)
                || (code >= 91 && code <= 96)
                || (code >= 123 && code <= 126);
        return sign
                || Character.isIdeographic(code)
                || switch (Character.getType(code)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }
}
