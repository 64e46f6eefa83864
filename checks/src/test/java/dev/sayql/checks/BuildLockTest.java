package dev.sayql.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One build at a time in one checkout, and no waiting for a build that is none. */
class BuildLockTest {

    @TempDir
    Path folder;

    private SmallCheckout checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = new SmallCheckout(folder);
    }

    @Test
    void twoFirstRunsBuildOnce() throws Exception {
        Process one = checkout.start(checkout.launcher, "--version");
        Process other = checkout.start(checkout.launcher, "--version");

        assertThat(SmallCheckout.finish(one).exit()).isZero();
        assertThat(SmallCheckout.finish(other).exit()).isZero();
        assertThat(checkout.builds()).hasSize(1);
    }

    /** As on macOS. */
    @Test
    void twoFirstRunsBuildOnceWhereOnlyPerlCanLock() throws Exception {
        checkout.link("perl");
        Process one = checkout.startOnBareMachine("--version");
        Process other = checkout.startOnBareMachine("--version");

        assertThat(SmallCheckout.finish(one).exit()).isZero();
        assertThat(SmallCheckout.finish(other).exit()).isZero();
        assertThat(checkout.builds()).hasSize(1);
    }

    @Test
    void lockWithoutAnOwnerIsNotWaitedFor() throws Exception {
        Files.createDirectories(checkout.root.resolve("target/build.lock"));

        assertThat(checkout.run("--version").exit()).isZero();
    }

    /** Numbers of processes are given again, after a restart and in containers soon. */
    @Test
    void lockOfALivingProcessThatBuildsNothingIsNotWaitedFor() throws Exception {
        String living = ProcessHandle.current().pid() + "\n";
        Path lock = Files.createDirectories(checkout.root.resolve("target/build.lock"));
        Files.writeString(lock.resolve("pid"), living);
        Files.writeString(checkout.root.resolve("target/building.lock"), living);

        assertThat(checkout.run("--version").exit()).isZero();
    }

    @Test
    void killedLauncherHoldsNoLockOnceItsMavenHasEnded() throws Exception {
        Process killed = startSlowBuild();
        killed.destroyForcibly().waitFor();
        Process next = checkout.start(checkout.launcher, "--version");
        Files.delete(checkout.root.resolve("slow"));

        assertThat(SmallCheckout.finish(next).exit()).isZero();
        assertThat(checkout.builds()).hasSize(2);
    }

    @Test
    void waitingEndsAndNamesTheLock() throws Exception {
        Files.writeString(
                checkout.launcher,
                Files.readString(checkout.launcher).replaceFirst("(?m)^longest_wait=\\d+$", "longest_wait=1"));
        Process slow = startSlowBuild();

        SmallCheckout.Run run = checkout.run("--version");
        Files.delete(checkout.root.resolve("slow"));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output())
                .contains("Another SayQL build is running here; waiting for it …", "process " + slow.pid())
                .contains(checkout.root.resolve("target/building.lock") + " for longer than 1 s");
        assertThat(SmallCheckout.finish(slow).exit()).isZero();
    }

    /** A build that goes on as long as there is the file {@code slow}. */
    private Process startSlowBuild() throws Exception {
        Files.createFile(checkout.root.resolve("slow"));
        checkout.mavenStep("while [ -e slow ]; do sleep 0.1; done\n");
        Process process = checkout.start(checkout.launcher, "--version");
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (checkout.builds().isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(20);
        }
        return process;
    }
}
