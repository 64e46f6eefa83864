package dev.sayql.checks;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds classes to a map of neighbouring packages: each uses itself and the neighbours named for it, and none is unknown. */
final class UseOnly extends ArchCondition<JavaClass> {

    private final String prefix;
    private final Map<String, Set<String>> allowed;

    private UseOnly(String prefix, Map<String, Set<String>> allowed) {
        super("use only the neighbours under " + prefix + " that are left open to them");
        this.prefix = prefix;
        this.allowed = allowed;
    }

    /** Looks at the packages directly under this prefix, which ends in a dot. */
    static UseOnly lowerNeighbours(String prefix, Map<String, Set<String>> allowed) {
        return new UseOnly(prefix, allowed);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Optional<String> home = neighbourhood(type);
        if (home.isEmpty()) {
            return;
        }
        String own = home.get();
        if (!allowed.containsKey(own)) {
            events.add(SimpleConditionEvent.violated(
                    type,
                    type.getName() + " lies in " + prefix + own + ", which has no place among " + allowed.keySet()));
            return;
        }
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            neighbourhood(dependency.getTargetClass())
                    .filter(other -> !other.equals(own)
                            && !allowed.getOrDefault(own, Set.of()).contains(other))
                    .ifPresent(other -> events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
        }
    }

    private Optional<String> neighbourhood(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        if (!name.startsWith(prefix)) {
            return Optional.empty();
        }
        String rest = name.substring(prefix.length());
        int dot = rest.indexOf('.');
        return Optional.of(dot < 0 ? rest : rest.substring(0, dot));
    }
}
