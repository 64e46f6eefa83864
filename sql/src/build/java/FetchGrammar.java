import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Fetches PostgreSQL's grammar, the WASM file of the npm package libpg-query, into the build folder and checks that it is
 * exactly the file this project was written for. Run by Maven: {@code java FetchGrammar.java <module folder> <build folder>}.
 * Does nothing when the right file is already there.
 */
final class FetchGrammar {

    private static final String EXPECTED_SHA_256 = "378b64e6182f65c71ad5dbd2c31c81e9dfed7d2f2debfb4b51c0d0de8fa2ae36";
    private static final String WASM_IN_PACKAGE = "node_modules/libpg-query/wasm/libpg-query.wasm";

    private FetchGrammar() {}

    public static void main(String[] arguments) throws Exception {
        Path module = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Path wasm = folder.resolve(WASM_IN_PACKAGE);
        if (!Files.exists(wasm) || !sha256(wasm).equals(EXPECTED_SHA_256)) {
            Files.createDirectories(folder);
            for (String file : new String[] {"package.json", "package-lock.json"}) {
                Files.copy(module.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            installWithNpm(folder);
        }
        String actual = sha256(wasm);
        if (!actual.equals(EXPECTED_SHA_256)) {
            fail(wasm + " has the SHA-256 " + actual + ", but this project was written for " + EXPECTED_SHA_256
                    + ". The grammar's imports and exports have no stable names, so another file must not be used.");
        }
    }

    private static void installWithNpm(Path folder) throws InterruptedException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
        ProcessBuilder npm = new ProcessBuilder(
                        windows ? "npm.cmd" : "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        try {
            Process process = npm.start();
            String output;
            try (InputStream stream = process.getInputStream()) {
                output = new String(stream.readAllBytes());
            }
            if (process.waitFor() != 0) {
                System.err.println(output.strip());
                fail("npm could not install libpg-query: " + reason(output, process.exitValue()));
            }
        } catch (IOException e) {
            fail("npm was not found. Building this module needs npm (it comes with Node.js) to fetch PostgreSQL's grammar;"
                    + " running it does not. Install Node.js 20 or newer and build again.");
        }
    }

    /** The line in which npm says what happened; before it come a code and a path, behind it a stack of calls. */
    private static String reason(String output, int exit) {
        String code = "";
        String path = "";
        for (String line : output.lines().toList()) {
            String said = line.replaceFirst("^npm (error|ERR!)", "").strip();
            if (said.length() == line.strip().length() || said.isEmpty() || said.matches("(syscall|errno) .*")) {
                continue;
            }
            if (said.startsWith("code ")) {
                code = said.substring("code ".length());
            } else if (said.startsWith("path ")) {
                path = " " + said.substring("path ".length());
            } else {
                return said.contains(code) ? said : code + path + ": " + said;
            }
        }
        List<String> lines = output.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.stream()
                .filter(line -> line.contains("Error: "))
                .findFirst()
                .orElseGet(() -> lines.isEmpty() ? "npm ended with " + exit : lines.getFirst());
    }

    private static String sha256(Path file) throws Exception {
        if (!Files.exists(file)) {
            fail("npm installed libpg-query, but the package holds no " + WASM_IN_PACKAGE);
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    /** In the form of Maven's own errors, so that whoever looks for those finds it. */
    private static void fail(String sentence) {
        System.err.println("[ERROR] " + sentence);
        System.exit(1);
    }
}
