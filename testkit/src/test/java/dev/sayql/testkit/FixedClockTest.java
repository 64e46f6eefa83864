package dev.sayql.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FixedClockTest {

    @Test
    void standsStillUntilAdvancedAndMovesWithItsOtherZones() {
        FixedClock clock = FixedClock.on(LocalDate.of(2026, 3, 15));
        FixedClock berlin = clock.withZone(ZoneId.of("Europe/Berlin"));
        clock.advance(Duration.ofMinutes(5));
        assertThat(berlin.instant()).isEqualTo(clock.instant()).isEqualTo(Instant.parse("2026-03-15T12:05:00Z"));
        assertThat(berlin.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }
}
