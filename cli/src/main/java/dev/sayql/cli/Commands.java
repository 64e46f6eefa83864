package dev.sayql.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/** Every command there is, and how to make it. */
final class Commands {

    private static final Map<String, Function<Console, Object>> MAKERS = new LinkedHashMap<>();

    static {
        MAKERS.put("ask", AskCommand::new);
        MAKERS.put("serve", ServeCommand::new);
        MAKERS.put("status", StatusCommand::new);
        MAKERS.put("stop", StopCommand::new);
        MAKERS.put("doctor", DoctorCommand::new);
        MAKERS.put("semantics", SemanticsCommand::new);
        MAKERS.put("teach", TeachCommand::new);
        MAKERS.put("policy", PolicyCommand::new);
        MAKERS.put("validate", ValidateCommand::new);
        MAKERS.put("predict", PredictCommand::new);
        MAKERS.put("evaluate", EvaluateCommand::new);
        MAKERS.put("cache-pairs", CachePairsCommand::new);
        MAKERS.put("bench", BenchCommand::new);
        MAKERS.put("team", TeamCommand::new);
        MAKERS.put("key", KeyCommand::new);
        MAKERS.put("cache", CacheCommand::new);
        MAKERS.put("costs", CostsCommand::new);
        MAKERS.put("master-key", MasterKeyCommand::new);
        MAKERS.put("migrate", MigrateCommand::new);
        MAKERS.put("check-source", CheckSourceCommand::new);
        MAKERS.put("grant-script", GrantScriptCommand::new);
        MAKERS.put("warm-up", WarmUpCommand::new);
    }

    private Commands() {}

    /**
     * Adds the command that the first argument names, or all of them when it names none: making them all would cost every
     * start their loading.
     */
    static void addTo(CommandLine line, Console console, String... arguments) {
        Function<Console, Object> named = arguments.length == 0 ? null : MAKERS.get(arguments[0]);
        if (named != null) {
            line.addSubcommand(arguments[0], named.apply(console));
        } else {
            MAKERS.forEach((name, maker) -> line.addSubcommand(name, maker.apply(console)));
        }
    }
}
