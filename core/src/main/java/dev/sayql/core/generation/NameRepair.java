package dev.sayql.core.generation;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.EditDistance;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.Problem;
import dev.sayql.sql.RejectionCode;
import dev.sayql.sql.SqlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts the name that was meant in place of a misspelt one, with no model: only when unknown names are all that is wrong, and
 * for each exactly one name of the schema is near. The result is as unchecked as what it was made of.
 */
final class NameRepair {

    /** What is no name: literals, quoted names and comments are passed over whole. */
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\\$(\\w*)\\$.*?\\$\\1\\$|--[^\\n]*|/\\*.*?\\*/|[\\p{L}_][\\p{L}\\p{N}_$]*",
            Pattern.DOTALL);

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private NameRepair() {}

    static Optional<Candidate> of(Candidate candidate, List<Problem> problems, SourceContext context) {
        Map<String, String> renamed = new LinkedHashMap<>();
        for (Problem problem : problems) {
            String wrong = wrongName(problem);
            Optional<String> meant =
                    names(problem.code(), candidate.sql(), context).flatMap(names -> nearest(wrong, names));
            if (meant.isEmpty()) {
                return Optional.empty();
            }
            renamed.put(wrong.toLowerCase(Locale.ROOT), meant.get());
        }
        String note = renamed.entrySet().stream()
                .map(entry -> "It wrote " + entry.getKey() + "; taken as " + entry.getValue() + ".")
                .collect(Collectors.joining(" "));
        return Optional.of(
                candidate.mended(new SqlText(rewritten(candidate.sql().text(), renamed)), note));
    }

    /** The validator begins with the name as it was written, perhaps qualified; what comes after is for people. */
    private static String wrongName(Problem problem) {
        String written = problem.detail().split("[; ]", 2)[0];
        return written.substring(written.lastIndexOf('.') + 1).replace("\"", "");
    }

    /** The names that one of this kind may have been meant as; empty for a problem that is not about a name. */
    private static Optional<List<String>> names(RejectionCode code, SqlText sql, SourceContext context) {
        List<Table> tables = context.schema().tables();
        return switch (code) {
            case UNKNOWN_TABLE ->
                Optional.of(tables.stream().map(table -> table.name().name()).toList());
            case UNKNOWN_COLUMN ->
                Optional.of(tables.stream()
                        .filter(table ->
                                names(sql.text()).contains(table.name().name().toLowerCase(Locale.ROOT)))
                        .flatMap(table -> table.columns().stream())
                        .map(Column::name)
                        .toList());
            default -> Optional.empty();
        };
    }

    private static List<String> names(String sql) {
        List<String> names = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            names.add(matcher.group().replace("\"", "").toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** The one name that is near; empty when there is none, or more than one equally near. */
    private static Optional<String> nearest(String wrong, List<String> names) {
        String wanted = wrong.toLowerCase(Locale.ROOT);
        int most = Math.max(1, wanted.length() / 4);
        List<String> plain = names.stream()
                .distinct()
                .filter(name -> NAME.matcher(name).matches())
                .toList();
        int least = plain.stream()
                .mapToInt(name -> EditDistance.between(wanted, name))
                .min()
                .orElse(Integer.MAX_VALUE);
        List<String> nearest = plain.stream()
                .filter(name -> EditDistance.between(wanted, name) == least)
                .toList();
        return least <= most && nearest.size() == 1 ? Optional.of(nearest.getFirst()) : Optional.empty();
    }

    private static String rewritten(String sql, Map<String, String> renamed) {
        return TOKEN.matcher(sql).replaceAll(token -> {
            String text = token.group();
            return Matcher.quoteReplacement(renamed.getOrDefault(text.toLowerCase(Locale.ROOT), text));
        });
    }
}
