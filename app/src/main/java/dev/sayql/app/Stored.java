package dev.sayql.app;

import dev.sayql.app.AppConfig.KeepingConfig;
import dev.sayql.store.DailyWork;
import dev.sayql.store.MasterKey;
import dev.sayql.store.MasterKeys;
import dev.sayql.store.RetentionPeriods;
import dev.sayql.store.StoredAdminKeys;
import dev.sayql.store.StoredAudit;
import dev.sayql.store.StoredBadKeys;
import dev.sayql.store.StoredHistory;
import dev.sayql.store.StoredIdempotency;
import dev.sayql.store.StoredKeys;
import dev.sayql.store.StoredMetrics;
import dev.sayql.store.StoredModelCalls;
import dev.sayql.store.StoredModelPolicies;
import dev.sayql.store.StoredPolicies;
import dev.sayql.store.StoredQuota;
import dev.sayql.store.StoredSources;
import dev.sayql.store.StoredTeams;
import dev.sayql.store.StoredTests;
import dev.sayql.store.StoredVerifiedQueries;
import dev.sayql.store.StoredWorkBoard;
import dev.sayql.store.SystemDatabase;
import dev.sayql.store.TokenBuckets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** Everything that is kept in the system database, part by part. Thread-safe, as its parts are. */
public record Stored(
        StoredTeams teams,
        StoredKeys keys,
        StoredAdminKeys adminKeys,
        StoredBadKeys badKeys,
        TokenBuckets limiter,
        StoredQuota quota,
        StoredIdempotency idempotency,
        StoredSources sources,
        StoredPolicies policies,
        StoredHistory history,
        StoredVerifiedQueries verified,
        StoredTests tests,
        StoredMetrics metrics,
        StoredAudit audit,
        StoredWorkBoard board,
        StoredModelCalls modelCalls,
        StoredModelPolicies modelPolicies,
        DailyWork daily) {

    /** As configured, or as they stand in the home folder. */
    static MasterKeys masterKeys(AppConfig config, SecureRandom random) {
        KeepingConfig keeping = config.keeping();
        List<MasterKey> former = keeping.formerMasterKeys().stream()
                .flatMap(key -> MasterKey.of(key.value()).stream())
                .toList();
        return keeping.masterKey()
                .flatMap(key -> MasterKey.of(key.value()))
                .map(current -> new MasterKeys(current, former))
                .orElseGet(() -> MasterKeys.inFolder(config.home(), random));
    }

    static Stored in(SystemDatabase system, AppConfig config, Clock clock) {
        SecureRandom random = new SecureRandom();
        KeepingConfig keeping = config.keeping();
        MasterKeys master = masterKeys(config, random);
        TokenBuckets buckets = new TokenBuckets(system, clock);
        StoredMetrics metrics = new StoredMetrics(system, clock);
        StoredIdempotency idempotency = new StoredIdempotency(system, master, random, clock);
        return new Stored(
                new StoredTeams(system),
                new StoredKeys(system, random, clock),
                new StoredAdminKeys(system, random, clock),
                new StoredBadKeys(buckets),
                buckets,
                new StoredQuota(system, clock),
                idempotency,
                new StoredSources(system, master, random, clock),
                new StoredPolicies(system),
                new StoredHistory(system, clock),
                new StoredVerifiedQueries(system),
                new StoredTests(system),
                metrics,
                new StoredAudit(system),
                new StoredWorkBoard(system, master, random),
                new StoredModelCalls(system),
                new StoredModelPolicies(system),
                new DailyWork(
                        system,
                        metrics,
                        buckets,
                        idempotency,
                        new RetentionPeriods(keeping.historyDays(), keeping.auditDays()),
                        clock));
    }
}
