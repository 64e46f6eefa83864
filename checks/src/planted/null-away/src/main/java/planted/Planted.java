package planted;

import org.jspecify.annotations.Nullable;

final class Planted {

    private Planted() {}

    static int length(@Nullable String text) {
        return text.length();
    }
}
