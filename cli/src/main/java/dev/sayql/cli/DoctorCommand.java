package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.AppConfig;
import dev.sayql.app.Checkup;
import dev.sayql.app.LiveCheck;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at everything that a server needs, and says what to do about what is wrong. */
@Command(
        name = "doctor",
        description =
                "Checks configuration, disk, parser, databases, clock and keys, and says what to do. Exit code 5 when"
                        + " there is a problem; a note is none.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private final Console console;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Option(
            names = "--live",
            paramLabel = "dollars",
            arity = "0..1",
            fallbackValue = "0.05",
            description =
                    "Ask the configured language model real questions about the database, for so many US dollars at"
                            + " most; 0.05 when no number is given. Nothing is run.")
    private @Nullable BigDecimal live;

    @Override
    public Integer call() {
        BigDecimal most = live;
        return most == null ? checkup() : askLive(most);
    }

    private int askLive(BigDecimal most) {
        boolean[] good = {true};
        LiveCheck.run(AppConfig.from(console.environment()), Opening.parts(console), most, finding -> {
            good[0] &= finding.good();
            console.out()
                    .println("%-8s $%s %s"
                            .formatted(
                                    finding.good() ? "ok" : "problem",
                                    finding.cost().toPlainString(),
                                    Escaped.line(finding.question())));
            console.out().println(Escaped.text(finding.sentence()));
        });
        return good[0] ? ExitCode.ANSWERED : ExitCode.FAILED;
    }

    private int checkup() {
        List<Checkup.Finding> findings = Checkup.of(console.environment(), Opening.parts(console));
        for (Checkup.Finding finding : findings) {
            String state = finding.state().name().toLowerCase(Locale.ROOT);
            console.out().println("%-8s %-16s %s".formatted(state, finding.part(), finding.sentence()));
            if (!finding.advice().isEmpty()) {
                console.out().println("%-8s %-16s → %s".formatted("", "", finding.advice()));
            }
        }
        return findings.stream().allMatch(Checkup.Finding::good) ? ExitCode.ANSWERED : ExitCode.FAILED;
    }
}
