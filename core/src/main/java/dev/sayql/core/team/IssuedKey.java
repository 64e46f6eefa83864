package dev.sayql.core.team;

/**
 * A key just made: the only moment its text can be seen. Immutable; {@link #toString()} hides the text.
 *
 * @param id names the key in lists and logs; not secret
 * @param text the whole key
 */
public record IssuedKey(String id, String text) {

    @Override
    public String toString() {
        return "IssuedKey[id=" + id + "]";
    }
}
