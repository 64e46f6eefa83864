package dev.sayql.core.answer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was looked into about an answer and what was found. "Not checked" is different from "clean". Immutable.
 *
 * @param checked the checks that were made; all others were not
 */
public record Receipt(Set<Check> checked, List<Caveat> caveats) {

    /** What became of one check. */
    public enum State {
        CLEAN,
        CAVEAT,
        NOT_CHECKED
    }

    public Receipt {
        checked = Set.copyOf(checked);
        caveats = List.copyOf(caveats);
    }

    public static Receipt nothingChecked() {
        return new Receipt(Set.of(), List.of());
    }

    /** Every check with its state, in the order of the checks. */
    public Map<Check, State> states() {
        Map<Check, State> states = new EnumMap<>(Check.class);
        for (Check check : Check.values()) {
            states.put(check, checked.contains(check) ? State.CLEAN : State.NOT_CHECKED);
        }
        caveats.forEach(caveat -> states.put(caveat.check(), State.CAVEAT));
        return states;
    }
}
