package dev.sayql.api;

import dev.sayql.core.history.AuditLog;
import dev.sayql.core.team.AdminKeys;
import dev.sayql.core.team.BadKeys;
import dev.sayql.core.team.Caller;
import dev.sayql.core.team.Idempotency;
import dev.sayql.core.team.MonthlyQuota;
import dev.sayql.core.team.RateLimiter;
import java.util.Optional;

/** What decides who comes in, and how often. */
public record Entrance(
        Authentication keys,
        AdminKeys adminKeys,
        BadKeys badKeys,
        RateLimiter limiter,
        MonthlyQuota quota,
        Idempotency idempotency,
        AuditLog audit) {

    /** Says whose API key this is. A revoked key is as unknown as one that never was. Thread-safe. */
    @FunctionalInterface
    public interface Authentication {

        Optional<Caller> callerOf(String apiKey);
    }
}
