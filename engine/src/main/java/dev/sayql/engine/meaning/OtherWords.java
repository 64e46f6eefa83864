package dev.sayql.engine.meaning;

import dev.sayql.engine.Stem;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that people use for one another when a source has only one of them, though WordNet has them in different places. Where
 * a source has both, each means its own.
 */
final class OtherWords {

    private static final List<Set<String>> GROUPS = Stream.of(
                    "course curriculum class",
                    "product goods item merchandise",
                    "zip postal",
                    "start begin",
                    "end finish",
                    "category type kind",
                    "school college university campus",
                    "station terminal",
                    "town city",
                    "trip tour journey",
                    "official formal",
                    "enrolled registered",
                    "description describing",
                    "site venue location place",
                    "points score",
                    "mobile cell")
            .map(group -> Arrays.stream(group.split(" ")).map(Stem::of).collect(Collectors.toUnmodifiableSet()))
            .toList();

    private OtherWords() {}

    /** Whether one is said for the other, whatever their endings. */
    static boolean areOne(String one, String other) {
        return GROUPS.stream().anyMatch(group -> group.contains(Stem.of(one)) && group.contains(Stem.of(other)));
    }
}
