package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.Checkup;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Looks at everything that a server needs, and says what to do about what is wrong. */
@Command(
        name = "doctor",
        description =
                "Checks configuration, disk, parser, databases, clock and keys, and says what to do. Exit code 5 when"
                        + " something is wrong.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private final Console console;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Checkup.Finding> findings = Checkup.of(console.environment(), Opening.parts(console));
        for (Checkup.Finding finding : findings) {
            String state = finding.good() ? "ok" : "problem";
            console.out().println("%-8s %-16s %s".formatted(state, finding.part(), finding.sentence()));
            if (!finding.advice().isEmpty()) {
                console.out().println("%-8s %-16s → %s".formatted("", "", finding.advice()));
            }
        }
        return findings.stream().allMatch(Checkup.Finding::good) ? ExitCode.ANSWERED : ExitCode.FAILED;
    }
}
