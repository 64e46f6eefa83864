package dev.sayql.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The three roles' passwords: made with the data, kept beside it in a file only its owner can read, and as old as the data.
 *
 * @param administrator password of the role that sets up and repairs
 * @param system password of the role that owns the system database
 * @param reader password of the role that may only read the sample
 */
record Credentials(String administrator, String system, String reader) {

    static final String ADMINISTRATOR = "sayql_administrator";
    static final String SYSTEM = "sayql";
    static final String READER = "sayql_reader";

    static final String FILE = "credentials.properties";

    /** Draws new passwords of 192 random bits; their characters need no quoting anywhere. */
    static Credentials draw() {
        SecureRandom random = new SecureRandom();
        return new Credentials(password(random), password(random), password(random));
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Credentials read(Home home) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(home.data().resolve(FILE))) {
            properties.load(reader);
        } catch (NoSuchFileException missing) {
            throw EmbeddedException.incomplete(home, "the file " + FILE);
        } catch (IOException e) {
            throw EmbeddedException.of(e, home);
        }
        return new Credentials(
                properties.getProperty(ADMINISTRATOR, ""),
                properties.getProperty(SYSTEM, ""),
                properties.getProperty(READER, ""));
    }

    void write(Path folder) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(ADMINISTRATOR, administrator);
        properties.setProperty(SYSTEM, system);
        properties.setProperty(READER, reader);
        StringWriter text = new StringWriter();
        properties.store(text, "Passwords of the embedded PostgreSQL; whoever reads this file can use it");
        writePrivately(folder.resolve(FILE), text.toString());
    }

    /** Writes a new file that nobody else can read at any moment. */
    static void writePrivately(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(Home.OWNER_ONLY_FILE));
        Files.writeString(file, text);
    }

    @Override
    public String toString() {
        return "Credentials (not shown)";
    }
}
