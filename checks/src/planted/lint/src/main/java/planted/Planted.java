package planted;

import java.util.List;

final class Planted {

    private Planted() {}

    static int length(List texts) {
        return texts.size();
    }
}
