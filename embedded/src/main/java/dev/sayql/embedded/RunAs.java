package dev.sayql.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom the server runs. An ordinary account runs it as itself. PostgreSQL refuses to run as root, so root
 *
 * <ul>
 *   <li>hands it to the account that owns the data or the home, when that is not root (as with {@code sudo});
 *   <li>else runs it in a user namespace without a mapping ({@code unshare -U}): the program sees an account that is not root,
 *       files stay root's, so a home under {@code /root} works;
 *   <li>else, where containers forbid user namespaces, as {@code nobody}, at need with the one privilege of passing folders
 *       closed to it.
 * </ul>
 *
 * @param prefix words to put before a command so that it runs as that account
 * @param uid account and group the server's files must belong to; -1 to leave them alone
 */
record RunAs(List<String> prefix, int uid, int gid) {

    private static final int NOBODY = 65_534;
    /** The last flag is for access(2), which initdb asks, and which forgets capabilities without it. */
    private static final List<String> PASSING_CLOSED_FOLDERS =
            List.of("--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup", "--");

    private static final RunAs OURSELVES = new RunAs(List.of(), -1, -1);

    RunAs {
        prefix = List.copyOf(prefix);
    }

    /** Finds the way that works here, trying each. */
    static RunAs find(Home home) {
        try {
            if (!weAreRoot()) {
                return OURSELVES;
            }
            for (RunAs candidate : candidates(home)) {
                if (candidate.works(home)) {
                    return candidate;
                }
            }
        } catch (IOException e) {
            throw EmbeddedException.of(e, home);
        }
        throw new EmbeddedException(
                EmbeddedException.Code.CANNOT_RUN_AS_ROOT,
                "PostgreSQL refuses to run as root, and neither unshare nor setpriv could run it as another account here. "
                        + "Start SayQL as an ordinary account with a home of its own (SAYQL_HOME), or point it at a PostgreSQL you run.");
    }

    private static List<RunAs> candidates(Home home) throws IOException {
        Path owned = Files.exists(home.data()) ? home.data() : home.root();
        int owner = (int) Files.getAttribute(owned, "unix:uid");
        int group = (int) Files.getAttribute(owned, "unix:gid");
        List<RunAs> candidates = new ArrayList<>();
        if (owner == 0) {
            candidates.add(new RunAs(List.of("unshare", "-U", "--"), -1, -1));
            owner = NOBODY;
            group = NOBODY;
        }
        List<String> change = List.of("setpriv", "--reuid=" + owner, "--regid=" + group, "--clear-groups");
        candidates.add(new RunAs(joined(change, List.of("--")), owner, group));
        candidates.add(new RunAs(joined(change, PASSING_CLOSED_FOLDERS), owner, group));
        return candidates;
    }

    private boolean works(Home home) {
        try {
            String test = "test \"$(id -u)\" != 0 && cd \"$1\"";
            return Command.run(
                            command(List.of(
                                    "/bin/sh", "-c", test, "sh", home.root().toString())),
                            Duration.ofSeconds(10))
                    .wentWell();
        } catch (IOException e) {
            // The program is not installed here.
            return false;
        }
    }

    List<String> command(List<String> words) {
        return joined(prefix, words);
    }

    /** Gives a file, or a folder with all in it, to the server's account. */
    void adopt(Path path) throws IOException {
        if (uid < 0 || (int) Files.getAttribute(path, "unix:uid") == uid) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Files.setAttribute(each, "unix:uid", uid);
                Files.setAttribute(each, "unix:gid", gid);
            }
        }
    }

    private static boolean weAreRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self)
                ? (int) Files.getAttribute(self, "unix:uid") == 0
                : "root".equals(System.getProperty("user.name"));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
