package dev.sayql.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What people say of rows whose column of yes and no is called so. */
final class FlagPhrases {

    /** @param holds whether the words say yes: "paid", not "unpaid" */
    record Phrase(List<String> words, boolean holds) {}

    private FlagPhrases() {}

    static List<Phrase> of(List<String> name) {
        List<String> adjective = Set.of("is", "has", "was", "are").contains(name.getFirst()) && name.size() > 1
                ? name.subList(1, name.size())
                : name;
        List<Phrase> found = new ArrayList<>();
        found.add(new Phrase(adjective, true));
        if (adjective.size() > 2 && adjective.getFirst().equals("can")) {
            // {@code can_drive_van}: "can drive a van".
            List<String> said = new ArrayList<>(adjective);
            said.add(adjective.size() - 1, "a");
            found.add(new Phrase(List.copyOf(said), true));
        }
        if (adjective.size() == 1) {
            found.add(new Phrase(List.of(adjective.getFirst() + "ly"), true));
            for (String prefix : List.of("in", "un", "non", "dis")) {
                found.add(new Phrase(List.of(prefix + adjective.getFirst()), false));
            }
        }
        return List.copyOf(found);
    }
}
