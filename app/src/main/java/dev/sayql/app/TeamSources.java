package dev.sayql.app;

import dev.sayql.app.AppConfig.TeamSourcesConfig;
import dev.sayql.jdbc.AddressPolicy;
import dev.sayql.jdbc.Cidr;
import dev.sayql.jdbc.TeamUrls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges connection strings as if teams had given them, and dials nothing. Names are looked up for two seconds in all.
 * Used by one thread.
 */
public final class TeamSources implements AutoCloseable {

    private final TeamUrls urls;

    /**
     * What is thought of one string.
     *
     * @param refused the stable code of what is wrong; empty when it would be dialled
     * @param resolved whether the host's addresses were seen, when it would be
     */
    public record Verdict(Optional<String> refused, boolean resolved) {}

    public TeamSources(TeamSourcesConfig config) {
        urls = new TeamUrls(policy(config));
    }

    /** One sentence for each range or port that is none. */
    static List<String> problems(List<String> ranges, List<Integer> ports) {
        List<String> problems = new ArrayList<>();
        if (ranges.stream().anyMatch(text -> Cidr.parse(text).isEmpty())) {
            problems.add(
                    "Addresses to open (SAYQL_ALLOW_CIDRS, --allow-cidr) are ranges such as 10.0.0.0/8 or fd12::/16,"
                            + " with no bit set after their length, or single addresses.");
        }
        if (ports.stream().anyMatch(port -> port < 1 || port > 65_535)) {
            problems.add("Ports to open (SAYQL_ALLOW_PORTS, --allow-port) are numbers from 1 to 65535.");
        }
        return problems;
    }

    static AddressPolicy policy(TeamSourcesConfig config) {
        return AddressPolicy.publicOnly()
                .opening(
                        config.allowedRanges().stream()
                                .map(text -> Cidr.parse(text).orElseThrow())
                                .toList(),
                        config.allowedPorts());
    }

    /** One verdict for each text, in order. */
    public List<Verdict> judge(List<String> texts) {
        return urls.judge(texts).stream().map(TeamSources::verdict).toList();
    }

    private static Verdict verdict(TeamUrls.Verdict verdict) {
        return switch (verdict) {
            case TeamUrls.Verdict.Accepted(boolean resolved) -> new Verdict(Optional.empty(), resolved);
            case TeamUrls.Verdict.Refused(String code, String _) -> new Verdict(Optional.of(code), false);
        };
    }

    @Override
    public void close() {
        urls.close();
    }
}
