package dev.sayql.api;

import dev.sayql.core.team.Caller;
import dev.sayql.core.team.IssuedKey;
import dev.sayql.core.team.KeyState;
import dev.sayql.core.team.Keys;
import dev.sayql.core.team.TeamId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes keys and knows none of them. */
final class FakeKeys implements Keys {

    @Override
    public IssuedKey issue(TeamId team, String environment, String label) {
        return new IssuedKey("k2", "sayql_" + environment + "_secret");
    }

    @Override
    public Optional<IssuedKey> issueFirst(TeamId team, String environment, String label) {
        return Optional.empty();
    }

    @Override
    public Optional<IssuedKey> rotate(TeamId team, String keyId, Duration overlap) {
        return Optional.empty();
    }

    @Override
    public boolean revoke(TeamId team, String keyId) {
        return false;
    }

    @Override
    public List<KeyState> list(TeamId team) {
        return List.of();
    }

    @Override
    public Optional<Caller> callerOf(String presented) {
        return Optional.empty();
    }
}
