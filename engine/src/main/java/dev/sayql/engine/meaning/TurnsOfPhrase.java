package dev.sayql.engine.meaning;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Turns of phrase that ask for the same whatever they are about, each put into one. For a question in lower case without its last
 * mark, in which a number between quotation marks stands for each name and quoted text. Immutable.
 */
final class TurnsOfPhrase {

    // spotless:off
    private static final String OPENING =
            "^(?:(?:please|can|could|you|show|give|find|list|return|display|tell|get|provide|report|me|us|out|what|which|who|is|are"
            + "|was|were|the|count|compute|calculate|determine) )*?";
    private static final String AMOUNT =
            "(?=[$€£]?\\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\\b|(?:the )?(?:overall )?average\\b)"
            // "over three weeks" may be within them
            + "(?!\\S+ (?:second|minute|hour|day|week|month|quarter|year|decade|time)s?\\b)";
    private static final String WAY = "(ascending|descending|alphabetical)";
    private static final String SORTED =
            "(?:,? ?(?:and |then )*(?:sorted|ordered|listed|arranged|sort|order)(?: them| it| the results?| the list)?)";
    private static final String BY_WHAT = "(?:the |their |its )?((?:(?!order\\b|by\\b|sort)[\\w'\"]+ ){0,5}?[\\w'\"]+)";
    // spotless:on

    private record Turn(Pattern phrase, String plain) {

        static Turn of(String phrase, String plain) {
            return new Turn(Pattern.compile(phrase), plain);
        }
    }

    // spotless:off
    private static final List<Turn> AMOUNTS = List.of(
            Turn.of("\\bmax\\b", "maximum"),
            Turn.of("\\bmin\\b", "minimum"),
            Turn.of("\\bavg\\b", "average"),
            Turn.of("(?<=\\d),(?=\\d{3}\\b)", ""),
            Turn.of("\\b(?:greater|larger|higher|more) than or equal to ", "at least "),
            Turn.of("\\b(?:less|smaller|lower|fewer) than or equal to ", "at most "),
            Turn.of("\\b(\\d[\\d.]*) or (?:above|higher|greater)\\b", "at least $1"),
            Turn.of("\\b(\\d[\\d.]*) or (?:below|lower)\\b", "at most $1"),
            Turn.of("\\b(?:more than|greater than|higher than|larger than|bigger than|above|over) " + AMOUNT, "over "),
            Turn.of("\\b(?:less than|smaller than|lower than|fewer than|below|under) " + AMOUNT, "under "),
            Turn.of("\\b(in|before|after|since|during|from|until|by) (?:the )?years? (?:of )?(?=[12]\\d{3}\\b)", "$1 "),
            Turn.of("\\btwice\\b", "2 times"),
            Turn.of("\\b(?:the )?(?:most|largest|highest|greatest) (?:total )?number of ", "most "),
            Turn.of("\\b(?:the )?(?:least|smallest|lowest|fewest) (?:total )?number of ", "fewest "));

    private static final List<Turn> DENIALS = List.of(
            Turn.of("\\b(?:do|does|did)(?: not|n't) have (?:any |an? )?(?!to\\b)", "without "),
            Turn.of("\\b(?:have|has|having|with) no (?!more\\b|less\\b|fewer\\b)", "without "),
            Turn.of("\\b(?:have|has) (?=(?:never|not) \\w{2,}(?<!e)ed\\b)", ""),
            // not "who have closed accounts", which are closed
            Turn.of("\\b(?:have|has) (\\w{3,}(?<!e)ed) (?=(?:an?|the|any|some|at|by|in|to|for|from|on|over|under|with|as)\\b|\\d|\"|$)", "$1 "));

    private static final List<Turn> FILLERS = List.of(
            Turn.of("\\b(?:regarding|concerning)\\b", "about"),
            Turn.of("\\bacross all ", "of "),
            Turn.of("\\b(?:contain|include)(?:s|ing)? (?:the )?(?:sub-?string|string|letters?|character) (?=\")", "contain "),
            Turn.of("\\b(?:as well as|along with|together with|and also)\\b", "and"),
            Turn.of("\\b(?:corresponding|respective) ", ""),
            Turn.of("\\b(?:located|situated) in\\b", "in"),
            Turn.of("\\band (?:what|which) (?:is|are|was|were) ", "and "),
            Turn.of("\\b(?:those|these) (?!(?:of|with|that|who|which|whose|in|on|from|are|not)\\b)", ""),
            Turn.of("\\bthe month of (?=\"\\d)", ""),
            Turn.of("\\b(?:named|called|with (?:the )?name|whose name is|by the name of|ha(?:ve|s) the name) (?=\"\\d)", "named "),
            Turn.of("\\b(?:for|in|of) (?:each|every)\\b|\\bevery\\b", "each"),
            Turn.of("^each ([^,]+), (.+)$", "$2 each $1"));

    private static final List<Turn> COUNTS = List.of(
            Turn.of(OPENING + "(?:number|count) of (?=[a-z])", "number of "),
            Turn.of("^how many ", "number of "),
            Turn.of("\\band (?:how many|(?:the )?number of) ", "and number of "),
            Turn.of("^(number of .*?) (?:in total|in all|do we have)$", "$1"),
            Turn.of("^(number of .*?) exists?\\b", "$1"));

    private static final List<Turn> ORDERS = List.of(
            Turn.of("\\b(?:ascending|increasing)(?:ly)?\\b", "ascending"),
            Turn.of("\\b(?:descending|decreasing)(?:ly)?\\b", "descending"),
            Turn.of("\\b(?:ascending )?(?:alphabetic|lexicographic)(?:al)?(?:ly)?\\b", "alphabetical"),
            Turn.of("\\bfrom (?:the )?(?:low|small|little) to (?:the )?(?:high|large|big|great)$", "in ascending order"),
            Turn.of("\\bfrom (?:the )?(?:high|large|big) to (?:the )?(?:low|small)$", "in descending order"),
            Turn.of("[.?]? " + SORTED + " (?:in (?:an |the )?)?" + WAY + "(?: order)?$|,? in (?:an |the )?" + WAY + " order$", " in order $1$2"),
            Turn.of("\\bby (?:the )?order of\\b", "in order of"),
            Turn.of("[.?]? " + SORTED + "? ?in (?:an |the )?" + WAY + " order (?:of|by) " + BY_WHAT + "$", " sorted by $2 $1"),
            Turn.of("[.?]? " + SORTED + " by " + BY_WHAT + ",? in order " + WAY + "$", " sorted by $1 $2"),
            Turn.of("[.?]? " + SORTED + " by " + BY_WHAT + ",? (?:in (?:an |the )?)?" + WAY + "(?: order)?$", " sorted by $1 $2"),
            Turn.of("[.?]? " + SORTED + " (?:by )?" + WAY + " (?:order )?(?:by |of )?" + BY_WHAT + "$", " sorted by $2 $1"),
            Turn.of("[.?]? " + SORTED + " by " + BY_WHAT + "$", " sorted by $1"),
            Turn.of("(?<!,) in (?:the )?order (?:of|by) " + BY_WHAT + "$", " sorted by $1"));
    // spotless:on

    private TurnsOfPhrase() {}

    /** The question with each turn of phrase put into one. */
    static String plain(String question) {
        String plain = question;
        for (List<Turn> turns : List.of(AMOUNTS, DENIALS, FILLERS, COUNTS, ORDERS)) {
            for (Turn turn : turns) {
                plain = turn.phrase().matcher(plain).replaceAll(turn.plain());
            }
        }
        return plain;
    }
}
