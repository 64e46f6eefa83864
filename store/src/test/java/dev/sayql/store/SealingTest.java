package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {
    private static final List<String> OWNER = List.of("source", "team", "shop");

    private final SecureRandom random = new SecureRandom();
    private final MasterKey master = MasterKey.of(MasterKey.random(random)).orElseThrow();
    private final Sealing sealing = new Sealing(MasterKeys.only(master), random);

    @Test
    void opensWhatItSealedAndShowsNothingOfIt() {
        String text = "postgresql://u:pässword@host/db";
        byte[] sealed = sealing.seal(text, OWNER);

        assertThat(sealing.open(sealed, OWNER)).isEqualTo(text);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("host");
        assertThat(sealing.seal(text, OWNER)).isNotEqualTo(sealed);
        assertThat(sealing.open(sealing.seal("", OWNER), OWNER)).isEmpty();
    }

    @Test
    void aRecordOfAnotherTeamOrSourceIsNotOpened() {
        byte[] sealed = sealing.seal("secret", OWNER);

        assertThatThrownBy(() -> sealing.open(sealed, List.of("source", "team", "other")))
                .isInstanceOf(SystemDatabaseException.class)
                .hasMessageContaining("belongs to something else");
        assertThatThrownBy(() -> sealing.open(sealed, List.of("source", "tea", "mshop")))
                .isInstanceOf(SystemDatabaseException.class);
    }

    @Test
    void noByteCanBeChangedUnseen() {
        byte[] sealed = sealing.seal("secret", OWNER);
        for (int index = 0; index < sealed.length; index++) {
            byte[] changed = sealed.clone();
            changed[index] ^= 1;
            assertThatThrownBy(() -> sealing.open(changed, OWNER)).isInstanceOf(SystemDatabaseException.class);
        }
        assertThatThrownBy(() -> sealing.open(new byte[5], OWNER)).isInstanceOf(SystemDatabaseException.class);
    }

    @Test
    void saysWhenTheMasterKeyIsAnother() {
        byte[] sealed = sealing.seal("secret", OWNER);
        Sealing other = new Sealing(
                MasterKeys.only(MasterKey.of(MasterKey.random(random)).orElseThrow()), random);

        assertThatThrownBy(() -> other.open(sealed, OWNER))
                .isInstanceOf(SystemDatabaseException.class)
                .hasMessageContaining("SAYQL_MASTER_KEY");
    }

    @Test
    void aMasterKeyIsThirtyTwoBytesInBase64() {
        assertThat(MasterKey.of("AAAA")).isEmpty();
        assertThat(MasterKey.of("not base64!")).isEmpty();
        assertThat(MasterKey.of("")).isEmpty();
        String text = MasterKey.random(random);
        assertThat(MasterKey.of(text)).isPresent();
        assertThat(MasterKey.of(text).orElseThrow()).asString().doesNotContain(text.substring(0, 8));
    }

    @Test
    void makesAFileThatOnlyItsOwnerReadsAndKeepsIt(@TempDir Path folder) throws IOException {
        Path home = folder.resolve("home");
        MasterKey made = MasterKey.inFolder(home, random);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("master.key"))))
                .isEqualTo("rw-------");
        assertThat(MasterKey.inFolder(home, random).id()).isEqualTo(made.id());
        try (var files = Files.list(home)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void severalThatStartAtOnceGetTheSameKey(@TempDir Path folder) {
        Set<String> ids = IntStream.range(0, 16)
                .parallel()
                .mapToObj(
                        start -> MasterKey.inFolder(folder, new SecureRandom()).id())
                .map(HexFormat.of()::formatHex)
                .collect(Collectors.toSet());

        assertThat(ids).hasSize(1);
    }

    @Test
    void refusesAFileThatOthersCanReadOrThatHoldsNoKey(@TempDir Path folder) throws IOException {
        MasterKey.inFolder(folder, random);
        Path file = folder.resolve("master.key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> MasterKey.inFolder(folder, random))
                .isInstanceOf(SystemDatabaseException.class)
                .hasMessageContaining("chmod 600");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "short");
        assertThatThrownBy(() -> MasterKey.inFolder(folder, random))
                .isInstanceOf(SystemDatabaseException.class)
                .hasMessageContaining("holds no key");
    }

    @Test
    void aFormerKeyStillOpensAndTheCurrentOneTakesItsPlace() {
        byte[] sealed = sealing.seal("secret", OWNER);
        MasterKey next = MasterKey.of(MasterKey.random(random)).orElseThrow();
        Sealing both = new Sealing(new MasterKeys(next, List.of(master)), random);
        Sealing later = new Sealing(MasterKeys.only(next), random);

        assertThat(both.open(sealed, OWNER)).isEqualTo("secret");
        byte[] rewrapped = both.rewrapped(sealed, OWNER);
        assertThat(later.open(rewrapped, OWNER)).isEqualTo("secret");
        assertThatThrownBy(() -> sealing.open(rewrapped, OWNER)).isInstanceOf(SystemDatabaseException.class);
        assertThatThrownBy(() -> both.rewrapped(sealed, List.of("source", "team", "other")))
                .as("bound as ever")
                .isInstanceOf(SystemDatabaseException.class);
    }

    @Test
    void aKeyFileIsRenewedOnceUntilTheFormerIsForgotten(@TempDir Path folder) {
        MasterKey first = MasterKey.inFolder(folder, random);
        MasterKeys renewed = MasterKeys.renewIn(folder, random);
        assertThat(renewed.current().id()).isNotEqualTo(first.id());
        assertThat(renewed.former())
                .singleElement()
                .satisfies(old -> assertThat(old.id()).isEqualTo(first.id()));

        assertThat(MasterKeys.renewIn(folder, random).current().id())
                .as("gone on with")
                .isEqualTo(renewed.current().id());
        assertThat(MasterKeys.inFolder(folder, random).former()).hasSize(1);
        MasterKeys.forgetFormer(folder);
        assertThat(MasterKeys.inFolder(folder, random).former()).isEmpty();
        assertThat(MasterKey.inFolder(folder, random).id())
                .isEqualTo(renewed.current().id());
    }
}
