package dev.sayql.engine.meaning;

import dev.sayql.engine.Stem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    /**
     * What a source calls something, and what people say for it where nothing else in the source can be meant. Nothing narrower: a
     * college is a school to those who have no other schools, but schools are no colleges.
     */
    private static final Map<List<String>, Set<List<String>>> SAID_FOR = Stream.of(
                    "course:curriculum,class",
                    "product:goods,merchandise,item",
                    "item:goods,merchandise,product",
                    "zip:postal",
                    "postal:zip",
                    "start:begin",
                    "begin:start",
                    "end:finish",
                    "finish:end",
                    "category:type",
                    "type:category",
                    "genre:type,category",
                    "college:school,university",
                    "university:school,college",
                    "station:terminal",
                    "city:town",
                    "town:city",
                    "trip:tour,journey",
                    "tour:trip,journey",
                    "official:formal",
                    "enrolled:registered",
                    "registered:enrolled",
                    "founded:established",
                    "description:describing content",
                    "venue:site,location",
                    "location:site",
                    "points:score",
                    "rating:score",
                    "mobile:cell",
                    "cell:mobile",
                    "population:populace",
                    "detail:information",
                    "information:detail",
                    "employee:staff,worker",
                    "staff:employee,worker",
                    "headquarters:head office",
                    "gdp:gross domestic product",
                    "os:operating system",
                    "birthday:birthdate,birth date")
            .map(line -> line.split(":"))
            .collect(Collectors.toUnmodifiableMap(
                    line -> Stem.ofWords(line[0]),
                    line -> Arrays.stream(line[1].split(",")).map(Stem::ofWords).collect(Collectors.toSet())));

    private static final String GOODS = "goods";

    private OtherWords() {}

    /**
     * Whether people say the words for the name, and for no other name in the source; what is good is no goods.
     *
     * @param names the words of the names in the source, by ones and by twos
     */
    static boolean areSaidFor(String name, String words, Set<String> names) {
        List<String> said = Stem.ofWords(words);
        Set<List<String>> known = names.stream().map(Stem::ofWords).collect(Collectors.toSet());
        return SAID_FOR.getOrDefault(Stem.ofWords(name), Set.of()).contains(said)
                && (!said.contains(Stem.of(GOODS)) || words.equals(GOODS))
                && SAID_FOR.entrySet().stream()
                                .filter(other -> known.contains(other.getKey())
                                        && other.getValue().contains(said))
                                .count()
                        == 1;
    }

    /** Whether one is said for the other, whatever their endings. */
    static boolean areOne(String one, String other) {
        return GROUPS.stream().anyMatch(group -> group.contains(Stem.of(one)) && group.contains(Stem.of(other)));
    }
}
