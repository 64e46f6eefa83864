package dev.sayql.server;

import dev.sayql.api.Readiness;
import dev.sayql.app.App;
import java.util.Locale;
import java.util.Map;

/** Whether an opened app can answer. Thread-safe. */
record AppReadiness(App app) implements Readiness {

    @Override
    public Map<String, Boolean> parts() {
        return app.readiness();
    }

    @Override
    public String models() {
        return app.learned().name().toLowerCase(Locale.ROOT);
    }
}
