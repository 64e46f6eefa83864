package dev.sayql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.jdbc.TeamUrls.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whole strings from files, as a team might send them. */
class TeamUrlsTest {
    private static final Pattern NUMBERED = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final Resolver NO_NAMES = (host, within) -> {
        throw new UnknownHostException("no names here");
    };

    @Test
    void everyHostileStringIsRefusedForItsReason() throws IOException {
        List<String[]> cases =
                lines("hostile-urls.txt").map(line -> line.split("\t", 2)).toList();
        List<String> texts = cases.stream().map(each -> unescaped(each[1])).toList();

        assertThat(cases).hasSizeGreaterThan(250);
        List<Verdict> verdicts = judge(AddressPolicy.publicOnly(), NO_NAMES, texts);
        List<String> unexpected = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            if (!code(verdicts.get(i)).equals(cases.get(i)[0])) {
                unexpected.add(code(verdicts.get(i)) + " instead of " + cases.get(i)[0] + " for " + cases.get(i)[1]);
            }
        }
        assertThat(unexpected).isEmpty();
        assertThat(verdicts)
                .allSatisfy(verdict -> assertThat(((Verdict.Refused) verdict).sentence())
                        .endsWith(".")
                        .doesNotContain("hunter2"));
    }

    @Test
    void everyGoodStringIsAccepted() throws IOException {
        List<String> texts = lines("good-urls.txt").toList();

        assertThat(texts).hasSizeGreaterThan(80);
        List<Verdict> verdicts = judge(AddressPolicy.publicOnly(), NO_NAMES, texts);
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!code(verdicts.get(i)).equals("ok")) {
                refused.add(code(verdicts.get(i)) + " for " + texts.get(i));
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void everyHostileStringThatIsOneForEverybodyIsRefusedToTheOperatorToo() throws IOException {
        Set<String> ofAddresses = Set.of("forbidden_host", "forbidden_address", "forbidden_port");

        lines("hostile-urls.txt").map(line -> line.split("\t", 2)).forEach(each -> {
            boolean refused = ConnectionString.parse(unescaped(each[1])) instanceof ConnectionString.Parsed.Refused;
            assertThat(refused).as(each[1]).isEqualTo(!ofAddresses.contains(each[0]));
        });
    }

    @Test
    void theDocumentNamesEveryCode() throws IOException {
        String document = Files.readString(Path.of("../docs/sources.md"));

        assertThat(Stream.concat(Stream.of(ConnectionString.Code.values()), Stream.of(AddressPolicy.Code.values())))
                .allSatisfy(
                        code -> assertThat(document).contains("`" + code.name().toLowerCase(Locale.ROOT) + "`"));
    }

    @Test
    void longStringsAreRefusedAndHarmNothing() {
        assertThat(codes(AddressPolicy.publicOnly(), NO_NAMES, "postgresql://u@h/" + "d".repeat(1_000_000)))
                .containsExactly("too_long");
    }

    @Test
    void aNameIsJudgedByAllOfItsAddresses() {
        Map<String, List<InetAddress>> names = Map.of(
                "good.example.com", List.of(address("8.8.8.8"), address("2606:4700::1111")),
                "inside.example.com", List.of(address("10.1.2.3")),
                "mixed.example.com", List.of(address("8.8.8.8"), address("127.0.0.1")));

        assertThat(codes(
                        AddressPolicy.publicOnly(),
                        from(names),
                        "postgresql://u@good.example.com/d",
                        "postgresql://u@inside.example.com/d",
                        "postgresql://u@mixed.example.com/d",
                        "postgresql://u@unknown.example.com/d"))
                .containsExactly("ok", "forbidden_address", "forbidden_address", "ok");
    }

    @Test
    void theOperatorOpensRangesAndPortsButNoMetadataByAccident() {
        AddressPolicy open = AddressPolicy.publicOnly()
                .opening(List.of(Cidr.of("10.0.0.0/8"), Cidr.of("169.254.0.0/16"), Cidr.of("fd00::/8")), List.of(5544));
        Map<String, List<InetAddress>> names = Map.of(
                "db.internal", List.of(address("10.1.2.3")),
                "localhost", List.of(address("127.0.0.1")),
                "both.internal", List.of(address("10.1.2.3"), address("192.168.0.1")));

        assertThat(codes(
                        open,
                        from(names),
                        "postgresql://u@10.1.2.3:5544/d",
                        "postgresql://u@[fd00:1::1]/d",
                        "postgresql://u@[64:ff9b::10.1.2.3]/d",
                        "postgresql://u@db.internal/d",
                        "postgresql://u@unknown.internal/d",
                        "postgresql://u@localhost/d",
                        "postgresql://u@both.internal/d",
                        "postgresql://u@192.168.0.1/d",
                        "postgresql://u@169.254.1.1/d",
                        "postgresql://u@169.254.169.254/d",
                        "postgresql://u@[fd00:ec2::254]/d",
                        "postgresql://u@10.1.2.3:22/d"))
                .containsExactly(
                        "ok",
                        "ok",
                        "forbidden_address",
                        "ok",
                        "forbidden_host",
                        "forbidden_address",
                        "forbidden_address",
                        "forbidden_address",
                        "ok",
                        "forbidden_address",
                        "forbidden_address",
                        "forbidden_port");
        assertThat(codes(
                        AddressPolicy.publicOnly().opening(List.of(Cidr.of("169.254.169.254/32")), List.of()),
                        NO_NAMES,
                        "postgresql://u@169.254.169.254/d"))
                .containsExactly("ok");
    }

    @Test
    void lookingUpTakesTwoSecondsInAllHoweverManyNamesHang() {
        Resolver hanging = (host, within) -> {
            try {
                Thread.sleep(Duration.ofMinutes(1));
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException("late");
        };
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            texts.add("postgresql://u@h" + i + ".example.com/d");
        }
        long start = System.nanoTime();

        assertThat(codes(AddressPolicy.publicOnly(), hanging, texts.toArray(String[]::new)))
                .containsOnly("ok");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void aNameIsAskedForOnceAndOnlyWhenItsTextIsFine() {
        Map<String, Integer> asked = new ConcurrentHashMap<>();
        Resolver counting = (host, within) -> {
            asked.merge(host, 1, Integer::sum);
            return List.of(address("8.8.8.8"));
        };

        codes(
                AddressPolicy.publicOnly(),
                counting,
                "postgresql://u@a.example.com/d",
                "postgresql://v@a.example.com/d",
                "postgresql://u@b.example.com:22/d",
                "postgresql://u@metadata.google.internal/d",
                "postgresql://u@8.8.8.8/d",
                "postgresql://u@c.example.com/d?host=x");

        assertThat(asked).isEqualTo(Map.of("a.example.com", 1));
    }

    private static List<String> codes(AddressPolicy policy, Resolver resolver, String... texts) {
        return judge(policy, resolver, List.of(texts)).stream()
                .map(TeamUrlsTest::code)
                .toList();
    }

    private static List<Verdict> judge(AddressPolicy policy, Resolver resolver, List<String> texts) {
        try (TeamUrls urls = new TeamUrls(policy, resolver)) {
            return urls.judge(texts);
        }
    }

    private static String code(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted(boolean _) -> "ok";
            case Verdict.Refused(String code, String _) -> code;
        };
    }

    private static Resolver from(Map<String, List<InetAddress>> names) {
        return (host, within) -> {
            List<InetAddress> addresses = names.get(host);
            if (addresses == null) {
                throw new UnknownHostException(host);
            }
            return addresses;
        };
    }

    private static InetAddress address(String text) {
        return InetAddress.ofLiteral(text);
    }

    private static Stream<String> lines(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(TeamUrlsTest.class.getResourceAsStream(file))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            assertThat(new HashSet<>(lines)).as("the same line twice").hasSameSizeAs(lines);
            return lines.stream();
        }
    }

    private static String unescaped(String text) {
        return NUMBERED.matcher(text).replaceAll(TeamUrlsTest::character);
    }

    private static String character(MatchResult number) {
        String character = Character.toString((char) Integer.parseInt(number.group(1), 16));
        return Matcher.quoteReplacement(character);
    }
}
