package io.github.isostress.crypto.keyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command enciphers a key file, and shows check values alone. */
class KeyFileMainTest {
    private static final String ZPK = "0123456789ABCDEFFEDCBA9876543210";
    private static final String SHOWN = "ZPK (PIN), a 128-bit 3DES key with check value 08D7B4";

    @TempDir
    private Path folder;

    private Path clear;
    private Path enciphered;

    @BeforeEach
    void writeKeys() throws IOException {
        clear = Files.writeString(folder.resolve("keys.properties"), "ZPK=pin 3des clear=" + ZPK);
        enciphered = folder.resolve("keys.enc");
    }

    private static String run(Object... arguments) {
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        return new KeyFileMain(Map.of("ISO8583_KEYS_PASSWORD", "secret", "MINE", "mine")::get).run(words);
    }

    @Test
    void shouldWriteAFileWithoutTheKeyWhenEnciphering() throws IOException {
        assertThat(run("encrypt", clear, enciphered))
                .isEqualTo("Wrote " + enciphered + ". Delete " + clear + " when " + enciphered + " has been checked.");
        assertThat(Files.readString(enciphered)).doesNotContain(ZPK);
        assertThat(run("check", enciphered)).isEqualTo(SHOWN);
    }

    @Test
    void shouldTakeThePasswordOfTheNamedVariableWhenThereIsOne() {
        run("encrypt", clear, enciphered, "MINE");

        assertThat(run("check", enciphered, "MINE")).isEqualTo(SHOWN);
        assertRefused(
                "key file " + enciphered + ": the password is another one, or the file was changed",
                "check",
                enciphered);
    }

    @Test
    void shouldShowCheckValuesWhenFileIsInTheClear() {
        assertThat(run("check", clear)).isEqualTo(SHOWN);
    }

    @Test
    void shouldSayWhatIsMissingWhenVariableIsNotSet() {
        assertRefused(
                "the environment variable OTHER is not set; its value is the password",
                "encrypt",
                clear,
                enciphered,
                "OTHER");
    }

    @Test
    void shouldOverwriteNothingWhenFileExists() {
        run("encrypt", clear, enciphered);

        assertRefused(enciphered + " exists already", "encrypt", clear, enciphered);
        assertRefused(
                "key file " + enciphered + " is enciphered already", "encrypt", enciphered, folder.resolve("other"));
    }

    @Test
    void shouldShowItsUsageWhenItIsAskedForHelp() {
        assertThat(run("--help")).isEqualTo(KeyFileMain.USAGE.stripTrailing());
    }

    @Test
    void shouldShowItsUsageWhenArgumentsAreOther() {
        assertRefused(KeyFileMain.USAGE.stripTrailing());
        assertRefused(KeyFileMain.USAGE.stripTrailing(), "encrypt", clear);
        assertRefused(KeyFileMain.USAGE.stripTrailing(), "decrypt", enciphered, clear);
    }

    private static void assertRefused(String sentence, Object... arguments) {
        assertThatIllegalArgumentException().isThrownBy(() -> run(arguments)).withMessage(sentence);
    }
}
