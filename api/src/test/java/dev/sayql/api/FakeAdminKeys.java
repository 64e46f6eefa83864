package dev.sayql.api;

import dev.sayql.core.team.AdminKeys;
import dev.sayql.core.team.IssuedKey;
import dev.sayql.core.team.KeyState;
import java.util.List;
import java.util.Optional;

/** One key that opens everything. */
final class FakeAdminKeys implements AdminKeys {

    static final String KEY = "good-admin-key";

    @Override
    public IssuedKey issue(String label) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<IssuedKey> issueFirst(String label) {
        return Optional.empty();
    }

    @Override
    public boolean revoke(String keyId) {
        return false;
    }

    @Override
    public List<KeyState> list() {
        return List.of();
    }

    @Override
    public Optional<String> idOf(String presented) {
        return presented.equals(KEY) ? Optional.of("a1") : Optional.empty();
    }
}
