package dev.sayql.core.answering;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.history.CacheKey;
import dev.sayql.core.question.Question;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.sql.OpenedCode;
import dev.sayql.sql.Rules;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Makes the keys of remembered answers. Everything that an answer depends on is in them, but for the data and the day. */
final class CacheKeys {

    /** The next number when entries or keys mean something else. */
    private static final String FORM = "1";

    private static final String TIME_ZONE = "UTC";
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern LAST_MARKS = Pattern.compile("[\\s?.!]+$");
    private static final Pattern QUOTED = Pattern.compile("[\"'`\u2018\u2019\u201c\u201d\u00ab\u00bb]");

    private CacheKeys() {}

    /**
     * The key of a question.
     *
     * @param context of the source, narrowed to the tables that may be read
     * @param writer who writes: the model and the version of its prompt
     */
    static CacheKey of(Question question, SourceContext context, Rules rules, String writer) {
        String basis = CacheKey.digest(
                FORM,
                writer,
                TIME_ZONE,
                context.source().database(),
                context.schema().fingerprint(),
                context.schema().searchPath().toString(),
                taught(context.semantics()),
                policy(rules));
        return new CacheKey(question.team(), question.source(), basis, normalised(question.text()));
    }

    /**
     * Wordings that surely mean the same: the last mark does not count, nor the case of the first letter, nor, where nothing is
     * quoted, how many spaces there are. Case counts everywhere else, for "US" is not "us".
     */
    static String normalised(String question) {
        String text = LAST_MARKS
                .matcher(Normalizer.normalize(question, Normalizer.Form.NFC).strip())
                .replaceFirst("");
        if (!QUOTED.matcher(text).find()) {
            text = SPACES.matcher(text).replaceAll(" ");
        }
        boolean sentence = text.length() > 1 && !Character.isUpperCase(text.charAt(1));
        return sentence ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }

    private static String taught(Semantics semantics) {
        return semantics.version() + "\n" + semantics.terms() + "\n" + semantics.metrics() + "\n"
                + new TreeMap<>(semantics.labels()) + "\n" + new TreeMap<>(semantics.defaultDates());
    }

    private static String policy(Rules rules) {
        OpenedCode code = rules.openedCode();
        return rules.allowedTables().map(CacheKeys::sorted).orElse("all") + "\n" + sorted(rules.openedViews()) + "\n"
                + sorted(rules.columns().denied()) + "\n"
                + sorted(rules.columns().masked()) + "\n"
                + sorted(rules.columns().harmlessViews()) + "\n" + code.routines() + "\n" + code.operators() + "\n"
                + sorted(code.types());
    }

    /** Sets print in another order in every process. */
    private static String sorted(Collection<?> items) {
        Set<String> texts = new TreeSet<>();
        items.forEach(item -> texts.add(item.toString()));
        return texts.toString();
    }

    private static String sorted(Map<?, ? extends Collection<?>> items) {
        Map<String, String> texts = new TreeMap<>();
        items.forEach((key, values) -> texts.put(key.toString(), sorted(values)));
        return texts.toString();
    }
}
