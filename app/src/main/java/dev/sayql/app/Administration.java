package dev.sayql.app;

import dev.sayql.core.history.AnswerCache;
import dev.sayql.core.team.AdminKeys;
import dev.sayql.core.team.Keys;
import dev.sayql.core.team.ModelPolicies;
import dev.sayql.core.team.Teams;
import dev.sayql.store.MasterKeys;
import dev.sayql.store.Rewrapping;
import dev.sayql.store.StoredAdminKeys;
import dev.sayql.store.StoredKeys;
import dev.sayql.store.StoredModelPolicies;
import dev.sayql.store.StoredTeams;
import dev.sayql.store.SystemDatabase;
import dev.sayql.store.SystemDatabaseException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the operator of a machine does with the system database directly, with no server and no source: bring it to this
 * release, make teams and keys. Immutable; used within {@link #with}.
 *
 * @param answers what language models wrote, remembered
 * @param keyEnvironment what new keys of teams carry in their text
 */
public record Administration(
        Teams teams,
        Keys keys,
        AdminKeys adminKeys,
        ModelPolicies policies,
        AnswerCache answers,
        String keyEnvironment) {

    /**
     * What bringing the system database to this release did. Immutable.
     *
     * @param before number of the last script that was done before; 0 in an empty database
     * @param after number of the last script
     */
    public record Migrated(int before, int after) {}

    /**
     * Brings the system database to this release and does nothing else.
     *
     * @throws CannotStartException when it cannot be used
     */
    public static Migrated migrate(AppConfig config, Parts parts) {
        Databases.OfOurs ours = Databases.ofOurs(config, parts);
        try {
            SystemDatabase.Migrated migrated = SystemDatabase.migrate(ours.system());
            return new Migrated(migrated.before(), migrated.after());
        } catch (SystemDatabaseException down) {
            throw new CannotStartException(down);
        } finally {
            ours.local().ifPresent(LocalDatabases.Opened::close);
        }
    }

    /**
     * Does the work on an opened system database.
     *
     * @throws CannotStartException when it cannot be used
     */
    public static <T> T with(AppConfig config, Parts parts, Function<Administration, T> work) {
        Databases.OfOurs ours = Databases.ofOurs(config, parts);
        Optional<SystemDatabase> opened = Optional.empty();
        try {
            opened = Optional.of(SystemDatabase.open(ours.system()));
            try (RememberedAnswers answers =
                    RememberedAnswers.of(config.cache(), opened.get(), parts.tables(), Clock.systemUTC())) {
                return work.apply(of(opened.get(), answers.cache(), config));
            }
        } catch (SystemDatabaseException down) {
            throw new CannotStartException(down);
        } finally {
            opened.ifPresent(SystemDatabase::close);
            ours.local().ifPresent(LocalDatabases.Opened::close);
        }
    }

    /**
     * What changing the master key did. Immutable.
     *
     * @param rewrapped records that stand under the new key now
     * @param unreadable records that neither key opens
     */
    public record Rotated(int rewrapped, int unreadable) {}

    /**
     * Puts everything that is encrypted under another master key: under SAYQL_MASTER_KEY when it is given, else under a new one
     * in the home folder. What an earlier attempt did not finish is finished.
     *
     * @throws CannotStartException when the system database or the key file cannot be used
     */
    public static Rotated rotateMasterKey(AppConfig config, Parts parts) {
        SecureRandom random = new SecureRandom();
        boolean ofFile = config.keeping().masterKey().isEmpty();
        Databases.OfOurs ours = Databases.ofOurs(config, parts);
        try (SystemDatabase database = SystemDatabase.open(ours.system())) {
            MasterKeys keys = ofFile ? MasterKeys.renewIn(config.home(), random) : Stored.masterKeys(config, random);
            Rewrapping.Done done = new Rewrapping(database, keys, random).run();
            if (ofFile && done.unreadable() == 0) {
                MasterKeys.forgetFormer(config.home());
            }
            return new Rotated(done.rewrapped(), done.unreadable());
        } catch (SystemDatabaseException down) {
            throw new CannotStartException(down);
        } finally {
            ours.local().ifPresent(LocalDatabases.Opened::close);
        }
    }

    private static Administration of(SystemDatabase database, AnswerCache answers, AppConfig config) {
        SecureRandom random = new SecureRandom();
        Clock clock = Clock.systemUTC();
        return new Administration(
                new StoredTeams(database),
                new StoredKeys(database, random, clock),
                new StoredAdminKeys(database, random, clock),
                new StoredModelPolicies(database),
                answers,
                config.environment().name().toLowerCase(Locale.ROOT));
    }
}
