package io.github.isostress.crypto.keyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.isostress.crypto.key.KeyParity;
import io.github.isostress.crypto.key.Keys;
import io.github.isostress.crypto.key.NamedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of keys are read as properties, lines or JSON, in the clear or under a password. */
class KeyFileTest {
    private static final String ZPK = "0123456789ABCDEFFEDCBA9876543210";
    private static final String MAK = "F138131AEC83D36B169BDCD5B32AAE8F";
    private static final String PROPERTIES = "! keys of the test system\n# as of today\n\nZPK=pin 3des clear=" + ZPK
            + " kcv=08D7B4\nMAK : mac 3des clear=" + MAK + "\n";

    @TempDir
    private Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("keys"), content);
    }

    private static Keys read(Path file, String password) {
        return KeyFile.open(file).keys(password, KeyParity.ADJUSTED, Keys.NONE);
    }

    private static void assertBothKeys(Keys keys) {
        assertThat(keys.all()).extracting(NamedKey::name).containsExactly("ZPK", "MAK");
        assertThat(HexFormat.of()
                        .withUpperCase()
                        .formatHex(keys.get("ZPK").key().bytes()))
                .isEqualTo(ZPK);
        assertThat(HexFormat.of()
                        .withUpperCase()
                        .formatHex(keys.get("MAK").key().bytes()))
                .isEqualTo(MAK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PROPERTIES,
                "ZPK pin 3des clear=" + ZPK + "\nMAK mac 3des clear=" + MAK,
                "ZPK = pin 3des clear=" + ZPK + "\r\n MAK: mac 3des clear=" + MAK + "\r\n",
                "{\"ZPK\": \"pin 3des clear=" + ZPK + "\", \"MAK\": \"mac 3des clear=" + MAK + "\"}",
                "\n{\n  \"ZPK\": {\"use\": \"pin\", \"algorithm\": \"3des\", \"clear\": \"" + ZPK + "\"},\n  \"MAK\": "
                        + "{\"clear\": \"" + MAK
                        + "\", \"kcv\": \"CB9DEA\", \"algorithm\": \"3DES\", \"use\": \"MAC\"}}",
                "{\"ZPK\": {\"use\": \"pin\", \"algorithm\": \"3des\", \"components\": "
                        + "[\"0123456789ABCDEF0000000000000000\", \"0000000000000000FEDCBA9876543210\"]}, "
                        + "\"MAK\": \"mac 3des clear=" + MAK + "\"}",
            })
    void shouldGiveTheKeysWhenFileIsOfAnyForm(String content) throws IOException {
        assertBothKeys(read(file(content), ""));
    }

    @Test
    void shouldGiveTheKeysWhenPasswordIsRight() throws IOException {
        String enciphered = EncipheredText.encipher(PROPERTIES.getBytes(), "secret".toCharArray());

        assertThat(enciphered).doesNotContain(ZPK).doesNotContain("ZPK");
        assertBothKeys(read(file(enciphered), "secret"));
    }

    @Test
    void shouldSayWhatIsWrongWhenPasswordDoesNotFit() throws IOException {
        String enciphered = EncipheredText.encipher(PROPERTIES.getBytes(), "secret".toCharArray());

        assertRefused(enciphered, "Secret", "the password is another one, or the file was changed");
        assertRefused(enciphered, "", "the file is enciphered, but no password is given");
        assertRefused(PROPERTIES, "secret", "a password is given, but the file is not enciphered");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            iso-stress-keys 2                                  | its first line is none that this version writes
            iso-stress-keys 1 pbkdf2-hmac-sha256 9999 AAAA     | its first line says 9999 rounds, but there are 10000 to 10000000
            iso-stress-keys 1 pbkdf2-hmac-sha256 10000 AAAA    | the password is another one, or the file was changed
            iso-stress-keys 1 pbkdf2-hmac-sha256 10000 *       | the password is another one, or the file was changed
            """)
    void shouldSayWhatIsWrongWhenFirstLineIsNone(String content, String sentence) throws IOException {
        assertRefused(content, "secret", sentence);
    }

    @Test
    void shouldBeRefusedWhenAnyCharacterWasChanged() throws IOException {
        String enciphered = EncipheredText.encipher(PROPERTIES.getBytes(), "secret".toCharArray());
        String body = enciphered.substring(enciphered.indexOf('\n') + 1);
        char other = body.charAt(30) == 'A' ? 'B' : 'A';

        assertRefused(
                enciphered.replace(body, body.substring(0, 30) + other + body.substring(31)),
                "secret",
                "the password is another one, or the file was changed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ZPK=pin 3des clear=01234567                    | line 1: key 'ZPK': a 3DES key has 8, 16 or 24 bytes, not 4
            {"ZPK": {"use": "pin", "clear": "0123456789ABCDEF"}} | line 1: key 'ZPK': the algorithm is missing: a key for PIN may be one of 3des or aes
            {"ZPK": {"clear": "0123456789ABCDEF"}}         | line 1: key 'ZPK': the second word is the use: pin, mac, data, bdk-3des, bdk-aes, imk-ac, cvk, pvk, kek
            {"ZPK": 0123456789ABCDEF}                      | line 1: the JSON is not well-formed here
            {"ZPK": "pin 3des clear=0123456789ABCDEF"      | line 1: the JSON is not well-formed here
            {"ZPK": [1]}                                   | line 1: a key is a text or an object
            {"ZPK": {"use": 12}}                           | line 1: what a key consists of stands in quotes
            {} 0                                           | line 1: something follows the object
            """)
    void shouldNameTheLineWhenContentIsBad(String content, String sentence) throws IOException {
        assertRefused(content, "", sentence);
    }

    @Test
    void shouldNameTheFileWhenThereIsNone() {
        Path missing = folder.resolve("missing");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(missing, ""))
                .withMessage("key file " + missing + " does not exist");
    }

    @Test
    void shouldNameTheFileWhenItIsNoText() throws IOException {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xFF, 0});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(binary, ""))
                .withMessage("key file " + binary + " is no UTF-8 text");
    }

    private void assertRefused(String content, String password, String sentence) throws IOException {
        Path file = file(content);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(file, password))
                .withMessage("key file " + file + ": " + sentence)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("0123456789"));
    }
}
